"""What another calendar changes: deadlines that move or become certain, and notices already given that it touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import NOTICE_DAYS, notice_days
from yuetan.rules.rule import case_of
from yuetan.views.deadlines.due import deadlines
from yuetan.views.deadlines.due_item import UNSETTLED, DueItem
from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.talk import Notice
    from yuetan.regulation.law import Law, Laws
    from yuetan.rules.rule import Case


@row
class Moved(Row):
    """A deadline as it was and as it is; None where it was not, or is no more, one."""

    before: DueItem | None = column()
    after: DueItem | None = column()

    @property
    def change_text(self) -> str:
        """``年度约谈：最后工作日 暂定 → 12月31日（周四）``, without whose it is."""
        one = self.after or self.before
        if one is None:
            return ""
        return f"{one.kind.chinese}，{_days_text(self.before)} → {_days_text(self.after)}"


@row
class TouchedNotice(Row):
    """A notice already given for an interview still to be held, and what the calendar makes of it."""

    id: str = column()
    number: str | None = column()
    day: date = column(key="date")
    message: str = column()


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything that the other calendar changes."""

    moved: tuple[Moved, ...]
    notices: tuple[TouchedNotice, ...]


def effect(state: State, before: Laws, after: Laws, today: date) -> Effect:
    """What changes in the archive where the calendar of `before` gives way to that of `after`."""
    old = {one.key: one for one in deadlines(state, before, today)}
    new = {one.key: one for one in deadlines(state, after, today)}
    pairs = ((old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new)))
    moved = tuple(Moved(before=then, after=now) for then, now in pairs if _days(then) != _days(now))
    return Effect(moved, tuple(_touched(state, before, after, today)))


def _days(one: DueItem | None) -> tuple[object, ...]:
    return () if one is None else (one.due, one.workday, one.provisional)


def _days_text(one: DueItem | None) -> str:
    if one is None:
        return "没有"
    beside = UNSETTLED if one.workday is None else short_day_text(one.workday, one.due)
    days = f"{short_day_text(one.due)}（{UNSETTLED}）" if one.provisional else short_day_text(one.due)
    return days if one.workday == one.due else f"{days}（工作日 {beside}）"


def _touched(state: State, before: Laws, after: Laws, today: date) -> Iterator[TouchedNotice]:
    cases = (case_of(stored, state, after, today) for stored in state.interviews)
    for case in cases:
        if case is None or case.record.held or case.record.closing is not None:
            continue
        old = before.on(case.record.judged_day, case.record.regulation)
        if old is not None:
            yield from _of_case(case, old)


def _of_case(case: Case, old: Law) -> Iterator[TouchedNotice]:
    for notice in _standing(case.record):
        day = notice.time.date() if notice.time is not None else None
        if day is not None and day >= case.today:
            message = "；".join(_consequences(old, case.law, notice, day))
            if message:
                yield TouchedNotice(id=case.record.id, number=notice.number, day=day, message=message)


def _standing(record: Interview) -> tuple[Notice, ...]:
    """The last notice to each subject, each once."""
    found = (record.last_notice(subject.id) for subject in record.subjects)
    return tuple(dict.fromkeys(one[1] for one in found if one is not None))


def _consequences(old: Law, new: Law, notice: Notice, day: date) -> Iterator[str]:
    if old.calendar.workday(day) != new.calendar.workday(day):
        changed = f"{short_day_text(day)}由“{old.calendar.day_text(day)}”改为“{new.calendar.day_text(day)}”"
        advice = f"，不是工作日；改期用 yuetan reschedule，并重新通知（原定{short_day_text(day)}）"
        yield changed if new.calendar.workday(day) else changed + advice
    served = notice.signed or notice.day
    needed = new.number(NOTICE_DAYS) or 0
    ahead = notice_days(new, served, day)
    if ahead < needed <= notice_days(old, served, day):
        yield f"提前的天数由够变为不够：应{needed}，现只有{ahead}"
