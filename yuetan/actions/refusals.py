"""Refusals that many steps share: the wrong state, a day to come, a day out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.plan import Refusal
from yuetan.finding import Finding, Level
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.model import Interview
    from yuetan.model.rectification import Rectification


def wrong_stage(now: Current, allowed: tuple[Stage, ...], step: str, instead: Mapping[Stage, str]) -> Refusal | None:
    """A refusal where the record's state does not allow `step`; `instead` says what to do, by state."""
    if now.stage in allowed:
        return None
    about = instead.get(now.stage, "")
    if now.stage is Stage.CANCELLED:
        about = "已撤销的约谈不再变动；需要时用 yuetan new 另行起草"
    return Refusal(f"{now.id} {now.stage.value}，不能{step}", hint=about.replace("ID", now.id))


def not_yet(day: date, today: date, what: str) -> Refusal | None:
    """A refusal where something that is to have happened is dated after today (S7)."""
    if day <= today:
        return None
    return Refusal(
        f"{what} {day.isoformat()} 在今天（{today.isoformat()}）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


def too_early(now: Current, day: date, step: str, earlier: tuple[tuple[str, date | None], ...]) -> Refusal | None:
    """A refusal where a step is dated before one that comes first (S6); `earlier` names those steps and days."""
    for name, other in earlier:
        if other is not None and day < other:
            message = f"{step} {day.isoformat()} 早于{name} {other.isoformat()}"
            finding = Finding("S6", Level.ERROR, None, now.stored.file, (), message)
            return Refusal(f"{message}，次序不对", (finding,), hint=f"检查 --date，应不早于 {other.isoformat()}")
    return None


def earlier_steps(record: Interview) -> tuple[tuple[str, date | None], ...]:
    """What has been recorded so far, with its days; what comes next may not be dated before any of it (S6)."""
    notices = record.notices
    return (
        ("起草", record.drafted),
        ("审批", record.approval.day if record.approval is not None else None),
        ("通知", max((notice.day for notice in notices), default=None)),
        ("签收", max((notice.signed for notice in notices if notice.signed is not None), default=None)),
        ("约谈", record.talk.time.date() if record.talk is not None else None),
        (
            "整改",
            max((day for one in record.subjects for row in one.rectifications for day in _days(row)), default=None),
        ),
    )


def _days(row: Rectification) -> tuple[date, ...]:
    return tuple(day for day in (row.formed, row.sent, row.received) if day is not None)
