"""What every sheet of a report has: a title, the line of who reports, headings, rows, colours by condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports import workbook_style
from yuetan.views.report import city

if TYPE_CHECKING:
    from openpyxl.formatting.rule import Rule
    from openpyxl.worksheet.worksheet import Worksheet

    from yuetan.reports.book import Section
    from yuetan.views.table import Cell

TITLE_HEIGHT = 34
SIGNED = "填报单位：{unit}　　　填报人：　　　　　　审核人：　　　　　　日期：　　　年　　月　　日"
NOTHING = "无"
MOST_LISTED = 20_000
"""Rows of a list that a workbook holds: beyond that, programs that open it run out of memory."""
RED, AMBER, GREEN = "FFFFC7CE", "FFFFEB9C", "FFC6EFCE"
LIGHTS = {city.GREEN: GREEN, city.AMBER: AMBER, city.RED: RED}
_SOON = 30


def put_head(sheet: Worksheet, title: str, unit: str, columns: int, room: float) -> None:
    """Title in row 1 and who reports in row 2, each across the sheet; `room` is the sheet's width."""
    workbook_style.put(sheet, 1, 1, title, workbook_style.TITLE)
    signed = SIGNED.format(unit=unit)
    workbook_style.put(sheet, 2, 1, signed, workbook_style.NOTE)
    for row in (1, 2):
        workbook_style.merge(
            sheet, (row, 1, row, max(columns, 1)), workbook_style.TITLE if row == 1 else workbook_style.NOTE
        )
    lines = -(-workbook_style.title_room(title) // max(1, int(room)))
    sheet.row_dimensions[1].height = TITLE_HEIGHT * lines
    sheet.row_dimensions[2].height = workbook_style.row_height((signed,), (int(room),))


def put_row(
    sheet: Worksheet, number: int, cells: tuple[Cell, ...], widths: tuple[int, ...], style: str | None = None
) -> None:
    """A row of cells, each with the style of what it holds unless one is given, as high as its text needs."""
    for column, value in enumerate(cells, start=1):
        shared = workbook_style.PERCENT_TOTAL if style == workbook_style.TOTAL and isinstance(value, float) else style
        workbook_style.put(sheet, number, column, value, shared or workbook_style.style_of(value))
    sheet.row_dimensions[number].height = workbook_style.row_height(cells, widths)


def list_sheet(sheet: Worksheet, title: str, unit: str, *sections: Section) -> None:
    """Tables one under the other; a single one can be filtered, and its headings repeat on every page."""
    widths = workbook_style.column_widths(
        [r for one in sections for r in (one.table.headings, *one.table.rows[:MOST_LISTED])]
    )
    missing = workbook_style.title_room(title) - sum(widths[:-1])
    widths = (*widths[:-1], max(widths[-1], missing))
    put_head(sheet, title, unit, len(widths), sum(widths))
    number, first = 3, 3
    for section in sections:
        if section.caption:
            workbook_style.put(sheet, number, 1, section.caption, workbook_style.CAPTION)
            workbook_style.merge(sheet, (number, 1, number, len(widths)), workbook_style.CAPTION)
            number += 1
        first = first if number > first + 1 else number
        number = _section(sheet, number, section, widths)
    workbook_style.set_up(sheet, widths, (first, first), filtered=len(sections) == 1 and bool(sections[0].table.rows))


def _section(sheet: Worksheet, number: int, section: Section, widths: tuple[int, ...]) -> int:
    """Headings and rows from a row on; the row after them."""
    table = section.table
    for column, heading in enumerate(table.headings, start=1):
        workbook_style.put(sheet, number, column, heading, workbook_style.HEADING)
    sheet.row_dimensions[number].height = workbook_style.row_height(table.headings, widths[: len(table.headings)])
    for index, cells in enumerate(table.rows[:MOST_LISTED], start=number + 1):
        put_row(sheet, index, cells, widths[: len(cells)])
        colour_lights(sheet, index, cells)
    if len(table.rows) > MOST_LISTED:
        words = f"共{len(table.rows)}行，其余{len(table.rows) - MOST_LISTED}行从略，用 yuetan report --json 取全部"
        workbook_style.put(sheet, number + 1 + MOST_LISTED, 1, words, workbook_style.NOTE)
        return number + 2 + MOST_LISTED
    if not table.rows:
        workbook_style.put(sheet, number + 1, 1, NOTHING, workbook_style.TEXT)
        workbook_style.merge(sheet, (number + 1, 1, number + 1, len(table.headings)), workbook_style.TEXT)
        return number + 2
    if section.urgent:
        place = table.headings.index(section.urgent) + 1
        colour_numbers(sheet, (number + 1, place, number + len(table.rows), place), falling=section.falling)
    return number + 1 + len(table.rows)


def colour_lights(sheet: Worksheet, number: int, cells: tuple[Cell, ...]) -> None:
    """Colour the cells that are warning lights."""
    from openpyxl.styles import PatternFill

    for column, value in enumerate(cells, start=1):
        if isinstance(value, str) and value in LIGHTS:
            sheet.cell(number, column).fill = PatternFill("solid", fgColor=LIGHTS[value])


def colour_numbers(sheet: Worksheet, area: tuple[int, int, int, int], *, falling: bool) -> None:
    """Red above nothing; where `falling` (days left) red below nothing and amber up to a month."""
    from openpyxl.utils import get_column_letter

    top, left, bottom, right = area
    first = f"{get_column_letter(left)}{top}"
    place = f"{first}:{get_column_letter(right)}{bottom}"
    late = f"{first}<0" if falling else f"{first}>0"
    sheet.conditional_formatting.add(place, shading(f"AND(ISNUMBER({first}),{late})", RED))
    if falling:
        sheet.conditional_formatting.add(place, shading(f"AND(ISNUMBER({first}),{first}<={_SOON})", AMBER))


def shading(formula: str, shade: str) -> Rule:
    """A condition and its colour; the first one that holds is taken."""
    from openpyxl.formatting import rule
    from openpyxl.styles import PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    fill = PatternFill("solid", bgColor=shade)
    return rule.Rule(type="expression", formula=[formula], stopIfTrue=True, dxf=DifferentialStyle(fill=fill))
