"""汇总: units down, situations across, each with 次, 人次, 个别, 集体; then 应谈, 已谈, 覆盖率."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.reports import frame, look
from yuetan.views.report_count import COUNT_HEADINGS
from yuetan.views.report_summary import TOTAL, UNIT

if TYPE_CHECKING:
    from yuetan.views.report_rows import ReportRows
    from yuetan.views.report_summary import SummaryRow

COVERAGE = ("应谈", "已谈", "覆盖率")
FIRST_ROW = 5
_NARROW, _LABEL, _SHARE = 6, 22, 8
_GOOD = 1


def summary_sheet(sheet: Any, report: ReportRows) -> None:
    """Two rows of headings, frozen and repeated; 小计 and 合计 in bold."""
    groups = (*report.situations, TOTAL)
    size = len(COUNT_HEADINGS)
    widths = (_LABEL, *(_NARROW for _ in range(size * len(groups) + 2)), _SHARE)
    frame.head(sheet, report.title, report.unit, len(widths), sum(widths))
    _headings(sheet, groups, size)
    for number, one in enumerate(report.summary, start=FIRST_ROW):
        frame.row(sheet, number, cells(one), widths, None if one.level == UNIT else look.TOTAL)
    look.set_up(sheet, widths, (3, 4))
    sheet.freeze_panes = f"B{FIRST_ROW}"
    _colours(sheet, len(widths), FIRST_ROW + len(report.summary) - 1, report.pace)


def cells(one: SummaryRow) -> tuple[Any, ...]:
    """The row as it stands in the sheet."""
    numbers = (number for count in (*one.counts, one.all) for number in count.cells())
    return one.label, *numbers, one.owed, one.done, one.share if one.share is not None else "—"


def _headings(sheet: Any, groups: tuple[str, ...], size: int) -> None:
    look.put(sheet, 3, 1, "单位", look.HEADING)
    look.merge(sheet, (3, 1, 4, 1), look.HEADING)
    for index, group in enumerate(groups):
        column = 2 + size * index
        look.put(sheet, 3, column, group, look.HEADING)
        look.merge(sheet, (3, column, 3, column + size - 1), look.HEADING)
        for offset, name in enumerate(COUNT_HEADINGS):
            look.put(sheet, 4, column + offset, name, look.HEADING)
    column = 2 + size * len(groups)
    look.put(sheet, 3, column, "年度覆盖", look.HEADING)
    look.merge(sheet, (3, column, 3, column + len(COVERAGE) - 1), look.HEADING)
    for offset, name in enumerate(COVERAGE):
        look.put(sheet, 4, column + offset, name, look.HEADING)


def _colours(sheet: Any, column: int, last: int, pace: float) -> None:
    """Coverage as a light: green for everybody, red below the part of the year gone by, amber between."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(column)
    first = f"{letter}{FIRST_ROW}"
    for test, shade in ((f">={_GOOD}", frame.GREEN), (f"<{pace:.4f}", frame.RED), (f"<{_GOOD}", frame.AMBER)):
        rule = frame.shaded(f"AND(ISNUMBER({first}),{first}{test})", shade)
        sheet.conditional_formatting.add(f"{first}:{letter}{last}", rule)
