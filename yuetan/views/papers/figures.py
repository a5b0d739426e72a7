"""The table of figures that brief and narrative share: every situation and 合计."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.papers import fields
from yuetan.views.report.compare import ATTENDANCES, INTERVIEWS

if TYPE_CHECKING:
    from yuetan.views.report.rows import ReportRows


class FigureRow(fields.View):
    """One situation: this period in 次 and 人次, the period before and a year ago in 次."""

    situation: str = fields.text("情形", "约谈情形，或合计")
    interviews: str = fields.text("次", "本期几次")
    attendances: str = fields.text("人次", "本期几人次")
    before: str = fields.text("上期次", "上一期几次")
    year_ago: str = fields.text("上年次", "上年同期几次")


SAMPLE = (FigureRow("甲类约谈", "63", "73", "59", "60"), FigureRow("合计", "119", "131", "110", "104"))
LEAST = (FigureRow("合计", "0", "0", "0", "0"),)


def figure_rows(rows: ReportRows) -> tuple[FigureRow, ...]:
    """Every situation and 合计: now in 次 and 人次, the period before and a year ago in 次."""
    people = {row.situation: row.now for row in rows.comparison.rows if row.measure == ATTENDANCES}
    return tuple(
        FigureRow(row.situation, str(row.now), str(people[row.situation]), str(row.before), str(row.year_ago))
        for row in rows.comparison.rows
        if row.measure == INTERVIEWS
    )
