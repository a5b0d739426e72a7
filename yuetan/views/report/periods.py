"""Which period's report an interview belongs to: its own, or where that was sent without it, the next one (补报).

Every interview that was held belongs to one period and no more, so that periods add up to the year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import days_later
from yuetan.regulation.periods import period_bounds, period_named, period_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import Report, State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Period

LATE = "约谈后报送补报"
_MONTHS = 12
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Bounds:
    """A period by its name: first and last day, and the law that has it."""

    name: str
    first: date
    last: date
    law: Law
    period: Period

    @property
    def title(self) -> str:
        """``2026年上半年``."""
        return f"{self.first.year}年{self.period.name}"


def bounds_of(laws: Laws, name: str) -> Bounds | None:
    """The period of a name such as ``2026H1`` under a law of its year, the year's last one first; None for none."""
    digits = name[:_YEAR_DIGITS]
    if len(digits) != _YEAR_DIGITS or not (digits.isascii() and digits.isdigit()) or int(digits) < 1:
        return None
    for month in range(_MONTHS, 0, -1):
        law = laws.on(date(int(digits), month, 1))
        bounds = period_bounds(law, name) if law is not None else None
        named = period_named(law, name) if law is not None else None
        if law is not None and bounds is not None and named is not None:
            return Bounds(name, bounds[0], bounds[1], law, named[0])
    return None


def period_on(laws: Laws, day: date) -> str | None:
    """The name of the period that a day belongs to, by the law of that day."""
    law = laws.on(day)
    return period_of(law, day) if law is not None else None


def period_before(laws: Laws, bounds: Bounds) -> str | None:
    """The period that ends where this one begins."""
    return period_on(laws, days_later(bounds.first, -1))


def period_a_year_before(bounds: Bounds) -> str:
    """The period of the same code one year earlier."""
    return f"{bounds.first.year - 1:04}{bounds.period.code}"


@dataclass(frozen=True, slots=True)
class Sent:
    """What has been reported: which periods, and by which each interview."""

    periods: frozenset[str]
    interviews: Mapping[str, str]

    def period(self, laws: Laws, record_id: str, day: date) -> str | None:
        """The period whose report has, or is to have, the interview held that day; None before the regulation."""
        listed = self.interviews.get(record_id)
        if listed is not None:
            return listed
        own = name = period_on(laws, day)
        while name is not None and name in self.periods:
            bounds = bounds_of(laws, name)
            if bounds is None or not bounds.law.flag(LATE):
                return own
            name = period_on(laws, days_later(bounds.last, 1))
        return name


def sent_so_far(state: State) -> Sent:
    """The reports of the archive; an interview that two of them list belongs to the one sent first."""
    found: dict[str, str] = {}
    reports = sent_reports(state)
    for report in reports:
        for record_id in report.interviews:
            found.setdefault(record_id, report.period)
    return Sent(frozenset(report.period for report in reports), found)


def sent_reports(state: State) -> tuple[Report, ...]:
    """Every report that was sent, the earliest first."""
    records = (stored.record for stored in state.reports if stored.record is not None)
    return tuple(sorted(records, key=lambda report: (report.sent, report.period)))
