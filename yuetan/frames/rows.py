"""The rows of the frames: those of the views and of `check`, with days, numbers and flags instead of words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.finding import path_text
from yuetan.model.paths import INTERVIEWS, file_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.load import Desk
    from yuetan.views.interviews.filter import Filter

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]
_FLAGS = {"是": True, "否": False}


def attendances(desk: Desk, wanted: Filter) -> Iterator[Row]:
    """The list 人次, 到场 as a flag."""
    from yuetan.views.interviews.attendances import AttendanceRow, attendance_rows

    flag = AttendanceRow.headings().index("到场")
    for row in attendance_rows(desk.state, desk.laws, wanted):
        cells = row.cells()
        yield (*cells[:flag], _FLAGS.get(str(cells[flag])), *cells[flag + 1 :])


def coverage(desk: Desk, wanted: Filter) -> Iterator[Row]:
    """Everybody of the year that the desk's day lies in."""
    from yuetan.views.coverage import people

    year = desk.today.year
    names = _names(desk, wanted.unit)
    for row in people.coverage(desk.state, desk.laws, year, desk.today):
        if names is None or row.unit in names:
            yield (year, *row.cells())


def deadlines(desk: Desk, wanted: Filter) -> Iterator[Row]:
    """Whatever is due, the overdue first."""
    from yuetan.views.deadlines import due, due_item

    names = _names(desk, wanted.unit)
    for one in due.deadlines(desk.state, desk.laws, desk.today):
        record, period = (None, one.id) if one.kind is due_item.DueKind.REPORT else (one.id, None)
        if names is None or one.unit_name in names:
            yield (
                one.kind.chinese, one.unit_name, one.subject, one.name or None, record, period, one.what, one.due,
                one.workday, one.days_left, one.provisional, one.provision, one.trace, one.command,
            )  # fmt: skip


def findings(desk: Desk, wanted: Filter) -> Iterator[Row]:
    """What `check` finds, in its order."""
    from yuetan.desk import judging

    del wanted
    for one in judging.findings(desk):
        record = file_stem(one.file) if one.file.startswith(INTERVIEWS) else None
        line, column = (one.span.line, one.span.column) if one.span is not None else (None, None)
        yield (
            one.code, one.level.chinese, one.provision, record, one.file, path_text(one.path), line, column,
            one.message, one.acknowledged,
        )  # fmt: skip


def nothing(desk: Desk, wanted: Filter) -> Iterator[Row]:
    """No row: what is counted comes out of another frame."""
    del desk, wanted
    yield from ()


def _names(desk: Desk, word: str | None) -> frozenset[str] | None:
    """Every name that the unit of this code or name has borne; None for all units."""
    if word is None:
        return None
    found = (unit for unit in desk.state.roster.units if word in {unit.code, *(era.name for era in unit.eras)})
    return frozenset(era.name for unit in found for era in unit.eras)
