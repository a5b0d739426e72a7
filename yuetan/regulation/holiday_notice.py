"""The State Council's notice of a year's holidays, read from the text as it is pasted.

Its sentences say days off (放假, 调休, 补休, 公休) and days of work in exchange (上班); which Saturday was moved to
which Monday (公休日调至) says nothing new. A sentence with a day in it that cannot be read is a fault, never passed
over; so are a weekday that is not that day's, and a count of days (共3天) that does not come out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.calendar import usual
from yuetan.regulation.holiday_days import DAYS, Reader, UnreadableDayError
from yuetan.regulation.holiday_text import plain, sections, source_of, year_of

if TYPE_CHECKING:
    from datetime import date

    from yuetan.regulation.holiday_text import Section, Sentence

_WORK = re.compile(r"上班")
_FROM_THEN_ON = re.compile(r"起(?:正常|照常|恢复)?上班")
_OFF = re.compile(r"放假|调休|补休|公休|休息|休假|连休")
_KNOWN_ANYWAY = re.compile(r"调至|调到|调整至|照常公休|为公休日|法定|为(?:节日|假日)")
_ADVICE = re.compile(r"鼓励|可以?结合|建议")
_COUNT = re.compile(r"(?:共|放假)([0-9]{1,2})天")
_PROLONGED = re.compile(r"延长[^,。]{0,40}至")


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One holiday of the notice: its days off, weekends within it included, and the days of work in exchange."""

    name: str
    days_off: tuple[date, ...]
    working: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class NoticeFault:
    """A sentence that could not be read: its line in the pasted text (from 1; 0 for the whole), itself, and why."""

    line: int
    sentence: str
    message: str

    @property
    def words(self) -> str:
        """The fault in one line."""
        return f"第{self.line}行“{self.sentence}”：{self.message}" if self.line else self.message


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """A year's notice as read. With faults it is not to be used."""

    year: int
    source: str
    rows: tuple[HolidayRow, ...]
    faults: tuple[NoticeFault, ...] = ()


def read_notice(text: str, year: int | None = None) -> HolidayNotice:
    """What the pasted text says; `year` where the text does not name its year."""
    whole = plain(text)
    found = year if year is not None else year_of(whole)
    if found is None:
        return HolidayNotice(0, "", (), (NoticeFault(0, "", "看不出是哪一年的通知"),))
    rows, faults = _rows(sections(whole), found)
    if not faults and not any(row.days_off for row in rows):
        faults = (NoticeFault(0, "", "没有找到放假的日子：请粘贴通知的全文，从标题到落款"),)
    return HolidayNotice(found, source_of(whole, found), rows, (*faults, *_contradictions(rows)))


def _rows(found: tuple[Section, ...], year: int) -> tuple[tuple[HolidayRow, ...], tuple[NoticeFault, ...]]:
    """What each section says; one of which no day could be read gives no row."""
    read = [_section(section, year) for section in found]
    rows = tuple(row for row, _ in read if row.days_off or row.working)
    return rows, tuple(fault for _, wrong in read for fault in wrong)


def _section(section: Section, year: int) -> tuple[HolidayRow, tuple[NoticeFault, ...]]:
    reader = Reader(year, section.name)
    off: dict[date, None] = {}
    working: dict[date, None] = {}
    faults: list[NoticeFault] = []
    for sentence in section.sentences:
        try:
            _sentence(sentence, reader, off, working)
        except UnreadableDayError as error:
            faults.append(NoticeFault(sentence.line, sentence.shown, str(error)))
    if not off and not faults and section.sentences:
        first = section.sentences[0]
        faults.append(NoticeFault(first.line, first.shown, f"没有读出{section.name}放假的日子"))
    return HolidayRow(section.name, tuple(sorted(off)), tuple(sorted(working))), tuple(faults)


def _sentence(sentence: Sentence, reader: Reader, off: dict[date, None], working: dict[date, None]) -> None:
    """Add what one sentence says; UnreadableDayError where it has a day and cannot be read."""
    if _ADVICE.search(sentence.text):
        return
    if _PROLONGED.search(sentence.text):
        raise UnreadableDayError("是延长原有假期，看不出从哪一天起；请在 schemas/calendar/ 的年度文件中逐日写明")
    pending: tuple[date, ...] = ()
    for clause in sentence.text.split(","):
        pending = _clause(clause, (*pending, *_days(reader, clause)), off, working)
    if pending:
        raise UnreadableDayError("看不出这些日子放假还是上班")


def _clause(clause: str, days: tuple[date, ...], off: dict[date, None], working: dict[date, None]) -> tuple[date, ...]:
    """Add what the clause says of the days named so far; those of which it says nothing are left."""
    target = _target(clause, off, working) if days else off
    if target is None:
        return () if _KNOWN_ANYWAY.search(clause) or _FROM_THEN_ON.search(clause) else days
    target.update(dict.fromkeys(_rest(clause, target is working, days)))
    _check_count(_COUNT.search(clause), off)
    return ()


def _days(reader: Reader, clause: str) -> tuple[date, ...]:
    return tuple(day for found in DAYS.finditer(clause) for day in reader.days(found.group()))


def _target(clause: str, off: dict[date, None], working: dict[date, None]) -> dict[date, None] | None:
    """Whether the clause's days are off or working; None for one that says neither or nothing new."""
    if _FROM_THEN_ON.search(clause):
        return None
    if _WORK.search(clause):
        return working
    return None if _KNOWN_ANYWAY.search(clause) or not _OFF.search(clause) else off


def _rest(clause: str, work: bool, days: tuple[date, ...]) -> tuple[date, ...]:
    """The days, where those of work are at a weekend; UnreadableDayError otherwise."""
    wrong = next((day for day in days if work and usual(day)), None)
    if wrong is not None and "照常" not in clause:
        raise UnreadableDayError(f"{wrong.month}月{wrong.day}日不是周六、周日，不必写明上班")
    return days


def _check_count(count: re.Match[str] | None, off: dict[date, None]) -> None:
    if count is not None and off and int(count[1]) != len(off):
        raise UnreadableDayError(f"写的是共{count[1]}天，读出的是{len(off)}天")


def _contradictions(rows: tuple[HolidayRow, ...]) -> list[NoticeFault]:
    """Days that the notice makes both off and working."""
    off = {day: row.name for row in rows for day in row.days_off}
    both = [(day, row.name) for row in rows for day in row.working if day in off]
    return [NoticeFault(0, "", f"{day.isoformat()} 在{off[day]}放假，又在{name}上班") for day, name in both]
