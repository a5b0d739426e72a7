"""Report periods: which one a day belongs to, its bounds, and when its report is due (第七条（四）).

The profile says the months and the due days; they are calendar dates that never roll, the last day included.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import Deadline, month_day

if TYPE_CHECKING:
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Period

RULE = "B7.4"
_YEAR_DIGITS = 4
_YEAR = re.compile(r"(?!0000)[0-9]{4}")


def periods(law: Law) -> tuple[Period, ...]:
    """The periods of a year, in order."""
    return tuple(sorted(law.profile.periods, key=lambda period: period.first))


def period_named(law: Law, name: str) -> tuple[Period, int] | None:
    """The period and year of a name such as ``2026H1``; None where this law has none of that name."""
    year, code = name[:_YEAR_DIGITS], name[_YEAR_DIGITS:]
    period = next((period for period in law.profile.periods if period.code == code), None)
    return (period, int(year)) if period is not None and _YEAR.fullmatch(year) else None


def period_bounds(law: Law, name: str) -> tuple[date, date] | None:
    """First and last day of a period named ``2026H1``; None where this law has none of that name."""
    found = period_named(law, name)
    return None if found is None else (month_day(found[0].first, found[1]), month_day(found[0].last, found[1]))


def period_of(law: Law, day: date) -> str | None:
    """The name of the period that a day belongs to, such as ``2026H1``; None where the profile has a gap there."""
    for period in law.profile.periods:
        if month_day(period.first, day.year) <= day <= month_day(period.last, day.year):
            return f"{day.year:04}{period.code}"
    return None


def report_due(law: Law, period: Period, year: int) -> Deadline:
    """The last day on which a period's report is sent in time; the last working day up to it is proposed."""
    due = month_day(period.due, year)
    trace = f"{year}年{period.name}的报送期限为 {law.calendar.dated_text(due, date(year, 1, 1))}，含当日"
    workday = law.calendar.previous_workday(due)
    if workday is not None and workday != due:
        trace += f"；该日不是工作日，不顺延，建议 {law.calendar.dated_text(workday, due)}报送"
    return Deadline(due, workday, trace, law.provision(RULE))
