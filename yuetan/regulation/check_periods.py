"""Whether the report periods of a profile cover the year, each day once."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import days_later, month_day, short_day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.finding import Path
    from yuetan.regulation.profile import Period, Profile

_YEARS = (2023, 2024)
"""A common year and a leap year: a table that covers both covers every year."""


def period_faults(profile: Profile) -> Iterator[tuple[Path, str]]:
    """Periods that overlap or leave days out, end before they begin, or are due before they begin."""
    for index, period in enumerate(profile.periods):
        at: Path = ("报送期间", index)
        first, last, due = (month_day(text, _YEARS[1]) for text in (period.first, period.last, period.due))
        if last < first:
            yield (*at, "止"), "早于 起"
        if due < first:
            yield (*at, "期限"), "早于本期间开始；次年的写 +01-05"
    yield from dict.fromkeys((("报送期间",), words) for year in _YEARS for words in _coverage(profile.periods, year))


def _coverage(periods: tuple[Period, ...], year: int) -> Iterator[str]:
    spans = sorted((month_day(p.first, year), month_day(p.last, year), p.name) for p in periods)
    begin = (date(year - 1, 12, 31), date(year - 1, 12, 31), "年初")
    end = (date(year + 1, 1, 1), date(year + 1, 1, 1), "年末")
    for (_, last, name), (first, _, following) in pairwise([begin, *spans, end]):
        if days_later(last, 1) < first:
            yield f"{short_day_text(days_later(last, 1))}至{short_day_text(days_later(first, -1))}不属于任何期间"
        elif last >= first:
            yield f"{name}与{following}重叠"
