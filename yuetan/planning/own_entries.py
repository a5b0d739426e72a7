"""Which interviews of a month of the plan are this office's own to draft."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.planning.entries import entries_of
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State
    from yuetan.model.reporting import PlannedTalk
    from yuetan.regulation.law import Laws


def own_of_month(state: State, laws: Laws, year: int, month: int, today: date) -> tuple[PlannedTalk, ...]:
    """Entries of the month that this office keeps itself, neither drafted nor held yet, in the plan's order.

    Its own are those by somebody of its unit, and by whoever's interviews its archive holds already (the city's
    leaders, in the commission's). Where somebody is planned several times in the year, as many of the entries as have
    happened are taken as done, the earliest first.
    """
    left = Counter(_done(state, laws, year, today))
    keeps = _kept_here(state)
    found = []
    for entry in sorted(entries_of(state, year), key=lambda entry: entry.month):
        if left[entry.subject] > 0:
            left[entry.subject] -= 1
        elif entry.month == month and (entry.interviewer in keeps or _ours(state, entry.interviewer, year, month)):
            found.append(entry)
    return tuple(found)


def _done(state: State, laws: Laws, year: int, today: date) -> Iterator[str]:
    """The person of every interview of the year that counts or is drafted."""
    for person, facts in yearly_facts(state, laws, year, today).items():
        yield from (person for fact in facts if fact.counts or not fact.held)


def _kept_here(state: State) -> frozenset[str]:
    everybody = (one for record in state.records for one in record.interviewers)
    return frozenset(one.id for one in everybody if one.part == Part.CONDUCTS)


def _ours(state: State, person: str, year: int, month: int) -> bool:
    days = (date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return any(held.unit.code == state.office.unit for day in days for held in state.roster.posts(person, day))
