"""A 名册 as read: rows under our own names of the columns, with the place of every cell. Data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

UNIT_COLUMNS = ("单位编码", "单位", "类别", "所属县区", "分管领导")
"""What a row says of its unit; a row that names no unit goes on with that of the row above."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be taken: sheet, row as the spreadsheet counts, column by its own heading, value, why."""

    sheet: str
    row: int
    column: str
    value: str
    why: str

    def __str__(self) -> str:
        """The sentence a clerk reads."""
        place = f"{f'“{self.sheet}”' if self.sheet else ''}第 {self.row} 行"
        column = f"“{self.column}”列" if self.column else ""
        shown = f"“{self.value[:30]}”" if self.value else ""
        return f"{place}{column}{shown}：{self.why}"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a 名册: its place, and what was read, under our own column names."""

    sheet: str
    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lines:
    """What a sheet gives: rows that could be read, cells that could not, remarks on how something was read."""

    rows: tuple[Line, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
