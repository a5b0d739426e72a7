"""Deadlines: one function each, with the sum in words, so that notice, finding, list and workbook say the same.

Everything is pure: the law of the day holds the numbers and the calendar. Where a count needs a day that no notice has
settled yet, it is taken as an ordinary weekday or weekend and the result is marked 暂定.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.calendar import UNKNOWN, usual
from yuetan.regulation.deadline import Deadline, days_later, months_later, short_day_text, span_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import FollowUp, Situation

NOTICE_DAYS = "通知.提前"
NOTICE_UNIT = "通知.计日"
NOTICE_CLEAR = "通知.净天"
WORKING_DAYS = "工作日"
_MONTHS = "月"
NOTICE_RULE = "B7.2"
FOLLOW_UP_RULE = "B8.3"
_YEARLY_RULE = "B6"


def latest_notice(law: Law, talk_day: date) -> Deadline:
    """The last day on which a notice for `talk_day` is lawful (第七条（二）); the working day before is proposed."""
    needed = law.number(NOTICE_DAYS) or 0
    head = f"约谈日 {short_day_text(talk_day)}不计入"
    if law.text(NOTICE_UNIT) != WORKING_DAYS:
        due = days_later(talk_day, -needed - law.flag(NOTICE_CLEAR))
        trace = f"{head}，须提前{needed}{_unit(law)}，最迟 {law.calendar.dated_text(due, talk_day)}通知"
        return _backwards(law, due, talk_day, trace)
    due = _first_that(lambda day: notice_days(law, day, talk_day) >= needed, talk_day, -1)
    trace = f"{head}，往前数{needed}{_unit(law)}，最迟 {law.calendar.dated_text(due, talk_day)}通知"
    return _backwards(law, due, talk_day, trace, provisional=_unsettled(law.calendar, due, days_later(talk_day, -1)))


def earliest_talk(law: Law, served_day: date) -> Deadline:
    """The first day on which an interview notified on `served_day` is lawful; the working day after is proposed."""
    needed = law.number(NOTICE_DAYS) or 0
    due = _first_that(lambda day: notice_days(law, served_day, day) >= needed, served_day, 1)
    working = law.text(NOTICE_UNIT) == WORKING_DAYS
    provisional = working and _unsettled(law.calendar, served_day, due)
    first = law.calendar.dated_text(due, served_day)
    trace = f"送达日 {short_day_text(served_day)}，须提前{needed}{_unit(law)}，最早 {first}约谈"
    return _forwards(law, due, served_day, trace, law.provision(NOTICE_RULE), provisional=provisional)


def notice_days(law: Law, served: date, talk_day: date) -> int:
    """How many days ahead the notice was, counted as the law counts; negative where it came after the talk.

    Natural days: the difference. 净天: the days that lie between. 工作日: the working days from the day of service
    (without it where 净天) up to the day before the talk.
    """
    skipped = 1 if law.flag(NOTICE_CLEAR) else 0
    if law.text(NOTICE_UNIT) != WORKING_DAYS:
        days = (talk_day - served).days
        return days - skipped if days > 0 else days
    if served > talk_day:
        return -_working_between(law.calendar, talk_day, served)
    return _working_between(law.calendar, days_later(served, skipped), talk_day)


def notice_provisional(law: Law, served: date, talk_day: date) -> bool:
    """Whether `notice_days` hangs on days that no notice of holidays has settled yet."""
    first, last = sorted((served, talk_day))
    return law.text(NOTICE_UNIT) == WORKING_DAYS and _unsettled(law.calendar, first, last)


def follow_up_due(law: Law, situation: Situation, follow_up: FollowUp, talk_day: date) -> Deadline:
    """The last day of a follow-up document, the day of the talk not counted (第八条（三）).

    The unit of the term's parameter says whether it is days or months; its neighbour 计日 says which days.
    """
    del situation  # the follow-up says which parameter holds its term
    count = law.number(follow_up.term) or 0
    parameter = law.profile.parameter(follow_up.term)
    provision = follow_up.article or law.provision(FOLLOW_UP_RULE)
    head = f"约谈日 {short_day_text(talk_day)}不计入"
    if parameter is not None and parameter.unit == _MONTHS:
        due = months_later(talk_day, count)
        return _forwards(
            law, due, talk_day, f"{head}，{count}个月满为 {law.calendar.dated_text(due, talk_day)}", provision
        )
    family = follow_up.term.rpartition(".")[0]
    if law.text(f"{family}.计日") != WORKING_DAYS:
        due = days_later(talk_day, count)
        return _forwards(
            law, due, talk_day, f"{head}，第{count}日为 {law.calendar.dated_text(due, talk_day)}", provision
        )
    due = _nth_working_day(law.calendar, talk_day, count)
    trace = f"{head}，第{count}个工作日为 {law.calendar.dated_text(due, talk_day)}"
    return _forwards(
        law, due, talk_day, trace, provision, provisional=_unsettled(law.calendar, days_later(talk_day, 1), due)
    )


def yearly_due(law: Law, year: int) -> Deadline:
    """The last day of a year's 日常约谈 (第六条): the year's last; the last working day is proposed."""
    due = months_later(date(year, 1, 31), 11)
    trace = f"{year}年内，最迟 {law.calendar.dated_text(due, due)}"
    return _backwards(law, due, due, trace, provision=law.provision(_YEARLY_RULE))


def _unit(law: Law) -> str:
    kind = "个工作日" if law.text(NOTICE_UNIT) == WORKING_DAYS else "天"
    return f"{kind}（首尾均不计）" if law.flag(NOTICE_CLEAR) else kind


def _forwards(
    law: Law, due: date, beside: date, trace: str, provision: str | None, *, provisional: bool = False
) -> Deadline:
    workday = law.calendar.next_workday(due)
    if workday is not None and workday != due:
        trace += f"，不是工作日，其后首个工作日为 {law.calendar.dated_text(workday, beside)}"
    return Deadline(due, workday, _marked(trace, provisional), provision, provisional)


def _backwards(
    law: Law, due: date, beside: date, trace: str, *, provision: str | None = None, provisional: bool = False
) -> Deadline:
    workday = law.calendar.previous_workday(due)
    if workday is not None and workday != due:
        trace += f"；该日不是工作日，建议 {law.calendar.dated_text(workday, beside)}"
    return Deadline(due, workday, _marked(trace, provisional), provision or law.provision(NOTICE_RULE), provisional)


def _marked(trace: str, provisional: bool) -> str:
    return f"{trace}；其间有日子{UNKNOWN}" if provisional and UNKNOWN not in trace else trace


def _works(calendar: Calendar, day: date) -> bool:
    known = calendar.workday(day)
    return usual(day) if known is None else known


def _first_that(fits: Callable[[date], bool], day: date, step: int) -> date:
    """The first day that fits, from `day` on in steps; the last day that a date can hold where none does."""
    while not fits(day) and days_later(day, step) != day:
        day = days_later(day, step)
    return day


def _working_between(calendar: Calendar, first: date, end: date) -> int:
    """Working days from `first` on and before `end`."""
    return sum(_works(calendar, day) for day in span_days(first, days_later(end, -1)))


def _nth_working_day(calendar: Calendar, start: date, count: int) -> date:
    """The `count`-th working day after `start`; `start` itself for none."""
    day = start
    while count > 0 and days_later(day, 1) != day:
        day = days_later(day, 1)
        count -= _works(calendar, day)
    return day


def _unsettled(calendar: Calendar, first: date, last: date) -> bool:
    return any(not calendar.known(day) for day in span_days(first, last))
