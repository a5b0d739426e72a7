"""同比环比: the table, and a native chart of 次 and one of 人次."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports import report_sheet
from yuetan.reports.book import Section
from yuetan.views.report.compare import ATTENDANCES, INTERVIEWS

if TYPE_CHECKING:
    from openpyxl.chart import BarChart
    from openpyxl.worksheet.worksheet import Worksheet

    from yuetan.views.report.compare import Comparison

NAME = "同比环比"
_HEADING_ROW = 3
_SERIES = (3, 4, 7)
"""The columns of now, the period before, a year ago."""
_WIDTH, _HEIGHT = 12, 7.5
_COLUMN = 13
_COLOURS = ("C00000", "7F7F7F", "BFBFBF")


def compare_sheet(sheet: Worksheet, title: str, unit: str, comparison: Comparison) -> None:
    """Charts stand below the rows, side by side; all on one page."""
    from openpyxl.utils import get_column_letter

    table = comparison.table()
    report_sheet.list_sheet(sheet, title, unit, Section("", table))
    for index in range(1, len(table.headings) + 1):
        sheet.column_dimensions[get_column_letter(index)].width = _COLUMN
    sheet.page_setup.fitToHeight = 1
    sheet.auto_filter.ref = None
    below = _HEADING_ROW + len(table.rows) + 2
    for measure, column in ((INTERVIEWS, "A"), (ATTENDANCES, "F")):
        rows = [index for index, one in enumerate(comparison.rows, start=_HEADING_ROW + 1) if one.measure == measure]
        if rows:
            sheet.add_chart(_chart(sheet, measure, rows[0], rows[-1]), f"{column}{below}")


def _chart(sheet: Worksheet, measure: str, first: int, last: int) -> BarChart:
    from openpyxl.chart import Reference, Series, bar_chart
    from openpyxl.chart.label import DataLabelList

    chart = bar_chart.BarChart()
    chart.type, chart.grouping, chart.gapWidth = "col", "clustered", 80
    chart.title = f"各情形{measure}"
    chart.width, chart.height = _WIDTH, _HEIGHT
    for column, shade in zip(_SERIES, _COLOURS, strict=True):
        values = Reference(sheet, min_col=column, min_row=first, max_row=last)
        series = Series(values, title=str(sheet.cell(_HEADING_ROW, column).value))
        series.graphicalProperties.solidFill = shade
        chart.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorGridlines = "0", None
    chart.y_axis.scaling.min = 0
    chart.legend.position = "b"
    chart.dataLabels = DataLabelList()
    chart.dataLabels.showVal = True
    for shown in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(chart.dataLabels, shown, False)
    return chart
