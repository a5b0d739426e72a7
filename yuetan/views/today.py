"""Today's page as values: overdue, due soon, interviews to come, what waits to be finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.model.life import Stage
from yuetan.regulation.calendar import usual
from yuetan.regulation.deadline import days_later
from yuetan.views.deadlines.due import deadlines
from yuetan.views.deadlines.records import planned_day
from yuetan.views.listing import Filter, list_rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from yuetan.model import State
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.due_item import DueItem
    from yuetan.views.listing import Row

SOON = 7
"""Days within which a deadline or an interview stands on the page."""
_WAITING = (Stage.DRAFTED, Stage.APPROVED, Stage.POSTPONED, Stage.HELD, Stage.RECTIFIED)


@dataclass(frozen=True, slots=True)
class Upcoming:
    """An interview notified or planned for one of the next days."""

    when: datetime
    place: str
    row: Row


@dataclass(frozen=True, slots=True)
class Today:
    """The page of one day. `waiting` holds drafts, postponed interviews, and those that only need to be closed."""

    day: date
    words: str
    since: date
    overdue: tuple[DueItem, ...]
    soon: tuple[DueItem, ...]
    later: int
    upcoming: tuple[Upcoming, ...]
    waiting: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        """Every key; lists as `due` and `list` give them."""
        return {
            "version": 1,
            "today": self.day.isoformat(),
            "since": self.since.isoformat(),
            "overdue": [one.as_json() for one in self.overdue],
            "soon": [one.as_json() for one in self.soon],
            "later": self.later,
            "upcoming": [
                {**one.row.as_json(), "when": one.when.isoformat(), "place": one.place or None} for one in self.upcoming
            ],
            "waiting": [row.as_json() for row in self.waiting],
        }


def today_page(state: State, laws: Laws, today: date) -> Today:
    """What a clerk should see in the morning."""
    items = deadlines(state, laws, today)
    rows = list_rows(state, laws, Filter())
    overdue = tuple(one for one in items if one.overdue)
    soon = tuple(one for one in items if 0 <= one.days_left <= SOON)
    return Today(
        day=today,
        words=laws.calendar.day_text(today),
        since=last_workday(laws.calendar, today),
        overdue=overdue,
        soon=soon,
        later=len(items) - len(overdue) - len(soon),
        upcoming=_upcoming(state, rows, today),
        waiting=tuple(row for row in rows if row.stage in _WAITING),
    )


def last_workday(calendar: Calendar, today: date) -> date:
    """The last working day before today; where that is not settled, the last weekday."""
    found = calendar.previous_workday(days_later(today, -1))
    if found is not None:
        return found
    day = days_later(today, -1)
    while not usual(day):
        day = days_later(day, -1)
    return day


def _upcoming(state: State, rows: tuple[Row, ...], today: date) -> tuple[Upcoming, ...]:
    by_id = {row.id: row for row in rows}
    found = []
    for stored in state.interviews:
        record = stored.record
        if record is None or record.held or record.cancelled or record.id not in by_id:
            continue
        day, schedule = planned_day(record), record.schedule
        if day is None or not today <= day <= days_later(today, SOON):
            continue
        notice = record.notices[-1] if record.notices else None
        when = (schedule.time if schedule is not None else None) or (notice.time if notice is not None else None)
        place = (schedule.place if schedule is not None else None) or (notice.place if notice is not None else None)
        if when is not None:
            found.append(Upcoming(when, place or "", by_id[record.id]))
    return tuple(sorted(found, key=lambda one: (one.when, one.row.id)))
