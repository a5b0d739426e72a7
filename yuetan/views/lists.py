"""Any list of the archive as a table: interviews a row a subject, roster, deadlines, coverage, what units sent in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.coverage import people as covering
from yuetan.views.deadlines.due import deadlines
from yuetan.views.deadlines.due_item import DueItem
from yuetan.views.listing import list_rows
from yuetan.views.roster import roster_rows
from yuetan.views.table import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.listing import Filter
    from yuetan.views.table import Cell

INTERVIEWS, PEOPLE, ROSTER, DUE, COVERAGE, RECEIVED = "约谈", "人次", "名册", "期限", "覆盖", "收到的报送"
CODES = {
    "interviews": INTERVIEWS, "attendances": PEOPLE, "roster": ROSTER, "due": DUE, "coverage": COVERAGE,
    "received": RECEIVED,
}  # fmt: skip
"""The lists by the words that a command takes."""


def listed(what: str, state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    """The list of that name; `wanted` limits interviews, its unit the others too."""
    return _LISTS[what](state, laws, wanted, today)


def _interviews(state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    del today
    headings = ("编号", "情形", "状态", "日期", "对象人数", "约谈对象", "主题")
    rows = ((row, "、".join(name for _, name, _ in row.subjects)) for row in list_rows(state, laws, wanted))
    return Table(headings, tuple(
        (row.id, row.kind, row.stage.value, row.day, len(row.subjects), names, row.topic) for row, names in rows
    ))  # fmt: skip


def _attendances(state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    del today
    headings = (
        "编号",
        "情形",
        "状态",
        "日期",
        "对象编号",
        "姓名",
        "单位",
        "职务",
        "到场",
        "约谈人",
        "方式",
        "文号",
        "办结",
    )
    records = {s.record.id: s.record for s in state.interviews if s.record is not None}

    def rows() -> Iterator[tuple[Cell, ...]]:
        for row in list_rows(state, laws, wanted):
            record = records[row.id]
            who = "、".join(one.name or one.id for one in record.interviewers)
            number = next((n.number for n in reversed(record.notices) if n.number), None)
            closed = record.closing.day if record.closing is not None else None
            for subject in record.subjects:
                present = ("否" if subject.present is False else "是") if record.held else None
                yield (
                    row.id, row.kind, row.stage.value, row.day, subject.id, subject.name, subject.unit, subject.post,
                    present, who, record.mode, number, closed,
                )  # fmt: skip

    return Table(headings, tuple(rows()))


def _roster(state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    del laws
    headings = ("单位编码", "单位", "编号", "姓名", "职务", "角色", "职级", "管理", "任职")
    rows = roster_rows(state.roster, today, wanted.unit)
    return Table(headings, tuple(
        (one.code, one.unit, one.person, one.name, one.post, one.role, one.rank, one.managed, one.since) for one in rows
    ))  # fmt: skip


def _due(state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    names = _names(state, wanted.unit)
    items = (one for one in deadlines(state, laws, today) if names is None or one.unit_name in names)
    return Table(DueItem.export_headings(), tuple(one.cells() for one in items))


def _coverage(state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    names = _names(state, wanted.unit)
    rows = covering.coverage(state, laws, today.year, today)
    return table_of(covering.Covered, (row for row in rows if names is None or row.unit in names))


def _received(state: State, laws: Laws, wanted: Filter, today: date) -> Table:
    del laws, today
    headings = (
        "期间",
        "单位",
        "收到日期",
        "编号",
        "情形",
        "约谈日期",
        "对象编号",
        "姓名",
        "约谈人编号",
        "方式",
        "到场",
        "合于权限",
    )
    unit = next((u.code for u in state.roster.units if wanted.unit in {u.code, *(e.name for e in u.eras)}), wanted.unit)
    records = [s.record for s in state.received if s.record is not None]
    return Table(headings, tuple(
        (one.period, one.unit, one.received, row.id, row.kind, row.day, row.subject, row.name, row.interviewer,
         row.mode, "否" if row.present is False else "是", "否" if row.lawful is False else "是")
        for one in records
        if wanted.period in {None, one.period} and unit in {None, one.unit}
        for row in one.rows
    ))  # fmt: skip


def _names(state: State, word: str | None) -> frozenset[str] | None:
    """Every name that the unit has borne; None for all units."""
    if word is None:
        return None
    found = (unit for unit in state.roster.units if word in {unit.code, *(era.name for era in unit.eras)})
    return frozenset(era.name for unit in found for era in unit.eras)


_LISTS: Mapping[str, Callable[[State, Laws, Filter, date], Table]] = {
    INTERVIEWS: _interviews, PEOPLE: _attendances, ROSTER: _roster, DUE: _due, COVERAGE: _coverage, RECEIVED: _received,
}  # fmt: skip
