"""Headings and rows of a list, as every report, workbook and JSON takes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None
"""Text, whole number, share (a float, 0 to 1), day (or moment), or nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of a list; every row is as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def as_json(self) -> list[dict[str, str | int | float | None]]:
        """A mapping a row, days as ISO text."""
        return [dict(zip(self.headings, iso(row), strict=True)) for row in self.rows]


def iso(row: tuple[Cell, ...]) -> list[str | int | float | None]:
    """The row as JSON takes it."""
    return [cell.isoformat() if isinstance(cell, date) else cell for cell in row]
