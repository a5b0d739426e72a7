"""Which interviews of a month of the plan are this office's own to draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.planning.fixed import entries_of
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.model.reporting import PlannedTalk
    from yuetan.regulation.law import Laws


def own_of_month(state: State, laws: Laws, year: int, month: int, today: date) -> tuple[PlannedTalk, ...]:
    """Entries of the month that this office keeps itself, neither drafted nor held yet, in the plan's order.

    Its own are those by somebody of its unit, and by whoever's interviews its archive holds already (the city's
    leaders, in the commission's). Where somebody is planned several times in the year, as many of the entries as have
    happened are taken as done, the earliest first.
    """
    facts = yearly_facts(state, laws, year, today)
    done = {person: sum(fact.counts or not fact.held for fact in rows) for person, rows in facts.items()}
    keeps = _kept_here(state)
    found = []
    for entry in sorted(entries_of(state, year), key=lambda entry: entry.month):
        if done.get(entry.subject, 0) > 0:
            done[entry.subject] -= 1
        elif entry.month == month and (entry.interviewer in keeps or _ours(state, entry.interviewer, year, month)):
            found.append(entry)
    return tuple(found)


def _kept_here(state: State) -> frozenset[str]:
    return frozenset(
        one.id
        for stored in state.interviews
        for one in (stored.record.interviewers if stored.record is not None else ())
        if one.part == Part.CONDUCTS
    )


def _ours(state: State, person: str, year: int, month: int) -> bool:
    from calendar import monthrange
    from datetime import date as day

    days = (day(year, month, 1), day(year, month, monthrange(year, month)[1]))
    return any(held.unit.code == state.office.unit for one in days for held in state.roster.posts(person, one))
