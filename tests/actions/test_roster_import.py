"""A 名册 comes in: what is understood, what is refused by row and column, what is proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.actions.roster_state import FGW, HEADINGS, TODAY, WHOLE, csv_file, import_roster, post, state, xlsx_file
from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.actions.roster.import_ import RosterImport, import_plan
from yuetan.model import Roster, State, Stored, Unit, build


def imported(*rows: tuple[Any, ...], archive: State | None = None) -> RosterImport:
    return import_roster(csv_file(*rows), "名册.csv", archive or state(), TODAY)


def after(archive: State, result: RosterImport) -> State:
    """The archive once the import was carried out."""
    values = {stored.file: stored.raw for stored in archive.units} | {unit.path: unit.value for unit in result.edits}
    stored = []
    for path, value in sorted(values.items()):
        unit, violations = build(Unit, value)
        assert violations == ()
        stored.append(Stored(path, value, unit))
    return replace(archive, roster=Roster(tuple(s.record for s in stored if s.record)), units=tuple(stored))


def plain(edit: Edit) -> dict[str, Any]:
    assert edit.value is not None
    return edit.value


def row(**values: Any) -> tuple[Any, ...]:
    known = dict(
        zip(
            HEADINGS,
            ("FGW-009", "新同志", "市发展和改革委员会", "副主任", "班子成员", "市管", "2026-03-05"),
            strict=True,
        )
    )
    return tuple((known | values).values())


def test_a_file_that_says_what_the_archive_says_changes_nothing() -> None:
    result = imported(*WHOLE)

    assert (result.edits, result.problems, result.proposals) == ((), (), ())
    assert (result.added, result.changed, result.unchanged) == (0, 0, 3)


def test_a_newcomer_is_added_at_the_end_of_the_units_list() -> None:
    result = imported(*WHOLE, row())

    assert [unit.path for unit in result.edits] == ["records/units/FGW.yaml"]
    assert plain(result.edits[0])["干部"] == [
        *FGW["干部"],  # type: ignore[misc]
        {
            "编号": "FGW-009",
            "姓名": "新同志",
            "职务": "副主任",
            "角色": "班子成员",
            "管理": "市管",
            "任职": date(2026, 3, 5),
        },
    ]
    assert result.added == 1


def test_the_same_file_twice_changes_nothing_the_second_time() -> None:
    rows = (*WHOLE, row(编号=""), row(编号="", 姓名="又一位", 职务="总工程师"))
    archive = state()
    first = imported(*rows, archive=archive)

    second = imported(*rows, archive=after(archive, first))

    assert first.assigned == ("FGW-004 新同志", "FGW-005 又一位")
    assert (second.edits, second.added, second.changed, second.unchanged) == ((), 0, 0, 5)
    assert second.problems == second.proposals == second.assigned == ()


def test_a_row_that_stands_twice_in_the_file_counts_once() -> None:
    result = imported(*WHOLE, row(编号=""), row(编号=""))

    assert result.assigned == ("FGW-004 新同志",)
    assert result.added == 1


def test_a_person_without_number_is_known_by_name_within_the_unit() -> None:
    result = imported(*WHOLE[:1], *(("", *line[1:]) for line in WHOLE[1:]))

    assert (result.unchanged, result.edits, result.problems) == (3, (), ())


def test_what_the_file_says_otherwise_is_changed_and_what_it_leaves_blank_is_kept() -> None:
    result = imported(
        ("工号", "姓名", "工作单位", "职务", "级别", "党内职务"),
        ("FGW-002", "冯庚辰", "市发展和改革委员会", "副主任", "副处", ""),
        ("FGW-001", "王己卯", "市发展和改革委员会", "主任", "", "党组书记"),
    )

    entries = plain(result.edits[0])["干部"]
    assert entries[0] == {**post("FGW-001", "王己卯", "主任", "主要负责人"), "党内职务": "党组书记"}
    assert entries[1] == {**post("FGW-002", "冯庚辰", "副主任"), "职级": "副处"}
    assert (result.changed, result.unchanged) == (2, 0)


def test_headings_below_a_title_with_brackets_and_spaces_are_found() -> None:
    result = imported(
        ("市管领导干部名册", "", "", "", "", ""),
        ("填报单位：某某", "", "", "", "", ""),
        ("序号", "姓 名", "工作单位（全称）", "现任职务", "领导角色", "任现职时间"),
        ("1", "王 己卯", "市发展和改革委员会", "主任", "正职", "2023-05-01"),
        ("合计", "1人", "", "", "", ""),
        archive=state(FGW),
    )

    assert result.unchanged == 1
    assert result.problems == ()


def test_a_unit_written_once_holds_for_the_rows_below() -> None:
    result = imported(
        HEADINGS,
        WHOLE[1],
        ("FGW-002", "冯庚辰", "", "副主任", "班子成员", "市管", "2023.5.1"),
    )

    assert (result.unchanged, result.problems) == (2, ())


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"任职": "2026-02-30"}, "第 2 行“任职”列“2026-02-30”：日历上没有这一天"),
        ({"任职": "去年"}, "第 2 行“任职”列“去年”：不是日期，应如 2026-03-05、2026年3月5日 或 2026.3.5"),
        ({"角色": "领导"}, "第 2 行“角色”列“领导”：只能是主要负责人、班子成员、中层干部、工作人员之一"),
        ({"管理": "国管"}, "第 2 行“管理”列“国管”：只能是市管、省管、县管、其他之一"),
        (
            {"编号": "FGW 009/../x"},
            "第 2 行“编号”列“FGW 009/../x”：编号和编码只能用字母、数字、- 和 _，不超过 40 个字符",
        ),
        (
            {"编号": "CZJ-001"},
            "第 2 行“编号”列“CZJ-001”：这个编号已是“褚壬午”，与姓名“新同志”不符；编号终身不变，不得改给别人",
        ),
        (
            {"单位": "市发展和改革委"},
            (
                "第 2 行“单位”列“市发展和改革委”：档案中没有这个单位。是不是“市发展和改革委员会”？"
                "新单位请填“单位编码”“单位”和“类别”"
            ),
        ),
        ({"单位": ""}, "第 2 行“单位”列：缺少单位"),
        ({"任职": "", "角色": ""}, "第 2 行：缺少角色（主要负责人、班子成员、中层干部或工作人员）、任职日期"),
        ({"职务": "局\x1b长"}, "第 2 行“职务”列“局\x1b长”：有不可见的控制字符，请删去"),
        ({"编号": "", "姓名": ""}, "第 2 行“姓名”列：缺少姓名"),
        ({"姓名": ""}, "第 2 行“姓名”列：编号 FGW-009 是新人，缺少姓名"),
    ],
)
def test_what_cannot_be_taken_is_named_by_row_and_column(values: dict[str, str], problem: str) -> None:
    result = imported(HEADINGS, row(**values))

    assert [str(found) for found in result.problems] == [problem]
    assert result.edits == ()


def test_every_fault_of_a_file_is_named_at_once_and_sound_rows_are_taken() -> None:
    result = imported(HEADINGS, row(任职="x", 角色="y"), row(编号="FGW-010", 任职="z"), row())

    assert [(p.row, p.column) for p in result.problems] == [(2, "任职"), (2, "角色"), (3, "任职")]
    assert result.added == 1


def test_a_dismissal_before_the_appointment_is_refused() -> None:
    result = imported((*HEADINGS, "免职时间"), (*row(), "2026-03-01"))

    assert [str(p) for p in result.problems] == ["第 2 行：免职日期 2026-03-01 早于任职日期 2026-03-05"]


def test_a_month_alone_is_remarked_on() -> None:
    result = imported(HEADINGS, row(任职="2026.3"))

    assert plain(result.edits[0])["干部"][-1]["任职"] == date(2026, 3, 1)
    assert [str(r) for r in result.remarks] == ["第 2 行“任职”列“2026.3”：只有年月，按 2026-03-01 计"]


def test_a_column_that_is_not_used_is_remarked_on_and_a_usual_one_is_not() -> None:
    result = imported((*HEADINGS, "备注", "手机号"), (*row(), "x", "y"))

    assert [str(r) for r in result.remarks] == ["第 1 行“手机号”列：没有用到这一列"]


def test_two_columns_of_one_meaning_are_a_problem() -> None:
    result = imported((*HEADINGS, "任职时间"), (*row(), "2026-03-05"))

    assert [str(p) for p in result.problems] == ["第 1 行“任职时间”列：与“任职”列重复，都当作“任职”，请删去一列"]


def test_a_person_in_another_unit_is_proposed_to_move_and_nothing_is_written() -> None:
    moved = ("FGW-002", "冯庚辰", "市财政局", "副局长", "班子成员", "市管", "2026-06-01")
    result = imported(WHOLE[0], WHOLE[1], moved, WHOLE[3])

    assert result.edits == ()
    assert [(p.kind, p.person) for p in result.proposals] == [("调动", "FGW-002")]
    assert result.proposals[0].command == "yuetan roster move FGW-002 --to CZJ --post 副局长 --date 2026-06-01"


def test_a_second_post_beside_the_first_is_added() -> None:
    second = ("FGW-002", "冯庚辰", "市财政局", "副局长", "班子成员", "市管", "2026-06-01")
    result = imported(*WHOLE, second)

    assert result.proposals == ()
    assert [unit.path for unit in result.edits] == ["records/units/CZJ.yaml"]
    assert result.added == 1


def test_who_is_missing_in_the_file_is_proposed_to_retire() -> None:
    result = imported(WHOLE[0], WHOLE[1], WHOLE[3])

    assert [(p.kind, p.person, p.command) for p in result.proposals] == [
        ("免职", "FGW-002", "yuetan roster retire FGW-002")
    ]


def test_units_that_the_file_does_not_speak_of_are_left_alone() -> None:
    result = imported(*WHOLE[:3])

    assert result.proposals == ()


def test_a_namesake_of_another_unit_is_asked_about() -> None:
    result = imported(*WHOLE, row(编号="", 姓名="褚壬午"))

    assert [(p.kind, p.person) for p in result.proposals] == [("同名", "CZJ-001")]
    assert result.edits == ()


def test_two_of_one_name_in_a_unit_need_numbers() -> None:
    result = imported(HEADINGS, row(编号=""), row(编号="", 职务="总工程师"))

    assert {str(p)[:5] for p in result.problems} == {"第 2 行", "第 3 行"}
    assert all("请填“编号”分清" in p.why for p in result.problems)


def test_a_post_that_ended_is_kept_as_history() -> None:
    result = imported(
        (*HEADINGS, "免职"),
        ("FGW-003", "陈旧人", "市发展和改革委员会", "副主任", "班子成员", "市管", "2023-05-01", "2025-01-01"),
    )

    assert (result.unchanged, result.edits) == (1, ())


def test_a_unit_that_the_archive_lacks_is_made_of_code_name_and_kind() -> None:
    result = imported(
        ("单位编码", "单位", "单位类别", "分管领导", "姓名", "职务", "角色", "任职时间"),
        ("JTJ", "市交通运输局", "市委办局", "王己卯", "甲午未", "局长", "正职", "2024-01-02"),
        ("JTJ", "市交通运输局", "", "", "乙酉戌", "副局长", "副职", "2023-04-05"),
    )

    assert result.problems == ()
    assert result.edits[0].path == "records/units/JTJ.yaml"
    assert result.edits[0].header == "# yaml-language-server: $schema=../../schemas/unit.schema.json"
    assert result.edits[0].value == {
        "编码": "JTJ",
        "沿革": [{"自": date(2023, 4, 5), "名称": "市交通运输局", "类别": "市委办局", "分管领导": ["FGW-001"]}],
        "干部": [
            {"编号": "JTJ-001", "姓名": "甲午未", "职务": "局长", "角色": "主要负责人", "任职": date(2024, 1, 2)},
            {"编号": "JTJ-002", "姓名": "乙酉戌", "职务": "副局长", "角色": "班子成员", "任职": date(2023, 4, 5)},
        ],
    }


def test_a_leader_in_charge_may_be_named_before_the_file_numbers_him() -> None:
    result = imported(
        ("单位编码", "单位", "类别", "分管领导", "姓名", "职务", "角色", "任职"),
        ("JTJ", "市交通运输局", "市委办局", "甲子寅", "甲午未", "局长", "正职", "2024-01-02"),
        ("SZF", "市政府", "市政府", "", "甲子寅", "副市长", "班子", "2024-01-02"),
    )

    assert result.problems == ()
    assert plain(result.edits[0])["沿革"][0]["分管领导"] == ["SZF-001"]


def led(leader: str) -> RosterImport:
    """The 名册 of a unit that the archive has, with who is in charge of it."""
    return imported(("姓名", "单位", "分管领导"), ("王己卯", "市发展和改革委员会", leader))


def test_a_known_unit_that_names_nobody_in_charge_is_given_whom_the_file_names() -> None:
    archive = state()
    result = led("FGW-001")

    assert result.problems == ()
    assert [unit.path for unit in result.edits] == ["records/units/FGW.yaml"]
    assert plain(result.edits[0])["沿革"][-1]["分管领导"] == ["FGW-001"]
    again = imported(
        ("姓名", "单位", "分管领导"), ("王己卯", "市发展和改革委员会", "王己卯"), archive=after(archive, result)
    )
    assert (again.edits, again.remarks) == ((), ())


def test_somebody_else_in_charge_is_told_and_not_written() -> None:
    archive = after(state(), led("FGW-001"))
    result = imported(("姓名", "单位", "分管领导"), ("王己卯", "市发展和改革委员会", "FGW-002"), archive=archive)

    assert result.edits == ()
    assert [str(remark) for remark in result.remarks] == [
        "第 2 行“分管领导”列“FGW-002”：这个单位已写“FGW-001”，没有更改；如有变动请改单位的沿革"
    ]


def test_a_leader_in_charge_whom_nobody_knows_is_a_problem() -> None:
    result = imported(
        ("单位编码", "单位", "类别", "分管领导", "姓名", "职务", "角色", "任职"),
        ("JTJ", "市交通运输局", "市委办局", "某某、FGW-001", "甲午未", "局长", "正职", "2024-01-02"),
    )

    assert [str(p) for p in result.problems] == [
        "第 2 行“分管领导”列“某某”：名册和档案中没有这个人，或不止一个，请填编号"
    ]


def test_another_kind_of_unit_is_told_and_not_written() -> None:
    result = imported((*HEADINGS, "单位类别"), (*WHOLE[1], "市委部委"))

    assert [str(r) for r in result.remarks] == [
        "第 2 行“类别”列“市委部委”：档案中是“市委办局”，没有更改；如有变动请改单位的沿革"
    ]
    assert result.edits == ()


def test_a_code_with_another_name_is_a_problem() -> None:
    result = imported(("单位编码", *HEADINGS), ("CZJ", *row()))

    assert [p.why for p in result.problems] == ["编码 CZJ 在档案中是“市财政局”；更名请先改单位的沿革"]


def test_acting_and_keys_that_the_file_does_not_know_are_kept() -> None:
    waived = post(
        "FGW-002", "冯庚辰", "副主任", 主持工作={"自": date(2026, 1, 1)}, 免谈=[{"年度": 2026, "原因": "病假"}]
    )
    archive = state({**FGW, "干部": [waived]})

    result = imported((*HEADINGS, "职级", "主持工作至"), (*WHOLE[2], "副处", "2026-02-01"), archive=archive)

    assert plain(result.edits[0])["干部"] == [
        {**waived, "职级": "副处", "主持工作": {"自": date(2026, 1, 1), "至": date(2026, 2, 1)}}
    ]


def test_a_unit_whose_file_is_broken_is_not_written() -> None:
    archive = state()
    broken = replace(archive, units=(archive.units[0], replace(archive.units[1], readable=False)))

    result = imported(HEADINGS, row(), archive=broken)

    assert [p.why for p in result.problems] == ["档案中 FGW 的文件有错，请先按 yuetan check 改正"]
    assert result.edits == ()


def test_xlsx_with_real_dates_serials_and_numbers_reads_as_csv_does() -> None:
    data = xlsx_file(
        HEADINGS,
        ("FGW-001", "王己卯", "市发展和改革委员会", "主任", "主要负责人", "市管", datetime(2023, 5, 1)),
        ("FGW-002", "冯庚辰", "市发展和改革委员会", "副主任", "班子成员", "市管", 45047),
        (None, None, None, None, None, None, None),
        ("CZJ-001", "褚壬午", "市财政局", "局长", "主要负责人", "市管", 20230501),
    )

    result = import_roster(data, "名册.xlsx", state(), TODAY)

    assert (result.unchanged, result.problems, result.edits) == (3, (), ())


def test_rows_of_xlsx_are_named_with_their_sheet_and_number() -> None:
    data = xlsx_file(("标题",), (), HEADINGS, row(任职="x"), sheet="在职")

    result = import_roster(data, "名册.xlsx", state(), TODAY)

    assert str(result.problems[0]).startswith("“在职”第 4 行“任职”列“x”：不是日期")


def test_a_formula_typed_into_a_name_stays_text() -> None:
    result = imported(HEADINGS, row(姓名="=HYPERLINK(1)"))

    assert plain(result.edits[0])["干部"][-1]["姓名"] == "=HYPERLINK(1)"


def test_the_archives_values_are_not_touched() -> None:
    archive = state()
    before = repr([stored.raw for stored in archive.units])

    imported(*WHOLE, row(), archive=archive)

    assert repr([stored.raw for stored in archive.units]) == before


def test_an_import_without_problems_is_a_plan_with_its_proposals_as_notes() -> None:
    plan = import_plan(imported(WHOLE[0], WHOLE[1], WHOLE[3], row(编号="")), "名册.csv")

    assert isinstance(plan, Plan)
    assert plan.subject == "名册导入：新增 1 条、更改 0 条"
    assert [edit.path for edit in plan.edits] == ["records/units/FGW.yaml"]
    assert plan.notes[0] == "给新人编号：FGW-004 新同志"
    assert plan.notes[1].endswith("：yuetan roster retire FGW-002")


def test_an_import_with_problems_is_refused_with_every_one_of_them() -> None:
    refusal = import_plan(imported(HEADINGS, row(任职="x"), row(角色="y")), "名册.csv")

    assert isinstance(refusal, Refusal)
    assert refusal.message.startswith("名册.csv 有 2 处不能导入，什么也没有写入：\n  第 2 行“任职”列“x”：")
