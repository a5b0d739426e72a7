"""第三条: whom an interview may be held with."""

from __future__ import annotations

from tests.rules.lawful import codes, found, lawful, places, sides
from yuetan.rules import article_3

OTHER = {"约谈对象[0].编号": "FGW-009", "约谈对象[0].姓名": "李丁卯", "约谈对象[0].职务": "综合科科长"}
PLACE = "约谈对象[0].说明"


def test_city_managed_subject_needs_no_reason() -> None:
    assert places("B3", lawful()) == []


def test_other_cadre_without_reason_is_a_breach_even_in_a_draft() -> None:
    held = lawful("警示约谈", OTHER)
    draft = lawful("警示约谈", {**OTHER, "谈话": None, "通知": None})
    message = "李丁卯（FGW-009）当日不是市管干部，也不是第五条点名的人；确有工作需要的，在 说明 中写明原因"
    assert found("B3", held) == [(PLACE, message)]
    assert found("B3", draft) == [(PLACE, message)]


def test_other_cadre_with_reason_is_lawful() -> None:
    assert places("B3", lawful("警示约谈", {**OTHER, PLACE: "负责的资金出了问题"})) == []


def test_blank_reason_is_no_reason() -> None:
    assert codes(lawful("警示约谈", {**OTHER, PLACE: "  "})) == ["S2"]


def test_provincially_managed_subject_whom_article_5_names_needs_no_reason() -> None:
    changes = {"约谈对象[0].编号": "SW-002", "约谈对象[0].姓名": "褚甲戌", "约谈对象[0].单位": "市委"}
    assert places("B3", lawful("警示约谈", changes)) == []


def test_appointee_is_judged_by_the_post_to_be() -> None:
    assert places("B3", lawful("任前约谈", OTHER)) == []
    assert places("B3", lawful("任前约谈", {**OTHER, "约谈对象[0].任前.拟任市管": False})) == [PLACE]


def test_appointee_who_is_in_no_roster_yet_is_judged_by_the_post_to_be() -> None:
    new = {"约谈对象[0].编号": "NEW-001", "约谈对象[0].姓名": "沈甲午"}
    assert places("B3", lawful("任前约谈", new)) == []
    assert places("B3", lawful("任前约谈", {**new, "约谈对象[0].任前.拟任市管": False})) == [PLACE]


def test_cancelled_record_and_one_from_before_the_start_are_left_alone() -> None:
    cancelled = {**OTHER, "谈话": None, "撤销": {"日期": lawful()["起草"], "原因": "另行安排"}}
    assert places("B3", lawful("警示约谈", cancelled)) == []
    talk_day = lawful()["谈话"]["时间"].date()
    assert places("B3", lawful("警示约谈", OTHER), office={"启用": talk_day.replace(day=11)}) == []
    assert places("B3", lawful("警示约谈", OTHER), office={"启用": talk_day}) == [PLACE]


def test_a_draft_may_still_lack_the_post_to_be_by_which_it_is_judged() -> None:
    draft = {**OTHER, "约谈对象[0].任前": None, "谈话": None}
    assert places("B3", lawful("任前约谈", {**draft, "通知": None})) == []
    assert places("B3", lawful("任前约谈", draft)) == [PLACE]


CASES = {
    article_3.subject_is_meant: sides("警示约谈", {**OTHER, PLACE: "负责的资金出了问题"}, OTHER),
}
