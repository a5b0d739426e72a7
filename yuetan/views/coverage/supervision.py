"""督办函: what a unit that is behind with the year's interviews is to be told. Data for a paper; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.deadlines import yearly_due
from yuetan.views.coverage.people import coverage
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.deadline import Deadline
    from yuetan.regulation.law import Laws
    from yuetan.views.coverage.people import Covered


@dataclass(frozen=True, slots=True)
class Supervision:
    """One letter: to the party group of a unit, who is still to be interviewed, by whom, until when.

    `held` of `owed` people have been interviewed. `people` are (name, post, who is entitled, last day).
    """

    unit: str
    sender: str
    day: str
    year: int
    provision: str
    owed: int
    held: int
    due: str
    people: tuple[tuple[str, str, str, str], ...]


def supervisions(state: State, laws: Laws, year: int, today: date) -> tuple[Supervision, ...]:
    """A letter for every unit that somebody of is still to be interviewed, in the roster's order."""
    law = laws.on(date(year, 12, 31))
    if law is None:
        return ()
    rows = coverage(state, laws, year, today)
    behind = dict.fromkeys(one.unit for one in rows if one.behind)
    sender, due = own_unit_text(state, today), yearly_due(law, year)
    return tuple(_letter(unit, sender, due, rows, today) for unit in behind)


def _letter(unit: str, sender: str, due: Deadline, rows: tuple[Covered, ...], today: date) -> Supervision:
    mine = [one for one in rows if one.unit == unit]
    return Supervision(
        unit=unit,
        sender=sender,
        day=day_text(today),
        year=due.due.year,
        provision=due.provision or "",
        owed=len(mine),
        held=sum(one.held >= one.owed for one in mine),
        due=day_text(due.workday or due.due),
        people=tuple(_person(one) for one in mine if one.behind),
    )


def _person(row: Covered) -> tuple[str, str, str, str]:
    return row.name, row.post, "、".join(name for _, name in row.entitled), day_text(row.due)
