"""Who was at which interview: the facts that every number of a report is counted from, one a subject and interview."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import Mode, OfficeRole, Part
from yuetan.rules.rule import case_of
from yuetan.rules.standing import lawfully_met
from yuetan.views.names import person_text, unit_text
from yuetan.views.report.periods import bounds_of, sent_so_far

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, Received, Roster, State, Stored
    from yuetan.model.interview import Subject
    from yuetan.model.reporting import ReceivedRow
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
    situation = laws.situation(day, record.kind, record.regulation)
    case = case_of(stored, state, laws, day) if judged and situation is not None and situation.yearly else None
    who = [one for one in record.interviewers if one.part == Part.CONDUCTS and one.present is not False]
    for subject in record.subjects:
        unit, unit_name, post = _counted_under(state, subject, day)
        present = subject.present is not False
        yield Attended(
            id=record.id,
            kind=situation.name if situation is not None else record.kind,
            day=day,
            unit=unit,
            unit_name=unit_name,
            subject=subject.id,
            name=subject.name or person_text(state.roster, subject.id),
            post=post,
            interviewers=tuple(one.name or person_text(state.roster, one.id) for one in who),
            interviewer_codes=tuple(one.id for one in who),
            mode=record.mode or _mode(len(record.subjects)),
            present=present,
            lawful=case is None or not present or lawfully_met(case, subject.id),
            late=late,
            file=stored.file,
        )


def _mode(people: int) -> Mode:
    """What an interview is taken for where nobody wrote it."""
    return Mode.INDIVIDUAL if people == 1 else Mode.COLLECTIVE


def _ours(state: State, laws: Laws, bounds: Bounds, as_of: date, *, judged: bool) -> Iterator[Attended]:
    sent = sent_so_far(state)
    for stored in state.interviews:
        record = stored.record
        if record is None or record.talk is None or not is_held(record):
            continue
        day = record.talk.time.date()
        if day <= as_of and sent.period(laws, record.id, day) == bounds.name:
            yield from of_record(state, laws, stored, late=day < bounds.first, judged=judged)


def _counted_under(state: State, subject: Subject, day: date) -> tuple[str, str, str]:
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
    sizes = Counter(one.id for one in received.rows)
    for one in received.rows:
        unit, unit_name, post = _reported_under(roster, received, one)
        situation = laws.situation(one.day, one.kind)
        who = (one.interviewer,) if one.interviewer else ()
        yield Attended(
            id=one.id,
            kind=situation.name if situation is not None else one.kind,
            day=one.day,
            unit=unit,
            unit_name=unit_name,
            subject=one.subject,
            name=one.name or person_text(roster, one.subject),
            post=post,
            interviewers=tuple(person_text(roster, code) for code in who),
            interviewer_codes=who,
            mode=one.mode or _mode(sizes[one.id]),
            present=one.present is not False,
            lawful=one.lawful is not False,
            late=one.day < first,
            source=unit_text(roster.unit(received.unit), one.day) or received.unit,
        )


def _reported_under(roster: Roster, received: Received, one: ReceivedRow) -> tuple[str, str, str]:
    """Code and name of the unit, and the post, that a reported subject is counted under."""
    unit = roster.unit(one.unit or received.unit)
    posts = roster.posts(one.subject, one.day)
    held = next((post for post in posts if post.unit is unit), None) or next(iter(posts), None)
    if held is None:
        return one.unit or received.unit, unit_text(unit, one.day) or received.unit, ""
    return held.unit.code, held.era.name, held.post.post
