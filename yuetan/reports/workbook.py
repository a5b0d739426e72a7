"""The report's workbook: 汇总, 约谈明细, 未约谈名单, 填报说明; the same bytes for the same rows."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

from yuetan.pin import pack, unpack
from yuetan.reports import look

if TYPE_CHECKING:
    from yuetan.reports.book import ReportBook, SummaryRow, Table

SUMMARY, DETAILS, REMAINING, NOTES = "汇总", "约谈明细", "未约谈名单", "填报说明"
_COUNTS = ("次", "人次")
_ALL = "合计"
_TITLE_HEIGHT = 34
_NOTES_WIDTH = 120


def workbook(report: ReportBook) -> bytes:
    """The report as an .xlsx, pinned to the time of the commit that it was computed from.

    Raises BadInputError where a cell holds more than 32,767 characters or one that no spreadsheet can keep.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    look.add_styles(book)
    _summary(book.create_sheet(SUMMARY), report)
    _list(book.create_sheet(DETAILS), f"{report.title}：{DETAILS}", report.details)
    _list(book.create_sheet(REMAINING), f"{report.title}：{REMAINING}", report.remaining)
    _notes(book.create_sheet(NOTES), report)
    buffer = BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue())
    made = report.made.astimezone(UTC) if report.made.tzinfo is not None else report.made
    parts["docProps/core.xml"] = look.core_properties(report.title, made)
    return pack(parts)


def _summary(sheet: Any, report: ReportBook) -> None:
    situations = tuple(dict.fromkeys((*report.situations, *(r.situation for r in (*report.summary, *report.totals)))))
    groups = (*situations, _ALL)
    last = 1 + len(_COUNTS) * len(groups)
    _head(sheet, report.title, last)
    sheet.row_dimensions[2].height = look.LINE_HEIGHT + 4
    look.put(
        sheet,
        2,
        1,
        f"填报单位：{report.unit}　　期间：{report.period}　　数据截至：{look.shown(report.as_of)}",
        look.NOTE,
    )
    look.merge(sheet, (2, 1, 2, last), look.NOTE)
    look.put(sheet, 3, 1, "单位", look.HEADING)
    look.merge(sheet, (3, 1, 4, 1), look.HEADING)
    for index, group in enumerate(groups):
        column = 2 + len(_COUNTS) * index
        look.put(sheet, 3, column, group, look.HEADING)
        look.merge(sheet, (3, column, 3, column + 1), look.HEADING)
        for offset, count in enumerate(_COUNTS):
            look.put(sheet, 4, column + offset, count, look.HEADING)
    rows = _pivot(report.summary, situations)
    rows.append((_ALL, *_numbers(report.totals, situations)))
    widths = (max(look.column_widths([(row[0],) for row in rows])[0], 20), *(9 for _ in rows[0][1:]))
    for number, row in enumerate(rows, start=5):
        _row(sheet, number, row, widths, look.TOTAL if number == len(rows) + 4 else None)
    look.set_up(sheet, widths, (3, 4))
    sheet.freeze_panes = "B5"


def _pivot(summary: tuple[SummaryRow, ...], situations: tuple[str, ...]) -> list[tuple[Any, ...]]:
    import pandas as pd

    if not summary:
        return []
    frame = pd.DataFrame([(r.unit, r.situation, r.interviews, r.attendances) for r in summary])
    frame.columns = pd.Index(["单位", "情形", *_COUNTS])
    counted = frame.groupby(["单位", "情形"], sort=False)[list(_COUNTS)].sum().to_dict("index")
    rows: list[tuple[Any, ...]] = []
    for unit in dict.fromkeys(r.unit for r in summary):
        held = [counted.get((unit, situation), {}) for situation in situations]
        pairs = [int(counts.get(count, 0)) for counts in held for count in _COUNTS]
        rows.append((unit, *pairs, sum(pairs[::2]), sum(pairs[1::2])))
    return rows


def _numbers(totals: tuple[SummaryRow, ...], situations: tuple[str, ...]) -> tuple[int, ...]:
    by_situation = {row.situation: row for row in totals}
    held = [by_situation.get(situation) for situation in situations]
    pairs = [number for row in held for number in ((row.interviews, row.attendances) if row else (0, 0))]
    return (*pairs, sum(pairs[::2]), sum(pairs[1::2]))


def _list(sheet: Any, title: str, table: Table) -> None:
    widths = look.column_widths([table.headings, *table.rows]) or (look.NARROWEST,)
    widths = (*widths[:-1], max(widths[-1], look.title_room(title) - sum(widths[:-1])))
    _head(sheet, title, len(widths))
    for column, heading in enumerate(table.headings, start=1):
        look.put(sheet, 2, column, heading, look.HEADING)
    sheet.row_dimensions[2].height = look.row_height(table.headings, widths)
    for number, row in enumerate(table.rows, start=3):
        _row(sheet, number, row, widths, None)
    look.set_up(sheet, widths, (2, 2), filtered=True)
    if not table.rows:
        look.put(sheet, 3, 1, "无", look.TEXT)
        look.merge(sheet, (3, 1, 3, len(widths)), look.TEXT)


def _notes(sheet: Any, report: ReportBook) -> None:
    widths = (_NOTES_WIDTH,)
    _head(sheet, NOTES, 1)
    for number, note in enumerate(report.notes, start=2):
        look.put(sheet, number, 1, note, look.NOTE)
        sheet.row_dimensions[number].height = look.row_height((note,), widths)
    look.set_up(sheet, widths, (1, 1))


def _head(sheet: Any, title: str, columns: int) -> None:
    look.put(sheet, 1, 1, title, look.TITLE)
    if columns > 1:
        look.merge(sheet, (1, 1, 1, columns), look.TITLE)
    sheet.row_dimensions[1].height = _TITLE_HEIGHT


def _row(sheet: Any, number: int, row: tuple[Any, ...], widths: tuple[int, ...], style: str | None) -> None:
    for column, value in enumerate(row, start=1):
        look.put(sheet, number, column, value, style or look.style_of(value))
    sheet.row_dimensions[number].height = look.row_height(row, widths)
