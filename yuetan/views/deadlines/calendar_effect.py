"""What another calendar changes: deadlines that move or become certain, and notices already given that it touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import NOTICE_DAYS, notice_days
from yuetan.rules.rule import case_of
from yuetan.views.deadlines.due import deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Notice
    from yuetan.regulation.law import Law, Laws
    from yuetan.views.deadlines.due import DueItem

UNSETTLED = "暂定"


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline as it was and as it is; None where it was not, or is no more, one."""

    before: DueItem | None
    after: DueItem | None

    @property
    def words(self) -> str:
        """``年度约谈：最后工作日 暂定 → 12月31日（周四）``, without whose it is."""
        one = self.after or self.before
        if one is None:
            return ""
        return f"{one.kind.words}，{_shown(self.before)} → {_shown(self.after)}"

    def as_json(self) -> dict[str, Any]:
        """Both sides in the shape of ``due``."""
        return {
            "before": self.before.as_json() if self.before is not None else None,
            "after": self.after.as_json() if self.after is not None else None,
        }


@dataclass(frozen=True, slots=True)
class TouchedNotice:
    """A notice already given for an interview still to be held, and what the calendar makes of it."""

    id: str
    number: str | None
    day: date
    words: str

    def as_json(self) -> dict[str, Any]:
        """Every key, null where there is nothing."""
        return {"id": self.id, "number": self.number, "date": self.day.isoformat(), "message": self.words}


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything that the other calendar changes."""

    moved: tuple[Moved, ...]
    notices: tuple[TouchedNotice, ...]


def effect(state: State, before: Laws, after: Laws, today: date) -> Effect:
    """What changes in the archive where the calendar of `before` gives way to that of `after`."""
    old = {one.key: one for one in deadlines(state, before, today)}
    new = {one.key: one for one in deadlines(state, after, today)}
    moved = tuple(
        Moved(old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
        if _sum(old.get(key)) != _sum(new.get(key))
    )
    return Effect(moved, tuple(_touched(state, before, after, today)))


def _sum(one: DueItem | None) -> tuple[object, ...]:
    return () if one is None else (one.due, one.workday, one.provisional)


def _shown(one: DueItem | None) -> str:
    if one is None:
        return "没有"
    beside = UNSETTLED if one.workday is None else short_day_text(one.workday, one.due)
    days = f"{short_day_text(one.due)}（{UNSETTLED}）" if one.provisional else short_day_text(one.due)
    return days if one.workday == one.due else f"{days}（工作日 {beside}）"


def _touched(state: State, before: Laws, after: Laws, today: date) -> Iterator[TouchedNotice]:
    for stored in state.interviews:
        case = case_of(stored, state, after, today)
        if case is None or case.record.held or case.record.closing is not None:
            continue
        old = before.on(case.record.judged_day, case.record.regulation)
        for notice in _standing(case.record):
            moment = notice.time
            if old is not None and moment is not None and moment.date() >= today:
                said = "；".join(_said(old, case.law, notice, moment.date()))
                if said:
                    yield TouchedNotice(case.record.id, notice.number, moment.date(), said)


def _standing(record: Interview) -> tuple[Notice, ...]:
    """The last notice to each subject, each once."""
    found = (record.last_notice(subject.id) for subject in record.subjects)
    return tuple(dict.fromkeys(one[1] for one in found if one is not None))


def _said(old: Law, new: Law, notice: Notice, day: date) -> Iterator[str]:
    if old.calendar.workday(day) != new.calendar.workday(day):
        words = f"{short_day_text(day)}由“{old.calendar.day_text(day)}”改为“{new.calendar.day_text(day)}”"
        advice = (
            ""
            if new.calendar.workday(day)
            else f"，不是工作日；改期用 yuetan reschedule，并重新通知（原定{short_day_text(day)}）"
        )
        yield words + advice
    served = notice.signed or notice.day
    needed = new.number(NOTICE_DAYS) or 0
    ahead = notice_days(new, served, day)
    if ahead < needed <= notice_days(old, served, day):
        yield f"提前的天数由够变为不够：应{needed}，现只有{ahead}"
