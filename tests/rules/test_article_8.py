"""第八条: confidence, conduct and rectification (B8.1, W8.1, B8.2, B8.3, W8.3)."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime
from typing import Any

import pytest

from tests.actions.city import CITY, OFFICE, built
from tests.regulation.city import COUNTY
from tests.rules.lawful import Raw, Sides, archive, found, judged, lawful, places, sides
from yuetan.finding import path_text
from yuetan.model import Office
from yuetan.rules import article_8_conduct, article_8_confidence, article_8_rectification
from yuetan.rules.confidence import leaks

S = "约谈对象[0]"
GIST = f"{S}.问题.概述"


@pytest.mark.parametrize(
    "text",
    [
        "手机 13800000000", "手机 138 0000 0000", "电话+86-13800000000", "１３８００００００００", "0518-81234567",
        "(0518)81234567", "身份证 320700197001011234",
        "32070019700101123X", "320700 19700101 123x", "老身份证 320700700101123",
        "反映人：某某", "举报人是某某", "控告人姓名：某某", "检举人电话为某号",
    ],
)  # fmt: skip
def test_numbers_of_people_and_informants_may_stand_nowhere(text: str) -> None:
    assert places("B8.1", lawful("警示约谈", {GIST: text})) == [GIST]


@pytest.mark.parametrize(
    "text",
    [
        "不得追查反映人", "不透露反映人的任何信息", "群众反映强烈", "维修资金 138 万元", "2026-03-10 09:30",
        "档号 2026-0012",
        "经费 320700 元", "第 12800000000 号", "编号 JS-202603-7K3FQ", "示纪约〔2026〕41号", "12388",
    ],
)  # fmt: skip
def test_ordinary_text_is_no_leak(text: str) -> None:
    assert places("B8.1", lawful("警示约谈", {GIST: text})) == []


def test_a_leak_is_not_repeated_whole() -> None:
    message = found("B8.1", lawful("警示约谈", {GIST: "手机 13800000078"}))[0][1]
    assert message.startswith("不应有手机号码 138…78；删去")


@pytest.mark.parametrize("key", ["反映人", "举报人姓名", "反映人电话"])
def test_forbidden_keys_are_named_anywhere(key: str) -> None:
    assert places("B8.1", lawful("警示约谈", {f"{S}.问题.{key}": "某某"})) == [f"{S}.问题.{key}"]


def test_digests_and_numbers_are_passed() -> None:
    paper = {"种类": "约谈通知书", "摘要": "13800000000" + "0" * 53, "模板": "320700197001011234"}
    assert places("B8.1", lawful("警示约谈", {"文书": [paper]})) == []


def test_the_offices_own_telephone_is_no_leak_and_its_sealed_words_are() -> None:
    own = {"联系": {"电话": "0518-81234567"}, "保密词": ["某某案"]}
    assert places("B8.1", lawful("警示约谈", {GIST: "联系 0518-81234567"}), office=own) == []
    assert places("B8.1", lawful("警示约谈", {GIST: "联系 0518-81234568"}), office=own) == [GIST]
    assert places("B8.1", lawful("警示约谈", {GIST: "与某某案有关"}), office=own) == [GIST]
    assert places("B8.1", lawful("警示约谈", {GIST: "与某案有关"}), office=own) == []


def test_cancelled_and_old_records_are_searched_too() -> None:
    leak = {GIST: "手机 13800000000"}
    cancelled = {"谈话": None, f"{S}.整改": None, "撤销": {"日期": date(2026, 3, 6), "原因": "另行安排"}}
    assert places("B8.1", lawful("警示约谈", {**leak, **cancelled})) == [GIST]
    assert places("B8.1", lawful("警示约谈", leak), office={"启用": date(2026, 6, 1)}) == [GIST]


def test_a_record_that_cannot_be_built_is_searched_too() -> None:
    assert places("B8.1", lawful("警示约谈", {"约谈对象": None, "反映人": "某某"})) == ["反映人"]


def test_it_can_never_be_acknowledged() -> None:
    exemption = {"规则": "B8.1", "原因": "已知"}
    raw = lawful("警示约谈", {GIST: "手机 13800000000", "例外": [exemption]})
    assert [f.acknowledged for f in judged(archive(raw)) if f.code == "B8.1"] == [False]


def test_other_files_are_searched() -> None:
    units = deepcopy(CITY)
    units[0]["干部"][0]["免谈"] = [{"年度": 2025, "原因": "病假，电话 13800000000"}]
    state = archive(units=units)
    hits = [(f.file, path_text(f.path)) for f in judged(state) if f.code == "B8.1"]
    assert hits == [("records/units/CZJ.yaml", "干部[0].免谈[0].原因")]


def test_short_words_are_masked_too() -> None:
    office = built(Office, {**OFFICE, "保密词": ["某案"]})
    assert leaks("某案", office) == ("保密词 某…",)


COMPLAINT = {f"{S}.问题.来源": "信访举报"}


@pytest.mark.parametrize("word", ["举报", "反映", "来信", "信访", "投诉", "匿名"])
def test_words_that_give_a_complaint_away(word: str) -> None:
    told = {"事由": f"核实{word}的问题"}
    assert places("W8.1", lawful("警示约谈", {**COMPLAINT, **told})) == ["事由"]
    assert places("W8.1", lawful("警示约谈", told)) == []


def test_every_place_that_the_subject_reads_is_judged_and_the_longest_word_named() -> None:
    raw = lawful("警示约谈", {**COMPLAINT, "主题": "信访举报", "通知[0].主题": "群众反映的问题"})
    assert [(path, message.split("会")[0]) for path, message in found("W8.1", raw)] == [
        ("主题", "“信访举报”"),
        ("通知[0].主题", "“群众反映”"),
    ]


def test_names_of_units_and_posts_are_apart() -> None:
    units = deepcopy(CITY)
    units[0]["沿革"][0]["名称"] = "市信访局"
    told = {**COMPLAINT, "事由": "了解市信访局的经费使用"}
    assert places("W8.1", lawful("警示约谈", told), units=units) == []
    assert places("W8.1", lawful("警示约谈", {**told, "事由": "市信访局转来的信访件"}), units=units) == ["事由"]


ACT = f"{S}.违纪"


def test_a_recorded_breach_has_its_handling() -> None:
    act: Raw = {"行为": "回避问题", "日期": date(2026, 3, 10)}
    assert places("B8.2", lawful("警示约谈", {ACT: [act]})) == [f"{ACT}[0]"]
    for way in ("批评教育", "组织处理", "纪律处分"):
        assert places("B8.2", lawful("警示约谈", {ACT: [{**act, "处理": [way]}]})) == []
    assert places("B8.2", lawful("警示约谈", {ACT: [{**act, "处理": ["谈话"]}]})) == [f"{ACT}[0]"]
    assert places("B8.2", lawful("警示约谈", {ACT: [{**act, "处理": ["批评教育"]}, act]})) == [f"{ACT}[1]"]


def test_pursuing_the_informant_is_a_breach_where_there_was_a_complaint() -> None:
    act = {"行为": "打击报复", "处理": ["纪律处分"]}
    assert places("B8.2", lawful("警示约谈", {**COMPLAINT, ACT: [act]})) == []
    assert places("B8.2", lawful("警示约谈", {ACT: [act]})) == [f"{ACT}[0].行为"]


R = f"{S}.整改[0]"


def formed(day: date, talk: date = date(2026, 3, 10), **more: Any) -> Raw:
    """A warning held on `talk` whose report was formed on `day`."""
    at = datetime(talk.year, talk.month, talk.day, 9, 30)
    times = {"谈话.时间": at, "安排.时间": at, "通知[0].时间": at}
    return lawful("警示约谈", {**times, R: {"形成日期": day, "报送日期": day, "收到日期": day, "评价": "到位"}, **more})


def both(raw: Raw, **more: Any) -> list[tuple[str, str, str]]:
    today = more.pop("today", date(2026, 6, 24))
    return [
        (f.code, path_text(f.path), f.level.value) for f in judged(archive(raw, **more), today) if f.code[1:] == "8.3"
    ]


def test_day_fifteen_is_included_and_the_day_of_the_talk_is_not_counted() -> None:
    assert both(formed(date(2026, 3, 25))) == []
    assert both(formed(date(2026, 3, 26))) == [("B8.3", f"{R}.形成日期", "error")]


def test_message_says_how_late_and_tells_the_sum() -> None:
    assert found("B8.3", formed(date(2026, 3, 27)))[0][1] == (
        "钱乙丑（FGW-002）的整改落实情况报告 2026-03-27 才形成，迟了2天；约谈日 3月10日不计入，第15日为 3月25日（周三）"
    )


FRIDAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 28), []),
        (date(2026, 3, 29), [("W8.3", f"{R}.形成日期", "warning")]),
        (date(2026, 3, 30), [("W8.3", f"{R}.形成日期", "warning")]),
        (date(2026, 3, 31), [("B8.3", f"{R}.形成日期", "error")]),
    ],
)
def test_where_day_fifteen_is_a_saturday_the_next_workday_is_only_doubtful(day: date, expected: list[Any]) -> None:
    assert both(formed(day, FRIDAY)) == expected


def test_the_office_may_read_that_nothing_rolls() -> None:
    choice = {"选择": [{"参数": "整改.顺延", "值": False, "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert both(formed(date(2026, 3, 30), FRIDAY), office=choice) == [("B8.3", f"{R}.形成日期", "error")]


def test_a_make_up_saturday_is_a_working_day() -> None:
    assert both(formed(date(2026, 5, 9), date(2026, 4, 24))) == []
    assert both(formed(date(2026, 5, 11), date(2026, 4, 24))) == [("B8.3", f"{R}.形成日期", "error")]


def test_nothing_formed_is_a_breach_when_the_day_is_over() -> None:
    raw = lawful("警示约谈", {f"{S}.整改": None})
    assert both(raw, today=date(2026, 3, 25)) == []
    assert both(raw, today=date(2026, 3, 26)) == [("B8.3", f"{S}.整改", "error")]
    weekend = {f"{S}.整改": None}
    assert both(formed(FRIDAY, FRIDAY, **weekend), today=date(2026, 3, 30)) == [("W8.3", f"{S}.整改", "warning")]
    assert both(formed(FRIDAY, FRIDAY, **weekend), today=date(2026, 3, 31)) == [("B8.3", f"{S}.整改", "error")]


def test_the_last_round_counts_and_a_returned_one_owes_another() -> None:
    returned = {"形成日期": date(2026, 3, 15), "报送日期": date(2026, 3, 15), "退回原因": "措施不具体"}
    again = {"形成日期": date(2026, 3, 24), "报送日期": date(2026, 3, 24)}
    assert both(lawful("警示约谈", {f"{S}.整改": [returned, again]})) == []
    late = {**again, "形成日期": date(2026, 3, 26), "报送日期": date(2026, 3, 26)}
    assert both(lawful("警示约谈", {f"{S}.整改": [returned, late]})) == [("B8.3", f"{S}.整改[1].形成日期", "error")]
    assert both(lawful("警示约谈", {f"{S}.整改": [returned]})) == [("B8.3", f"{R}.退回原因", "error")]
    assert both(lawful("警示约谈", {f"{S}.整改": [returned]}), today=date(2026, 3, 25)) == []


def test_the_report_was_sent() -> None:
    unsent = {f"{R}.报送日期": None, f"{R}.收到日期": None, f"{R}.评价": None}
    assert both(lawful("警示约谈", unsent)) == [("B8.3", f"{R}.报送日期", "error")]
    assert both(lawful("警示约谈", unsent), today=date(2026, 3, 25)) == []
    assert both(lawful("警示约谈", {f"{R}.报送日期": None})) == []


def test_an_absent_subject_owes_no_report() -> None:
    absent = {"编号": "FGW-003", "到场": False, "问题": {"来源": "巡察", "归属": ["本人"]}}
    assert both(lawful("警示约谈", {"约谈对象[1]": absent, "方式": "集体谈话", "集体原因": "同一问题"})) == []


@pytest.mark.parametrize("verdict", ["措施不到位", "整改不力"])
def test_a_failing_verdict_needs_its_accountability_before_closing(verdict: str) -> None:
    failing = {f"{R}.评价": verdict}
    closed = {**failing, "办结": {"日期": date(2026, 4, 1)}}
    account = {f"{S}.追责": {"方式": "通报批评", "日期": date(2026, 4, 1)}}
    assert both(lawful("警示约谈", failing)) == []
    assert both(lawful("警示约谈", closed)) == [("B8.3", f"{S}.追责", "error")]
    assert both(lawful("警示约谈", {**closed, **account})) == []
    late = {**closed, f"{S}.追责": {"方式": "通报批评", "日期": date(2026, 4, 2)}}
    assert both(lawful("警示约谈", late)) == [("B8.3", f"{S}.追责.日期", "error")]
    choice = {"选择": [{"参数": "整改.追责后办结", "值": False, "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert both(lawful("警示约谈", closed), office=choice) == []


def test_the_office_may_count_by_receipt() -> None:
    choice = {"选择": [{"参数": "整改.为准", "值": "收到", "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    late = {f"{R}.形成日期": date(2026, 3, 25), f"{R}.报送日期": date(2026, 3, 25), f"{R}.收到日期": date(2026, 3, 26)}
    assert both(lawful("警示约谈", late)) == []
    assert both(lawful("警示约谈", late), office=choice) == [("B8.3", f"{R}.收到日期", "error")]
    missing = {**late, f"{R}.收到日期": None}
    assert both(lawful("警示约谈", missing), office=choice) == [("B8.3", f"{R}.收到日期", "error")]


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 3, 17), []), (date(2026, 3, 18), ["收到日期"])])
def test_the_county_counts_five_working_days_to_the_receipt_of_its_own_document(day: date, expected: list[str]) -> None:
    office = {"规范": [{"自": date(2024, 1, 1), "规范": COUNTY}]}
    raw = {**formed(day), "类型": "提示约谈"}
    raw["约谈对象"][0]["整改"][0]["评价"] = "认可"
    assert [path for _, path, _ in both(raw, office=office)] == [f"{R}.{key}" for key in expected]
    raw["约谈对象"][0]["整改"][0]["文书"] = "廉政承诺书"
    assert [path for _, path, _ in both(raw, office=office)] == [f"{R}.{key}" for key in expected]
    raw["约谈对象"][0]["整改"][0]["文书"] = "别的文书"
    assert [path for _, path, _ in both(raw, office=office)] == [f"{S}.整改"]


def excused(reason: str) -> tuple[Raw, ...]:
    """The city with one cadre excused for this reason."""
    units = deepcopy(CITY)
    units[0]["干部"][0]["免谈"] = [{"年度": 2025, "原因": reason}]
    return units


ACTED: Raw = {"行为": "回避问题", "日期": date(2026, 3, 10), "处理": ["批评教育"]}

CASES = {
    article_8_confidence.no_informant: sides("警示约谈", {GIST: "群众反映强烈"}, {GIST: "手机 13800000000"}),
    article_8_confidence.no_informant_elsewhere: Sides(
        archive(units=excused("病假")), archive(units=excused("病假，电话 13800000000"))
    ),
    article_8_confidence.neutral_wording: sides("警示约谈", COMPLAINT, {**COMPLAINT, "事由": "核实来信反映的问题"}),
    article_8_conduct.misconduct_handled: sides("警示约谈", {ACT: [ACTED]}, {ACT: [{**ACTED, "处理": None}]}),
    article_8_rectification.report_in_time: Sides(
        archive(formed(date(2026, 3, 25))), archive(formed(date(2026, 3, 26)))
    ),
    article_8_rectification.report_on_the_next_workday: Sides(
        archive(formed(date(2026, 3, 28), FRIDAY)), archive(formed(date(2026, 3, 29), FRIDAY))
    ),
}
