"""A 台账 as read: rows under our own names of the columns, with the place of every cell. Data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LedgerCell = str | int | float | bool | date | datetime | None

KIND, DAY, SUBJECT, SUBJECT_CODE, UNIT, POST, INTERVIEWER, INTERVIEWER_CODE = (
    "情形", "约谈日期", "对象", "对象编号", "单位", "职务", "约谈人", "约谈人编号",
)  # fmt: skip
PLACE, TOPIC, REASON, MODE, RECORDER, NOTIFIED, NOTE, ID = (
    "地点", "主题", "事由", "方式", "记录人", "通知日期", "说明", "编号",
)  # fmt: skip
FIELDS = (ID, KIND, DAY, SUBJECT_CODE, SUBJECT, UNIT, POST, INTERVIEWER_CODE, INTERVIEWER, MODE, PLACE, TOPIC, REASON,
          RECORDER, NOTIFIED, NOTE)  # fmt: skip
NEEDED = (DAY, SUBJECT)
"""Without these two columns a sheet is no 台账."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row: its cells by our names, where each stands, the days that were typed, and why a day is none.

    `raw` is the whole row as it stands, for the file of what could not be taken.
    """

    sheet: str
    number: int
    cells: Mapping[str, LedgerCell]
    places: Mapping[str, str]
    days: Mapping[str, datetime] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    raw: tuple[LedgerCell, ...] = ()

    def text(self, name: str) -> str:
        """The cell as text without blanks around it; whole numbers without a decimal point."""
        value = self.cells.get(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()

    def place(self, name: str) -> str:
        """The cell's name, the row's first one where the column is missing."""
        return self.places.get(name, f"A{self.number}")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of a file, the headings of each sheet, and which heading was taken for what, by sheet."""

    rows: tuple[LedgerRow, ...]
    headings: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, Mapping[str, str]]
    unused: tuple[str, ...] = ()
