"""Why somebody could not be given a place in the plan, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.planning.weeks import QUIET_DAYS, SETTLING_DAYS
from yuetan.regulation.deadline import days_later
from yuetan.views.names import listed_text, person_text
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from datetime import date

    from yuetan.planning.seats import Seats
    from yuetan.regulation.yearly import YearlySubject

_DECEMBER = 12


def why_unplaced_text(seats: Seats, one: YearlySubject, per_week: int) -> str:
    """The first thing that stands in the way."""
    stretches = [s for s in seats.stretches(one.person) if s.first <= one.last and s.last >= one.first]
    if not any(stretch.interviewers for stretch in stretches):
        return f"{one.gap or '全年没有有权约谈的人在任'}；可由专门机关依有关规定安排，或先明确由谁约谈"
    if seats.start > one.last:
        return _too_late_text(seats, one)
    if seats.open(one):
        return _full_text(seats, one, per_week)
    if seats.open(one, settled=False):
        return _settling_text(max(stretch.since for stretch in stretches))
    return _no_week_text(one)


def _too_late_text(seats: Seats, one: YearlySubject) -> str:
    if _leaves(one):
        return f"{_leaving_text(one)}，已来不及安排"
    return f"{seats.people.year}年已过，或剩下的日子已不够提前通知，不能再排"


def _full_text(seats: Seats, one: YearlySubject, per_week: int) -> str:
    roster = seats.people.roster
    people = dict.fromkeys(person for person, _ in seats.open(one))
    names = listed_text(tuple((person, person_text(roster, person)) for person in people))
    return f"有权约谈的{names}可排的周都已排满（每周最多{per_week}人）；可用 --per-week 放宽，或调整已定的安排"


def _settling_text(since: date) -> str:
    ready = days_later(since, SETTLING_DAYS)
    return (
        f"{day_text(days_later(ready, -SETTLING_DAYS))}到任，满{SETTLING_DAYS}天要到{day_text(ready)}，"
        f"其后本年度没有可排的周；年内须约谈的请另行确定日期"
    )


def _no_week_text(one: YearlySubject) -> str:
    if _leaves(one):
        return f"{_leaving_text(one)}，此前没有可排的工作日，请尽快另行确定日期"
    return (
        f"到年底没有可排的周（6月、12月最后{QUIET_DAYS}天不预排，其余时间没有有权的人在任）；年内须约谈的请另行确定日期"
    )


def _leaves(one: YearlySubject) -> bool:
    """Before December."""
    return one.last.month < _DECEMBER


def _leaving_text(one: YearlySubject) -> str:
    return f"{day_text(days_later(one.last, 1))}离任"
