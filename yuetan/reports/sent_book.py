"""Reading a report's workbook: 约谈明细, 填报说明 and the row of 合计, with the place of every cell."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING

from yuetan.errors import BadInputError
from yuetan.reports.days import whole_day
from yuetan.reports.headings import unspaced_text
from yuetan.reports.report_sheet import NOTHING
from yuetan.reports.table import MOST_BLANK, MOST_COLUMNS, MOST_ROWS, check_workbook, column_letter, value_rows
from yuetan.views.report.details import Detail
from yuetan.views.report.sent import DETAILS_SHEET, LABELS, NOTES_SHEET, SUMMARY_SHEET, SentBook, SentRow
from yuetan.views.table import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    from yuetan.views.table import Cell

NEEDED = (Detail.KIND, Detail.DAY, Detail.NAME)
"""Headings without which a sheet is no 约谈明细."""
WANTED = (DETAILS_SHEET, NOTES_SHEET, SUMMARY_SHEET)
_HEADING_ROWS = 15
_BROKEN = (zipfile.BadZipFile, zlib.error, ArithmeticError, AttributeError, EOFError, LookupError, OSError,
           RuntimeError, SyntaxError, TypeError, ValueError)  # fmt: skip
"""In how many ways a damaged package fails."""
Rows = list[tuple["Cell", ...]]


def read_sent(data: bytes, name: str) -> SentBook:
    """The workbook as somebody sent it; `name` is the file's, for messages.

    Raises BadInputError that says what the file is where it is no .xlsx, and where it has no 约谈明细.
    """
    check_workbook(data, name)
    try:
        sheets = _sheets(data)
    except _BROKEN as error:
        raise BadInputError(f"{name} 已损坏，不能读取", hint="请报送单位重新生成或另存一份") from error
    details = _details_sheet(sheets)
    at = _heading(sheets.get(details, []))
    if at < 0:
        raise BadInputError(
            f"{name} 里没有“{DETAILS_SHEET}”，或它缺少表头（{'、'.join(NEEDED)}）",
            hint="请用 yuetan report 生成，或填写报送表",
        )
    headings = [unspaced_text(cell) for cell in sheets[details][at]]
    notes, places = _notes(sheets.get(NOTES_SHEET, []))
    return SentBook(
        name=name,
        details=details,
        rows=tuple(_rows(sheets[details], at, headings)),
        columns={heading: column_letter(index) for index, heading in enumerate(headings) if heading},
        notes=notes,
        note_cells=places,
        totals=_totals(sheets.get(SUMMARY_SHEET, [])),
    )


def _details_sheet(sheets: Mapping[str, Rows]) -> str:
    """约谈明细, else the first sheet with its headings; empty where there is none."""
    if DETAILS_SHEET in sheets:
        return DETAILS_SHEET
    return next((name for name, rows in sheets.items() if _heading(rows) >= 0), "")


def _sheets(data: bytes) -> dict[str, Rows]:
    """The three sheets that are read; where there is no 约谈明细, every visible one."""
    from yuetan.reports.xlsx_values import Workbook

    try:
        book = Workbook(data)
        chosen = WANTED if DETAILS_SHEET in book.visible else book.visible
        return {name: _listed(book.rows(name, MOST_ROWS, MOST_COLUMNS)) for name in chosen if name in book.visible}
    except _BROKEN:
        return _slowly(data)


def _listed(rows: Mapping[int, Mapping[int, Cell]]) -> Rows:
    """The rows in order, those between that are blank too, as far as there is no long blank stretch."""
    found: Rows = []
    for number in sorted(rows):
        if number - len(found) > MOST_BLANK:
            break
        found += [()] * (number - len(found) - 1)
        cells = rows[number]
        found.append(tuple(cells.get(column) for column in range(max(cells) + 1)))
    return found


def _slowly(data: bytes) -> dict[str, Rows]:
    """The same by openpyxl, which takes whatever spreadsheets write."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of formats that it does not keep; only values are read
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            known = [book[name] for name in WANTED if name in book.sheetnames]
            chosen = known if DETAILS_SHEET in book.sheetnames else book.worksheets
            return {str(sheet.title): _bounded(sheet) for sheet in chosen if sheet.sheet_state == "visible"}
        finally:
            book.close()


def _bounded(sheet: ReadOnlyWorksheet) -> Rows:
    """Rows up to a long blank stretch: formats often reach to the last row of the program."""
    sheet.reset_dimensions()
    rows: Rows = []
    blank = 0
    for row in value_rows(sheet, MOST_ROWS):
        blank = blank + 1 if all(cell is None for cell in row) else 0
        if blank > MOST_BLANK:
            break
        rows.append(row)
    return rows


def _heading(rows: Rows) -> int:
    for index, row in enumerate(rows[:_HEADING_ROWS]):
        if {unspaced_text(cell) for cell in row}.issuperset(NEEDED):
            return index
    return -1


def _rows(rows: Rows, at: int, headings: list[str]) -> Iterator[SentRow]:
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        cells = {heading: cell for heading, cell in zip(headings, row, strict=False) if heading}
        texts = [text for cell in cells.values() if (text := _text(cell))]
        if texts and texts != [NOTHING]:
            yield _row(number, cells)


def _row(number: int, cells: Mapping[str, Cell]) -> SentRow:
    named = {name: cells.get(name) for name in dict.fromkeys((*Detail, *cells))}
    named[Detail.DAY], fault = _day(named[Detail.DAY])
    return SentRow(number, named, {Detail.DAY: fault} if fault else {})


def _day(cell: Cell) -> tuple[Cell, str]:
    """The day that was typed; what means none is left as it is, with the reason."""
    if cell is None or str(cell).strip() == "":
        return None, "没有填写"
    day, fault = whole_day(cell)
    return (cell, fault) if day is None else (day, "")


def _notes(rows: Rows) -> tuple[dict[str, str], dict[str, str]]:
    """The labels that programs read, and where their values stand; the last of a label counts."""
    notes: dict[str, str] = {}
    places: dict[str, str] = {}
    for number, row in enumerate(rows, start=1):
        label, value = (*row, None, None)[:2]
        if isinstance(label, str) and label.strip() in LABELS:
            notes[label.strip()] = _text(value)
            places[label.strip()] = f"B{number}"
    return notes, places


def _totals(rows: Rows) -> Mapping[tuple[str, str], tuple[Cell, str]]:
    """What the row of 合计 says, by situation and 次 or 人次; its headings are two rows, the upper one merged."""
    first = [_text(row[0] or "") if row else "" for row in rows]
    at = _index(first[:_HEADING_ROWS], "单位")
    last = len(first) - 1 - _index(first[::-1], TOTAL)
    if at == len(first[:_HEADING_ROWS]) or last <= at or at + 1 >= len(rows):
        return {}
    found: dict[tuple[str, str], tuple[Cell, str]] = {}
    group = ""
    for index, (upper, lower) in enumerate(zip(rows[at], rows[at + 1], strict=False)):
        group = _text(upper) if upper is not None else group
        if index and lower is not None and index < len(rows[last]):
            found[group, _text(lower)] = (rows[last][index], f"{column_letter(index)}{last + 1}")
    return found


def _index(texts: list[str], wanted: str) -> int:
    """Where the text stands first; the length of the list where nowhere."""
    return texts.index(wanted) if wanted in texts else len(texts)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
