"""What a report's workbook is made of: frozen values, computed elsewhere from one commit of the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | date | None
"""A cell: text, whole number, day (or moment), or nothing."""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """次 and 人次 of one situation in one unit; the unit of a total is empty."""

    unit: str
    situation: str
    interviews: int
    attendances: int


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of a list; every row is as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportBook:
    """A report: who reports what for which period, as the archive stood.

    `made` is the time of the commit that the rows were computed from, never now. `situations` gives the columns'
    order. `totals` are given, not summed: an interview with subjects of two units counts once in them.
    """

    title: str
    unit: str
    period: str
    as_of: date
    made: datetime
    situations: tuple[str, ...]
    summary: tuple[SummaryRow, ...]
    totals: tuple[SummaryRow, ...]
    details: Table
    remaining: Table
    notes: tuple[str, ...] = ()
