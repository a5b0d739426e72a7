"""Reports that are due (第七条（四）): this office's own, or in an office that gathers each unit's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole
from yuetan.regulation.periods import period_named
from yuetan.rules.article_7_report import periods_due, reporting_units
from yuetan.rules.rule import Whole
from yuetan.views.deadlines.values import Kind, item

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.deadlines.values import DueItem


def report_items(state: State, laws: Laws, today: date) -> Iterator[DueItem]:
    """Every report not sent, or not received, of periods that have begun or whose due day is this year's."""
    for period, deadline in periods_due(Whole(state, laws, today)):
        words = _words(laws, period, deadline.due)
        if state.office.role == OfficeRole.GATHERING:
            came = {one.record.unit for one in state.received if one.record and one.record.period == period}
            for unit in reporting_units(state, deadline):
                era = unit.era(deadline.due)
                if unit.code not in came:
                    name = era.name if era is not None else unit.code
                    what = f"收取{words}约谈情况"
                    whose = {"id": period, "subject": None, "unit": unit.code, "unit_name": name}
                    yield item(Kind.REPORT, deadline, today, command="yuetan collect 文件", what=what, **whose)
        elif not any(one.record and one.record.period == period for one in state.reports):
            own = state.roster.unit(state.office.unit)
            era = own.era(deadline.due) if own is not None else None
            whose = {"id": period, "subject": None, "unit": state.office.unit, "unit_name": era.name if era else ""}
            what = f"报送{words}约谈情况"
            yield item(Kind.REPORT, deadline, today, command=f"yuetan submit {period}", what=what, **whose)


def _words(laws: Laws, period: str, day: date) -> str:
    """``2026年上半年``."""
    law = laws.on(day)
    found = period_named(law, period) if law is not None else None
    return f"{found[1]}年{found[0].name}" if found is not None else period
