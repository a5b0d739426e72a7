"""What is to be done next with an interview: the command, and by which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Opinion
from yuetan.model.life import Stage
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import follow_up_due, latest_notice
from yuetan.regulation.parameters import MUST_APPROVE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview
    from yuetan.regulation.law import Law, Laws


def next_steps(record: Interview, status: Stage, laws: Laws, today: date) -> tuple[str, ...]:
    """What to do next, with its day and command."""
    law = laws.on(record.judged_day, record.regulation)
    if status is Stage.RECTIFICATION_DUE:
        return tuple(_reports(record, law, today))
    step = _step_text(record, status, law, today)
    return (step,) if step else ()


def _step_text(record: Interview, status: Stage, law: Law | None, today: date) -> str:
    if status in {Stage.DRAFTED, Stage.APPROVED}:
        return _before_notice_text(record, status, law, today)
    if status is Stage.NOTIFIED:
        when = f"{short_day_text(record.day, today)}约谈，" if record.day is not None else ""
        return f"{when}之后 yuetan minutes {record.id} 登记"
    if status is Stage.POSTPONED:
        return f"定了新的时间后 yuetan reschedule {record.id} --at 时间"
    return f"yuetan close {record.id} 办结" if status in {Stage.HELD, Stage.RECTIFIED} else ""


def _before_notice_text(record: Interview, status: Stage, law: Law | None, today: date) -> str:
    """The approval where one is asked for, the end where it was refused, else the notice and its last day."""
    if status is Stage.DRAFTED and law is not None and law.flag(MUST_APPROVE):
        return f"yuetan approve {record.id} 登记审批"
    if status is Stage.APPROVED and record.approval is not None and record.approval.opinion == Opinion.REFUSED:
        return f"审批不同意，用 yuetan cancel {record.id} --why 原因 撤销"
    return f"yuetan notify {record.id} 通知{_notice_day_text(record, law, today)}"


def _notice_day_text(record: Interview, law: Law | None, today: date) -> str:
    if law is None or record.day is None:
        return ""
    last = latest_notice(law, record.day)
    return f"（最迟{short_day_text(last.workday or last.due, today)}，{last.trace}）"


def _reports(record: Interview, law: Law | None, today: date) -> Iterator[str]:
    """Each document that is due after the talk, with its last day."""
    situation = law.situation(record.kind) if law is not None else None
    if law is None or situation is None or record.day is None:
        return
    for document in situation.follow_ups:
        due = follow_up_due(law, situation, document, record.day)
        yield f"{document.document}最迟{short_day_text(due.due, today)}（{due.trace}）"
