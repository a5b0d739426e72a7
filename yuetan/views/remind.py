"""What has to be sent this week, as plain text to paste: notices, 催办 for overdue reports, 报送提醒 to late units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from yuetan.model.choices import OfficeRole
from yuetan.regulation.deadline import days_later
from yuetan.views.deadlines.due import Kind, deadlines
from yuetan.views.official_text import day_text
from yuetan.views.papers.notice import own_name_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import State
    from yuetan.model.rectification import Reminder
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.due import DueItem

_WEEK = 7


class Letter(StrEnum):
    """What is sent."""

    NOTICE = "通知"
    URGE = "催办"
    REPORT = "报送提醒"


@dataclass(frozen=True, slots=True)
class ToSend:
    """One thing to be sent: to whom, the text to paste, and the command that sends or records it.

    `id` is the interview's or the report's period; `subject` a person's code; `sent` the reminders already recorded.
    """

    letter: Letter
    to: str
    text: str
    command: str
    due: date
    id: str
    subject: str | None
    unit: str | None
    sent: tuple[date, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Every key, null where there is nothing."""
        return {
            "kind": self.letter.value, "to": self.to, "text": self.text, "command": self.command,
            "due": self.due.isoformat(), "id": self.id, "subject": self.subject, "unit": self.unit,
            "sent": [day.isoformat() for day in self.sent],
        }  # fmt: skip


def to_send(state: State, laws: Laws, today: date, *, last: date | None = None) -> tuple[ToSend, ...]:
    """What is to be sent by `last` (the Sunday of this week where it is not given), the most urgent first.

    Notices whose last (working) day falls by then and can still be given in time; reminders of reports that are
    overdue; and in an office that gathers, of half-year reports that are late or due by then.
    """
    until = last if last is not None else days_later(today, _WEEK - 1 - today.weekday())
    found = (_letter(state, one, today, until) for one in deadlines(state, laws, today))
    return tuple(one for one in found if one is not None)


def _letter(state: State, one: DueItem, today: date, until: date) -> ToSend | None:
    if one.kind is Kind.NOTICE and not one.overdue and (one.workday or one.due) <= until:
        return _notice(one)
    if one.kind is Kind.RECTIFICATION and one.overdue:
        return _urge(state, one, today)
    if one.kind is Kind.REPORT and state.office.role == OfficeRole.GATHERING and one.due <= until:
        return _report(state, one, today)
    return None


def _notice(one: DueItem) -> ToSend:
    text = f"{one.unit_name}党组（党委）：{one.what.removeprefix('发出')}须在{day_text(one.workday or one.due)}前送达。"
    return _made(Letter.NOTICE, one, one.unit_name, text)


def _urge(state: State, one: DueItem, today: date) -> ToSend:
    """The text names no problem and no source: only the document, its day and the provision."""
    sent = tuple(row.day for row in reminders(state, one.id or "", one.subject or ""))
    again = f"此前已于{'、'.join(day_text(day) for day in sent)}催办。" if sent else ""
    text = (
        f"{one.name}同志：\n"
        f"约谈后的{one.what}应于{day_text(one.due)}（含当日）前形成并报送（{one.provision or ''}），"
        f"至今已逾期{-one.days_left}天。{again}请尽快形成并报送；已经报送的，请告知报送日期。\n"
        f"{own_name_text(state, today)}\n{day_text(today)}"
    )
    made = _made(Letter.URGE, one, f"{one.unit_name} {one.name}", text)
    return replace(made, command=f"yuetan remind --sent {one.id} --subject {one.subject}", sent=sent)


def _report(state: State, one: DueItem, today: date) -> ToSend:
    late = f"至今已逾期{-one.days_left}天，" if one.overdue else ""
    what = one.what.removeprefix("收取").replace("约谈", "廉政约谈")
    text = (
        f"{one.unit_name}：\n"
        f"{what}应于{day_text(one.due)}（含当日）前报送（{one.provision or ''}），{late}尚未收到。"
        f"请{'尽快' if one.overdue else '按期'}报送；没有进行约谈的，也请报送零报告。\n"
        f"{own_name_text(state, today)}\n{day_text(today)}"
    )
    return _made(Letter.REPORT, one, one.unit_name, text)


def _made(letter: Letter, one: DueItem, to: str, text: str) -> ToSend:
    return ToSend(letter, to, text, one.command, one.due, one.id or "", one.subject, one.unit)


def reminders(state: State, record_id: str, subject_id: str) -> Iterator[Reminder]:
    """The reminders recorded for a subject of an interview, in order."""
    stored = state.interview(record_id)
    if stored is not None and stored.record is not None:
        for subject in stored.record.subjects:
            if subject.id == subject_id:
                yield from subject.reminders
