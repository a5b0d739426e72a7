"""Any list of the archive as a table: interviews, a row a subject, roster, deadlines, coverage, what units sent in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.views.coverage.people import Covered, coverage
from yuetan.views.deadlines.due import deadlines
from yuetan.views.deadlines.due_item import DueItem
from yuetan.views.interviews.attendances import AttendanceRow, attendance_rows
from yuetan.views.interviews.rows import InterviewRow, list_rows
from yuetan.views.report.sent_in import SentInRow, sent_in_rows
from yuetan.views.roster import RosterRow, roster_rows
from yuetan.views.table import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.interviews.filter import Filter


class ExportList(StrEnum):
    """The lists that there are, by name."""

    INTERVIEWS = "约谈"
    ATTENDANCES = "人次"
    ROSTER = "名册"
    DUE = "期限"
    COVERAGE = "覆盖"
    RECEIVED = "收到的报送"

    @property
    def code(self) -> str:
        """The word that a command takes beside the name."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is made from; `wanted` limits interviews, its unit the others too."""

    state: State
    laws: Laws
    wanted: Filter
    today: date


def list_table(name: ExportList, asked: Asked) -> Table:
    """The list of that name."""
    return _LISTS[name](asked)


def _interviews(asked: Asked) -> Table:
    return table_of(InterviewRow, list_rows(asked.state, asked.laws, asked.wanted))


def _attendances(asked: Asked) -> Table:
    return table_of(AttendanceRow, attendance_rows(asked.state, asked.laws, asked.wanted))


def _roster(asked: Asked) -> Table:
    return table_of(RosterRow, roster_rows(asked.state.roster, asked.today, asked.wanted.unit))


def _due(asked: Asked) -> Table:
    names = _names(asked)
    items = deadlines(asked.state, asked.laws, asked.today)
    return Table(
        DueItem.export_headings(), tuple(one.cells() for one in items if names is None or one.unit_name in names)
    )


def _coverage(asked: Asked) -> Table:
    names = _names(asked)
    rows = coverage(asked.state, asked.laws, asked.today.year, asked.today)
    return table_of(Covered, (one for one in rows if names is None or one.unit in names))


def _received(asked: Asked) -> Table:
    return table_of(SentInRow, sent_in_rows(asked.state, asked.wanted.unit, asked.wanted.period))


def _names(asked: Asked) -> frozenset[str] | None:
    """Every name that the unit asked for has borne; None for all units."""
    unit = asked.wanted.unit
    if unit is None:
        return None
    names = ((one.code, {era.name for era in one.eras}) for one in asked.state.roster.units)
    return frozenset(name for code, borne in names if unit in {code, *borne} for name in borne)


_LISTS: Mapping[ExportList, Callable[[Asked], Table]] = {
    ExportList.INTERVIEWS: _interviews,
    ExportList.ATTENDANCES: _attendances,
    ExportList.ROSTER: _roster,
    ExportList.DUE: _due,
    ExportList.COVERAGE: _coverage,
    ExportList.RECEIVED: _received,
}
