"""报送表.xlsx: the form that a unit without the software fills in by hand, with drop-downs and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Mode
from yuetan.reports import report_sheet, workbook_style
from yuetan.reports.sheet_notes import notes_sheet
from yuetan.reports.xlsx import book_bytes, new_book
from yuetan.views.report.details import Detail
from yuetan.views.report.sent import DETAILS_SHEET, NOTES_SHEET, PERIOD_LABEL, SUMMARY_SHEET, UNIT_LABEL
from yuetan.views.table import NO, TOTAL, YES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 500
LISTS = "选项"
_HEADING_ROW = 3
_WIDTHS = (20, 12, 16, 24, 14, 12, 28, 12, 14, 12, 8, 10, 14, 20)
_ABOUT = (
    (
        "怎样填写",
        "一次约谈一名对象一行；集体谈话几名对象写几行，编号相同（没有编号的，日期、约谈人、方式相同即算一次）。",
    ),
    ("编号", "用软件登记的写软件的编号；没有的可以不写。"),
    ("对象编号", "名册中的人员编号；不写的按姓名和单位查找，同名的请写编号。"),
    ("到场、合于权限", "不写即到场、由收到的机关判断。"),
    ("补报", "本期以前进行、这次才报的，在备注写“补报”。"),
    ("没有约谈", "明细空着，填好本页的单位编码和期间代码即可。"),
    ("汇总", "各情形的次、人次填在“汇总”表，用来核对明细；次是份数，人次是到场的人数。可以不填。"),
)


def blank_form(  # noqa: PLR0917 - what the form offers
    situations: tuple[str, ...], units: tuple[str, ...], period: str, first: date, last: date, when: datetime
) -> bytes:
    """The form for one period of one archive: its situations and units are the choices."""
    book = new_book()
    title = "廉政约谈情况报送表"
    sheet = book.create_sheet(DETAILS_SHEET)
    report_sheet.put_head(sheet, title, "", len(_WIDTHS), sum(_WIDTHS))
    for column, heading in enumerate(Detail, start=1):
        workbook_style.put(sheet, _HEADING_ROW, column, heading, workbook_style.HEADING)
    for number in range(_HEADING_ROW + 1, _HEADING_ROW + 1 + ROWS):
        for column, heading in enumerate(Detail, start=1):
            sheet.cell(number, column).style = workbook_style.DAY if heading == "约谈日期" else workbook_style.TEXT
    workbook_style.set_up(sheet, _WIDTHS, (_HEADING_ROW, _HEADING_ROW))
    _totals(book.create_sheet(SUMMARY_SHEET), title, situations)
    notes = book.create_sheet(NOTES_SHEET)
    notes_sheet(notes, f"{title}：{NOTES_SHEET}", "", ((UNIT_LABEL, ""), (PERIOD_LABEL, period), *_ABOUT))
    _choices(book, situations, units)
    _checks(sheet, notes, (len(situations), len(units)), first, last)
    return book_bytes(book, title, when)


def _totals(sheet: Worksheet, title: str, situations: tuple[str, ...]) -> None:
    groups = (*situations, TOTAL)
    widths = (22, *(8 for _ in range(2 * len(groups))))
    report_sheet.put_head(sheet, f"{title}：{SUMMARY_SHEET}", "", len(widths), sum(widths))
    workbook_style.put(sheet, 3, 1, "单位", workbook_style.HEADING)
    workbook_style.merge(sheet, (3, 1, 4, 1), workbook_style.HEADING)
    workbook_style.put(sheet, 5, 1, TOTAL, workbook_style.TOTAL)
    for index, group in enumerate(groups):
        column = 2 + 2 * index
        workbook_style.put(sheet, 3, column, group, workbook_style.HEADING)
        workbook_style.merge(sheet, (3, column, 3, column + 1), workbook_style.HEADING)
        for offset, name in enumerate(("次", "人次")):
            workbook_style.put(sheet, 4, column + offset, name, workbook_style.HEADING)
            sheet.cell(5, column + offset).style = workbook_style.NUMBER
    workbook_style.set_up(sheet, widths, (3, 4))
    _whole_numbers(sheet, len(widths))


def _choices(book: Workbook, situations: Sequence[str], units: Sequence[str]) -> None:
    """What the drop-downs offer, on a sheet that is hidden: a list in the rule itself holds 255 characters."""
    sheet = book.create_sheet(LISTS)
    for column, values in enumerate((situations, units, (Mode.INDIVIDUAL, Mode.COLLECTIVE), (YES, NO)), start=1):
        for number, value in enumerate(values, start=1):
            workbook_style.put(sheet, number, column, value, workbook_style.TEXT)
    sheet.sheet_state = "hidden"


def _checks(sheet: Worksheet, notes: Worksheet, sizes: tuple[int, int], first: date, last: date) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    top, bottom = _HEADING_ROW + 1, _HEADING_ROW + ROWS
    situations, units = (f"{LISTS}!${letter}$1:${letter}${size}" for letter, size in zip("AB", sizes, strict=True))

    def listed(target: Worksheet, area: str, formula: str, message: str, *, strict: bool = True) -> None:
        rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=strict)
        rule.errorTitle, rule.error = "填写有误", message
        target.add_data_validation(rule)
        rule.add(area)

    listed(sheet, f"B{top}:B{bottom}", situations, "请从下拉列表中选择约谈情形")
    listed(sheet, f"J{top}:J{bottom}", f"{LISTS}!$C$1:$C$2", f"请选择 {Mode.INDIVIDUAL} 或 {Mode.COLLECTIVE}")
    listed(sheet, f"K{top}:L{bottom}", f"{LISTS}!$D$1:$D$2", f"请选择 {YES} 或 {NO}")
    listed(notes, "B4", units, "请从下拉列表中选择单位", strict=False)
    origin = "DATE({0.year},{0.month},{0.day})"
    rule = DataValidation(type="date", operator="lessThanOrEqual", formula1=origin.format(last), allow_blank=True)
    rule.errorTitle, rule.error = "填写有误", f"应为日期，不晚于 {last.isoformat()}；早于 {first.isoformat()} 的是补报"
    rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    rule.add(f"C{top}:C{bottom}")


def _whole_numbers(sheet: Worksheet, columns: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    rule.errorTitle, rule.error, rule.showErrorMessage = "填写有误", "应为整数", True
    sheet.add_data_validation(rule)
    rule.add(f"B5:{get_column_letter(columns)}5")
