"""What has become of the year's interviews: held or drafted, by whom, ours or reported by a unit. Plan and coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.model.life import Stage, stage
from yuetan.rules.rule import case_of
from yuetan.rules.standing import lawfully_met

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, Received, State, Stored
    from yuetan.regulation.law import Laws
    from yuetan.regulation.profile import Situation


@dataclass(frozen=True, slots=True)
class Fact:
    """One person's yearly interview: held that day, or (`held` False) drafted for that day or for none yet.

    `lawful` is False where nobody entitled held it; `source` the unit that reported it, empty for our own;
    `interviewers` those who conducted it and were present.
    """

    person: str
    id: str
    day: date | None
    held: bool
    lawful: bool
    interviewers: tuple[str, ...]
    stage: str
    source: str = ""

    @property
    def counts(self) -> bool:
        """Whether it counts for 第六条."""
        return self.held and self.lawful


def yearly_facts(state: State, laws: Laws, year: int, today: date) -> dict[str, tuple[Fact, ...]]:
    """By person, everything of the year up to today, and what is drafted for it; what was held first, by day."""
    found: dict[str, list[Fact]] = {}
    ours = {stored.record.id for stored in state.interviews if stored.record is not None}
    for stored in state.interviews:
        for fact in _own(state, laws, stored, year, today):
            found.setdefault(fact.person, []).append(fact)
    for received in state.received:
        if received.record is not None:
            for fact in _reported(state, laws, received.record, year, today):
                if fact.id not in ours:
                    found.setdefault(fact.person, []).append(fact)
    return {person: tuple(sorted(rows, key=_order)) for person, rows in found.items()}


def _order(fact: Fact) -> tuple[bool, str, str]:
    return not fact.held, fact.day.isoformat() if fact.day is not None else "9999", fact.id


def _own(state: State, laws: Laws, stored: Stored[Interview], year: int, today: date) -> Iterator[Fact]:
    record = stored.record
    if record is None or not stored.sound or record.cancelled or record.judged_day.year != year:
        return
    law = laws.on(record.judged_day, record.regulation)
    situation = law.situation(record.kind) if law is not None else None
    if situation is None or not situation.yearly or (record.held and record.judged_day > today):
        return
    people = tuple(
        one.id
        for one in record.interviewers
        if one.part == Part.CONDUCTS and not (record.held and one.present is False)
    )
    case = case_of(stored, state, laws, today)
    for _, subject in record.present_subjects:
        lawful = not record.held or case is None or lawfully_met(case, subject.id)
        yield Fact(subject.id, record.id, record.day, record.held, lawful, people, _stage(record, situation))


def _stage(record: Interview, situation: Situation) -> str:
    found = stage(record, follow_ups=situation.documents)
    return Stage.HELD.value if record.held else found.value


def _reported(state: State, laws: Laws, received: Received, year: int, today: date) -> Iterator[Fact]:
    unit = state.roster.unit(received.unit)
    for row in received.rows:
        law = laws.on(row.day)
        situation = law.situation(row.kind) if law is not None else None
        if situation is None or not situation.yearly or row.day.year != year or row.day > today:
            continue
        if row.present is not False:
            era = unit.era(row.day) if unit is not None else None
            source = era.name if era is not None else received.unit
            people = (row.interviewer,) if row.interviewer else ()
            lawful = row.lawful is not False
            yield Fact(row.subject, row.id, row.day, True, lawful, people, Stage.HELD.value, source)
