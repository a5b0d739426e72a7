"""What a filled form says: the form value that `minutes` and `rectify` take, and each cell that cannot be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import CITY, MINUTES, OFFICE, RECORDED, applied, city, held, notified, raw, setting
from yuetan.actions.current import Current, current
from yuetan.actions.filled.minutes import minutes_answers
from yuetan.actions.filled.rectification import rectify_answers
from yuetan.actions.filled.values import DAY_EXPECTED, MOMENT_EXPECTED, day_of, moment_of, yes_or_no
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.views.form_cells import Form, FormCell, FormRow, is_blank
from yuetan.views.papers.minutes import minutes_form_view

if TYPE_CHECKING:
    from yuetan.actions.filled.answers import Answers
    from yuetan.model import State

TWO: dict[str, Any] = {"subjects": ("FGW-002", "FGW-003"), "collective_reason": "同一问题"}
PRINTED = "这一格不能在表单上改；应改记录的，用 yuetan edit 改后重新生成表单"
BOTH = "姓名后写着缺席，却有陈述；到场的删去（缺席），缺席的删去陈述"
ALIKE = {"FGW-003": "钱乙丑"}
NO_DATE = "　　年　　月　　日"
MORNING = datetime(2026, 3, 10, 9, 30)


def form(*rows: tuple[str, ...], table: int = 1, paragraphs: tuple[str, ...] = ()) -> Form:
    return Form(
        paragraphs,
        tuple(
            FormRow(table, number, tuple(FormCell(table, number, at, 1, text) for at, text in enumerate(cells)))
            for number, cells in enumerate(rows, 1)
        ),
    )


PERSON = ("约谈对象", "钱乙丑", "单位", "市发展和改革委员会", "职务", "副主任")
OTHER = ("约谈对象", "孙丙寅", "单位", "市发展和改革委员会", "职务", "副主任")
BY = ("约谈人\n主谈", "王辛未", "单位", "市纪委监委", "职务", "市纪委副书记")


def filled(**typed: str) -> list[tuple[str, ...]]:
    """The minutes of one subject as the clerk left them; `typed` replaces what stands in a place."""
    said = {
        "时间": "2026年3月10日（星期二）上午9时35分",
        "地点": "第一会议室",
        "记录人": "冯壬申",
        "说明": "已说明",
        "解释说明": "接待超标是把关不严。",
        "整改措施": "逐单审核。\n按月通报。",
        "提醒": "严格执行规定。",
        "姓名": "钱乙丑",
        **typed,
    }
    return [
        ("约谈对象", said["姓名"], *PERSON[2:]),
        ("类型", "警示约谈（个别谈话）", "地点", said["地点"], "时间", said["时间"]),
        BY,
        ("记 录 人", said["记录人"]),
        ("约谈主题", "公务接待管理"),
        ("约谈事由", "规范公务接待管理"),
        ("说明主题\n及原因", said["说明"]),
        ("钱乙丑：解释说明",),
        (said["解释说明"],),
        ("钱乙丑：整改措施",),
        (said["整改措施"],),
        ("约谈对象 钱乙丑 签字：", "钱乙丑", "2026年3月10日"),
        ("教育和提醒",),
        (said["提醒"],),
        ("以上记录经核对无误。",),
        ("约谈人\n签　字", "王辛未 2026年3月10日", "记录人\n签　字", "冯壬申"),
    ]


def now(at: tuple[State, str]) -> Current:
    found = current(setting(at[0]), at[1])
    assert isinstance(found, Current)
    return found


def read(rows: list[tuple[str, ...]], at: tuple[State, str] | None = None) -> Answers:
    here = at or notified()
    one = now(here)
    assert one.law is not None
    return minutes_answers(form(*rows), one, minutes_form_view(one.record, here[0], one.law))


def faults(answers: Answers) -> list[str]:
    return [fault.text for fault in answers.faults]


def test_a_filled_form_amounts_to_the_form_value_of_the_yaml_form() -> None:
    answers = read(filled())
    assert faults(answers) == []
    assert answers.notes == ()
    assert answers.value == {
        "谈话": {**MINUTES["谈话"], "地点": "第一会议室", "记录人": "冯壬申"},
        "约谈对象": [{"编号": "FGW-002", "姓名": "钱乙丑", "到场": True, "陈述": MINUTES["陈述"]}],
    }


def test_the_form_value_is_recorded_as_the_same_minutes() -> None:
    state, one = notified()
    request = MinutesRequest(id=one, value=read(filled()).value)
    record = raw(applied(state, minutes(setting(state, RECORDED), request)), one)
    assert record["谈话"]["教育提醒"] == "严格执行规定。"
    assert record["约谈对象"][0]["陈述"] == MINUTES["陈述"]


def test_what_was_understood_is_listed_from_the_top_of_the_form() -> None:
    shown = [(one.place, one.label, one.value) for one in read(filled()).understood]
    assert shown[:3] == [
        ("第1个表格第1行", "约谈对象", "钱乙丑，到场"),
        ("第1个表格第2行", "时间", "2026年3月10日（星期二）上午9时35分"),
        ("第1个表格第2行", "地点", "第一会议室"),
    ]
    assert ("第1个表格第11行", "钱乙丑：整改措施", "逐单审核。\n按月通报。") in shown
    assert shown[-1] == ("第1个表格第16行", "记录人签字", "冯壬申")


@pytest.mark.parametrize("blank", ["", "　", "（此处填写）", "请填写教育内容", "____", "点击或轻触此处输入文字。"])
def test_a_cell_left_empty_says_nothing(blank: str) -> None:
    assert "教育提醒" not in read(filled(提醒=blank)).value["谈话"]


def test_cells_are_found_by_their_labels_wherever_they_stand() -> None:
    rows = filled()
    moved = [rows[3], rows[6], rows[2], *rows[12:14], rows[1], rows[0], *rows[7:12], rows[14], rows[15]]
    assert read(moved).value == read(rows).value


def test_heading_and_text_in_one_merged_cell_are_told_apart() -> None:
    rows = filled()
    rows[7:9] = [("钱乙丑：解释说明\n接待超标是把关不严。",)]
    assert read(rows).value == read(filled()).value


def test_text_that_runs_over_several_rows_is_one_text() -> None:
    rows = filled()
    rows[10:11] = [("逐单审核。",), ("按月通报。",)]
    assert read(rows).value == read(filled()).value


@pytest.mark.parametrize("typed", ["3月10日下午", "九点半", "2026年3月10日", "2026-03-10 25:00", "上午", "明天9:30"])
def test_a_time_that_cannot_be_told_is_named_with_its_cell_and_what_is_expected(typed: str) -> None:
    assert faults(read(filled(时间=typed))) == [f"第1个表格第2行“时间”：写着“{typed}”，{MOMENT_EXPECTED}"]


def test_a_weekday_that_is_not_the_days_own_is_named() -> None:
    assert faults(read(filled(时间="2026年3月11日（星期二）上午9时"))) == [
        "第1个表格第2行“时间”：写着“2026年3月11日（星期二）上午9时”，2026年3月11日是星期三，不是星期二，核对后改正"
    ]


def test_an_answer_that_is_neither_yes_nor_no_is_named() -> None:
    assert faults(read(filled(说明="详见附件"))) == [
        "第1个表格第7行“说明主题及原因”：写着“详见附件”，应写“是”（已说明）或“否”（未说明）"
    ]


def test_a_printed_cell_that_was_changed_is_named() -> None:
    rows = filled()
    rows[4] = ("约谈主题", "公务用车管理")
    assert faults(read(rows)) == ["第1个表格第5行“约谈主题”：写着“公务用车管理”，档案中是“公务接待管理”，" + PRINTED]


def test_somebody_who_is_no_subject_of_the_record_is_named() -> None:
    found = faults(read(filled(姓名="吴己巳")))
    assert found[0].startswith("第1个表格第1行“约谈对象”：写着“吴己巳”，应为钱乙丑")
    assert found[1] == "“约谈对象 钱乙丑”：没有这一行；没有到场的，在姓名后写（缺席）"


def test_every_fault_is_named_at_once() -> None:
    assert len(faults(read(filled(时间="九点半", 说明="详见附件", 地点="x" * 50_001)))) == 3


def test_another_paper_is_told_to_be_none() -> None:
    found = faults(read([("一", "二"), ("三", "四")]))
    assert len(found) == 1
    assert found[0].startswith("“表单”：这不是约谈记录")


def test_a_statements_heading_that_was_changed_is_named() -> None:
    rows = filled()
    rows[9] = ("钱乙丑：今后打算",)
    assert faults(read(rows)) == [
        "第1个表格第10行“标题”：写着“钱乙丑：今后打算”，不是表单原有的标题；应为：钱乙丑：解释说明、钱乙丑：整改措施",
        "“钱乙丑：整改措施”：没有找到这一栏的标题；标题不要改，没有说的把下面一格留空",
    ]


def collective(name: str = "孙丙寅", said: str = "分工不清。") -> list[tuple[str, ...]]:
    rows = filled()
    rows[1] = ("类型", "警示约谈（集体谈话）", *rows[1][2:])
    own = [("孙丙寅：解释说明",), (said,), ("孙丙寅：整改措施",), ("",), ("约谈对象孙丙寅签字：", "", NO_DATE)]
    return [rows[0], ("约谈对象", name, *OTHER[2:]), *rows[1:12], *own, *rows[12:]]


def test_in_a_collective_interview_each_says_their_own() -> None:
    answers = read(collective(), notified(**TWO))
    assert faults(answers) == []
    assert [row.get("陈述") for row in answers.value["约谈对象"]] == [MINUTES["陈述"], {"解释说明": "分工不清。"}]


def test_the_subjects_have_signed_only_where_all_of_them_did() -> None:
    answers = read(collective(), notified(**TWO))
    assert answers.value["谈话"]["签字"] == ["约谈人", "记录人"]
    assert answers.notes == ("孙丙寅没有签字，不记为约谈对象已签字",)


@pytest.mark.parametrize("mark", ["（缺席）", "(缺席)", "缺席", "（未到场）", "（缺席，因病）"])
def test_who_is_marked_absent_was_not_there_and_need_not_sign(mark: str) -> None:
    answers = read(collective(f"孙丙寅{mark}", ""), notified(**TWO))
    assert faults(answers) == []
    assert [row["到场"] for row in answers.value["约谈对象"]] == [True, False]
    assert answers.value["谈话"]["签字"] == ["约谈人", "约谈对象", "记录人"]


def test_what_an_absent_person_said_is_refused() -> None:
    assert faults(read(collective("孙丙寅（缺席）"), notified(**TWO))) == [
        f"第1个表格第15行“孙丙寅：解释说明”：写着“分工不清。”，{BOTH}"
    ]


def test_a_date_alone_is_no_signature() -> None:
    rows = filled()
    rows[15] = ("约谈人签字", "2026年3月10日", "记录人签字", NO_DATE)
    assert read(rows).value["谈话"]["签字"] == ["约谈对象"]


def test_a_picture_is_a_signature() -> None:
    one = now(notified())
    assert one.law is not None
    rows = list(form(*filled()).rows)
    cells = (*rows[15].cells[:3], FormCell(1, 16, 3, 1, "", picture=True))
    rows[15] = FormRow(1, 16, cells)
    view = minutes_form_view(one.record, notified()[0], one.law)
    assert minutes_answers(Form((), tuple(rows)), one, view).value["谈话"]["签字"] == ["约谈人", "约谈对象", "记录人"]


def test_an_untouched_recorder_stays_as_the_record_has_it() -> None:
    assert read(filled(), held()).value["谈话"]["记录人"] == "JW-009"


@pytest.mark.parametrize(
    "typed",
    [
        "2026年3月10日9时30分", "2026-03-10 9:30", "2026.3.10 上午9:30", "2026-03-10T09:30", "2026/3/10 09：30",
        "２０２６年３月１０日９：３０", "2026 年 3 月 10 日 上午 9 时 30 分", "2026年3月10日（星期二）上午9点半",
        "二〇二六年三月十日上午九时三十分", "2026年3月10日周二9:30", "20260310 9:30", "2026年3月10日，9:30—11:00",
        "2026-03-10 9:30 AM", "2026年3月10日\n上午9时30分", "2026年3月10日上午9时30分至11时",
    ],
)  # fmt: skip
def test_the_ways_people_write_a_time_are_understood(typed: str) -> None:
    assert moment_of(typed) == MORNING


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [("下午3时", 15, 0), ("15:00", 15, 0), ("下午15时", 15, 0), ("中午12时", 12, 0), ("晚上7点半", 19, 30),
     ("3:05 PM", 15, 5)],
)  # fmt: skip
def test_the_halves_of_the_day_are_understood(typed: str, hour: int, minute: int) -> None:
    assert moment_of(f"2026年3月10日 {typed}") == datetime(2026, 3, 10, hour, minute)


@pytest.mark.parametrize("typed", ["2026年3月10日上午15时", "2026-03-10 9:60", "2026-03-10 9:30 左右吧", "2026-03-10"])
def test_no_time_is_guessed(typed: str) -> None:
    assert moment_of(typed) == MOMENT_EXPECTED


def test_a_day_that_is_none_is_said_so() -> None:
    assert moment_of("2026年2月30日9时") == "没有“2026年2月30日”这一天，检查月份和日期"
    assert day_of("3月20日") == DAY_EXPECTED
    assert day_of("2026 年 3 月 20 日") == date(2026, 3, 20)


def test_yes_and_no_as_people_write_them() -> None:
    yes = ["是", "已说明", "已说明。", "√", "已向约谈对象说明约谈主题及原因。", "☑已说明　□未说明"]
    no = ["否", "未说明", "没有说明", "未说明约谈主题及原因。", "□已说明　☑未说明"]
    assert [yes_or_no(text) for text in yes] == [True] * len(yes)
    assert [yes_or_no(text) for text in no] == [False] * len(no)
    assert yes_or_no("□已说明　□未说明") is None


def test_words_are_no_placeholder() -> None:
    assert not any(is_blank(text) for text in ["无", "请填写表格的人注意，期限是五日", "2026年3月10日", "（略）"])


REPORT = (
    ("报告人", "钱乙丑", "单位", "市发展和改革委员会", "职务", "副主任"),
    ("约谈日期", "2026年3月10日"),
    ("约谈人", "王辛未（市纪委副书记）"),
    ("约谈主题", "公务接待管理（规范公务接待管理）"),
)
HEAD = ("序号", "问题", "原因", "措施", "责任人", "时限", "完成情况", "佐证")


def report(*rows: tuple[str, ...], day: str = "2026年3月20日", who: str = "钱乙丑", met: str = "2026年3月10日") -> Form:
    facts = form((*REPORT[0][:1], who, *REPORT[0][2:]), ("约谈日期", met), *REPORT[2:])
    signs = form(
        ("其他需要\n说明情况", "无"), ("报告人签字", who, day), ("单位主要负责人\n签字（盖章）", "", NO_DATE), table=3
    )
    return Form(("整改落实情况报告",), (*facts.rows, *form(HEAD, *rows, table=2).rows, *signs.rows))


def test_a_report_says_whose_it_is_when_it_was_formed_and_what_was_done() -> None:
    row = ("1", "接待超标", "把关不严", "逐单审核", "钱乙丑", "2026年4月", "已完成", "制度一份")
    found = rectify_answers(report(row, ("2", *[""] * 7)), now(held()))
    assert faults(found.cells) == []
    assert (found.subject, found.document, found.formed) == ("FGW-002", None, date(2026, 3, 20))
    assert found.measures == (dict(zip(HEAD[1:], row[1:], strict=True)),)


def test_a_report_without_rows_and_without_a_day_is_taken_with_a_note() -> None:
    found = rectify_answers(report(day=NO_DATE), now(held()))
    assert found.formed is None
    assert found.cells.notes == (
        "报告人签字后没有写日期，形成日期没有读入；可用 --formed 写明",
        "整改情况一行也没有填",
    )


def test_the_cells_of_a_report_that_cannot_be_taken_are_named() -> None:
    found = rectify_answers(report(day="3月20日", who="吴己巳", met="2026年3月9日"), now(held()))
    assert faults(found.cells) == [
        "第1个表格第1行“报告人”：写着“吴己巳”，应是约谈对象钱乙丑（FGW-002）；有重名的用 --subject 编号 指明",
        "第1个表格第2行“约谈日期”：写着“2026年3月9日”，档案中是“2026年3月10日”；这像是另一次约谈的报告",
        f"第3个表格第2行“形成日期”：写着“3月20日”，{DAY_EXPECTED}",
    ]


def test_the_minutes_are_no_report() -> None:
    found = rectify_answers(form(*filled()), now(held()))
    assert faults(found.cells)[0].startswith("“表单”：这不是整改落实情况报告")


def test_two_subjects_of_one_name_are_told_apart_by_their_order() -> None:
    units = tuple(
        {**one, "干部": [{**row, "姓名": ALIKE.get(row["编号"], row["姓名"])} for row in one["干部"]]} for one in CITY
    )
    own = collective()
    rows = [tuple(text.replace("孙丙寅", "钱乙丑") for text in row) for row in own]
    answers = read(rows, notified(city(OFFICE, units), **TWO))
    assert faults(answers) == []
    assert [row.get("陈述") for row in answers.value["约谈对象"]] == [MINUTES["陈述"], {"解释说明": "分工不清。"}]
    assert answers.value["谈话"]["签字"] == ["约谈人", "记录人"]


def test_more_rooms_than_people_are_named() -> None:
    rows = filled()
    rows[11:11] = [("钱乙丑：整改措施",), ("又一份。",), ("钱乙丑：解释说明",), ("",)]
    assert faults(read(rows)) == [
        "第1个表格第13行“钱乙丑：整改措施”：写着“又一份。”，这一栏出现的次数多于人数；只留一处"
    ]


def test_a_line_of_a_talk_is_no_heading() -> None:
    assert faults(read(filled(解释说明="钱乙丑：我把关不严"))) == []
    rows = filled()
    rows[9:9] = [("钱乙丑：今后一定改正。",)]
    said = read(rows).value["约谈对象"][0]["陈述"]["解释说明"]
    assert said == "接待超标是把关不严。\n钱乙丑：今后一定改正。"


def test_an_interviewer_who_did_not_come_is_marked_absent() -> None:
    rows = filled()
    rows[2] = ("约谈人\n主谈", "王辛未（缺席）", *BY[2:])
    assert read(rows).value["约谈人"] == [{"编号": "JW-002", "到场": False}]


def test_another_interviewer_is_named() -> None:
    rows = filled()
    rows[2:3] = [BY, ("约谈人\n参加", "郑庚午", *BY[2:])]
    assert faults(read(rows)) == [
        "第1个表格第4行“约谈人”：写着“郑庚午”，记录中没有这一位；换人、加人应改记录的，用 yuetan edit 改后重新生成表单"
    ]


def test_a_column_that_is_not_there_is_noted_and_so_is_what_is_not_the_forms() -> None:
    rows = [row for row in filled() if row[0] not in {"记 录 人", "教育和提醒", "严格执行规定。"}]
    answers = read([("办公室留言", "请于周五前送回"), *rows])
    assert answers.notes == (
        "表单上没有“记录人”一栏，没有读入",
        "表单上没有“教育和提醒”一栏，没有读入",
        "第1个表格第1行不是表单原有的一栏，没有读入：办公室留言",
        "第1个表格第1行不是表单原有的一栏，没有读入：请于周五前送回",
    )
    assert "记录人" not in answers.value["谈话"]


def test_a_column_that_stands_twice_must_say_the_same() -> None:
    rows = filled()
    assert read([*rows, rows[3]]).value == read(rows).value
    assert faults(read([*rows, ("记录人", "李丁卯")])) == [
        "第1个表格第17行“记录人”：写着“李丁卯”，这一栏出现了几次，和第1个表格第4行写得不同；只留一处"
    ]


def test_the_forms_of_what_is_held_keep_the_time_to_the_second() -> None:
    state, one = held(form={**MINUTES, "谈话": {**MINUTES["谈话"], "时间": datetime(2026, 3, 10, 9, 35, 40)}})
    assert read(filled(), (state, one)).value["谈话"]["时间"] == datetime(2026, 3, 10, 9, 35, 40)


def test_a_report_names_its_document_where_the_situation_knows_several() -> None:
    one = now(held())
    assert one.situation is not None
    first = one.situation.follow_ups[0]
    several = replace(one.situation, follow_ups=(first, replace(first, document="廉政承诺书")))
    found = rectify_answers(report(), replace(one, situation=several))
    assert found.document == "整改落实情况报告"
    assert "文书：整改落实情况报告" in found.cells.notes


def test_a_report_of_one_of_several_subjects_is_theirs() -> None:
    both = held(form={"谈话": MINUTES["谈话"], "约谈对象": [
        {"编号": code, "到场": True, "陈述": MINUTES["陈述"]} for code in TWO["subjects"]
    ]}, **TWO)  # fmt: skip
    assert rectify_answers(report(who="孙丙寅"), now(both)).subject == "FGW-003"
    wrong = rectify_answers(report(who="孙丙寅"), now(both), "FGW-002")
    assert faults(wrong.cells)[0].endswith("应是约谈对象钱乙丑（FGW-002）；有重名的用 --subject 编号 指明")


def test_rows_of_a_report_that_lack_something_are_noted() -> None:
    found = rectify_answers(report(("1", "", "原因", *[""] * 5), ("2", "问题", *[""] * 6)), now(held()))
    assert found.cells.notes == ("第2个表格第2行没有写问题", "第2个表格第3行没有写措施")


def test_two_cells_below_one_heading_are_one_text() -> None:
    given = report(("1", "甲", *[""] * 6))
    rows = tuple(
        replace(row, cells=(row.cells[0], row.cells[1], replace(row.cells[1], text="乙"), *row.cells[2:]))
        if row.cells[0].text == "1" else row
        for row in given.rows
    )  # fmt: skip
    assert rectify_answers(replace(given, rows=rows), now(held())).measures == ({"问题": "甲\n乙"},)


def test_a_report_without_the_row_for_signing_is_noted() -> None:
    given = report()
    cut = replace(given, rows=tuple(row for row in given.rows if row.cells[0].text != "报告人签字"))
    found = rectify_answers(cut, now(held()))
    assert found.formed is None
    assert "表单上没有“报告人签字”一栏，没有读入形成日期" in found.cells.notes


def test_the_recorders_words_for_a_day_are_asked_for_in_figures() -> None:
    found = rectify_answers(report(day="昨天"), now(held()))
    assert faults(found.cells) == [f"第3个表格第2行“形成日期”：写着“昨天”，{DAY_EXPECTED}"]
