"""Deadlines as cases: both sides of each bound, natural and working days, year's end, leap days, unknown days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regulation.city import COUNTY, law
from yuetan.regulation.deadline import Deadline, days_later, month_day, months_later, short_day_text
from yuetan.regulation.deadlines import (
    earliest_talk,
    follow_up_due,
    latest_notice,
    notice_days,
    notice_provisional,
    yearly_due,
)
from yuetan.regulation.periods import period_bounds, period_named, period_of, periods, report_due

if TYPE_CHECKING:
    from yuetan.regulation.law import Law

DAYS = st.dates(date(2015, 3, 1), date(2026, 11, 30))


def rectification(of: Law, day: date, kind: str = "JS") -> Deadline:
    situation = of.situation(kind)
    assert situation is not None
    return follow_up_due(of, situation, situation.follow_ups[0], day)


def test_notice_three_days_ahead_is_the_latest() -> None:
    found = latest_notice(law(), date(2026, 4, 24))
    assert found.due == date(2026, 4, 21) == found.workday
    assert found.trace == "约谈日 4月24日不计入，须提前3天，最迟 4月21日（周二）通知"
    assert found.provision == "第七条第（二）项"
    assert not found.provisional


def test_notice_due_on_a_day_off_is_never_later_and_the_working_day_before_is_proposed() -> None:
    found = latest_notice(law(), date(2026, 5, 8))
    assert (found.due, found.workday) == (date(2026, 5, 5), date(2026, 4, 30))
    assert found.trace.endswith("最迟 5月5日（劳动节）通知；该日不是工作日，建议 4月30日（周四）")


def test_earliest_talk_is_three_days_after_service() -> None:
    found = earliest_talk(law(), date(2026, 3, 10))
    assert (found.due, found.workday) == (date(2026, 3, 13), date(2026, 3, 13))
    assert found.trace == "送达日 3月10日，须提前3天，最早 3月13日（周五）约谈"


def test_earliest_talk_on_a_day_off_proposes_the_next_working_day() -> None:
    found = earliest_talk(law(), date(2026, 4, 30))
    assert (found.due, found.workday) == (date(2026, 5, 3), date(2026, 5, 6))


def test_notice_days_are_the_difference() -> None:
    count = [notice_days(law(), date(2026, 3, 10), date(2026, 3, day)) for day in (9, 10, 12, 13)]
    assert count == [-1, 0, 2, 3]


def test_clear_days_are_those_that_lie_between() -> None:
    clear = law(通知_净天=True)
    assert [notice_days(clear, date(2026, 3, 10), date(2026, 3, day)) for day in (9, 10, 11, 13, 14)] == [
        -1,
        0,
        0,
        2,
        3,
    ]
    assert latest_notice(clear, date(2026, 3, 14)).due == date(2026, 3, 10)
    assert earliest_talk(clear, date(2026, 3, 10)).due == date(2026, 3, 14)
    assert "须提前3天（首尾均不计）" in latest_notice(clear, date(2026, 3, 14)).trace


def test_working_days_skip_the_holiday_and_count_the_make_up_saturday() -> None:
    working = law(通知_计日="工作日")
    assert notice_days(working, date(2026, 4, 30), date(2026, 5, 8)) == 3
    assert notice_days(working, date(2026, 5, 1), date(2026, 5, 8)) == 2
    assert latest_notice(working, date(2026, 5, 8)).due == date(2026, 4, 30)
    assert latest_notice(working, date(2026, 5, 11)).due == date(2026, 5, 7)
    assert earliest_talk(working, date(2026, 5, 7)).due == date(2026, 5, 10)
    assert earliest_talk(working, date(2026, 5, 7)).workday == date(2026, 5, 11)


def test_working_days_after_the_talk_are_negative() -> None:
    assert notice_days(law(通知_计日="工作日"), date(2026, 3, 13), date(2026, 3, 11)) == -2


def test_clear_working_days_leave_out_the_day_of_service() -> None:
    working = law(通知_计日="工作日", 通知_净天=True)
    assert notice_days(working, date(2026, 3, 9), date(2026, 3, 12)) == 2
    found = latest_notice(working, date(2026, 3, 12))
    assert (found.due, found.workday) == (date(2026, 3, 8), date(2026, 3, 6))


def test_working_day_count_through_unknown_days_is_provisional() -> None:
    working = law(通知_计日="工作日")
    found = latest_notice(working, date(2027, 1, 8))
    assert (found.due, found.workday, found.provisional) == (date(2027, 1, 5), None, True)
    assert "暂定" in found.trace
    assert earliest_talk(working, date(2026, 12, 25)).provisional
    assert notice_provisional(working, date(2026, 12, 28), date(2027, 1, 8))
    assert notice_provisional(working, date(2027, 1, 8), date(2026, 12, 28))
    assert not notice_provisional(law(), date(2026, 12, 28), date(2027, 1, 8))
    assert not notice_provisional(working, date(2026, 12, 21), date(2026, 12, 28))


def test_provisional_count_that_ends_on_a_known_day_says_so() -> None:
    found = latest_notice(law(通知_计日="工作日"), date(2026, 12, 31))
    assert (found.due, found.workday, found.provisional) == (date(2026, 12, 28), date(2026, 12, 28), True)
    assert found.trace.endswith("最迟 12月28日（周一）通知；其间有日子放假安排未公布，暂定")


def test_county_counts_two_working_days() -> None:
    county = law(COUNTY)
    assert latest_notice(county, date(2026, 5, 6)).due == date(2026, 4, 29)
    assert (
        latest_notice(county, date(2026, 5, 6)).trace
        == "约谈日 5月6日不计入，往前数2个工作日，最迟 4月29日（周三）通知"
    )


def test_rectification_day_fifteen_is_a_make_up_saturday() -> None:
    found = rectification(law(), date(2026, 4, 24))
    assert (found.due, found.workday) == (date(2026, 5, 9), date(2026, 5, 9))
    assert found.trace == "约谈日 4月24日不计入，第15日为 5月9日（周六，调休上班）"
    assert found.provision == "第八条第（三）项"


def test_rectification_day_fifteen_off_names_the_next_working_day() -> None:
    found = rectification(law(), date(2026, 4, 20))
    assert (found.due, found.workday) == (date(2026, 5, 5), date(2026, 5, 6))
    assert found.trace == "约谈日 4月20日不计入，第15日为 5月5日（劳动节），不是工作日，其后首个工作日为 5月6日（周三）"


@pytest.mark.parametrize(
    ("held", "due"),
    [
        ("2024-02-14", "2024-02-29"),
        ("2023-02-14", "2023-03-01"),
        ("2024-02-15", "2024-03-01"),
        ("2025-12-20", "2026-01-04"),
    ],
)
def test_rectification_over_leap_day_and_years_end(held: str, due: str) -> None:
    assert rectification(law(), date.fromisoformat(held)).due == date.fromisoformat(due)


def test_rectification_into_an_unknown_year_is_said_to_be_so() -> None:
    found = rectification(law(), date(2026, 12, 21))
    assert (found.due, found.workday, found.provisional) == (date(2027, 1, 5), None, False)
    assert found.trace == "约谈日 12月21日不计入，第15日为 2027年1月5日（周二，放假安排未公布，暂定）"


def test_county_pledge_is_due_on_the_fifth_working_day() -> None:
    found = rectification(law(COUNTY), date(2026, 4, 24), "TS")
    assert (found.due, found.workday) == (date(2026, 5, 6), date(2026, 5, 6))
    assert found.trace == "约谈日 4月24日不计入，第5个工作日为 5月6日（周三）"
    assert rectification(law(COUNTY), date(2026, 12, 28), "TS").provisional


def test_follow_up_some_months_later() -> None:
    from dataclasses import replace

    base = law()
    term = base.profile.parameter("整改.期限")
    situation = base.situation("JS")
    assert term is not None
    assert situation is not None
    again = replace(term, name="整改.再报月数", unit="月", values=(replace(term.values[0], value=3),))
    of = replace(base, profile=replace(base.profile, parameters=(*base.profile.parameters, again)))
    second = replace(situation.follow_ups[0], term="整改.再报月数")
    found = follow_up_due(of, situation, second, date(2025, 11, 30))
    assert (found.due, found.workday) == (date(2026, 2, 28), date(2026, 2, 28))
    assert found.trace == "约谈日 11月30日不计入，3个月满为 2026年2月28日（周六，调休上班）"


def test_yearly_talk_is_due_on_the_last_day_and_the_last_working_day_is_proposed() -> None:
    found = yearly_due(law(), 2022)
    assert (found.due, found.workday) == (date(2022, 12, 31), date(2022, 12, 30))
    assert found.provision == "第六条"
    assert found.trace == "2022年内，最迟 12月31日（元旦）；该日不是工作日，建议 12月30日（周五）"
    assert yearly_due(law(), 2026).workday is None


def test_half_year_reports_never_roll() -> None:
    first, second = periods(law())
    assert (first.code, second.code) == ("H1", "H2")
    assert report_due(law(), first, 2024).due == date(2024, 6, 30)
    assert report_due(law(), first, 2024).workday == date(2024, 6, 28)
    assert report_due(law(), first, 2024).trace == (
        "2024年上半年的报送期限为 6月30日（周日），含当日；该日不是工作日，不顺延，建议 6月28日（周五）报送"
    )
    assert report_due(law(), second, 2025).due == date(2025, 12, 31) == report_due(law(), second, 2025).workday
    assert report_due(law(), second, 2026).workday is None


@pytest.mark.parametrize(
    ("day", "name"),
    [("2026-01-01", "2026H1"), ("2026-06-30", "2026H1"), ("2026-07-01", "2026H2"), ("2026-12-31", "2026H2")],
)
def test_day_belongs_to_its_half_year(day: str, name: str) -> None:
    assert period_of(law(), date.fromisoformat(day)) == name


def test_period_bounds_and_names() -> None:
    assert period_bounds(law(), "2026H1") == (date(2026, 1, 1), date(2026, 6, 30))
    assert period_bounds(law(COUNTY), "2023M02") == (date(2023, 2, 1), date(2023, 2, 28))
    assert period_bounds(law(COUNTY), "2024M02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert period_named(law(COUNTY), "2026M13") is None
    for name in ("", "20H1", "0000H1", "２０２６H1", "2026H3", "H12026"):
        assert period_bounds(law(), name) is None


def test_county_reports_monthly_by_the_26th() -> None:
    county = law(COUNTY)
    due = [report_due(county, period, 2026).due for period in periods(county)]
    assert due == [date(2026, month, 26) for month in range(1, 13)]
    assert period_of(county, date(2024, 2, 29)) == "2024M02"


def test_day_outside_every_period_has_none() -> None:
    from dataclasses import replace

    base = law()
    gap = replace(base, profile=replace(base.profile, periods=base.profile.periods[:1]))
    assert period_of(gap, date(2026, 7, 1)) is None


def test_sums_stay_within_what_a_date_can_hold() -> None:
    assert days_later(date.max, 1) == date.max
    assert days_later(date.min, -1) == date.min
    assert rectification(law(), date(9999, 12, 30)).due == date.max
    assert rectification(law(COUNTY), date(9999, 12, 31), "TS").due == date.max
    assert latest_notice(law(), date(1, 1, 2)).due == date.min
    assert latest_notice(law(通知_计日="工作日"), date(1, 1, 2)).due == date.min
    assert earliest_talk(law(), date(9999, 12, 31)).due == date.max
    assert yearly_due(law(), 9999).due == date.max
    assert month_day("+01-05", 9999) == date(9999, 1, 5)


def test_month_sums() -> None:
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_later(date(1, 1, 1), -5) == date(1, 1, 1)
    assert months_later(date(9999, 12, 31), 5) == date(9999, 12, 31)
    assert month_day("+01-05", 2026) == date(2027, 1, 5)
    assert month_day("02-29", 2023) == date(2023, 2, 28)
    assert short_day_text(date(2026, 3, 5)) == "3月5日"


@given(DAYS)
def test_latest_notice_is_lawful_and_the_day_after_is_not(day: date) -> None:
    for of in (law(), law(通知_净天=True), law(通知_计日="工作日"), law(COUNTY)):
        needed = of.number("通知.提前")
        assert needed is not None
        due = latest_notice(of, day).due
        assert notice_days(of, due, day) >= needed > notice_days(of, due + timedelta(days=1), day)


@given(DAYS)
def test_earliest_talk_is_lawful_and_the_day_before_is_not(day: date) -> None:
    for of in (law(), law(通知_净天=True), law(通知_计日="工作日"), law(COUNTY)):
        needed = of.number("通知.提前")
        assert needed is not None
        due = earliest_talk(of, day).due
        assert notice_days(of, day, due) >= needed > notice_days(of, day, due - timedelta(days=1))
