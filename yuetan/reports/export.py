"""A list as a file that other programs open: .xlsx with its look, or .csv that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from yuetan.reports.plan_book import ListSheet, list_book

if TYPE_CHECKING:
    from datetime import datetime

    from yuetan.views.table import Cell, Table

_UNSAFE_FIRST = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def list_xlsx(name: str, title: str, note: str, table: Table, made: datetime) -> bytes:
    """One sheet; the same bytes for the same rows."""
    return list_book(title, (ListSheet(name, title, note, table),), made)


def list_csv(table: Table) -> bytes:
    """UTF-8 with its mark, so that Excel reads it; a text that begins like a formula gets an apostrophe in front."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(table.headings)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_UNSAFE_FIRST) else cell
    return "" if cell is None else str(cell)
