"""Who was at which interview: the facts that reports and coverage are counted from, one a subject and interview.

次 are interviews with at least one subject present, 人次 the subjects present; the two are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.deadlines import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, Received, State
    from yuetan.regulation.law import Laws

GATHERING = "汇总"
LATE = "约谈后报送补报"


@dataclass(frozen=True, slots=True)
class Attendance:
    """One subject of one interview that was held: ours, or one that a unit reported."""

    id: str
    kind: str
    day: date
    unit: str
    subject: str
    name: str
    post: str
    interviewers: str
    mode: str
    present: bool
    late: bool
    source: str


def held_in(state: State, laws: Laws, period: str, first: date, last: date) -> tuple[Attendance, ...]:
    """Everything that belongs into the period's report, by day, id and the record's order of subjects.

    What was held in the period; 补报, what was held in an earlier one after its report had gone out; and in an office
    that gathers, what the units sent in for the period.
    """
    found: list[Attendance] = []
    for stored in state.interviews:
        record = stored.record
        if record is None or record.cancelled or record.talk is None or not record.present_subjects:
            continue
        day = record.talk.time.date()
        if day < state.office.since or day > last:
            continue
        late = day < first and _missed(state, laws, record, period, first)
        if day >= first or late:
            found.extend(_own(state, record, day, late=late))
    if state.office.role == GATHERING:
        ours = {one.id for one in found}
        found.extend(one for one in _received(state, period, first) if one.id not in ours)
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def _missed(state: State, laws: Laws, record: Interview, period: str, first: date) -> bool:
    """Whether an interview of an earlier period is in no report sent so far though its own period's was sent."""
    law = laws.on(record.judged_day, record.regulation)
    if law is None or not law.flag(LATE):
        return False
    own = period_of(law, record.judged_day)
    earlier = [s.record for s in state.reports if s.record is not None and s.record.period != period]
    if not any(report.period == own for report in earlier):
        return False
    return not any(record.id in report.interviews for report in earlier if report.period[:4] <= f"{first.year:04}")


def _own(state: State, record: Interview, day: date, *, late: bool) -> Iterator[Attendance]:
    who = "、".join(one.name or one.id for one in record.interviewers if one.present is not False)
    for subject in record.subjects:
        held = state.roster.posts(subject.id, day)
        yield Attendance(
            id=record.id,
            kind=record.kind,
            day=day,
            unit=subject.unit or (held[0].era.name if held else ""),
            subject=subject.id,
            name=subject.name or subject.id,
            post=subject.post or (held[0].post.post if held else ""),
            interviewers=who,
            mode=record.mode or "",
            present=subject.present is not False,
            late=late,
            source="",
        )


def _received(state: State, period: str, first: date) -> Iterator[Attendance]:
    for stored in state.received:
        if stored.record is not None and stored.record.period == period:
            yield from _rows(state, stored.record, first)


def _rows(state: State, received: Received, first: date) -> Iterator[Attendance]:
    sender = state.roster.unit(received.unit)
    for row in received.rows:
        held = state.roster.posts(row.subject, row.day)
        era = sender.era(row.day) if sender is not None else None
        name = era.name if era is not None else received.unit
        yield Attendance(
            id=row.id,
            kind=row.kind,
            day=row.day,
            unit=held[0].era.name if held else name,
            subject=row.subject,
            name=row.name or state.roster.name(row.subject) or row.subject,
            post=held[0].post.post if held else "",
            interviewers=(state.roster.name(row.interviewer) or row.interviewer) if row.interviewer else "",
            mode=row.mode or "",
            present=row.present is not False,
            late=row.day < first,
            source=name,
        )
