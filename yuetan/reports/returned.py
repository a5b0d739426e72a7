"""A workbook sent back: the unit's own file with every cell that could not be taken red and commented, and why."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from yuetan.reports import report_sheet, workbook_style
from yuetan.reports.book import Section
from yuetan.reports.xlsx import book_bytes, new_book
from yuetan.views.table import Table

if TYPE_CHECKING:
    from datetime import datetime

    from openpyxl import Workbook

    from yuetan.views.report.sent import Problem

NAME = "退回说明"
HEADINGS = ("序号", "工作表", "单元格", "填的是", "为什么不能接收")
_RED = "FFFF9999"
_COMMENT_WIDTH, _COMMENT_HEIGHT = 280, 110


def returned_book(data: bytes, title: str, sender: str, problems: tuple[Problem, ...], when: datetime) -> bytes:
    """The file with its cells marked and 退回说明 in front; that sheet alone where the file cannot be opened."""
    book = _opened(data)
    if book is None:
        book = new_book()
    else:
        _styled(book)
        for problem in problems:
            _mark(book, problem)
        if NAME in book.sheetnames:
            del book[NAME]
    rows = tuple((i, p.sheet, p.cell, p.value, p.reason) for i, p in enumerate(problems, start=1))
    sheet = book.create_sheet(NAME, 0)
    report_sheet.list_sheet(sheet, title, sender, Section("", Table(HEADINGS, rows)))
    workbook_style.put(
        sheet,
        2,
        1,
        f"退回单位：{sender}　　　请改正标红的单元格（鼠标停在上面可见原因）后重新报送。",
        workbook_style.NOTE,
    )
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    return book_bytes(book, title, when)


def _opened(data: bytes) -> Workbook | None:
    """The workbook with its formats, None where it cannot be opened."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep is not ours to judge
            return load_workbook(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - a damaged file fails in any way; the reasons are written all the same
        return None


def _styled(book: Workbook) -> None:
    """Our named styles beside the file's own."""
    missing = workbook_style.TITLE not in book.named_styles
    if missing:
        workbook_style.add_styles(book)


def _mark(book: Workbook, problem: Problem) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if problem.sheet not in book.sheetnames or not problem.cell:
        return
    cell = book[problem.sheet][problem.cell]
    if isinstance(cell, MergedCell):
        return
    cell.fill = PatternFill("solid", fgColor=_RED)
    before = f"{cell.comment.text}\n" if cell.comment is not None else ""
    cell.comment = Comment(f"{before}{problem.reason}", "约谈", height=_COMMENT_HEIGHT, width=_COMMENT_WIDTH)
