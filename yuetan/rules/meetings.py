"""Who was present at which interview: ours, and what the units reported. Facts for rules that count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.rules.rule import records_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State, Stored
    from yuetan.model.interview import Appointment
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation


@dataclass(frozen=True, slots=True)
class Met:
    """One person's presence at one interview. `stored` is None where a unit reported it; `lawful` is what it said."""

    person: str
    day: date
    situation: Situation
    to_be: Appointment | None = None
    stored: Stored[Interview] | None = None
    lawful: bool = True


def meetings(state: State, laws: Laws, rule: str | None = None) -> dict[str, list[Met]]:
    """By person, everything held; of the situation whose contents `rule` judges, or of every one."""
    found: dict[str, list[Met]] = {}
    for met in (*_own(state, laws), *_received(state, laws)):
        if rule is None or met.situation.rule == rule:
            found.setdefault(met.person, []).append(met)
    return found


def _own(state: State, laws: Laws) -> Iterator[Met]:
    for stored in state.interviews:
        record = stored.record if stored.sound else None
        if record is None or record.cancelled or record.talk is None:
            continue
        day = record.talk.time.date()
        situation = _situation(laws.on(day, record.regulation), record.kind)
        if situation is not None:
            for _, subject in record.present_subjects:
                yield Met(subject.id, day, situation, subject.appointment, stored)


def _received(state: State, laws: Laws) -> Iterator[Met]:
    ours = {record.id for _, record in records_in(state.interviews)}
    for _, received in records_in(state.received):
        for row in received.rows:
            situation = _situation(laws.on(row.day), row.kind)
            if situation is not None and row.present is not False and row.id not in ours:
                yield Met(row.subject, row.day, situation, lawful=row.lawful is not False)


def _situation(law: Law | None, kind: str) -> Situation | None:
    return law.situation(kind) if law is not None else None
