"""The report's workbook, sheet by sheet; the same bytes for the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.reports.book import Section
from yuetan.reports.report_sheet import list_sheet
from yuetan.reports.sheet_compare import NAME as COMPARE
from yuetan.reports.sheet_compare import compare_sheet
from yuetan.reports.sheet_notes import notes_sheet
from yuetan.reports.sheet_summary import summary_sheet
from yuetan.reports.xlsx import book_bytes, new_book
from yuetan.views.report import sent
from yuetan.views.report.sent import DETAILS_SHEET, NOTES_SHEET, SUMMARY_SHEET

if TYPE_CHECKING:
    from openpyxl import Workbook

    from yuetan.reports.book import Made
    from yuetan.views.report.rows import ReportRows

OWED, FOLLOW_UPS, FINDINGS, CHANGES = "未约谈名单", "整改跟踪", "程序检查", "补报与更正"
RECEIVED, RANKING, DOUBLES = "报送情况", "覆盖率排名", "重复核对"


def workbook(report: ReportRows, made: Made) -> bytes:
    """The report as an .xlsx, pinned to the time of the commit that it was computed from.

    Raises BadInputError where a cell holds more than 32,767 characters or one that no spreadsheet can keep.
    """
    book = new_book()
    _fill(book, report, made)
    return book_bytes(book, report.title, made.when)


def _fill(book: Workbook, report: ReportRows, made: Made) -> None:
    """The eight sheets, and after 汇总 three more of an office that gathers."""
    unit = report.unit

    def listed(name: str, *sections: Section) -> None:
        list_sheet(book.create_sheet(name), f"{report.title}：{name}", unit, *sections)

    summary_sheet(book.create_sheet(SUMMARY_SHEET), report)
    for name, table, urgent in (
        (RECEIVED, report.received, "迟报天数"), (RANKING, report.ranking, ""), (DOUBLES, report.doubles, ""),
    ):  # fmt: skip
        if table is not None:
            listed(name, Section("", table, urgent))
    listed(DETAILS_SHEET, Section("", report.details))
    listed(OWED, Section("", report.owed, "剩余天数", falling=True))
    listed(FOLLOW_UPS, Section("", report.follow_ups, "超期天数"))
    if report.articles is not None and report.places is not None:
        listed(FINDINGS, Section("按条款", report.articles, "错误"), Section("按记录", report.places))
    compare_sheet(book.create_sheet(COMPARE), f"{report.title}：{COMPARE}", unit, report.comparison)
    listed(
        CHANGES,
        Section("补报：以前各期进行、本期报送的约谈", report.late),
        Section("更正：已经报送的约谈，现在有改动的", report.amended),
    )
    notes_sheet(
        book.create_sheet(NOTES_SHEET),
        f"{report.title}：{NOTES_SHEET}",
        unit,
        (*report.notes, *_labels(report, made)),
    )


def _labels(report: ReportRows, made: Made) -> tuple[tuple[str, str], ...]:
    return (
        (sent.PERIOD_LABEL, report.period),
        (sent.UNIT_LABEL, report.code),
        (sent.AS_OF_LABEL, report.as_of.isoformat()),
        (sent.COMMIT_LABEL, made.commit),
        (sent.VERSION_LABEL, f"yuetan {made.version}"),
        (sent.DIGEST_LABEL, report.digest),
    )
