"""第五条: who may hold the interview, and how (B5, W5, B5.6, B5.m)."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from tests.actions.city import CITY, post, unit
from tests.rules.lawful import FGW, JW, Raw, Sides, archive, codes, found, judged, lawful, places, sides
from yuetan.finding import path_text
from yuetan.rules import article_5, article_5_manner

HEAD = {"编号": "FGW-001", "姓名": "赵甲子", **FGW, "职务": "主任、党组书记"}
OTHERS_HEAD = {"编号": "CZJ-001", "姓名": "周戊辰", "单位": "市财政局", "职务": "局长、党组书记"}
STAFF = {"编号": "JW-009", "姓名": "冯壬申", "单位": "市纪委监委", "职务": "干部"}
BASIS = {"市委安排": "市委常委会 2026-02-20 安排", "工作需要": "换届"}


def daily(*interviewers: Raw, **changes: Any) -> Raw:
    return lawful("日常约谈", {"约谈人": list(interviewers), **changes})


def both(raw: Raw, **more: Any) -> list[tuple[str, str]]:
    findings = judged(archive(raw, **more))
    return [(f.code, path_text(f.path)) for f in findings if f.code in {"B5", "W5"}]


def test_head_of_the_own_unit_is_entitled() -> None:
    assert both(daily(HEAD)) == []


def test_head_of_another_unit_is_not_and_the_message_names_who_is() -> None:
    assert found("B5", daily(OTHERS_HEAD)) == [
        (
            "约谈人[0]",
            (
                "周戊辰（CZJ-001）无权对钱乙丑（FGW-002）进行日常约谈；有权的是 "
                "第五条第（四）项：赵甲子（市发展和改革委员会主任、党组书记）；"
                "第五条第（七）项：郑庚午（市纪委书记）、王辛未（市纪委副书记）"
            ),
        )
    ]


def test_nobody_interviews_themselves() -> None:
    assert both(daily({"编号": "FGW-002", "姓名": "钱乙丑"})) == [("B5", "约谈人[0]")]


def test_who_only_sits_in_does_not_entitle() -> None:
    assert both(daily({**HEAD, "分工": "参加"}, OTHERS_HEAD)) == [("B5", "约谈人[1]")]
    assert both(daily(HEAD, {**OTHERS_HEAD, "分工": "参加"})) == []


def test_an_absent_interviewer_does_not_entitle() -> None:
    assert both(daily({**HEAD, "到场": False})) == [("B5", "约谈人")]
    assert both(daily({**HEAD, "到场": False}, OTHERS_HEAD)) == [("B5", "约谈人[1]")]


def test_nobody_at_all_is_a_breach_from_the_notice_on() -> None:
    assert both(lawful("日常约谈", {"约谈人": None})) == [("B5", "约谈人")]
    assert both(lawful("日常约谈", {"约谈人": None, "谈话": None, "通知": None})) == []


def test_somebody_not_entitled_is_a_breach_in_a_draft_already() -> None:
    assert both(daily(OTHERS_HEAD, 谈话=None, 通知=None)) == [("B5", "约谈人[0]")]


def test_two_of_whom_neither_is_entitled_point_to_all_interviewers() -> None:
    assert both(daily(OTHERS_HEAD, STAFF)) == [("B5", "约谈人")]


COLLECTIVE = {
    "方式": "集体谈话",
    "集体原因": "分工相近",
    "约谈对象[1]": {
        "编号": "CZJ-002",
        "姓名": "吴己巳",
        "陈述": {"责任制履行情况": "履行了。", "个人廉洁自律情况": "遵守了。"},
    },
}


def test_each_subject_needs_an_entitled_interviewer() -> None:
    assert both(daily(HEAD, **COLLECTIVE)) == [("B5", "约谈对象[1]")]
    assert both(daily(HEAD, OTHERS_HEAD, **COLLECTIVE)) == []


def test_an_absent_subject_needs_none() -> None:
    assert both(daily(HEAD, **{**COLLECTIVE, "约谈对象[1].到场": False})) == []


@pytest.mark.parametrize("item", ["第五条第（四）项", "第五条（四）", "第五条第(四)项"])
def test_a_true_basis_may_be_written_in_several_ways(item: str) -> None:
    assert both(daily({**HEAD, "依据": item})) == []


def test_an_untrue_basis_is_a_breach_though_the_interviewer_is_entitled() -> None:
    assert found("B5", daily({**HEAD, "依据": "第五条第（七）项"})) == [
        ("约谈人[0].依据", "赵甲子（FGW-001）的依据“第五条第（七）项”不实：有权的依据是 第五条第（四）项")
    ]
    assert both(daily(HEAD, {**STAFF, "分工": "参加", "依据": "第五条第（四）项"})) == [("B5", "约谈人[1].依据")]


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (None, [("B5", "安排依据")]),
        ({"市委安排": "有"}, [("B5", "安排依据")]),
        ({"工作需要": "有"}, [("B5", "安排依据")]),
        (BASIS, []),
    ],
)
def test_inspection_body_holds_a_daily_interview_by_arrangement_and_need(basis: Any, expected: list[Any]) -> None:
    raw = daily(JW)
    if basis is not None:
        raw["安排依据"] = basis
    assert both(raw) == expected


def test_the_office_may_read_and_as_or() -> None:
    choice = {"选择": [{"参数": "专门机关日常.依据", "值": "或", "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    raw = {**daily(JW), "安排依据": {"市委安排": "有"}}
    assert both(raw, office=choice) == []
    assert both({**raw, "安排依据": {}}, office=choice) == [("B5", "安排依据")]


def test_staff_of_the_inspection_body_is_doubtful_unless_the_office_reads_it_so() -> None:
    raw = lawful("警示约谈", {"约谈人": [STAFF], "谈话.记录人": "示例员"})
    assert both(raw) == [("W5", "约谈人[0]")]
    choice = {"选择": [{"参数": "纪委.须领导", "值": False, "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert both(raw, office=choice) == []


def test_a_recorded_delegation_by_somebody_entitled_is_doubtful() -> None:
    sent = {**OTHERS_HEAD, "委托": {"人": "FGW-001", "日期": date(2026, 3, 1), "依据": "工作安排"}}
    assert both(daily(sent)) == [("W5", "约谈人[0]")]
    assert both(daily({**sent, "依据": "第五条第（四）项"})) == [("W5", "约谈人[0]")]
    assert both(daily({**sent, "委托": {"人": "CZJ-002"}})) == [("B5", "约谈人[0]")]


def test_a_delegation_of_a_later_day_or_to_the_subject_entitles_nobody() -> None:
    late = {**OTHERS_HEAD, "委托": {"人": "FGW-001", "日期": date(2026, 3, 11)}}
    assert both(daily(late)) == [("B5", "约谈人[0]")]
    assert both(daily({**late, "委托": {"人": "FGW-001", "日期": date(2026, 3, 10)}})) == [("W5", "约谈人[0]")]
    himself = {"编号": "FGW-002", "姓名": "钱乙丑", "分工": "主谈", "委托": {"人": "FGW-001"}}
    assert both(daily(himself)) == [("B5", "约谈人[0]")]


@pytest.mark.parametrize("item", ["第五条第四项", "第五条（四）", "第五条第(四)项", "《办法》第五条第（四）项"])
def test_an_item_may_be_written_in_several_ways(item: str) -> None:
    assert both(daily({**HEAD, "依据": item})) == []
    assert both(daily({**HEAD, "依据": item.replace("四", "三")})) == [("B5", "约谈人[0].依据")]


def test_a_unit_interviewing_its_own_other_cadre_is_doubtful() -> None:
    other = {"约谈对象[0].编号": "FGW-009", "约谈对象[0].姓名": "李丁卯", "约谈对象[0].说明": "工作需要"}
    assert both(daily(HEAD, **other)) == [("W5", "约谈人[0]")]


def court() -> tuple[Raw, ...]:
    head, member = post("FY-001", "何甲午", "院长", "主要负责人"), post("FY-002", "吕乙未", "副院长", "班子成员")
    return (*CITY, unit("FY", "市中级法院", "市法院", {**head, "党内职务": "党组书记"}, member))


def test_a_member_whom_no_item_reaches_is_doubtful() -> None:
    member = {"约谈对象[0].编号": "FY-002", "约谈对象[0].姓名": "吕乙未", "通知[0].对象": ["FY-002"]}
    president = {"编号": "FY-001", "姓名": "何甲午"}
    assert both(daily(president, **member), units=court()) == [("W5", "约谈人[0]")]


def test_the_wider_reading_of_item_1_is_doubtful() -> None:
    member = {"约谈对象[0].编号": "FY-002", "约谈对象[0].姓名": "吕乙未", "通知[0].对象": ["FY-002"]}
    secretary = {"编号": "SW-001", "姓名": "陈癸酉"}
    assert [message for _, message in found("W5", daily(secretary, **member), units=court())] == [
        (
            "陈癸酉（SW-001）约谈吕乙未（FY-002），只在较宽的理解下有权（第五条第（一）项：把市人大、市政协、市法院、市检察院的班子成员和"
            "党组（党委）书记也理解在内）；有权的是 第五条第（七）项：郑庚午（市纪委书记）、王辛未（市纪委副书记）"
        )
    ]


def test_a_vacant_post_makes_it_doubtful() -> None:
    units = deepcopy(CITY)
    units[1]["干部"][0]["免职"] = date(2026, 3, 10)
    deputy = {"编号": "FGW-003", "姓名": "孙丙寅"}
    assert both(daily(deputy), units=units) == [("W5", "约谈人[0]")]
    units[1]["干部"][0]["免职"] = date(2026, 3, 11)
    assert both(daily(deputy), units=units) == [("B5", "约谈人[0]")]


def test_an_interviewer_whom_the_roster_does_not_know_is_no_vacancy() -> None:
    units = deepcopy(CITY)
    units[1]["干部"][0]["免职"] = date(2026, 3, 10)
    assert both(daily({"编号": "XXX-001", "姓名": "何人"}), units=units) == [("B5", "约谈人[0]")]


def test_an_unknown_situation_is_left_to_s2() -> None:
    assert both({**daily(OTHERS_HEAD), "类型": "提醒谈话"}) == []


AGREED = "协调[0].商请"


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 3, 10), []), (date(2026, 3, 11), [f"{AGREED}.日期"])])
def test_organisation_department_is_consulted_by_the_day_of_the_talk(day: date, expected: list[str]) -> None:
    assert places("B5.6", lawful("任前约谈", {f"{AGREED}.日期": day})) == expected


def test_consultation_is_owed_from_the_notice_on() -> None:
    assert places("B5.6", lawful("任前约谈", {AGREED: None})) == ["协调"]
    assert places("B5.6", lawful("任前约谈", {f"{AGREED}.日期": None})) == [f"{AGREED}.日期"]
    assert places("B5.6", lawful("任前约谈", {f"{AGREED}.单位": "市人社局"})) == ["协调"]
    assert places("B5.6", lawful("任前约谈", {AGREED: None, "谈话": None, "通知": None})) == []


def test_other_situations_need_no_consultation_under_5_6() -> None:
    assert places("B5.6", lawful("警示约谈", {AGREED: None})) == []


def test_individual_has_one_subject_and_collective_more() -> None:
    assert codes(daily({**HEAD, "分工": "主谈"}, 方式="集体谈话")) == ["B5.m"]
    assert places("B5.m", daily(HEAD, OTHERS_HEAD, **{**COLLECTIVE, "方式": "个别谈话"})) == ["方式"]
    assert places("B5.m", daily(HEAD, OTHERS_HEAD, **COLLECTIVE)) == []
    assert places("B5.m", daily(HEAD, 方式=None)) == []
    assert places("B5.m", daily(HEAD, OTHERS_HEAD, **{**COLLECTIVE, "方式": None})) == ["约谈对象"]


def test_collective_without_its_reason_is_doubtful() -> None:
    raw = daily(HEAD, OTHERS_HEAD, **COLLECTIVE)
    del raw["集体原因"]
    found_ = [(f.code, f.level.value) for f in judged(archive(raw)) if f.code == "B5.m"]
    assert found_ == [("B5.m", "warning")]


CASES = {
    article_5.entitled_interviewer: Sides(archive(daily(HEAD)), archive(daily(OTHERS_HEAD))),
    article_5.doubtful_interviewer: sides("警示约谈", {"约谈人": [JW]}, {"约谈人": [STAFF]}),
    article_5_manner.agreed_beforehand: sides(
        "任前约谈", {"协调[0].商请.日期": date(2026, 3, 10)}, {"协调[0].商请.日期": date(2026, 3, 11)}
    ),
    article_5_manner.one_or_several: sides("警示约谈", {}, {"方式": "集体谈话", "集体原因": "同一问题"}),
}
