"""What a deadline is, and the sums with days that all of them share."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last (or first) day: `due` binds, `workday` is the working day beside it, `trace` is the sum in words.

    `workday` is None where the calendar does not know it yet; `provisional` says that `due` itself hangs on such days.
    """

    due: date
    workday: date | None
    trace: str
    provision: str | None
    provisional: bool = False


def days_later(day: date, days: int) -> date:
    """So many days later (earlier where negative), never beyond the first and last day that a date can hold."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def months_later(day: date, months: int) -> date:
    """The same day of a month that many months later (earlier where negative), or that month's last day."""
    total = day.year * _MONTHS + day.month - 1 + months
    total = min(max(total, _MONTHS), date.max.year * _MONTHS + _MONTHS - 1)
    year, month = total // _MONTHS, total % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_day(text: str, year: int) -> date:
    """``06-30`` in that year, ``+01-05`` in the next; a day that the month does not have is its last."""
    year = min(year + text.startswith("+"), date.max.year)
    month, day = (int(part) for part in text.removeprefix("+").split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def short_day_text(day: date, beside: date | None = None) -> str:
    """``4月24日``; with its year where `beside` lies in another one."""
    text = f"{day.month}月{day.day}日"
    return text if beside is None or beside.year == day.year else f"{day.year}年{text}"


def span_days(first: date, last: date) -> tuple[date, ...]:
    """Every day from `first` to `last`, both included."""
    return tuple(first + timedelta(days=i) for i in range((last - first).days + 1))
