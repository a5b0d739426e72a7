"""Figures of a report as words, for brief, narrative and letter: the same numbers that the workbook has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.report.compare import change

if TYPE_CHECKING:
    from yuetan.views.report.compare import Compared
    from yuetan.views.report.rows import ReportRows
    from yuetan.views.table import Cell


def number(cell: Cell) -> int:
    """A cell that holds a count, as one."""
    return cell if isinstance(cell, int) else 0


def percent(share: float | None) -> str:
    """``61.4%``, a dash for nobody."""
    return "—" if share is None else f"{share:.1%}"


def coverage_words(rows: ReportRows) -> str:
    """``年度应谈114人，已谈70人，覆盖率61.4%``."""
    total = rows.total
    if not total.owed:
        return "本年度没有应约谈的干部"
    return f"年度应谈{total.owed}人，已谈{total.done}人，覆盖率{percent(total.share)}"


def compared_words(rows: ReportRows, one: Compared) -> str:
    """``比2025年下半年（110次）增加9次，上升8.2%；比2025年上半年（104次）…``."""
    _, before, year_ago = rows.comparison.names
    pairs = ((before, one.before), (year_ago, one.year_ago))
    return "；".join(f"比{name}（{then}{one.measure}）{_moved(one.now, then, one.measure)}" for name, then in pairs)


def _moved(now: int, then: int, measure: str) -> str:
    if now == then:
        return "持平"
    share = change(now, then)
    size = f"，{'上升' if now > then else '下降'}{abs(share):.1%}" if share is not None else ""
    return f"{'增加' if now > then else '减少'}{abs(now - then)}{measure}{size}"
