"""Working days: the State Council's holidays and make-up days, and what an archive adds.

A year that neither the library nor the archive knows is unknown, never guessed; so are the last three days of December
until the following year's notice is known, since it may make them holidays (2006, 2007, 2011, 2018, 2022, 2023 it did).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from yuetan.codec.plain import Value
from yuetan.finding import Path
from yuetan.model.build import Kind, Violation, build
from yuetan.model.field import key
from yuetan.regulation.deadline import short_day_text

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
MAKE_UP = "调休上班"
UNKNOWN = "放假安排未公布，暂定"
_DECEMBER = 12
_FIRST_OPEN_DAY = 29
_SATURDAY = 5
_HORIZON = 60
"""No run of days off is longer: beyond it a search for a working day is given up."""

OwnYears = Mapping[int, Mapping[date, tuple[bool, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """放假: one day off."""

    day: date = key("日期", "放假的日期", required=True)
    name: str = key("名称", "什么假，如 国庆节", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """放假安排: one year's notice of the State Council, as an archive keeps it in ``schemas/calendar/<year>.yaml``."""

    year: int = key("年度", "哪一年，与文件名相同", required=True)
    source: str = key("来源", "国务院办公厅通知的名称和文号", required=True)
    days_off: tuple[DayOff, ...] = key("放假", "放假的日子，周末不在假期内的不必写", default=())
    working: tuple[date, ...] = key("上班", "调休上班的周六、周日", default=())


@dataclass(frozen=True, slots=True)
class Calendar:
    """`years` maps a year to its own days: date -> (working day?, name), from ``schemas/calendar/<year>.yaml``."""

    years: OwnYears = field(default_factory=dict)

    def known(self, day: date) -> bool:
        """Whether the notice that settles this day is known."""
        if self._own(day) is not None:
            return True
        if not self.covers(day.year):
            return False
        open_end = day.month == _DECEMBER and day.day >= _FIRST_OPEN_DAY
        return not open_end or self.covers(day.year + 1)

    def covers(self, year: int) -> bool:
        """Whether that year's notice is known, to the library or to the archive."""
        return year in self.years or year in _library()

    def workday(self, day: date) -> bool | None:
        """Whether offices work that day; None where the notice is not known (暂定)."""
        own = self._own(day)
        if own is not None:
            return own[0]
        if not self.known(day):
            return None
        return usual(day) if day.year not in _library() else _by_library(day)

    def next_workday(self, day: date) -> date | None:
        """The first working day from `day` on, itself included; None where an unknown day stands before it."""
        return self._seek(day, 1)

    def previous_workday(self, day: date) -> date | None:
        """The last working day up to `day`, itself included; None where an unknown day stands before it."""
        return self._seek(day, -1)

    def day_text(self, day: date) -> str:
        """The day in words: ``周六，调休上班``, ``国庆节``, ``周三``, or that it is not settled."""
        weekday = WEEKDAYS[day.weekday()]
        working, reason = self.workday(day), self.reason_text(day)
        if working is False:
            return reason or weekday
        return f"{weekday}，{reason}" if reason else weekday

    def dated_text(self, day: date, beside: date | None = None) -> str:
        """``5月9日（周六，调休上班）``; with its year where `beside` lies in another one."""
        return f"{short_day_text(day, beside)}（{self.day_text(day)}）"

    def reason_text(self, day: date) -> str:
        """Why the day is not what its weekday makes it: ``调休上班``, ``国庆节``, not settled; empty where it is."""
        working = self.workday(day)
        if working is None:
            return UNKNOWN
        if working:
            return "" if usual(day) else MAKE_UP
        own = self._own(day)
        return own[1] if own is not None else _holiday_name(day)

    def _own(self, day: date) -> tuple[bool, str] | None:
        for year in (day.year, day.year + 1):
            found = self.years.get(year, {}).get(day)
            if found is not None:
                return found
        return None

    def _seek(self, day: date, step: int) -> date | None:
        for offset in range(_HORIZON):
            try:
                candidate = day + timedelta(days=step * offset)
            except OverflowError:
                return None
            working = self.workday(candidate)
            if working is None:
                return None
            if working:
                return candidate
        return None


def usual(day: date) -> bool:
    """Whether it is Monday to Friday: what a day is where no notice says otherwise."""
    return day.weekday() < _SATURDAY


def load_calendar(files: Mapping[str, Mapping[str, Value]]) -> Calendar:
    """The calendar from the plain values of ``schemas/calendar/*.yaml``; what is wrong in a file is left out."""
    years: dict[int, dict[date, tuple[bool, str]]] = {}
    for path in sorted(files):
        record, _ = build(CalendarYear, files[path])
        if record is not None:
            own = years.setdefault(record.year, {})
            own.update({off.day: (False, off.name) for off in record.days_off})
            own.update(dict.fromkeys(record.working, (True, MAKE_UP)))
    return Calendar(years)


def check_calendar(stem: str, value: Value) -> tuple[Violation, ...]:
    """What is wrong in one calendar file: its keys, its year, days that it cannot settle, days named twice."""
    record, violations = build(CalendarYear, value)
    if record is None:
        return violations
    found = list(violations)
    if str(record.year) != stem:
        found.append(Violation(("年度",), f"与文件名 {stem}.yaml 不一致", Kind.WRONG))
    seen: set[date] = set()
    for path, day in _days_of(record):
        if day in seen:
            found.append(Violation(path, f"{day.isoformat()} 写了两次", Kind.WRONG))
        seen.add(day)
        if not _settles(record.year, day):
            found.append(Violation(path, f"{day.isoformat()} 不在 {record.year} 年（或上年12月）", Kind.WRONG))
    return tuple(found)


def _days_of(record: CalendarYear) -> Iterator[tuple[Path, date]]:
    for index, off in enumerate(record.days_off):
        yield ("放假", index, "日期"), off.day
    for index, day in enumerate(record.working):
        yield ("上班", index), day


def _settles(year: int, day: date) -> bool:
    """Whether a year's notice can say anything of the day: of its own, or of the December before."""
    return day.year == year or (day.year, day.month) == (year - 1, _DECEMBER)


@cache
def _library() -> frozenset[int]:
    """The years that the library knows."""
    from chinese_calendar.constants import holidays

    return frozenset(day.year for day in holidays if day.month < _DECEMBER)


def _by_library(day: date) -> bool:
    from chinese_calendar.constants import holidays, workdays

    return day in workdays or (usual(day) and day not in holidays)


def _holiday_name(day: date) -> str:
    from chinese_calendar.constants import Holiday, holidays

    name = holidays.get(day)
    if name is None:
        return ""
    chinese = next((holiday.chinese for holiday in Holiday if holiday.value == name), str(name))
    return chinese if chinese.endswith(("节", "旦", "日")) else f"{chinese}节"
