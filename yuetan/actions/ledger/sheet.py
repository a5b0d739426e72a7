"""A 台账 as read: rows under our own names of the columns, with the place of every cell. Data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.views.report.sent import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from yuetan.views.table import Cell


class LedgerColumn(StrEnum):
    """What the columns of a 台账 are called here; --map takes these names."""

    ID = "编号"
    KIND = "情形"
    DAY = "约谈日期"
    SUBJECT_CODE = "对象编号"
    SUBJECT = "对象"
    UNIT = "单位"
    POST = "职务"
    INTERVIEWER_CODE = "约谈人编号"
    INTERVIEWER = "约谈人"
    MODE = "方式"
    PLACE = "地点"
    TOPIC = "主题"
    REASON = "事由"
    RECORDER = "记录人"
    NOTIFIED = "通知日期"
    NOTE = "说明"


NEEDED = (LedgerColumn.DAY, LedgerColumn.SUBJECT)
"""Without these two columns a sheet is no 台账."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row: its cells by our names, where each stands, the days that were typed, and why a day is none.

    `raw` is the whole row as it stands, for the file of what could not be taken.
    """

    sheet: str
    number: int
    cells: Mapping[LedgerColumn, Cell]
    places: Mapping[LedgerColumn, str]
    days: Mapping[LedgerColumn, datetime] = field(default_factory=dict)
    faults: Mapping[LedgerColumn, str] = field(default_factory=dict)
    raw: tuple[Cell, ...] = ()

    def text(self, column: LedgerColumn) -> str:
        """The cell as text without blanks around it; whole numbers without a decimal point."""
        value = self.cells.get(column)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()

    def place(self, column: LedgerColumn) -> str:
        """The cell's name, the row's first one where the column is missing."""
        return self.places.get(column, f"A{self.number}")

    def problem(self, column: LedgerColumn, reason: str) -> Problem:
        """A cell of this row that cannot be taken."""
        return Problem(self.sheet, self.place(column), self.text(column), f"{column}：{reason}")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of a file, the headings of each sheet, and which heading was taken for what, by sheet."""

    rows: tuple[LedgerRow, ...]
    headings: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, Mapping[LedgerColumn, str]]
    unused: tuple[str, ...] = ()
