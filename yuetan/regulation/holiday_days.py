"""The days in a sentence of a notice: single, listed and from-to, with what a year or month they leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yuetan.regulation.calendar import WEEKDAYS
from yuetan.regulation.deadline import days_later, span_days

_DAY = r"(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?([0-9]{1,2})日(\([^()]*\))?"
_JOINED = r"(?:至|到|-|、|和|及|与|以及)?"
DAYS = re.compile(rf"(?:{_DAY}{_JOINED})+")
_ONE = re.compile(_DAY)
_WEEKDAY = re.compile("(?:星期|周|礼拜)([一二三四五六日天])")
_DECEMBER, _LONGEST = 12, 30
_NEW_YEAR = "元旦"


class UnreadableDayError(ValueError):
    """A day that does not exist, or is not the weekday it is said to be; the message is Chinese, one clause."""


@dataclass
class Reader:
    """Reads the days of one holiday's sentences; remembers the last month and year that were written.

    `year` is the notice's. December without a year is the previous year's in what is said of New Year.
    """

    year: int
    holiday: str
    _month: int | None = None
    _year: int | None = None

    def days(self, text: str) -> tuple[date, ...]:
        """Every day of a list such as ``9月28日(周日)、10月11日(周六)`` or ``1月1日(周四)至3日(周六)``, in order."""
        found: list[date] = []
        marks = list(_ONE.finditer(text))
        for index, mark in enumerate(marks):
            day = self._day(mark)
            between = text[marks[index - 1].end() : mark.start()] if index else ""
            if between in ("至", "到", "-") and found:
                found += self._span(found[-1], day)
            else:
                found.append(day)
        return tuple(dict.fromkeys(found))

    def _day(self, mark: re.Match[str]) -> date:
        year, month, number, note = mark.groups()
        if year is not None:
            self._year = int(year)
        if month is not None:
            if year is None and self._month != int(month):
                self._year = None
            self._month = int(month)
        if self._month is None:
            raise UnreadableDayError(f"“{mark.group()}”没有写月份")
        try:
            day = date(self._year or self._usual_year(self._month), self._month, int(number))
        except ValueError:
            raise UnreadableDayError(f"没有“{self._month}月{number}日”这一天") from None
        _check_weekday(day, note or "")
        return day

    def _usual_year(self, month: int) -> int:
        return self.year - (month == _DECEMBER and _NEW_YEAR in self.holiday)

    @staticmethod
    def _span(first: date, last: date) -> tuple[date, ...]:
        if not first < last <= days_later(first, _LONGEST):
            words = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
            raise UnreadableDayError(f"“{words}”前后不对")
        return span_days(first, last)[1:]


def _check_weekday(day: date, note: str) -> None:
    said = _WEEKDAY.findall(note)
    if len(said) == 1 and "一二三四五六日".index(said[0].replace("天", "日")) != day.weekday():
        shown = f"{day.year}年{day.month}月{day.day}日"
        raise UnreadableDayError(f"{shown}是{WEEKDAYS[day.weekday()]}，不是周{said[0]}")
