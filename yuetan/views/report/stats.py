"""The year at a glance: the trend by month, situations beside last year, coverage by unit, what is overdue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.views.coverage.people import coverage
from yuetan.views.deadlines.due import deadlines
from yuetan.views.report.count import by_situation, count
from yuetan.views.report.facts import attended_between
from yuetan.views.report.summary import UNIT, situations_of, summary
from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.report.count import Count
    from yuetan.views.report.facts import Attended
    from yuetan.views.report.summary import SummaryRow


@row
class SituationStats(Row):
    """One situation, this year and last."""

    situation: str = column()
    now: Count = column()
    last_year: Count = column()


@row
class UnitStats(Row):
    """How far one unit is with the year's interviews."""

    unit: str = column()
    label: str = column()
    owed: int = column()
    done: int = column()
    share: float | None = column()


@row
class Stats(Row):
    """A year up to a day. `months` from January on, none after that day; `last_year` the same stretch a year before.

    `overdue` are the kinds of deadlines that have gone by, with how many.
    """

    year: int = column()
    as_of: date = column()
    total: Count = column()
    last_year: Count = column()
    months: tuple[Count, ...] = column()
    situations: tuple[SituationStats, ...] = column()
    units: tuple[UnitStats, ...] = column()
    owed: int = column()
    done: int = column()
    overdue: tuple[tuple[str, int], ...] = column(json=dict)


def stats(state: State, laws: Laws, year: int, today: date) -> Stats | None:
    """The year's figures; None where no regulation was in force."""
    as_of = min(date(year, 12, 31), today)
    law = laws.on(as_of)
    if law is None or as_of.year < year:
        return None
    facts = attended_between(state, laws, date(year, 1, 1), as_of)
    before = attended_between(state, laws, date(year - 1, 1, 1), _a_year_before(as_of))
    situations = situations_of(law, (*facts, *before))
    rows = summary(state.roster, facts, coverage(state, laws, year, as_of), situations, as_of)
    counts = zip(situations, by_situation(facts, situations), by_situation(before, situations), strict=True)
    return Stats(
        year=year,
        as_of=as_of,
        total=count(facts),
        last_year=count(before),
        months=_months(facts, as_of),
        situations=tuple(SituationStats(situation=name, now=now, last_year=then) for name, now, then in counts),
        units=tuple(_unit(one) for one in rows if one.level == UNIT),
        owed=rows[-1].owed,
        done=rows[-1].done,
        overdue=_overdue(state, laws, today) if today.year == year else (),
    )


def _unit(one: SummaryRow) -> UnitStats:
    return UnitStats(unit=one.unit, label=one.label, owed=one.owed, done=one.done, share=one.share)


def _months(facts: tuple[Attended, ...], as_of: date) -> tuple[Count, ...]:
    return tuple(count(one for one in facts if one.day.month == month) for month in range(1, as_of.month + 1))


def _overdue(state: State, laws: Laws, today: date) -> tuple[tuple[str, int], ...]:
    late = [one.kind.chinese for one in deadlines(state, laws, today) if one.due < today]
    return tuple((kind, late.count(kind)) for kind in dict.fromkeys(late))


def _a_year_before(day: date) -> date:
    leap = day.month == 2 and day.day == 29  # noqa: PLR2004 - the leap day has none a year before
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
