"""填报说明: what it is about, and what is to be said; the last rows are what the receiver's program reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports import report_sheet, workbook_style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (16, 110)


def notes_sheet(sheet: Worksheet, title: str, unit: str, notes: Iterable[tuple[str, str]]) -> None:
    """Two columns: 项目 and 内容."""
    report_sheet.put_head(sheet, title, unit, len(_WIDTHS), sum(_WIDTHS))
    for column, heading in enumerate(("项目", "内容"), start=1):
        workbook_style.put(sheet, 3, column, heading, workbook_style.HEADING)
    for number, note in enumerate(notes, start=4):
        report_sheet.put_row(sheet, number, note, _WIDTHS)
    workbook_style.set_up(sheet, _WIDTHS, (3, 3))
