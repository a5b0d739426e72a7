"""What could not be taken over: the rows as they stood, the reason in the last column, to mend and import again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports import workbook_style
from yuetan.reports.ledger_columns import REASONS, plain
from yuetan.reports.workbook import new_book, saved

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from yuetan.actions.ledger.sheet import Ledger, LedgerRow
    from yuetan.views.report.sent import Problem


def refused_book(ledger: Ledger, refused: Iterable[tuple[LedgerRow, tuple[Problem, ...]]], when: datetime) -> bytes:
    """A sheet for each that rows were refused of: its headings in the first row, so that it can be imported again."""
    from openpyxl.styles import PatternFill

    book = new_book()
    rows: dict[str, list[tuple[LedgerRow, tuple[Problem, ...]]]] = {}
    for row, problems in refused:
        rows.setdefault(row.sheet, []).append((row, problems))
    for name, found in rows.items():
        sheet = book.create_sheet(name or "台账")
        titles = [title for title in ledger.headings[name] if plain(title) != REASONS]
        count = len(titles)
        lines = [(*_cut(row, ledger.headings[name]), "\n".join(p.reason for p in problems)) for row, problems in found]
        widths = workbook_style.column_widths([(*titles, REASONS), *lines])
        for column, title in enumerate((*titles, REASONS), start=1):
            workbook_style.put(sheet, 1, column, title, workbook_style.HEADING)
        for number, (line, (row, problems)) in enumerate(zip(lines, found, strict=True), start=2):
            for column, value in enumerate(line, start=1):
                workbook_style.put(sheet, number, column, value, workbook_style.style_of(value))
            for problem in problems:
                letter = problem.cell.rstrip("0123456789")
                if letter and problem.cell == f"{letter}{row.number}" and sheet[f"{letter}1"].column <= count:
                    sheet[f"{letter}{number}"].fill = PatternFill("solid", fgColor="FFFF9999")
            sheet.row_dimensions[number].height = workbook_style.row_height(line, widths)
        workbook_style.set_up(sheet, widths, (1, 1))
    return saved(book, "不能导入的行", when)


def _cut(row: LedgerRow, headings: tuple[str, ...]) -> tuple[object, ...]:
    """The row's cells under the headings, without an earlier reason."""
    cells = (*row.raw, *(None for _ in headings))[: len(headings)]
    return tuple(cell for cell, title in zip(cells, headings, strict=True) if plain(title) != REASONS)
