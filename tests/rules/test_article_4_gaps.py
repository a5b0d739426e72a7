"""第四条: who should have been interviewed before a new post, or after a sanction (W4.2, W4.4)."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from tests.actions.city import CITY, post
from tests.rules.lawful import Raw, Sides, archive, judged, lawful
from yuetan.finding import path_text
from yuetan.rules import article_4_gaps

PROMOTED = date(2026, 4, 1)


def city(**more: Any) -> tuple[Raw, ...]:
    """The city with one cadre who took a new post in 市财政局."""
    units = deepcopy(CITY)
    details = {"变动": "提拔", "职级": "副处", **more}
    units[0]["干部"].append({**post("FGW-003", "孙丙寅", "总会计师", "班子成员"), "任职": PROMOTED, **details})
    return units


def appointment(day: date, **more: Any) -> Raw:
    """A 任前约谈 with that person for that post, held that day."""
    to_be = {"拟任单位": "市财政局", "拟任职务": "总会计师", "拟任职级": "副处", "拟任市管": True, "情形": "提拔"}
    raw = lawful("任前约谈", {"约谈对象[0].编号": "FGW-003", "约谈对象[0].姓名": "孙丙寅", "通知[0].对象": ["FGW-003"]})
    raw["约谈对象"][0]["任前"] = {**to_be, **more}
    at = raw["谈话"]["时间"].replace(year=day.year, month=day.month, day=day.day)
    raw["谈话"]["时间"] = raw["通知"][0]["时间"] = raw["安排"]["时间"] = at
    return raw


def gaps(code: str, *raws: Raw, today: date, **more: Any) -> list[tuple[str, str]]:
    return [(f.file, path_text(f.path)) for f in judged(archive(*raws, **more), today) if f.code == code]


PLACE = [("records/units/CZJ.yaml", "干部[2].任职")]
AFTER = date(2026, 5, 2)


def test_raised_only_once_the_thirty_days_are_over() -> None:
    assert gaps("W4.2", today=date(2026, 5, 1), units=city()) == []
    assert gaps("W4.2", today=AFTER, units=city()) == PLACE


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2026, 1, 1), True), (date(2025, 12, 31), False), (date(2026, 5, 1), True), (date(2026, 5, 2), False)],
)
def test_ninety_days_before_to_thirty_after_count(day: date, counts: bool) -> None:
    assert gaps("W4.2", appointment(day), today=date(2026, 6, 1), units=city()) == ([] if counts else PLACE)


def test_interview_for_another_post_does_not_count() -> None:
    day = date(2026, 3, 10)
    assert gaps("W4.2", appointment(day, 拟任职务="局长"), today=AFTER, units=city()) == PLACE
    assert gaps("W4.2", appointment(day, 拟任单位="市委"), today=AFTER, units=city()) == PLACE
    assert gaps("W4.2", appointment(day, 拟任单位=None), today=AFTER, units=city()) == []


def test_what_a_unit_reported_counts() -> None:
    row = {"编号": "RQ-202603-AAAAA", "类型": "任前约谈", "日期": date(2026, 3, 10), "对象": "FGW-003"}
    received = {"期间": "2026H1", "单位": "SW", "收到日期": date(2026, 4, 2), "约谈": [row]}
    assert gaps("W4.2", today=AFTER, units=city(), received=(received,)) == []


@pytest.mark.parametrize(
    ("details", "owed"),
    [
        ({"变动": "调整", "重要岗位": True}, True),
        ({"变动": "调整"}, False),
        ({"变动": "其他"}, False),
        ({"职级": "正科"}, False),
        ({"管理": "县管"}, False),
        ({"任职": date(2024, 12, 31)}, False),
    ],
)
def test_owed_by_promotion_or_an_important_post_of_a_city_managed_cadre(details: Raw, owed: bool) -> None:
    assert gaps("W4.2", today=AFTER, units=city(**details)) == (PLACE if owed else [])


def test_only_a_gathering_office_can_tell() -> None:
    assert gaps("W4.2", today=AFTER, units=city(), office={"角色": "报送"}) == []


SANCTION = date(2025, 6, 1)


def sanctioned(**changes: Any) -> Raw:
    return lawful("回访约谈", {"约谈对象[0].处分[0].日期": SANCTION, **changes})


def test_follow_up_within_a_year_settles_the_sanction() -> None:
    assert gaps("W4.4", sanctioned(), today=date(2026, 6, 24)) == []


def test_sanction_without_a_talk_is_named_when_the_year_is_over() -> None:
    draft = sanctioned(谈话=None)
    assert gaps("W4.4", draft, today=date(2026, 6, 1)) == []
    place = "约谈对象[0].处分[0]"
    assert gaps("W4.4", draft, today=date(2026, 6, 2)) == [("records/interviews/2026/03/HF-202603-7K3FQ.yaml", place)]


def test_cancelling_the_talk_does_not_settle_the_sanction() -> None:
    cancelled = sanctioned(谈话=None, 撤销={"日期": date(2026, 3, 9), "原因": "另行安排"})
    assert len(gaps("W4.4", cancelled, today=date(2026, 6, 2))) == 1


def test_a_sanction_told_twice_is_named_once() -> None:
    second = {**sanctioned(谈话=None), "编号": "HF-202603-AAAAA", "通知": []}
    assert len(gaps("W4.4", sanctioned(谈话=None), second, today=date(2026, 6, 2))) == 1


def test_only_a_gathering_office_can_tell_of_sanctions_too() -> None:
    assert gaps("W4.4", sanctioned(谈话=None), today=date(2026, 6, 2), office={"角色": "报送"}) == []


CASES = {
    article_4_gaps.new_posts_talked_about: Sides(
        archive(appointment(date(2026, 5, 1)), units=city()),
        archive(appointment(date(2026, 5, 2)), units=city()),
        date(2026, 6, 1),
    ),
    article_4_gaps.sanctioned_talked_to: Sides(archive(sanctioned()), archive(sanctioned(谈话=None)), date(2026, 6, 2)),
}
