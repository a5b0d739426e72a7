"""Reading a 台账: sheets whose headings can be told, rows, days in the shapes that people type."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from yuetan.actions.ledger import sheet as the
from yuetan.actions.ledger.sheet import Ledger, LedgerRow
from yuetan.errors import BadInputError
from yuetan.reports.days import NoDayError, day_of
from yuetan.reports.ledger_columns import REASONS, WITHIN, guess, plain
from yuetan.reports.table import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.reports.table import Cell, Sheet

_FOOTERS = ("合计", "总计", "小计", "共计", "注：", "注:", "备注：", "说明：", "填表人", "制表人", "填报人", "审核人")
_UNREAD = ("序号", REASONS)


def read_ledger(data: bytes, name: str, mapped: Mapping[str, str]) -> Ledger:
    """The rows of every sheet that is a 台账.

    Raises BadInputError where the file is no table, and where no sheet has the columns that are needed.
    """
    rows: list[LedgerRow] = []
    headings: dict[str, tuple[str, ...]] = {}
    columns: dict[str, Mapping[str, str]] = {}
    unused: dict[str, None] = {}
    for sheet in read_table(data, name):
        found = _heading(sheet, mapped)
        if found is None:
            continue
        at, names = found
        titles = sheet.rows[at][1]
        headings[sheet.name] = tuple(str(title or "") for title in titles)
        columns[sheet.name] = {field: plain(titles[index]) for index, field in names.items()}
        unused |= {plain(t): None for i, t in enumerate(titles) if t and i not in names and plain(t) not in _UNREAD}
        rows += _rows(sheet, at, names)
    if not columns:
        raise BadInputError(
            f"{name} 里没有找到台账：要有“{'”“'.join(the.NEEDED)}”两列（或意思相同的表头）",
            hint="用 --map 指明，如 --map 约谈日期=谈话日 --map 对象=C",
        )
    return Ledger(tuple(rows), headings, columns, tuple(unused))


def _heading(sheet: Sheet, mapped: Mapping[str, str]) -> tuple[int, dict[int, str]] | None:
    """The row that most of our columns are found in, and which ones."""
    best: tuple[int, dict[int, str]] | None = None
    for at, (_, cells) in enumerate(sheet.rows[:WITHIN]):
        names = guess(cells, mapped)
        people = {the.SUBJECT, the.SUBJECT_CODE}
        if the.DAY in names.values() and people & set(names.values()) and (best is None or len(names) > len(best[1])):
            best = (at, names)
    return best


def _rows(sheet: Sheet, at: int, names: Mapping[int, str]) -> list[LedgerRow]:
    found = []
    for number, cells in sheet.rows[at + 1 :]:
        values = {names[i]: cell for i, cell in enumerate(cells) if i in names and str(cell or "").strip()}
        first = next((str(cell).strip() for cell in cells if cell is not None and str(cell).strip()), "")
        if not values or first.startswith(_FOOTERS) or guess(cells, {}) == guess(sheet.rows[at][1], {}):
            continue
        places = {name: f"{_letter(index)}{number}" for index, name in names.items()}
        days, faults = _days(values)
        found.append(LedgerRow(sheet.name, number, values, places, days, faults, cells))
    return found


def _days(values: Mapping[str, Cell]) -> tuple[dict[str, datetime], dict[str, str]]:
    days: dict[str, datetime] = {}
    faults: dict[str, str] = {}
    for name in (the.DAY, the.NOTIFIED):
        cell = values.get(name)
        if cell is None:
            continue
        try:
            day, month_only = day_of(cell)
        except NoDayError as error:
            faults[name] = str(error)
            continue
        if month_only:
            faults[name] = "缺了日"
        else:
            days[name] = cell if isinstance(cell, datetime) else datetime.combine(day, time())
    return days, faults


def _letter(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(index + 1)
