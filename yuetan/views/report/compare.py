"""同比环比: this period beside the one before it and the same one of last year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.views.report.count import Count, by_situation, count
from yuetan.views.table import TOTAL, Table

if TYPE_CHECKING:
    from yuetan.views.report.facts import Attended
    from yuetan.views.table import Cell

INTERVIEWS, ATTENDANCES = "次", "人次"


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure (次 or 人次) of one situation: now, in the period before, a year ago."""

    situation: str
    measure: str
    now: int
    before: int
    year_ago: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """`names` of the three periods, and the rows: every situation's 次 and 合计, then the same in 人次."""

    names: tuple[str, str, str]
    rows: tuple[Compared, ...]

    def table(self) -> Table:
        """Differences, and changes as shares; empty where there was nothing to compare with."""
        now, before, year_ago = self.names
        headings = ("情形", "计量", now, before, "环比增减", "环比", year_ago, "同比增减", "同比")
        return Table(headings, tuple(_cells(row) for row in self.rows))


def comparison(
    names: tuple[str, str, str],
    facts: tuple[tuple[Attended, ...], tuple[Attended, ...], tuple[Attended, ...]],
    situations: tuple[str, ...],
) -> Comparison:
    """The three periods' facts counted side by side."""
    counts = [(*by_situation(one, situations), count(one)) for one in facts]
    rows = [
        Compared(label, measure, *(_measure(period[index], measure) for period in counts))
        for measure in (INTERVIEWS, ATTENDANCES)
        for index, label in enumerate((*situations, TOTAL))
    ]
    return Comparison(names, tuple(rows))


def change(now: int, then: int) -> float | None:
    """0.25 for a quarter more; None where there was nothing then."""
    return (now - then) / then if then else None


def _measure(one: Count, measure: str) -> int:
    return one.interviews if measure == INTERVIEWS else one.attendances


def _cells(row: Compared) -> tuple[Cell, ...]:
    return (
        row.situation, row.measure, row.now, row.before, row.now - row.before, change(row.now, row.before),
        row.year_ago, row.now - row.year_ago, change(row.now, row.year_ago),
    )  # fmt: skip
