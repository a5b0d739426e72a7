"""What has to be sent this week, as plain text to paste: notices, 催办 for overdue reports, 报送提醒 to late units."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole
from yuetan.regulation.deadline import days_later
from yuetan.views.deadlines.due import deadlines
from yuetan.views.deadlines.due_item import DueKind
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text
from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import State
    from yuetan.model.rectification import Reminder
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.due_item import DueItem

_WEEK = 7


class Letter(StrEnum):
    """What is sent."""

    NOTICE = "通知"
    URGE = "催办"
    REPORT = "报送提醒"


@row
class ToSend(Row):
    """One thing to be sent: to whom, the text to paste, and the command that sends or records it.

    `id` is the interview's or the report's period; `subject` a person's code; `sent` the reminders already recorded.
    """

    letter: Letter = column(key="kind")
    to: str = column()
    text: str = column()
    command: str = column()
    due: date = column()
    id: str = column()
    subject: str | None = column()
    unit: str | None = column()
    sent: tuple[date, ...] = column()


def to_send(state: State, laws: Laws, today: date, *, last: date | None = None) -> tuple[ToSend, ...]:
    """What is to be sent by `last` (the Sunday of this week where it is not given), the most urgent first.

    Notices whose last (working) day falls by then and can still be given in time; reminders of reports that are
    overdue; and in an office that gathers, of half-year reports that are late or due by then.
    """
    until = last if last is not None else days_later(today, _WEEK - 1 - today.weekday())
    found = (_letter(state, one, today, until) for one in deadlines(state, laws, today))
    return tuple(one for one in found if one is not None)


def _letter(state: State, one: DueItem, today: date, until: date) -> ToSend | None:
    if one.kind is DueKind.NOTICE:
        return _notice(one) if not one.overdue and (one.workday or one.due) <= until else None
    if one.kind is DueKind.RECTIFICATION:
        return _urge(state, one, today) if one.overdue else None
    gathering = state.office.role == OfficeRole.GATHERING
    return _report(state, one, today) if one.kind is DueKind.REPORT and gathering and one.due <= until else None


def _notice(one: DueItem) -> ToSend:
    what = one.what.removeprefix("发出")
    text = f"{one.unit_name}党组（党委）：{what}须在{day_text(one.workday or one.due)}前送达。"
    return _to_send(Letter.NOTICE, one, one.unit_name, text)


def _urge(state: State, one: DueItem, today: date) -> ToSend:
    """The text names no problem and no source: only the document, its day and the provision."""
    sent = tuple(row.day for row in reminders(state, one.id or "", one.subject or ""))
    again = f"此前已于{'、'.join(day_text(day) for day in sent)}催办。" if sent else ""
    text = (
        f"{one.name}同志：\n"
        f"约谈后的{one.what}应于{day_text(one.due)}（含当日）前形成并报送（{one.provision or ''}），"
        f"至今已逾期{-one.days_left}天。{again}请尽快形成并报送；已经报送的，请告知报送日期。\n"
        f"{_signature_text(state, today)}"
    )
    urged = _to_send(Letter.URGE, one, f"{one.unit_name} {one.name}", text)
    return replace(urged, command=f"yuetan remind --sent {one.id} --subject {one.subject}", sent=sent)


def _report(state: State, one: DueItem, today: date) -> ToSend:
    late = f"至今已逾期{-one.days_left}天，" if one.overdue else ""
    what = one.what.removeprefix("收取").replace("约谈", "廉政约谈")
    text = (
        f"{one.unit_name}：\n"
        f"{what}应于{day_text(one.due)}（含当日）前报送（{one.provision or ''}），{late}尚未收到。"
        f"请{'尽快' if one.overdue else '按期'}报送；没有进行约谈的，也请报送零报告。\n"
        f"{_signature_text(state, today)}"
    )
    return _to_send(Letter.REPORT, one, one.unit_name, text)


def _signature_text(state: State, today: date) -> str:
    return f"{own_unit_text(state, today)}\n{day_text(today)}"


def _to_send(letter: Letter, one: DueItem, to: str, text: str) -> ToSend:
    return ToSend(
        letter=letter,
        to=to,
        text=text,
        command=one.command,
        due=one.due,
        id=one.id or "",
        subject=one.subject,
        unit=one.unit,
        sent=(),
    )


def reminders(state: State, record_id: str, subject_id: str) -> Iterator[Reminder]:
    """The reminders recorded for a subject of an interview, in order."""
    stored = state.interview(record_id)
    if stored is not None and stored.record is not None:
        for subject in stored.record.subjects:
            if subject.id == subject_id:
                yield from subject.reminders
