"""Coverage as a workbook: by unit, everybody, by interviewer, the gaps of 第四条."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports.plan_book import ListSheet, list_book

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from yuetan.views.table import Table


def coverage_book(title: str, note: str, made: datetime, tables: Mapping[str, Table]) -> bytes:
    """One sheet a table, by its name; the first one's title is the workbook's."""
    sheets = tuple(
        ListSheet(name, title if index == 0 else f"{title}：{name}", note, table)
        for index, (name, table) in enumerate(tables.items())
    )
    return list_book(title, sheets, made)
