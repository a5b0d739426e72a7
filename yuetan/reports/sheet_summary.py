"""汇总: units down, situations across, each with 次, 人次, 个别, 集体; then 应谈, 已谈, 覆盖率."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports import report_sheet, workbook_style
from yuetan.views.report.count import Count
from yuetan.views.report.summary import UNIT
from yuetan.views.table import TOTAL

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from yuetan.views.report.rows import ReportRows
    from yuetan.views.report.summary import SummaryRow
    from yuetan.views.table import Cell

COVERAGE = ("应谈", "已谈", "覆盖率")
FIRST_ROW = 5
_NARROW, _LABEL, _SHARE = 6, 22, 8
_GOOD = 1


def summary_sheet(sheet: Worksheet, report: ReportRows) -> None:
    """Two rows of headings, frozen and repeated; 小计 and 合计 in bold."""
    groups = (*report.situations, TOTAL)
    size = len(Count.headings())
    widths = (_LABEL, *(_NARROW for _ in range(size * len(groups) + 2)), _SHARE)
    report_sheet.put_head(sheet, report.title, report.unit, len(widths), sum(widths))
    _headings(sheet, groups, size)
    for number, one in enumerate(report.summary, start=FIRST_ROW):
        report_sheet.put_row(
            sheet, number, summary_cells(one), widths, None if one.level == UNIT else workbook_style.TOTAL
        )
    workbook_style.set_up(sheet, widths, (3, 4))
    sheet.freeze_panes = f"B{FIRST_ROW}"
    _colours(sheet, len(widths), FIRST_ROW + len(report.summary) - 1, report.pace)


def summary_cells(one: SummaryRow) -> tuple[Cell, ...]:
    """The row as it stands in the sheet."""
    numbers = (number for count in (*one.counts, one.all) for number in count.cells())
    return one.label, *numbers, one.owed, one.done, one.share if one.share is not None else "—"


def _headings(sheet: Worksheet, groups: tuple[str, ...], size: int) -> None:
    workbook_style.put(sheet, 3, 1, "单位", workbook_style.HEADING)
    workbook_style.merge(sheet, (3, 1, 4, 1), workbook_style.HEADING)
    for index, group in enumerate(groups):
        column = 2 + size * index
        workbook_style.put(sheet, 3, column, group, workbook_style.HEADING)
        workbook_style.merge(sheet, (3, column, 3, column + size - 1), workbook_style.HEADING)
        for offset, name in enumerate(Count.headings()):
            workbook_style.put(sheet, 4, column + offset, name, workbook_style.HEADING)
    column = 2 + size * len(groups)
    workbook_style.put(sheet, 3, column, "年度覆盖", workbook_style.HEADING)
    workbook_style.merge(sheet, (3, column, 3, column + len(COVERAGE) - 1), workbook_style.HEADING)
    for offset, name in enumerate(COVERAGE):
        workbook_style.put(sheet, 4, column + offset, name, workbook_style.HEADING)


def _colours(sheet: Worksheet, column: int, last: int, pace: float) -> None:
    """Coverage as a light: green for everybody, red below the part of the year gone by, amber between."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(column)
    first = f"{letter}{FIRST_ROW}"
    for test, shade in (
        (f">={_GOOD}", report_sheet.GREEN),
        (f"<{pace:.4f}", report_sheet.RED),
        (f"<{_GOOD}", report_sheet.AMBER),
    ):
        rule = report_sheet.shading(f"AND(ISNUMBER({first}),{first}{test})", shade)
        sheet.conditional_formatting.add(f"{first}:{letter}{last}", rule)
