"""The working-day calendar at the desk: a notice read and written as a year's file, what it changes, a year shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.errors import BadInputError
from yuetan.model.paths import CALENDAR
from yuetan.regulation.calendar import CalendarYear, load_calendar
from yuetan.regulation.holiday_notice import read_notice

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan
    from yuetan.desk.load import Desk
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.holiday_notice import HolidayNotice
    from yuetan.views.deadlines.calendar_effect import Effect

HEADER = "# yaml-language-server: $schema=../calendar.schema.json"
YEARLY = ("元旦", "春节", "劳动节", "国庆节")
"""Holidays that every year's notice has: one that lacks any of them is not whole."""
SHOWN_FAULTS = 5


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day of a year that is not simply a weekday at work or a weekend off. `working` None: not settled."""

    day: date
    working: bool | None
    name: str

    def as_json(self) -> dict[str, Any]:
        """The documented shape of an item."""
        return {"date": self.day.isoformat(), "working": self.working, "name": self.name}


def notice_of(text: str, year: int | None = None) -> HolidayNotice:
    """The notice as read; BadInputError naming every sentence that could not be read."""
    notice = read_notice(text, year)
    if notice.faults:
        shown = "\n".join(fault.words for fault in notice.faults[:SHOWN_FAULTS])
        hint = "核对原文后再导入；通知没有写明年份的，用 --year 写明"
        raise BadInputError(f"通知没有全部读懂，什么都没有写：\n{shown}", hint=hint)
    return notice


def path_of(year: int) -> str:
    """``schemas/calendar/2027.yaml``."""
    return f"{CALENDAR}{year}.yaml"


def year_value(desk: Desk, notice: HolidayNotice) -> dict[str, Any]:
    """The year's file as it is to be: the notice, and where it changes one holiday only, the others as they were.

    Raises BadInputError where a part of a year that is not known yet would stand for the whole.
    """
    missing = [name for name in YEARLY if not any(name in row.name for row in notice.rows)]
    if missing and not desk.laws.calendar.covers(notice.year):
        raise BadInputError(
            f"通知里没有{'、'.join(missing)}，不是 {notice.year} 年的全部安排，什么都没有写",
            hint="粘贴通知的全文，从标题到落款",
        )
    names = {name for row in notice.rows for name in row.name.split("、")}
    off = {day: row.name for row in notice.rows for day in row.days_off}
    working = {day for row in notice.rows for day in row.working}
    source = notice.source
    kept = _existing(desk, notice.year) if missing else None
    if kept is not None:
        off = {one.day: one.name for one in kept.days_off if not names & set(one.name.split("、"))} | off
        working |= {day for day in kept.working if day not in off}
        off = {day: name for day, name in off.items() if day not in working}
        source = source if source in kept.source else f"{kept.source}；{source}"
    return {
        "年度": notice.year,
        "来源": source,
        "放假": [{"日期": day, "名称": off[day]} for day in sorted(off)],
        "上班": sorted(working),
    }


def plan(desk: Desk, notice: HolidayNotice) -> Plan:
    """The plan that writes the year's file."""
    from yuetan.actions.plan import Edit, Plan

    value = {key: item for key, item in year_value(desk, notice).items() if item}
    off, working = len(value.get("放假", ())), len(value.get("上班", ()))
    subject = f"{notice.year}年放假安排：放假{off}天，调休上班{working}天"
    edits = (Edit(path_of(notice.year), value, HEADER),)
    return Plan("calendar", (str(notice.year),), edits, (), subject)


def effect_of(desk: Desk, notice: HolidayNotice) -> Effect:
    """What the notice changes in the archive once it is written."""
    from yuetan.views.deadlines.calendar_effect import effect

    own = load_calendar({path_of(notice.year): year_value(desk, notice)})
    after = replace(desk.laws, calendar=replace(desk.laws.calendar, years={**desk.laws.calendar.years, **own.years}))
    return effect(desk.state, desk.laws, after, desk.today)


def source_of(desk: Desk, year: int) -> str | None:
    """Where the year's days come from: the archive's file, the kept library, or None where it is not known."""
    own = _existing(desk, year)
    if own is not None:
        return f"{path_of(year)}（{own.source}）"
    return "程序自带" if desk.laws.calendar.covers(year) else None


def year_days(calendar: Calendar, year: int) -> tuple[YearDay, ...]:
    """The year's days off, days of work in exchange, and days not settled yet, in order."""
    days = (date.fromordinal(date(year, 1, 1).toordinal() + n) for n in range(_length(year)))
    found = (YearDay(day, calendar.workday(day), calendar.reason_text(day)) for day in days)
    return tuple(one for one in found if one.name)


def _length(year: int) -> int:
    return (date(year, 12, 31) - date(year, 1, 1)).days + 1


def _existing(desk: Desk, year: int) -> CalendarYear | None:
    from yuetan.codec import read
    from yuetan.desk import shipped
    from yuetan.model.build import build

    data = desk.files.get(path_of(year)) or shipped.read(CALENDAR, ".yaml").get(path_of(year))
    if data is None:
        return None
    record, _ = build(CalendarYear, read(data).value or {})
    return record
