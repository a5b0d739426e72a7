"""Plans and lists for approval as workbooks: title, who made it, rows, the line for signatures, print set-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.reports import workbook_style
from yuetan.reports.xlsx import book_bytes, new_book

if TYPE_CHECKING:
    from datetime import datetime

    from openpyxl.worksheet.worksheet import Worksheet

    from yuetan.views.table import Table

SIGNATURES = "制表：                　审核：                　批准：                　日期：      年    月    日"
NOTHING = "无"


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One sheet: its name and title, a line under the title, its rows; with `signed` a line for signatures."""

    name: str
    title: str
    note: str
    table: Table
    signed: bool = False


def list_book(title: str, sheets: tuple[ListSheet, ...], made: datetime) -> bytes:
    """The sheets as an .xlsx; the same bytes for the same values. `made` is the time of the commit, never now.

    Raises BadInputError where a cell holds what no spreadsheet can keep.
    """
    book = new_book()
    for sheet in sheets:
        _sheet(book.create_sheet(sheet.name), sheet)
    return book_bytes(book, title, made)


def _sheet(sheet: Worksheet, page: ListSheet) -> None:
    rows = page.table.rows
    widths = workbook_style.column_widths([page.table.headings, *rows])
    missing = workbook_style.title_room(page.title) - sum(widths[:-1])
    widths = (*widths[:-1], max(widths[-1], missing))
    count = len(widths)
    workbook_style.put(sheet, 1, 1, page.title, workbook_style.TITLE)
    workbook_style.merge(sheet, (1, 1, 1, count), workbook_style.TITLE)
    sheet.row_dimensions[1].height = 34
    workbook_style.put(sheet, 2, 1, page.note, workbook_style.NOTE)
    workbook_style.merge(sheet, (2, 1, 2, count), workbook_style.NOTE)
    sheet.row_dimensions[2].height = workbook_style.row_height((page.note,), (sum(widths),))
    for column, heading in enumerate(page.table.headings, start=1):
        workbook_style.put(sheet, 3, column, heading, workbook_style.HEADING)
    for number, row in enumerate(rows, start=4):
        for column, value in enumerate(row, start=1):
            workbook_style.put(sheet, number, column, value, workbook_style.style_of(value))
        sheet.row_dimensions[number].height = workbook_style.row_height(row, widths)
    workbook_style.set_up(sheet, widths, (3, 3), filtered=True)
    last = 3 + len(rows)
    if not rows:
        last += 1
        workbook_style.put(sheet, last, 1, NOTHING, workbook_style.TEXT)
        workbook_style.merge(sheet, (last, 1, last, count), workbook_style.TEXT)
    if page.signed:
        workbook_style.put(sheet, last + 2, 1, SIGNATURES, workbook_style.NOTE)
        workbook_style.merge(sheet, (last + 2, 1, last + 2, count), workbook_style.NOTE)
        sheet.row_dimensions[last + 2].height = 30
