"""The year at a glance: the trend by month, situations beside last year, coverage by unit, what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.views.coverage.people import coverage
from yuetan.views.deadlines.due import deadlines
from yuetan.views.report.count import Count, by_situation, count
from yuetan.views.report.facts import attended_between
from yuetan.views.report.summary import UNIT, SummaryRow, situations_of, summary

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.report.facts import Attended


@dataclass(frozen=True, slots=True)
class Stats:
    """A year up to a day. `months` from January on, none after that day; `last_year` the same stretch a year before.

    `overdue` are the kinds of deadlines that have gone by, with how many.
    """

    year: int
    as_of: date
    total: Count
    last_year: Count
    months: tuple[Count, ...]
    situations: tuple[tuple[str, Count, Count], ...]
    units: tuple[SummaryRow, ...]
    owed: int
    done: int
    overdue: tuple[tuple[str, int], ...]

    def as_json(self) -> dict[str, Any]:
        """Every key."""
        return {
            "year": self.year, "as_of": self.as_of.isoformat(), "total": _json(self.total),
            "last_year": _json(self.last_year), "months": [_json(one) for one in self.months],
            "situations": [
                {"situation": name, "now": _json(now), "last_year": _json(then)} for name, now, then in self.situations
            ],
            "units": [
                {"unit": row.unit, "label": row.label, "owed": row.owed, "done": row.done, "share": row.share}
                for row in self.units
            ],
            "owed": self.owed, "done": self.done, "overdue": dict(self.overdue),
        }  # fmt: skip


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
        situations=tuple(counts),
        units=tuple(row for row in rows if row.level == UNIT),
        owed=rows[-1].owed,
        done=rows[-1].done,
        overdue=_overdue(state, laws, today) if today.year == year else (),
    )


def _months(facts: tuple[Attended, ...], as_of: date) -> tuple[Count, ...]:
    return tuple(count(one for one in facts if one.day.month == month) for month in range(1, as_of.month + 1))


def _overdue(state: State, laws: Laws, today: date) -> tuple[tuple[str, int], ...]:
    late = [one.kind.chinese for one in deadlines(state, laws, today) if one.due < today]
    return tuple((kind, late.count(kind)) for kind in dict.fromkeys(late))


def _a_year_before(day: date) -> date:
    leap = day.month == 2 and day.day == 29  # noqa: PLR2004 - the leap day has none a year before
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _json(one: Count) -> dict[str, int]:
    return dict(zip(("interviews", "attendances", "individual", "collective"), one.cells(), strict=True))
