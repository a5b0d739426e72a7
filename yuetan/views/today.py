"""Today's page as values: overdue, due soon, interviews to come, what waits to be finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.life import Stage
from yuetan.regulation.calendar import usual
from yuetan.regulation.deadline import days_later
from yuetan.views.deadlines.due import deadlines
from yuetan.views.deadlines.records import planned_day
from yuetan.views.interviews.filter import Filter
from yuetan.views.interviews.rows import list_rows
from yuetan.views.table import Row, column, json_or_null, row

if TYPE_CHECKING:
    from datetime import date, datetime

    from yuetan.model import Interview, State
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.due_item import DueItem
    from yuetan.views.interviews.rows import InterviewRow

SOON = 7
"""Days within which a deadline or an interview stands on the page."""
_WAITING = (Stage.DRAFTED, Stage.APPROVED, Stage.POSTPONED, Stage.HELD, Stage.RECTIFIED)


@row
class Upcoming(Row):
    """An interview notified or planned for one of the next days."""

    when: datetime = column()
    place: str = column(json=json_or_null)
    row: InterviewRow

    def as_json(self) -> dict[str, object]:
        """The interview as `list` gives it, with time and place."""
        return {**self.row.as_json(), **Row.as_json(self)}


@row
class Today(Row):
    """The page of one day. `waiting` holds drafts, postponed interviews, and those that only need to be closed."""

    day: date = column(key="today")
    day_text: str
    since: date = column()
    overdue: tuple[DueItem, ...] = column()
    soon: tuple[DueItem, ...] = column()
    later: int = column()
    upcoming: tuple[Upcoming, ...] = column()
    waiting: tuple[InterviewRow, ...] = column()


def today_page(state: State, laws: Laws, today: date) -> Today:
    """What a clerk should see in the morning."""
    items = deadlines(state, laws, today)
    rows = list_rows(state, laws, Filter())
    overdue = tuple(one for one in items if one.overdue)
    soon = tuple(one for one in items if 0 <= one.days_left <= SOON)
    return Today(
        day=today,
        day_text=laws.calendar.day_text(today),
        since=last_workday(laws.calendar, today),
        overdue=overdue,
        soon=soon,
        later=len(items) - len(overdue) - len(soon),
        upcoming=_upcoming(state, rows, today),
        waiting=tuple(one for one in rows if one.stage in _WAITING),
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


def _upcoming(state: State, rows: tuple[InterviewRow, ...], today: date) -> tuple[Upcoming, ...]:
    by_id = {one.id: one for one in rows}
    to_come = (one for one in state.records if not (one.held or one.cancelled))
    found = (_planned(one, by_id[one.id]) for one in to_come if _is_soon(one, today))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.when, one.row.id)))


def _is_soon(record: Interview, today: date) -> bool:
    day = planned_day(record)
    return day is not None and today <= day <= days_later(today, SOON)


def _planned(record: Interview, found: InterviewRow) -> Upcoming | None:
    """By the schedule, else by the last notice; None where neither has a time."""
    said = [one for one in (record.schedule, *record.notices[-1:]) if one is not None]
    when = next((one.time for one in said if one.time is not None), None)
    place = next((one.place for one in said if one.place), "")
    return Upcoming(when=when, place=place, row=found) if when is not None else None
