"""The deadlines as a workbook: what is due, in the order of the page, and the year's interviews by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports.plan_book import ListSheet, list_book
from yuetan.reports.workbook_style import display_text

if TYPE_CHECKING:
    from datetime import date, datetime

    from yuetan.views.table import Table


def due_book(office: str, as_of: date, tables: tuple[Table, Table], made: datetime) -> bytes:
    """What is due and the year's by unit as an .xlsx; `made` is the time of the commit that it was computed from."""
    title = f"{office}廉政约谈到期事项"
    note = f"单位：{office}　　截至：{display_text(as_of)}　　逾期的在最前，其余按期限先后。"
    due, units = tables
    sheets = (
        ListSheet("到期事项", title, note, due),
        ListSheet("年度约谈按单位", f"{title}：年度约谈", note, units),
    )
    return list_book(title, sheets, made)
