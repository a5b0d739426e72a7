"""What could not be taken over: the rows as they stood, the reason in the last column, to mend and import again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports import workbook_style
from yuetan.reports.ledger_columns import REASONS, title_text
from yuetan.reports.xlsx import book_bytes, new_book

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from openpyxl.worksheet.worksheet import Worksheet

    from yuetan.actions.ledger.sheet import Ledger, LedgerRow
    from yuetan.views.report.sent import Problem
    from yuetan.views.table import Cell

    Refused = tuple[LedgerRow, tuple[Problem, ...]]

_RED = "FFFF9999"


def refused_book(ledger: Ledger, refused: Iterable[Refused], when: datetime) -> bytes:
    """A sheet for each that rows were refused of: its headings in the first row, so that it can be imported again."""
    book = new_book()
    by_sheet: dict[str, list[Refused]] = {}
    for row, problems in refused:
        by_sheet.setdefault(row.sheet, []).append((row, problems))
    for name, rows in by_sheet.items():
        _sheet(book.create_sheet(name or "台账"), ledger.headings[name], rows)
    return book_bytes(book, "不能导入的行", when)


def _sheet(sheet: Worksheet, headings: tuple[str, ...], rows: list[Refused]) -> None:
    titles = [title for title in headings if title_text(title) != REASONS]
    lines = [(*_cells(row, headings), "\n".join(p.reason for p in problems)) for row, problems in rows]
    widths = workbook_style.column_widths([(*titles, REASONS), *lines])
    for column, title in enumerate((*titles, REASONS), start=1):
        workbook_style.put(sheet, 1, column, title, workbook_style.HEADING)
    for number, (line, (row, problems)) in enumerate(zip(lines, rows, strict=True), start=2):
        for column, value in enumerate(line, start=1):
            workbook_style.put(sheet, number, column, value, workbook_style.style_of(value))
        for problem in problems:
            _redden(sheet, number, row, problem, len(titles))
        sheet.row_dimensions[number].height = workbook_style.row_height(line, widths)
    workbook_style.set_up(sheet, widths, (1, 1))


def _redden(sheet: Worksheet, number: int, row: LedgerRow, problem: Problem, columns: int) -> None:
    """Colour the cell that a problem of this row names, where it is one of the sheet's own columns."""
    from openpyxl.styles import PatternFill

    letter = problem.cell.rstrip("0123456789")
    if letter and problem.cell == f"{letter}{row.number}" and sheet[f"{letter}1"].column <= columns:
        sheet[f"{letter}{number}"].fill = PatternFill("solid", fgColor=_RED)


def _cells(row: LedgerRow, headings: tuple[str, ...]) -> tuple[Cell, ...]:
    """The row's cells under the headings, without an earlier reason."""
    cells = (*row.raw, *(None for _ in headings))[: len(headings)]
    return tuple(cell for cell, title in zip(cells, headings, strict=True) if title_text(title) != REASONS)
