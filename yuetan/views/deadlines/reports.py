"""Reports that are due (第七条（四）): this office's own, or in an office that gathers each unit's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole
from yuetan.regulation.periods import period_named
from yuetan.rules.article_7_report import periods_due, reporting_units
from yuetan.rules.rule import Whole
from yuetan.views.deadlines.due_item import DueKind, Whose, due_item
from yuetan.views.names import unit_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.deadline import Deadline
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.due_item import DueItem


def report_items(state: State, laws: Laws, today: date) -> Iterator[DueItem]:
    """Every report not sent, or not received, of periods that have begun or whose due day is this year's."""
    gathering = state.office.role == OfficeRole.GATHERING
    for period, deadline in periods_due(Whole(state, laws, today)):
        missing = _awaited(state, period, deadline) if gathering else _owed(state, period, deadline.due)
        what = f"{'收取' if gathering else '报送'}{_period_text(laws, period, deadline.due)}约谈情况"
        command = "yuetan collect 文件" if gathering else f"yuetan submit {period}"
        for whose in missing:
            yield due_item(DueKind.REPORT, deadline, today, whose, what=what, command=command)


def _awaited(state: State, period: str, deadline: Deadline) -> Iterator[Whose]:
    """The units whose report has not come."""
    came = {one.record.unit for one in state.received if one.record and one.record.period == period}
    for unit in reporting_units(state, deadline):
        if unit.code not in came:
            yield Whose(id=period, unit=unit.code, unit_name=unit_text(unit, deadline.due) or unit.code)


def _owed(state: State, period: str, day: date) -> Iterator[Whose]:
    """This office, where its report is not sent."""
    if not any(one.record and one.record.period == period for one in state.reports):
        name = unit_text(state.roster.unit(state.office.unit), day)
        yield Whose(id=period, unit=state.office.unit, unit_name=name)


def _period_text(laws: Laws, period: str, day: date) -> str:
    """``2026年上半年``."""
    law = laws.on(day)
    found = period_named(law, period) if law is not None else None
    return f"{found[1]}年{found[0].name}" if found is not None else period
