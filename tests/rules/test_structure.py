"""S rules: can the record be trusted? Both sides of each."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.actions.city import CITY, laws_of
from tests.rules.lawful import AT, Raw, Sides, archive, codes, found, judged, lawful, places, sides
from yuetan.finding import path_text
from yuetan.model import State, Stored, build
from yuetan.model.interview import Interview
from yuetan.model.reporting import Plan
from yuetan.rules import judge, structure, structure_days, structure_ids, structure_people

FILE = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"


def with_files(state: State, code: str, **more: Any) -> list[tuple[str, str, str]]:
    return [
        (f.file, path_text(f.path), f.message)
        for f in judge(replace(state, **more), laws_of(state), date(2026, 6, 24))
        if f.code == code
    ]


def test_missing_wrong_and_unknown_keys_are_each_named() -> None:
    raw = lawful("警示约谈", {"主题": 7, "约谈人[0].分工": "主持", "主題词": "公务"})
    assert places("S2", raw) == ["主題词", "主题", "约谈人[0].分工"]
    assert places("S2", lawful("警示约谈", {"约谈对象": None})) == ["约谈对象"]


@pytest.mark.parametrize(
    ("kind", "path", "word"),
    [
        ("警示约谈", "类型", "警示谈话"),
        ("警示约谈", "约谈对象[0].问题.来源", "群众"),
        ("警示约谈", "约谈对象[0].问题.归属[0]", "别人"),
        ("警示约谈", "约谈对象[0].整改[0].评价", "很好"),
        ("任前约谈", "约谈对象[0].任前.情形", "晋升"),
        ("回访约谈", "约谈对象[0].处分[0].类别", "行政"),
        ("警示约谈", "约谈对象[0].陈述.整改打算", "有"),
    ],
)
def test_a_word_that_the_profile_does_not_have_is_named(kind: str, path: str, word: str) -> None:
    assert path in places("S2", lawful(kind, {path: word}))


def test_words_of_misconduct_are_the_profiles() -> None:
    act = {"行为": "撒谎", "处理": ["罚款"]}
    assert places("S2", lawful("警示约谈", {"约谈对象[0].违纪": [act]})) == [
        "约谈对象[0].违纪[0].处理[0]",
        "约谈对象[0].违纪[0].行为",
    ]


def test_the_nearest_word_is_proposed() -> None:
    message = found("S2", lawful("警示约谈", {"约谈对象[0].问题.来源": "监督捡查"}))[0][1]
    assert message == "没有“监督捡查”这一种；是不是“监督检查”？"


def test_other_files_match_their_schemas_too() -> None:
    raw = {**CITY[0], "别名": "财局"}
    state = archive()
    unit, violations = build(type(state.units[0].record), raw)
    units = (Stored("records/units/CZJ.yaml", raw, unit, violations), *state.units[1:])
    assert [row[:2] for row in with_files(state, "S2", units=units)] == [("records/units/CZJ.yaml", "别名")]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"编号": "JS-202604-7K3FQ"}, "编号"),
        ({"起草": date(2026, 2, 28)}, "编号"),
        ({"类型": "回访约谈"}, "类型"),
    ],
)
def test_id_month_folder_and_type_agree(changes: Raw, path: str) -> None:
    raw = lawful("警示约谈", changes)
    record, violations = build(Interview, raw)
    state = replace(archive(), interviews=(Stored(FILE, raw, record, violations),))
    assert [row[1] for row in with_files(state, "S3")] == [path]


def test_a_record_in_another_months_folder_is_misplaced() -> None:
    raw = lawful()
    record, _ = build(Interview, raw)
    file = "records/interviews/2026/04/JS-202603-7K3FQ.yaml"
    state = replace(archive(), interviews=(Stored(file, raw, record),))
    assert with_files(state, "S3") == [(file, "起草", f"应放在 {FILE}")]


def test_names_of_other_files_agree_with_their_contents() -> None:
    state = archive(
        received=({"期间": "2026H1", "单位": "FGW", "收到日期": date(2026, 6, 1)},),
        reports=({"期间": "2025H2", "报送日期": date(2025, 12, 1)},),
    )
    plan, _ = build(Plan, {"年度": 2026})
    moved = {
        "units": (replace(state.units[0], file="records/units/CZ.yaml"), *state.units[1:]),
        "reports": (replace(state.reports[0], file="records/reports/2026H1.yaml"),),
        "received": (replace(state.received[0], file="records/received/2025H2/CZJ.yaml"),),
        "plans": (Stored("records/plans/2025.yaml", {}, plan),),
    }
    assert with_files(state, "S3") == []
    assert [(file, path) for file, path, _ in with_files(state, "S3", **moved)] == [
        ("records/plans/2025.yaml", "年度"),
        ("records/received/2025H2/CZJ.yaml", "单位"),
        ("records/received/2025H2/CZJ.yaml", "期间"),
        ("records/reports/2026H1.yaml", "期间"),
        ("records/units/CZ.yaml", "编码"),
    ]


def test_people_are_in_the_roster_that_day() -> None:
    assert "约谈对象[0].编号" in places("S4", lawful("警示约谈", {"约谈对象[0].编号": "FGW-999"}))
    assert places("S4", lawful("警示约谈", {"约谈人[0].编号": "JW-999"})) == ["约谈人[0].编号"]
    assert places("S4", lawful("警示约谈", {"约谈人[0].委托": {"人": "JW-999"}})) == ["约谈人[0].委托.人"]
    units = deepcopy(CITY)
    units[1]["干部"][1]["免职"] = date(2026, 3, 10)
    assert places("S4", lawful(), units=units) == ["约谈对象[0].编号"]
    units[1]["干部"][1]["免职"] = date(2026, 3, 11)
    assert places("S4", lawful(), units=units) == []


def test_an_appointee_may_not_be_in_the_roster_yet() -> None:
    assert places("S4", lawful("任前约谈", {"约谈对象[0].编号": "NEW-001"})) == []


def test_leaders_senders_and_the_own_unit_are_in_the_roster() -> None:
    units = deepcopy(CITY)
    units[0]["沿革"][0]["分管领导"] = ["SZF-009"]
    sender = {"期间": "2026H1", "单位": "XXX", "收到日期": date(2026, 6, 1)}
    state = archive(units=units, office={"单位": "ZZZ"}, received=(sender,))
    assert [(file, path) for file, path, _ in with_files(state, "S4")] == [
        ("records/received/2026H1/XXX.yaml", "单位"),
        ("records/units/CZJ.yaml", "沿革[0].分管领导[0]"),
        ("yuetan.yaml", "单位"),
    ]


def test_no_number_is_used_twice_but_for_recipients_of_one_day_in_one_record() -> None:
    second = lawful("警示约谈", ending="AAAAA")
    assert places("S5", lawful(), second) == ["通知[0].文号"]
    notice = lawful()["通知"][0]
    assert places("S5", lawful("警示约谈", {"通知[1]": notice})) == []
    assert places("S5", lawful("警示约谈", {"通知[1]": {**notice, "日期": date(2026, 3, 4)}})) == ["通知[1].文号"]


def test_no_id_is_used_twice() -> None:
    state = archive(lawful())
    twin = replace(state.interviews[0], file="records/interviews/2026/03/JS-202603-AAAAA.yaml")
    rows = with_files(state, "S5", interviews=(*state.interviews, twin))
    assert (twin.file, "编号", f"编号 JS-202603-7K3FQ 与 {FILE} 重复") in rows


def test_a_gap_in_the_sequence_is_doubtful() -> None:
    raw = lawful("警示约谈", {"通知[0].文号": "示纪约〔2026〕43号"})
    findings = [(f.level.value, f.message) for f in judged(archive(raw)) if f.code == "S5"]
    assert findings == [("warning", "示纪约〔2026〕缺少41至42号；可能有漏录的通知")]
    other = lawful("警示约谈", {"通知[0].文号": "别纪约〔2026〕43号"})
    assert places("S5", other) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"通知[0].日期": date(2026, 3, 1), "通知[0].签收": date(2026, 3, 2)}, "通知[0].日期"),
        ({"通知[0].日期": date(2026, 3, 11), "通知[0].签收": None}, "通知[0].日期"),
        ({"通知[0].签收": date(2026, 3, 4)}, "通知[0].签收"),
        ({"审批": {"日期": date(2026, 3, 1)}}, "审批.日期"),
        ({"通知": None, "谈话.时间": AT.replace(day=1)}, "谈话.时间"),
        ({"约谈对象[0].整改[0].形成日期": date(2026, 3, 9)}, "约谈对象[0].整改[0].形成日期"),
        ({"约谈对象[0].整改[0].报送日期": date(2026, 3, 19)}, "约谈对象[0].整改[0].报送日期"),
        ({"办结": {"日期": date(2026, 3, 9)}}, "办结.日期"),
        ({"办结": {"日期": date(2026, 3, 20)}}, "约谈对象[0].整改[0].收到日期"),
        ({"谈话": None}, "约谈对象[0].整改[0]"),
    ],
)
def test_events_come_in_their_order(changes: Raw, path: str) -> None:
    assert path in places("S6", lawful("警示约谈", changes))


def test_events_of_one_day_are_in_order() -> None:
    same = {
        "起草": date(2026, 3, 10), "通知[0].日期": date(2026, 3, 10), "通知[0].签收": date(2026, 3, 10),
        "约谈对象[0].整改[0]": {"形成日期": date(2026, 3, 10), "报送日期": date(2026, 3, 10)},
        "办结": {"日期": date(2026, 3, 10)},
    }  # fmt: skip
    assert places("S6", lawful("警示约谈", same)) == []


def test_handling_and_amendment_may_follow_the_closing() -> None:
    later = {
        "办结": {"日期": date(2026, 3, 25)},
        "更正": [{"日期": date(2026, 4, 1), "原因": "笔误"}],
        "约谈对象[0].追责": {"方式": "批评教育", "日期": date(2026, 4, 1)},
    }
    assert places("S6", lawful("警示约谈", later)) == []


CANCELLED = {"谈话": None, "约谈对象[0].整改": None, "撤销": {"日期": date(2026, 3, 6), "原因": "另行安排"}}


def test_nothing_follows_a_cancellation() -> None:
    assert places("S6", lawful("警示约谈", CANCELLED)) == []
    assert places("S6", lawful("警示约谈", {**CANCELLED, "撤销.日期": date(2026, 3, 4)})) == ["通知[0].日期"]
    assert places("S6", lawful("警示约谈", {**CANCELLED, "通知": None, "撤销.日期": date(2026, 3, 1)})) == ["撤销.日期"]
    held = {"撤销": CANCELLED["撤销"], "办结": {"日期": date(2026, 3, 25)}}
    assert places("S6", lawful("警示约谈", held)) == ["办结", "谈话"]


FUTURE = {
    "审批": {"日期": date(2026, 3, 25)},
    "约谈对象[0].违纪": [{"行为": "隐瞒", "日期": date(2026, 3, 25), "处理": ["批评教育"]}],
    "约谈对象[0].催办": [{"日期": date(2026, 3, 25)}],
    "约谈对象[0].追责": {"日期": date(2026, 3, 25)},
    "办结": {"日期": date(2026, 3, 25)},
    "更正": [{"日期": date(2026, 3, 25), "原因": "笔误"}],
    "例外": [{"规则": "B9", "原因": "说明", "日期": date(2026, 3, 25)}],
    "文书": [{"种类": "约谈通知书", "日期": date(2026, 3, 25)}],
}


def test_nothing_that_happened_is_dated_after_today() -> None:
    assert places("S7", lawful("警示约谈", FUTURE), today=date(2026, 3, 25)) == []
    assert sorted(places("S7", lawful("警示约谈", FUTURE), today=date(2026, 3, 24))) == sorted([
        "审批.日期", "约谈对象[0].违纪[0].日期", "约谈对象[0].催办[0].日期", "约谈对象[0].追责.日期", "办结.日期",
        "更正[0].日期", "例外[0].日期", "文书[0].日期",
    ])  # fmt: skip


def test_what_is_only_planned_may_lie_ahead() -> None:
    planned = {"谈话": None, "约谈对象[0].整改": None}
    assert places("S7", lawful("警示约谈", planned), today=date(2026, 3, 5)) == []
    assert "通知[0].签收" in places("S7", lawful("警示约谈", planned), today=date(2026, 3, 4))


@pytest.mark.parametrize("key", ["姓名", "单位", "职务"])
def test_name_unit_and_post_match_one_of_the_posts_that_day(key: str) -> None:
    assert places("S8", lawful("警示约谈", {f"约谈对象[0].{key}": "别的"})) == [f"约谈对象[0].{key}"]
    assert places("S8", lawful("警示约谈", {f"约谈人[0].{key}": "别的"})) == [f"约谈人[0].{key}"]
    assert places("S8", lawful("警示约谈", {f"约谈对象[0].{key}": None})) == []


def test_cancelled_and_old_records_get_structure_rules_only() -> None:
    wrong = {"约谈对象[0].姓名": "别的", "通知[0].签收": date(2026, 3, 9), "协调": None}
    assert codes(lawful("警示约谈", {**wrong, **CANCELLED, "撤销.日期": date(2026, 3, 9)})) == ["S8"]
    assert codes(lawful("警示约谈", wrong), office={"启用": date(2026, 4, 1)}) == ["S8"]


def leading(*people: str) -> State:
    """The city where these people are in charge of 市财政局."""
    units = deepcopy(CITY)
    units[0]["沿革"][0]["分管领导"] = list(people)
    return archive(units=units)


def keyed(more: Raw) -> State:
    """The city whose first unit has these keys as well."""
    state, raw = archive(), {**CITY[0], **more}
    unit, violations = build(type(state.units[0].record), raw)
    return replace(state, units=(Stored(state.units[0].file, raw, unit, violations), *state.units[1:]))


def planned(year: int) -> State:
    """A plan for this year in the file of 2026."""
    plan, violations = build(Plan, {"年度": year})
    return replace(archive(), plans=(Stored("records/plans/2026.yaml", {}, plan, violations),))


def numbered(*numbers: int) -> State:
    """Interviews notified under these numbers of 2026."""
    endings = ("AAAAA", "BBBBB", "CCCCC")
    changes = [{"通知[0].文号": f"示纪约〔2026〕{number}号"} for number in numbers]
    return archive(*(lawful("警示约谈", c, ending=e) for c, e in zip(changes, endings, strict=False)))


CASES = {
    structure.readable: Sides("起草: 2026-02-28\n".encode(), "起草: 2026-02-30\n".encode()),
    structure.matches_schema: sides("警示约谈", {"方式": "个别谈话"}, {"方式": "个别谈"}),
    structure.files_match_schema: Sides(keyed({"干部": []}), keyed({"别名": "财局"})),
    structure.named_by_id: sides("警示约谈", {}, {"编号": "JS-202604-7K3FQ"}),
    structure.files_named_by_content: Sides(planned(2026), planned(2025)),
    structure_people.known_people: sides("警示约谈", {}, {"约谈对象[0].编号": "FGW-999"}),
    structure_people.units_refer_to_known: Sides(leading("SZF-001"), leading("SZF-009")),
    structure_ids.ids_unique: Sides(numbered(41, 42), numbered(41, 41)),
    structure_ids.numbers_in_sequence: Sides(numbered(41, 42), numbered(41, 43)),
    structure_days.in_order: sides("警示约谈", {"通知[0].签收": date(2026, 3, 5)}, {"通知[0].签收": date(2026, 3, 4)}),
    structure_days.nothing_in_the_future: sides("警示约谈", {}, FUTURE, today=date(2026, 3, 24)),
    structure_people.as_in_the_roster: sides("警示约谈", {}, {"约谈对象[0].姓名": "别的"}),
}
