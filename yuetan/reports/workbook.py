"""The report's workbook, sheet by sheet; the same bytes for the same rows."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

from yuetan.pin import pack, unpack
from yuetan.reports import look, sheet_notes
from yuetan.reports.book import Section
from yuetan.reports.frame import list_sheet
from yuetan.reports.sheet_compare import NAME as COMPARE
from yuetan.reports.sheet_compare import compare_sheet
from yuetan.reports.sheet_notes import notes_sheet
from yuetan.reports.sheet_summary import NAME as SUMMARY
from yuetan.reports.sheet_summary import summary_sheet

if TYPE_CHECKING:
    from datetime import datetime

    from yuetan.reports.book import Made
    from yuetan.views.report_rows import ReportRows

DETAILS, OWED, FOLLOW_UPS, FINDINGS, CHANGES, NOTES = (
    "约谈明细", "未约谈名单", "整改跟踪", "程序检查", "补报与更正", sheet_notes.NAME,
)  # fmt: skip
SHEETS = (SUMMARY, DETAILS, OWED, FOLLOW_UPS, FINDINGS, COMPARE, CHANGES, NOTES)


def workbook(report: ReportRows, made: Made) -> bytes:
    """The report as an .xlsx, pinned to the time of the commit that it was computed from.

    Raises BadInputError where a cell holds more than 32,767 characters or one that no spreadsheet can keep.
    """
    book = new_book()
    fill(book, report, made)
    return saved(book, report.title, made.when)


def fill(book: Any, report: ReportRows, made: Made) -> None:
    """The eight sheets."""
    unit = report.unit

    def listed(name: str, *sections: Section) -> None:
        list_sheet(book.create_sheet(name), f"{report.title}：{name}", unit, *sections)

    summary_sheet(book.create_sheet(SUMMARY), report)
    listed(DETAILS, Section("", report.details))
    listed(OWED, Section("", report.owed, "剩余天数", falling=True))
    listed(FOLLOW_UPS, Section("", report.follow_ups, "超期天数"))
    listed(FINDINGS, Section("按条款", report.articles, "错误"), Section("按记录", report.places))
    compare_sheet(book.create_sheet(COMPARE), f"{report.title}：{COMPARE}", unit, report.comparison)
    listed(
        CHANGES,
        Section("补报：以前各期进行、本期报送的约谈", report.late),
        Section("更正：已经报送的约谈，现在有改动的", report.amended),
    )
    notes_sheet(book.create_sheet(NOTES), f"{report.title}：{NOTES}", unit, (*report.notes, *_own_words(report, made)))


def new_book() -> Any:
    """An empty workbook with the named styles."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    look.add_styles(book)
    return book


def saved(book: Any, title: str, when: datetime) -> bytes:
    """The workbook's bytes, with the report's own time in its properties and nobody's name."""
    buffer = BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue())
    moment = when.astimezone(UTC) if when.tzinfo is not None else when
    parts["docProps/core.xml"] = look.core_properties(title, moment)
    return pack(parts)


def _own_words(report: ReportRows, made: Made) -> tuple[tuple[str, str], ...]:
    return (
        (sheet_notes.PERIOD, report.period),
        (sheet_notes.UNIT, report.code),
        (sheet_notes.AS_OF, report.as_of.isoformat()),
        (sheet_notes.COMMIT, made.commit),
        (sheet_notes.VERSION, f"yuetan {made.version}"),
        (sheet_notes.DIGEST, report.digest),
    )
