"""What is due: every deadline not met yet, whose it is, why that day, and the command that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.views.deadlines.records import record_items
from yuetan.views.deadlines.reports import report_items
from yuetan.views.deadlines.values import DueItem, Kind
from yuetan.views.deadlines.yearly import yearly_items

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws

_KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Which deadlines are asked for; what is None does not limit."""

    unit: str | None = None
    """对象所在单位：编码或名称。"""
    interviewer: str | None = None
    """约谈人（或有权约谈的人）：编号或姓名。"""
    kind: Kind | None = None
    """哪一种期限。"""
    within: int | None = None
    """多少天以内到期；逾期的总在内。"""


def deadlines(state: State, laws: Laws, today: date) -> tuple[DueItem, ...]:
    """Everything that is due: what is overdue first, then by day, kind, unit (in the roster's order) and person."""
    units = {unit.code: index for index, unit in enumerate(state.roster.units)}

    def order(one: DueItem) -> tuple[object, ...]:
        place = units.get(one.unit or "", len(units))
        return (one.due, _KINDS.index(one.kind), place, one.id or "", one.subject or "")

    found = (
        *record_items(state, laws, today),
        *yearly_items(state, laws, today),
        *report_items(state, laws, today),
    )
    return tuple(sorted(found, key=order))


def filtered(state: State, items: tuple[DueItem, ...], wanted: DueFilter) -> tuple[DueItem, ...]:
    """The items asked for, in their order."""
    return tuple(one for one in items if _fits(state, one, wanted))


def _fits(state: State, one: DueItem, wanted: DueFilter) -> bool:
    if wanted.kind is not None and one.kind is not wanted.kind:
        return False
    if wanted.within is not None and one.days_left > wanted.within:
        return False
    if wanted.unit is not None and wanted.unit not in (one.unit, one.unit_name):
        return False
    people = {word for code in one.interviewers for word in (code, state.roster.name(code))}
    return wanted.interviewer is None or wanted.interviewer in people


__all__ = ["DueFilter", "DueItem", "Kind", "deadlines", "filtered"]
