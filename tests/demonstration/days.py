"""Days of the demonstration: the fixed judging day, and working days counted from a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

TODAY = date(2026, 6, 24)
"""The day by which the demonstration is judged; `make demo` prints it."""


def workday(day: date) -> bool:
    """Whether offices work that day, by the State Council's calendar."""
    import chinese_calendar

    return bool(chinese_calendar.is_workday(day))


def on_or_after(day: date) -> date:
    """The day itself, else the next working day."""
    while not workday(day):
        day += timedelta(days=1)
    return day


def on_or_before(day: date) -> date:
    """The day itself, else the working day before it."""
    while not workday(day):
        day -= timedelta(days=1)
    return day


def after(day: date, count: int) -> date:
    """`count` working days later."""
    for _ in range(count):
        day = on_or_after(day + timedelta(days=1))
    return day


def at(day: date, clock: str) -> datetime:
    """A day and ``09:30`` as a moment."""
    return datetime.combine(day, time.fromisoformat(clock))
