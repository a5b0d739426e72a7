"""Whether a workbook's 合计 is what its own rows add up to, and whether the rows were altered after they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.report.compare import ATTENDANCES, INTERVIEWS
from yuetan.views.report.sent import DIGEST_LABEL, NOTES_SHEET, SUMMARY_SHEET, Problem
from yuetan.views.table import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yuetan.model.reporting import ReceivedRow
    from yuetan.views.report.sent import SentBook


def wrong_totals(book: SentBook, rows: Iterable[ReceivedRow]) -> Iterator[Problem]:
    """Every number of the row of 合计 that differs from the rows; a blank one is not compared."""
    counted = counts(rows)
    for (group, measure), (value, cell) in book.totals.items():
        text = "" if value is None else str(value).strip()
        found = counted.get((group, measure), 0)
        if measure in {INTERVIEWS, ATTENDANCES} and text not in {"", str(found), f"{found}.0"}:
            yield Problem(SUMMARY_SHEET, cell, str(value), f"{group}的{measure}写的是{value}，明细里是{found}")


def counts(rows: Iterable[ReceivedRow]) -> dict[tuple[str, str], int]:
    """次 and 人次 by situation, and of 合计; whoever was absent does not count."""
    present = [row for row in rows if row.present is not False]
    kinds = dict.fromkeys(row.kind for row in present)
    found: dict[tuple[str, str], int] = {}
    for kind in (*kinds, TOTAL):
        mine = [row for row in present if kind in {row.kind, TOTAL}]
        found[kind, INTERVIEWS] = len({row.id for row in mine})
        found[kind, ATTENDANCES] = len(mine)
    return found


def altered(book: SentBook, period: str, unit: str) -> Iterator[Problem]:
    """Rows that are not those that the workbook's own digest was taken of."""
    written = book.notes.get(DIGEST_LABEL, "")
    if written and written != book.digest(period, unit):
        reason = "明细在生成以后被改动过；在本单位档案中改正后重新生成，或删去这一格，作为手工填报"
        yield Problem(NOTES_SHEET, book.note_cells.get(DIGEST_LABEL, "B4"), written, reason)
