"""The life of an interview: its state, derived from the facts and never stored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yuetan.model.interview import Interview, Subject


class Stage(StrEnum):
    """The states, by the words a clerk reads."""

    DRAFTED = "已起草"
    APPROVED = "已审批"
    NOTIFIED = "已通知"
    POSTPONED = "已延后"
    HELD = "已约谈"
    RECTIFICATION_DUE = "待整改"
    RECTIFIED = "已整改"
    CLOSED = "已办结"
    CANCELLED = "已撤销"


def stage(interview: Interview, *, follow_ups: Sequence[str]) -> Stage:
    """The state of `interview`; `follow_ups` names the documents that its situation owes after the talk."""
    if interview.cancellation is not None:
        return Stage.CANCELLED
    if interview.closing is not None:
        return Stage.CLOSED
    if interview.talk is not None:
        if not follow_ups:
            return Stage.HELD
        done = all(_answered(subject, follow_ups) for _, subject in interview.present_subjects)
        return Stage.RECTIFIED if done else Stage.RECTIFICATION_DUE
    if interview.schedule is not None and interview.schedule.pending is not None:
        return Stage.POSTPONED
    if interview.notices:
        return Stage.NOTIFIED
    return Stage.APPROVED if interview.approval is not None else Stage.DRAFTED


def _answered(subject: Subject, follow_ups: Sequence[str]) -> bool:
    """Whether the last round of every document has its verdict and was not sent back."""
    for number, document in enumerate(follow_ups):
        rounds = subject.rounds(document, first=number == 0)
        if not rounds or rounds[-1][1].verdict is None or rounds[-1][1].returned is not None:
            return False
    return True
