"""How a workbook looks: one named style a role, widths and heights by Chinese width, the print set-up."""

from __future__ import annotations

import re
import unicodedata
from copy import copy
from datetime import date, datetime
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any, Literal

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from yuetan.views.table import Cell

TITLE, NOTE, HEADING, TEXT, NUMBER, DAY, MOMENT, TOTAL = "题", "说明", "表头", "文字", "数字", "日期", "时刻", "合计"
PERCENT, PERCENT_TOTAL, CAPTION = "比例", "合计比例", "分题"
LONGEST = 32_767
"""UTF-16 units that a cell holds; more is refused, since Excel would cut it."""
NARROWEST, WIDEST = 6, 46
LINE_HEIGHT, HIGHEST = 16.0, 409.0
"""Points; Excel takes no higher row."""

_TITLE_SIZE, _BODY_SIZE = 18, 11
_UNSAFE_FIRST = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def add_styles(book: Workbook) -> None:
    """Register the named styles."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    side = Side(style="thin", color="FF808080")
    grid = Border(left=side, right=side, top=side, bottom=side)
    grey, body = PatternFill("solid", fgColor="FFE7E6E6"), Font(name="宋体", size=_BODY_SIZE)
    bold = Font(name="宋体", size=_BODY_SIZE, bold=True)

    def add(
        name: str,
        font: Font,
        horizontal: Literal["left", "center"],
        *,
        border: Border | None = None,
        fill: PatternFill | None = None,
        number_format: str | None = None,
    ) -> None:
        alignment = Alignment(horizontal, "center", wrap_text=True)
        style = NamedStyle(name, font, fill, border, alignment, number_format)
        book.add_named_style(style)

    add(TITLE, Font(name="黑体", size=_TITLE_SIZE), "center")
    add(NOTE, Font(name="宋体", size=10), "left")
    add(HEADING, bold, "center", border=grid, fill=grey)
    add(TEXT, body, "left", border=grid)
    add(NUMBER, body, "center", border=grid, number_format="0")
    add(DAY, body, "center", border=grid, number_format='yyyy"年"m"月"d"日"')
    add(MOMENT, body, "center", border=grid, number_format='yyyy"年"m"月"d"日" h:mm')
    add(TOTAL, bold, "center", border=grid, number_format="0")
    add(PERCENT, body, "center", border=grid, number_format="0.0%")
    add(PERCENT_TOTAL, bold, "center", border=grid, number_format="0.0%")
    add(CAPTION, Font(name="黑体", size=12), "left")


def put(sheet: Worksheet, row: int, column: int, value: Cell, style: str) -> None:
    """Write a cell. Text stays text: no formula, no error value, no number, whatever it begins with."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        text = _writable_text(value, f"“{sheet.title}”{cell.coordinate}")
        cell.value = _ESCAPED.sub("_x005F_", text)
        cell.data_type = "s"
        _set_style(cell, style)
        if text.startswith(_UNSAFE_FIRST):
            cell.quotePrefix = True
        return
    cell.value = value
    _set_style(cell, style)


def _set_style(cell: Any, name: str) -> None:
    """The named style by its array, which the workbook has looked up once: five times as fast as by its name."""
    known = cell.parent.parent.__dict__.setdefault("_arrays_by_style", {})
    if name not in known:
        cell.style = name
        known[name] = copy(cell._style)  # noqa: SLF001 - openpyxl has no quicker way
        return
    cell._style = copy(known[name])  # noqa: SLF001


def style_of(value: Cell) -> str:
    """The style by what the cell holds."""
    if isinstance(value, datetime):
        return MOMENT
    if isinstance(value, date):
        return DAY
    if isinstance(value, float):
        return PERCENT
    return NUMBER if isinstance(value, int) else TEXT


@lru_cache(maxsize=65_536)
def text_width(text: str) -> int:
    """Columns that a line of text takes: two a Han character."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def title_room(title: str) -> int:
    """Columns of the body's size that the title takes."""
    return ceil(text_width(title) * _TITLE_SIZE / _BODY_SIZE) + 2


def display_text(value: Cell) -> str:
    """The cell as it is seen, for its width."""
    if isinstance(value, datetime):
        return f"{value.year}年{value.month}月{value.day}日 {value:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float):
        return f"{value:.1%}"
    return "" if value is None else str(value)


def column_widths(rows: Iterable[tuple[Cell, ...]]) -> tuple[int, ...]:
    """A width a column, for its longest line, between the narrowest and the widest allowed."""
    widths: list[int] = []
    for row in rows:
        widths += [NARROWEST] * (len(row) - len(widths))
        for index, value in enumerate(row):
            longest = max((text_width(line) for line in display_text(value).split("\n")), default=0)
            widths[index] = max(widths[index], min(WIDEST, longest + 2))
    return tuple(widths)


def row_height(row: tuple[Cell, ...], widths: tuple[int, ...]) -> float:
    """Points that the row takes once its cells are wrapped."""
    lines = 1
    for value, room in zip(row, widths, strict=True):
        wrapped = sum(max(1, ceil(text_width(line) / max(1, room - 2))) for line in display_text(value).split("\n"))
        lines = max(lines, wrapped)
    return min(HIGHEST, LINE_HEIGHT * lines + 6)


def set_up(sheet: Worksheet, widths: tuple[int, ...], heading: tuple[int, int], *, filtered: bool = False) -> None:
    """Widths, print set-up (A4 across, as wide as the page), repeated and frozen heading rows, filter."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for index, wide in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = wide
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    assert sheet.oddFooter is not None  # noqa: S101 - openpyxl makes one with every sheet
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    first, last = heading
    sheet.print_title_rows = f"{first}:{last}"
    sheet.freeze_panes = f"A{last + 1}"
    if filtered and sheet.max_row > last:
        sheet.auto_filter.ref = f"A{last}:{get_column_letter(len(widths))}{sheet.max_row}"


def merge(sheet: Worksheet, area: tuple[int, int, int, int], style: str) -> None:
    """Merge (first row, first column, last row, last column), with the style on every cell of it."""
    top, left, bottom, right = area
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            sheet.cell(row, column).style = style
    sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _writable_text(value: str, place: str) -> str:
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    found = _UNPRINTABLE.search(text)
    if found is not None:
        raise BadInputError(
            f"{place} 的文字里有不可见的控制字符 U+{ord(found.group()):04X}，不能写入表格", hint="在记录中删去它"
        )
    units = len(text.encode("utf-16-le")) // 2
    if units > LONGEST:
        raise BadInputError(
            f"{place} 的文字有 {units} 个字符，一个单元格最多 {LONGEST} 个", hint="缩短记录中的这段文字"
        )
    return text


def core_properties(title: str, made: datetime) -> bytes:
    """docProps/core.xml with the report's own time, and nobody's name."""
    from xml.sax.saxutils import escape

    moment = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    spaces: Mapping[str, str] = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    days = "".join(f'<dcterms:{k} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{k}>' for k in ("created", "modified"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (
        f"{head}<cp:coreProperties {declared}><dc:title>{escape(title)}</dc:title>{days}</cp:coreProperties>".encode()
    )
