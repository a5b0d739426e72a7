"""What stands in a report's workbook as somebody sent it: cells by heading, with their places. Data; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from yuetan.views.report.details import DetailRow, digest
from yuetan.views.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.views.table import Cell


PERIOD_LABEL, UNIT_LABEL, AS_OF_LABEL, COMMIT_LABEL, VERSION_LABEL, DIGEST_LABEL = (
    "期间代码", "单位编码", "截至日期", "依据提交", "软件版本", "数据摘要",
)  # fmt: skip
LABELS = frozenset({PERIOD_LABEL, UNIT_LABEL, AS_OF_LABEL, COMMIT_LABEL, VERSION_LABEL, DIGEST_LABEL})
"""Rows of 填报说明 that programs read."""
SUMMARY_SHEET, DETAILS_SHEET, NOTES_SHEET = "汇总", "约谈明细", "填报说明"


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be taken: sheet and cell as the spreadsheet shows them, what stands there, and why not."""

    sheet: str
    cell: str
    value: str
    reason: str

    def as_json(self) -> dict[str, str]:
        """The four keys."""
        return {"sheet": self.sheet, "cell": self.cell, "value": self.value, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class SentRow:
    """One row of the 约谈明细: its number, its cells by heading, and why a cell is not what its heading asks for.

    The day of the interview is a date wherever what was typed means one.
    """

    number: int
    cells: Mapping[str, Cell]
    faults: Mapping[str, str] = field(default_factory=dict)

    def text(self, heading: str) -> str:
        """The cell as text without blanks around it."""
        value = self.cells.get(heading)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()


@dataclass(frozen=True, slots=True)
class SentBook:
    """A workbook as read. `notes` are 填报说明 by label; `columns` and `note_cells` say where things stand.

    `totals` are (situation, 次 or 人次) with the number written and its cell, from the row of 合计.
    """

    name: str
    details: str
    rows: tuple[SentRow, ...]
    columns: Mapping[str, str]
    notes: Mapping[str, str]
    note_cells: Mapping[str, str]
    totals: Mapping[tuple[str, str], tuple[Cell, str]] = field(default_factory=dict)

    def digest(self, period: str, unit: str) -> str:
        """The digest of the rows as they stand in the sheet."""
        rows = tuple(tuple(plain(row.cells.get(heading)) for heading in DetailRow.headings()) for row in self.rows)
        return digest(period, unit, Table(DetailRow.headings(), rows))


def plain(cell: Cell) -> Cell:
    """The cell as the report wrote it: spreadsheets give back days as moments."""
    return (
        cell.date() if isinstance(cell, datetime) else cell if isinstance(cell, str | int | date | None) else str(cell)
    )
