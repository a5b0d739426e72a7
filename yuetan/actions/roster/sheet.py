"""A 名册 as read: rows with what they say of a unit and of a post, and the place of every cell. Data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class RosterProblem:
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
        value = f"“{self.value[:30]}”" if self.value else ""
        return f"{place}{column}{value}：{self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCells:
    """What a row says of its unit; one that names no unit goes on with what the row above says."""

    code: str | None = None
    name: str | None = None
    kind: str | None = None
    county: str | None = None
    leaders: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCells:
    """What a row says of a person and a post, under the names of `model.unit.Post`; None where it says nothing."""

    id: str | None = None
    name: str | None = None
    post: str | None = None
    party_post: str | None = None
    role: str | None = None
    rank: str | None = None
    managed: str | None = None
    since: date | None = None
    until: date | None = None
    change: str | None = None
    important: bool | None = None
    acting_since: date | None = None
    acting_until: date | None = None


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row of a 名册: its place, and what was read."""

    sheet: str
    number: int
    unit: UnitCells
    post: PostCells

    def problem(self, column: str, value: str, why: str) -> RosterProblem:
        """What cannot be taken of this row."""
        return RosterProblem(self.sheet, self.number, column, value, why)


@dataclass(frozen=True, slots=True)
class RosterRows:
    """What a sheet gives: rows that could be read, cells that could not, remarks on how something was read."""

    rows: tuple[RosterRow, ...]
    problems: tuple[RosterProblem, ...]
    remarks: tuple[RosterProblem, ...]
