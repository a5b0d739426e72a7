"""The weeks in which a plan may put an interview, and the settings of planning, each with its reason.

These are no provisions of a regulation but how offices work; nothing is judged by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from yuetan.regulation.calendar import usual
from yuetan.regulation.deadline import span_days

if TYPE_CHECKING:
    from yuetan.regulation.calendar import Calendar

PER_WEEK = 2
"""约谈人每周最多约谈几人：领导另有日常工作，一周谈两人仍能逐人准备。"""
SETTLING_DAYS = 90
"""到任多少天以后才排：到任不久，还没有多少履职情况可谈。"""
QUIET_DAYS = 14
"""安静期有多少天：半年末、年末在汇总报送，留作补谈，不预先排满。"""
QUIET_MONTHS = (6, 12)
"""哪些月份的最后一段是安静期：第七条的两次报送在6月底、12月底。"""

_WEDNESDAY = 2
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the year: its Monday, the month it counts for, and the working days of that month in it.

    A week counts for the month of its Wednesday, so that it belongs to one month alone. `quiet` where some of its days
    were left out since they lie in the last fortnight before a report.
    """

    monday: date
    month: int
    days: tuple[date, ...]
    quiet: bool = False


def weeks_of(year: int, calendar: Calendar) -> tuple[Week, ...]:
    """The weeks of a year with the days on which interviews may be planned; a day not settled yet counts as usual."""
    start = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
    mondays = (start + timedelta(days=_WEEK * number) for number in range(54))
    return tuple(_week(calendar, one) for one in mondays if _wednesday(one).year == year)


def _wednesday(monday: date) -> date:
    return monday + timedelta(days=_WEDNESDAY)


def _week(calendar: Calendar, monday: date) -> Week:
    month = _wednesday(monday).month
    inside = (day for day in span_days(monday, monday + timedelta(days=_WEEK - 1)) if day.month == month)
    working = [day for day in inside if _works(calendar, day)]
    days = tuple(day for day in working if not is_quiet(day))
    return Week(monday, month, days, len(days) < len(working))


def is_quiet(day: date) -> bool:
    """Whether the day lies in the last fortnight of June or December."""
    return day.month in QUIET_MONTHS and (day + timedelta(days=QUIET_DAYS)).month != day.month


def week_text(monday: date) -> str:
    """``3月9日至13日``, ``3月30日至4月3日``: Monday to Friday."""
    friday = monday + timedelta(days=4)
    end = f"{friday.day}日" if friday.month == monday.month else f"{friday.month}月{friday.day}日"
    return f"{monday.month}月{monday.day}日至{end}"


def _works(calendar: Calendar, day: date) -> bool:
    working = calendar.workday(day)
    return usual(day) if working is None else working
