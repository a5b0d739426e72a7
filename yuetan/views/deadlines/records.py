"""What open interviews owe: a notice in time, the record of what was held, the reports that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.regulation.choices import NoticeChange
from yuetan.regulation.deadline import Deadline, days_later, short_day_text
from yuetan.regulation.deadlines import latest_notice
from yuetan.regulation.parameters import MUST_APPROVE
from yuetan.rules.article_8_rectification import COUNTS, ON_RECEIPT, documents_owed
from yuetan.rules.rule import case_of
from yuetan.views.deadlines.due_item import DueKind, Whose, due_item
from yuetan.views.names import person_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law, Laws
    from yuetan.rules.article_8_rectification import Owed
    from yuetan.rules.rule import Case
    from yuetan.views.deadlines.due_item import DueItem

"""The change that owes a new notice where the regulation says so."""


def record_items(state: State, laws: Laws, today: date) -> Iterator[DueItem]:
    """The deadlines of every open interview that the regulation judges."""
    for stored in state.interviews:
        case = case_of(stored, state, laws, today)
        if case is None or case.record.closing is not None:
            continue
        if case.record.held:
            yield from _follow_ups(case)
        elif not _postponed(case.record):
            yield from _planned(case)


def planned_day(record: Interview) -> date | None:
    """The day for which it is planned now: of the schedule, else of the last notice; None while it is put off."""
    if _postponed(record):
        return None
    schedule = record.schedule
    return schedule.time.date() if schedule is not None and schedule.time is not None else record.day


def owes_notice(record: Interview, subject: Subject, law: Law, day: date) -> bool:
    """Whether the subject has had no notice, or only one of another day that the regulation does not let stand."""
    found = record.last_notice(subject.id)
    if found is None:
        return True
    moment = found[1].time
    return NoticeChange.DAY in law.profile.changes and moment is not None and moment.date() != day


def _postponed(record: Interview) -> bool:
    return record.schedule is not None and record.schedule.pending is not None


def _planned(case: Case) -> Iterator[DueItem]:
    day = planned_day(case.record)
    law = case.laws.on(day, case.record.regulation) if day is not None else None
    if day is None or law is None:
        return
    for subject in case.record.subjects:
        if subject.present is not False:
            yield from _of_subject(case, subject, law, day)


def _of_subject(case: Case, subject: Subject, law: Law, day: date) -> Iterator[DueItem]:
    """The notice while it is owed; the record where it is not, or where the day has come all the same."""
    owing = owes_notice(case.record, subject, law, day)
    if owing:
        yield _notice(case, subject, law, day)
    if not owing or day < case.today:
        yield _interview(case, subject, law, day)


def _notice(case: Case, subject: Subject, law: Law, day: date) -> DueItem:
    deadline = latest_notice(law, day)
    what = f"发出{short_day_text(day, case.today)}{case.record.kind}的通知"
    command = _notice_command(case, subject, law, late=case.today > deadline.due)
    return due_item(DueKind.NOTICE, deadline, case.today, _whose(case, subject, day), what=what, command=command)


def _notice_command(case: Case, subject: Subject, law: Law, *, late: bool) -> str:
    record = case.record
    if late:
        return f"yuetan reschedule {record.id} --at 时间"
    if law.flag(MUST_APPROVE) and record.approval is None:
        return f"yuetan approve {record.id}"
    one_of_several = len(record.subjects) > 1 and record.notices
    return f"yuetan notify {record.id}" + (f" --subject {subject.id}" if one_of_several else "")


def _interview(case: Case, subject: Subject, law: Law, day: date) -> DueItem:
    due = days_later(day, 1)
    trace = f"约谈日 {law.calendar.dated_text(day)}，次日应有登记：已谈的记下，没有谈的改期、延后或撤销"
    situation = law.situation(case.record.kind)
    provision = law.provision("B7.3") or (situation.article if situation is not None else None)
    deadline = Deadline(due, law.calendar.next_workday(due), trace, provision)
    what = f"登记{short_day_text(day, case.today)}的{case.record.kind}"
    command = f"yuetan minutes {case.record.id}"
    return due_item(DueKind.INTERVIEW, deadline, case.today, _whose(case, subject, day), what=what, command=command)


def _follow_ups(case: Case) -> Iterator[DueItem]:
    """The documents that B8.3 waits for: not there, sent back, or formed and not sent to whom they go."""
    situation = case.situation
    several = situation is not None and len(situation.follow_ups) > 1
    for owed in documents_owed(case):
        if _outstanding(case.law, owed):
            what = owed.document.document
            command = f"yuetan rectify {case.record.id} --subject {owed.subject.id}"
            command += f" --document {what}" if several else ""
            whose = _whose(case, owed.subject, case.day)
            yield due_item(DueKind.RECTIFICATION, owed.deadline, case.today, whose, what=what, command=command)


def _outstanding(law: Law, owed: Owed) -> bool:
    if owed.last is None or owed.returned:
        return True
    last = owed.last[1]
    if law.text(COUNTS) == ON_RECEIPT:
        return last.received is None
    sent = last.sent is not None or last.received is not None or not owed.document.recipients
    return last.formed is None or not sent


def _whose(case: Case, subject: Subject, day: date) -> Whose:
    held = next(iter(case.roster.posts(subject.id, day)), None)
    return Whose(
        id=case.record.id,
        subject=subject.id,
        unit=held.unit.code if held is not None else None,
        name=subject.name or person_text(case.roster, subject.id),
        unit_name=held.era.name if held is not None else subject.unit or "",
        interviewers=tuple(one.id for one in case.record.interviewers if one.part == Part.CONDUCTS),
    )
