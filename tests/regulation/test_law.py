"""Which law judges a day (第十一条), and what its parameters are with the office's choices (第十条)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.profiles import shipped_profile
from tests.regulation.city import CITY, COUNTY, law, office
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.law import Laws, value_on
from yuetan.regulation.profile import DatedValue

PROFILES = {name: shipped_profile(name) for name in (CITY, COUNTY)}


@pytest.mark.parametrize(("day", "name"), [("2015-02-03", None), ("2015-02-04", CITY), ("2026-04-24", CITY)])
def test_nothing_before_it_took_force_falls_under_it(day: str, name: str | None) -> None:
    found = Laws(PROFILES, office(), Calendar()).on(date.fromisoformat(day))
    assert (found.profile.name if found is not None else None) == name


def test_profile_named_in_the_record_judges_it() -> None:
    laws = Laws(PROFILES, office(), Calendar())
    found = laws.on(date(2026, 1, 1), COUNTY)
    assert found is not None
    assert found.profile.name == COUNTY
    assert laws.on(date(2023, 12, 31), COUNTY) is None
    assert laws.on(date(2026, 1, 1), "没有") is None


def test_profile_ends_with_its_last_day() -> None:
    ended = {CITY: replace(PROFILES[CITY], until=date(2025, 12, 31))}
    laws = Laws(ended, office(), Calendar())
    assert laws.on(date(2025, 12, 31)) is not None
    assert laws.on(date(2026, 1, 1)) is None


def test_office_without_a_profile_that_day_has_no_law() -> None:
    early = office()
    late = replace(early, regulations=(replace(early.regulations[0], since=date(2026, 1, 1)),))
    assert Laws(PROFILES, late, Calendar()).on(date(2025, 12, 31)) is None


def test_parameters_by_kind_and_silence() -> None:
    found = law()
    assert (found.number("通知.提前"), found.text("通知.计日"), found.flag("整改.顺延")) == (3, "自然日", True)
    assert (found.number("年度.最多"), found.text("保存.年限"), found.flag("没有")) == (None, None, False)
    assert (found.number("整改.顺延"), found.text("通知.提前")) == (None, None)


def test_choice_holds_from_its_day() -> None:
    rows = [
        {"参数": "通知.计日", "值": "工作日", "自": date(2026, 5, 1)},
        {"参数": "通知.计日", "值": "自然日", "自": date(2026, 6, 1)},
    ]
    laws = Laws(PROFILES, office(选择=rows), Calendar())
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 6, 1)]
    found = [law.text("通知.计日") for day in days if (law := laws.on(day)) is not None]
    assert found == ["自然日", "工作日", "自然日"]


def test_dated_value_is_the_latest_that_has_begun() -> None:
    parameter = PROFILES[CITY].parameter("通知.提前")
    assert parameter is not None
    later = replace(parameter, values=(*parameter.values, DatedValue(since=date(2026, 1, 1), value=5)))
    assert [value_on(later, date(2025, 12, 31)), value_on(later, date(2026, 1, 1))] == [3, 5]
    assert value_on(later, date(2015, 2, 3)) is None


def test_situation_and_provision() -> None:
    names = {kind: found.name for kind in ("JS", "警示", "警示约谈") if (found := law().situation(kind)) is not None}
    assert names == {"JS": "警示约谈", "警示": "警示约谈", "警示约谈": "警示约谈"}
    assert law().situation("诫勉") is None
    assert law().provision("B7.2") == "第七条第（二）项"
    assert law().provision("S1") is None


def test_what_the_regulation_says_in_so_many_words_cannot_be_chosen_away() -> None:
    assert law(通知_提前=1).number("通知.提前") == 3


def test_a_value_that_is_no_option_is_no_choice() -> None:
    assert law(通知_计日="日历日").text("通知.计日") == "自然日"
    assert law(任前_之前="很久").number("任前.之前") == 90
    assert law(任前_之前=60).number("任前.之前") == 60
