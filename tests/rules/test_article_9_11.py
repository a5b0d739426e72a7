"""第九条 and 第十一条: laxer local regulations, and what no regulation judges (B9, B11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.actions.city import TODAY, laws_of
from tests.regulation.city import CITY as CITY_LAW
from tests.regulation.city import COUNTY
from tests.rules.lawful import Sides, archive, judged, lawful, places
from yuetan.finding import path_text
from yuetan.regulation.law import Laws
from yuetan.rules import article_9_11, judge

LOCAL = {"规范": [{"自": date(2024, 1, 1), "规范": COUNTY}]}


def test_the_citys_own_regulation_has_no_parent_to_be_laxer_than() -> None:
    assert [f for f in judged(archive()) if f.code == "B9"] == []


def test_each_laxer_parameter_of_a_local_regulation_is_named_with_both_values() -> None:
    found = [(f.file, f.level.value, f.message) for f in judged(archive(office=LOCAL)) if f.code == "B9"]
    file = f"schemas/regulations/{COUNTY}.yaml"
    assert (file, "warning", "“通知.提前”比上位规范宽松：本规范2天，上位规范3天") in found
    assert all(row[0] == file for row in found)


def test_an_unknown_parent_cannot_be_compared_and_an_unknown_profile_is_left_alone() -> None:
    state = archive(office=LOCAL)
    laws = laws_of(state)
    alone = Laws({COUNTY: laws.profiles[COUNTY]}, state.office, laws.calendar)
    assert [path_text(f.path) for f in judge(state, alone, TODAY) if f.code == "B9"] == ["上位规范"]
    none = Laws({}, state.office, laws.calendar)
    assert [f for f in judge(state, none, TODAY) if f.code == "B9"] == []


def on(day: date, **changes: Any) -> dict[str, Any]:
    at = datetime(day.year, day.month, day.day, 9, 30)
    return lawful("警示约谈", {"谈话.时间": at, **changes})


EARLY = {"启用": date(2010, 1, 1), "规范": [{"自": date(2010, 1, 1), "规范": CITY_LAW}]}


@pytest.mark.parametrize(("day", "expected"), [(date(2015, 2, 3), ["起草"]), (date(2015, 2, 4), [])])
def test_nothing_before_the_day_of_issue_falls_under_the_regulation(day: date, expected: list[str]) -> None:
    assert places("B11", on(day), office=EARLY) == expected


def test_a_record_names_a_profile_that_is_known_and_in_force() -> None:
    assert places("B11", on(date(2026, 3, 10), 规范=CITY_LAW)) == []
    assert places("B11", on(date(2026, 3, 10), 规范="lianyungang-2014")) == ["规范"]
    assert places("B11", on(date(2023, 12, 31), 规范=COUNTY), office=EARLY) == ["规范"]


def test_a_day_for_which_the_office_names_no_profile_is_judged_by_none() -> None:
    late = {"规范": [{"自": date(2026, 4, 1), "规范": CITY_LAW}]}
    assert places("B11", on(date(2026, 3, 10)), office=late) == ["起草"]


def test_a_regulation_that_has_ended_judges_no_more() -> None:
    state = archive(on(date(2026, 3, 10)))
    laws = laws_of(state)
    ended = replace(laws.profiles[CITY_LAW], until=date(2026, 3, 9))
    found = judge(state, Laws({CITY_LAW: ended}, state.office, laws.calendar), TODAY)
    assert [path_text(f.path) for f in found if f.code == "B11"] == ["起草"]


def test_old_and_cancelled_records_are_left_alone() -> None:
    wrong = {"规范": "lianyungang-2014"}
    assert places("B11", on(date(2026, 3, 10), **wrong), office={"启用": date(2026, 4, 1)}) == []
    cancelled = {"谈话": None, "约谈对象[0].整改": None, "撤销": {"日期": date(2026, 3, 6), "原因": "另行安排"}}
    assert places("B11", lawful("警示约谈", {**wrong, **cancelled})) == []


CASES = {
    article_9_11.no_laxer_than_the_parent: Sides(archive(), archive(office=LOCAL)),
    article_9_11.judged_by_a_regulation: Sides(
        archive(on(date(2015, 2, 4)), office=EARLY), archive(on(date(2015, 2, 3)), office=EARLY)
    ),
}
