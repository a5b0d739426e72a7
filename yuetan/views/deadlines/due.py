"""What is due: every deadline not met yet, whose it is, why that day, and the command that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.views.deadlines.due_item import DueKind
from yuetan.views.deadlines.records import record_items
from yuetan.views.deadlines.reports import report_items
from yuetan.views.deadlines.yearly import yearly_items

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.due_item import DueItem

_KINDS = tuple(DueKind)


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Which deadlines are asked for; what is None does not limit."""

    unit: str | None = None
    """对象所在单位：编码或名称。"""
    interviewer: str | None = None
    """约谈人（或有权约谈的人）：编号或姓名。"""
    kind: DueKind | None = None
    """哪一种期限。"""
    within: int | None = None
    """多少天以内到期；逾期的总在内。"""


def deadlines(state: State, laws: Laws, today: date) -> tuple[DueItem, ...]:
    """Everything that is due: what is overdue first, then by day, kind, unit (in the roster's order) and person."""
    units = {unit.code: index for index, unit in enumerate(state.roster.units)}

    def order(one: DueItem) -> tuple[object, ...]:
        unit = units.get(one.unit or "", len(units))
        return (one.due, _KINDS.index(one.kind), unit, one.id or "", one.subject or "")

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
    if wanted.within is not None and one.days_left > wanted.within:
        return False
    return (
        wanted.kind in {None, one.kind}
        and wanted.unit in {None, one.unit, one.unit_name}
        and wanted.interviewer in {None, *_interviewers(state, one)}
    )


def _interviewers(state: State, one: DueItem) -> Iterator[str | None]:
    """By code and by name."""
    for code in one.interviewers:
        yield code
        yield state.roster.name(code)
