"""Who was at which interview: the facts that every number of a report is counted from, one a subject and interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import Mode, OfficeRole, Part
from yuetan.rules.rule import case_of
from yuetan.rules.standing import lawfully_met
from yuetan.views.report.periods import bounds_of, sent_so_far

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, Received, State, Stored, Unit
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Laws
    from yuetan.views.report.periods import Bounds


@dataclass(frozen=True, slots=True)
class Attended:
    """One subject of one interview that was held: ours, or one that a unit reported.

    `unit` is the code of the subject's unit that day, empty where the roster has none; `unit_name` what it was called.
    `lawful` is whether somebody entitled held it, judged only where the year's count depends on it; `late` marks 补报;
    `source` the name of the unit that reported it, empty for our own; `file` our record.
    """

    id: str
    kind: str
    day: date
    unit: str
    unit_name: str
    subject: str
    name: str
    post: str
    interviewers: tuple[str, ...]
    interviewer_codes: tuple[str, ...]
    mode: str
    present: bool
    lawful: bool
    late: bool
    source: str = ""
    file: str = ""


def attended(
    state: State, laws: Laws, period: str, as_of: date, unit: str | None = None, *, judged: bool = True
) -> tuple[Attended, ...]:
    """Everything of the period's report that was held up to a day, by day, id and the record's order of subjects.

    What was held in the period; 补报; and in an office that gathers, what units sent in for the period. Of `unit` the
    subjects who belonged to it alone. Without `judged` everything is taken as lawful, which is enough for counting.
    """
    bounds = bounds_of(laws, period)
    if bounds is None:
        return ()
    found = [*_ours(state, laws, bounds, as_of, judged=judged), *_reported(state, laws, bounds, as_of)]
    kept = (one for one in found if unit is None or one.unit == unit)
    return tuple(sorted(kept, key=lambda one: (one.day, one.id)))


def attended_between(state: State, laws: Laws, first: date, last: date) -> tuple[Attended, ...]:
    """Everything held from one day to another, in whatever report it stands, by day and id."""
    ours = (
        one
        for stored in state.interviews
        if stored.record is not None and is_held(stored.record) and first <= stored.record.judged_day <= last
        for one in of_record(state, laws, stored, judged=False)
    )
    found = [*ours, *(one for _, one in _sent_in(state, laws, first) if first <= one.day <= last)]
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def is_held(record: Interview | None) -> bool:
    """Whether the record is of an interview that took place with anybody there."""
    return record is not None and record.held and not record.cancelled and bool(record.present_subjects)


def of_record(
    state: State, laws: Laws, stored: Stored[Interview], *, late: bool = False, judged: bool = True
) -> Iterator[Attended]:
    """A row a subject of an interview that was held."""
    record = stored.record
    if record is None or record.talk is None:
        return
    day = record.talk.time.date()
    law = laws.on(day, record.regulation)
    situation = law.situation(record.kind) if law is not None else None
    case = case_of(stored, state, laws, day) if judged and situation is not None and situation.yearly else None
    who = [one for one in record.interviewers if one.part == Part.CONDUCTS and one.present is not False]
    for subject in record.subjects:
        unit, unit_name, post = _place(state, subject, day)
        present = subject.present is not False
        yield Attended(
            id=record.id,
            kind=situation.name if situation is not None else record.kind,
            day=day,
            unit=unit,
            unit_name=unit_name,
            subject=subject.id,
            name=subject.name or state.roster.name(subject.id) or subject.id,
            post=post,
            interviewers=tuple(one.name or state.roster.name(one.id) or one.id for one in who),
            interviewer_codes=tuple(one.id for one in who),
            mode=record.mode or (Mode.INDIVIDUAL if len(record.subjects) == 1 else Mode.COLLECTIVE),
            present=present,
            lawful=case is None or not present or lawfully_met(case, subject.id),
            late=late,
            file=stored.file,
        )


def _ours(state: State, laws: Laws, bounds: Bounds, as_of: date, *, judged: bool) -> Iterator[Attended]:
    sent = sent_so_far(state)
    for stored in state.interviews:
        record = stored.record
        if record is None or record.talk is None or not is_held(record):
            continue
        day = record.talk.time.date()
        if day <= as_of and sent.period(laws, record.id, day) == bounds.name:
            yield from of_record(state, laws, stored, late=day < bounds.first, judged=judged)


def _place(state: State, subject: Subject, day: date) -> tuple[str, str, str]:
    """Code and name of the unit, and the post, that the subject is counted under."""
    held = state.roster.posts(subject.id, day)
    same = [one for one in held if subject.unit is None or one.era.name == subject.unit] or list(held)
    if same:
        return same[0].unit.code, same[0].era.name, subject.post or same[0].post.post
    unit = state.roster.unit_named(subject.unit, day) if subject.unit else None
    return unit.code if unit is not None else "", subject.unit or "", subject.post or ""


def _reported(state: State, laws: Laws, bounds: Bounds, as_of: date) -> Iterator[Attended]:
    for period, one in _sent_in(state, laws, bounds.first):
        if period == bounds.name and one.day <= as_of:
            yield one


def _sent_in(state: State, laws: Laws, first: date) -> Iterator[tuple[str, Attended]]:
    """What units sent in and for which period, each subject of an interview once, none that is in our own records."""
    if state.office.role != OfficeRole.GATHERING:
        return
    seen = {stored.record.id for stored in state.interviews if stored.record is not None and is_held(stored.record)}
    met: set[tuple[str, str]] = set()
    for stored in sorted(state.received, key=lambda one: one.file):
        received = stored.record
        for row in _rows(state, laws, received, first) if received is not None else ():
            if received is not None and row.id not in seen and (row.id, row.subject) not in met:
                met.add((row.id, row.subject))
                yield received.period, row


def _rows(state: State, laws: Laws, received: Received, first: date) -> Iterator[Attended]:
    roster = state.roster
    sender = roster.unit(received.unit)
    sizes: dict[str, int] = {}
    for row in received.rows:
        sizes[row.id] = sizes.get(row.id, 0) + 1
    for row in received.rows:
        posts = roster.posts(row.subject, row.day)
        unit = roster.unit(row.unit or received.unit)
        held = [one for one in posts if one.unit is unit] or posts
        law = laws.on(row.day)
        situation = law.situation(row.kind) if law is not None else None
        who = row.interviewer or ""
        yield Attended(
            id=row.id,
            kind=situation.name if situation is not None else row.kind,
            day=row.day,
            unit=held[0].unit.code if held else row.unit or received.unit,
            unit_name=held[0].era.name if held else _called(unit, row.day) or received.unit,
            subject=row.subject,
            name=row.name or roster.name(row.subject) or row.subject,
            post=held[0].post.post if held else "",
            interviewers=(roster.name(who) or who,) if who else (),
            interviewer_codes=(who,) if who else (),
            mode=row.mode or (Mode.INDIVIDUAL if sizes[row.id] == 1 else Mode.COLLECTIVE),
            present=row.present is not False,
            lawful=row.lawful is not False,
            late=row.day < first,
            source=_called(sender, row.day) or received.unit,
        )


def _called(unit: Unit | None, day: date) -> str | None:
    """What the unit was called that day."""
    era = unit.era(day) if unit is not None else None
    return era.name if era is not None else None
