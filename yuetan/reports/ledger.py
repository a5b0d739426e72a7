"""Reading a 台账: sheets whose headings can be told, rows, days in the shapes that people type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from yuetan.actions.ledger.sheet import NEEDED, Ledger, LedgerColumn, LedgerRow
from yuetan.errors import BadInputError
from yuetan.reports.days import whole_day
from yuetan.reports.headings import FOOTERS, fullest_heading
from yuetan.reports.ledger_columns import DAYS, REASONS, columns_of, title_text
from yuetan.reports.table import column_letter, read_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from yuetan.reports.table import Sheet
    from yuetan.views.table import Cell

_HEADING_WITHIN = 20
_FOOTERS = (*FOOTERS, "备注：", "审核人")
_UNREAD = ("序号", REASONS)


def read_ledger(data: bytes, name: str, mapped: Mapping[LedgerColumn, str]) -> Ledger:
    """The rows of every sheet that is a 台账.

    Raises BadInputError where the file is no table, and where no sheet has the columns that are needed.
    """
    pages = [page for sheet in read_table(data, name) if (page := _page(sheet, mapped)) is not None]
    if not pages:
        raise BadInputError(
            f"{name} 里没有找到台账：要有“{'”“'.join(NEEDED)}”两列（或意思相同的表头）",
            hint="用 --map 指明，如 --map 约谈日期=谈话日 --map 对象=C",
        )
    return Ledger(
        rows=tuple(row for page in pages for row in page.rows()),
        headings={page.sheet.name: tuple(str(title or "") for title in page.titles) for page in pages},
        columns={page.sheet.name: page.taken() for page in pages},
        unused=tuple(dict.fromkeys(title for page in pages for title in page.unused())),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet with our columns by index, under the headings in the row `at`."""

    sheet: Sheet
    at: int
    columns: Mapping[int, LedgerColumn]

    @property
    def titles(self) -> tuple[Cell, ...]:
        return self.sheet.rows[self.at][1]

    def taken(self) -> dict[LedgerColumn, str]:
        """Which heading was taken for what."""
        return {column: title_text(self.titles[index]) for index, column in self.columns.items()}

    def unused(self) -> Iterator[str]:
        left = (title_text(title) for i, title in enumerate(self.titles) if title and i not in self.columns)
        return (title for title in left if title not in _UNREAD)

    def rows(self) -> Iterator[LedgerRow]:
        for number, cells in self.sheet.rows[self.at + 1 :]:
            first = next((text for cell in cells if cell is not None and (text := str(cell).strip())), "")
            values = {self.columns[i]: cell for i, cell in enumerate(cells) if i in self.columns and _is_filled(cell)}
            if values and not first.startswith(_FOOTERS) and not self._is_heading(cells):
                yield self._row(number, cells, values)

    def _is_heading(self, cells: tuple[Cell, ...]) -> bool:
        """Whether the headings stand there again, as on every printed page."""
        return columns_of(cells, {}) == columns_of(self.titles, {})

    def _row(self, number: int, cells: tuple[Cell, ...], values: Mapping[LedgerColumn, Cell]) -> LedgerRow:
        places = {column: f"{column_letter(index)}{number}" for index, column in self.columns.items()}
        found = {column: whole_day(values[column]) for column in DAYS if column in values}
        days = {column: _moment(values[column], day) for column, (day, _) in found.items() if day is not None}
        faults = {column: fault for column, (_, fault) in found.items() if fault}
        return LedgerRow(self.sheet.name, number, values, places, days, faults, cells)


def _page(sheet: Sheet, mapped: Mapping[LedgerColumn, str]) -> _Page | None:
    """The sheet with its headings; None where no row of it has the columns that are needed."""
    found = fullest_heading(sheet, _HEADING_WITHIN, lambda cells: columns_of(cells, mapped), _is_enough)
    return _Page(sheet, *found) if found is not None else None


def _is_enough(columns: Collection[LedgerColumn]) -> bool:
    return LedgerColumn.DAY in columns and (LedgerColumn.SUBJECT in columns or LedgerColumn.SUBJECT_CODE in columns)


def _is_filled(cell: Cell) -> bool:
    return bool(str(cell or "").strip())


def _moment(cell: Cell, day: date) -> datetime:
    """The moment in the cell, midnight where it holds a day only."""
    return cell if isinstance(cell, datetime) else datetime.combine(day, time())
