"""What has become of the year's interviews: held or drafted, by whom, ours or reported by a unit. Plan and coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.model.life import Stage, stage
from yuetan.rules.rule import case_of
from yuetan.rules.standing import lawfully_met
from yuetan.views.names import unit_text

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
    situation = laws.situation(record.judged_day, record.kind, record.regulation)
    if situation is None or not situation.yearly or (record.held and record.judged_day > today):
        return
    case = case_of(stored, state, laws, today)
    people, status = tuple(_conducting(record)), _stage_text(record, situation)
    for _, subject in record.present_subjects:
        lawful = not record.held or case is None or lawfully_met(case, subject.id)
        yield Fact(subject.id, record.id, record.day, record.held, lawful, people, status)


def _conducting(record: Interview) -> Iterator[str]:
    """Those who conduct it; once it is held, those of them who came."""
    for one in record.interviewers:
        if one.part == Part.CONDUCTS and not (record.held and one.present is False):
            yield one.id


def _stage_text(record: Interview, situation: Situation) -> str:
    return Stage.HELD.value if record.held else stage(record, follow_ups=situation.documents).value


def _reported(state: State, laws: Laws, received: Received, year: int, today: date) -> Iterator[Fact]:
    unit = state.roster.unit(received.unit)
    for one in received.rows:
        if one.present is not False and one.day.year == year and one.day <= today:
            situation = laws.situation(one.day, one.kind)
            if situation is not None and situation.yearly:
                source = unit_text(unit, one.day) or received.unit
                people = (one.interviewer,) if one.interviewer else ()
                lawful = one.lawful is not False
                yield Fact(one.subject, one.id, one.day, True, lawful, people, Stage.HELD.value, source)
