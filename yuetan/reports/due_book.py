"""The deadlines as a workbook: what is due, in the order of the page, and the year's interviews by unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.reports.book import Table
from yuetan.reports.plan_book import ListSheet, list_book
from yuetan.reports.workbook_style import shown

if TYPE_CHECKING:
    from datetime import date, datetime

    from yuetan.reports.book import Cell

HEADINGS = (
    "期限种类", "单位", "姓名", "编号", "要做的事", "期限", "建议工作日", "剩余", "依据", "怎样算的", "命令",
)  # fmt: skip
UNIT_HEADINGS = ("单位", "尚未约谈人数", "期限")


@dataclass(frozen=True, slots=True)
class DueBook:
    """What the workbook says: whose, as of which day, the rows, and the year's by unit."""

    office: str
    as_of: date
    rows: tuple[tuple[Cell, ...], ...]
    units: tuple[tuple[Cell, ...], ...]


def due_book(book: DueBook, made: datetime) -> bytes:
    """The .xlsx; `made` is the time of the commit that it was computed from."""
    title = f"{book.office}廉政约谈到期事项"
    note = f"单位：{book.office}　　截至：{shown(book.as_of)}　　逾期的在最前，其余按期限先后。"
    sheets = (
        ListSheet("到期事项", title, note, Table(HEADINGS, book.rows)),
        ListSheet("年度约谈按单位", f"{title}：年度约谈", note, Table(UNIT_HEADINGS, book.units)),
    )
    return list_book(title, sheets, made)
