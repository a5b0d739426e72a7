"""Days as people type them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuetan.reports.days import NoDayError, day_of


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-05", "2026.3.5", "2026年3月5日", "2026 年 3 月 5 日", "2026/03/05", "2026/3/5", "20260305", 20260305,
        20260305.0, "２０２６．３．５", "2026-03-05 00:00:00", "2026-03-05T09:30", 46086, "46086", 46086.0,
        date(2026, 3, 5), datetime(2026, 3, 5, 9, 30),
    ],
)  # fmt: skip
def test_each_way_of_typing_the_fifth_of_march_is_understood(typed: str | float | date) -> None:
    assert day_of(typed) == (date(2026, 3, 5), False)


@pytest.mark.parametrize("typed", ["2026-03", "2026.3", "2026年3月", "2026/3", "202603", 202603])
def test_a_month_alone_is_its_first_day_and_is_said_to_be(typed: str | int) -> None:
    assert day_of(typed) == (date(2026, 3, 1), True)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2026-02-30", "日历上没有这一天"),
        ("2026-13-01", "日历上没有这一天"),
        ("20261301", "日历上没有这一天"),
        ("26.3.5", "不是日期"),
        ("三月", "不是日期"),
        ("", "不是日期"),
        ("1826-03-05", "年份不对"),
        ("2926-03-05", "年份不对"),
        (2026.1, "分不清是几月"),
        (True, "不是日期"),
        (5, "不是日期"),
        (10000, "年份不对"),
        ("2026-3-5-7", "不是日期"),
        (float("inf"), "不是日期"),
        (float("nan"), "不是日期"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(typed: str | float, why: str) -> None:
    with pytest.raises(NoDayError, match=why):
        day_of(typed)


@given(st.one_of(st.text(), st.integers(), st.floats()))
def test_nothing_typed_breaks_the_reading(typed: str | float) -> None:
    try:
        day, _ = day_of(typed)
    except NoDayError:
        return
    assert isinstance(day, date)
