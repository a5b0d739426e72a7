"""The half-year report: rows from one state of the archive, laid out as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from yuetan.errors import NotFoundError

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.views.report_rows import ReportRows


@dataclass(frozen=True, slots=True)
class Report:
    """A period's rows, the workbook of them, and the commit that they were computed from."""

    rows: ReportRows
    workbook: bytes
    commit: str


def report(desk: Desk, period: str) -> Report:
    """The report of a period; NotFoundError for a period that the regulation does not have."""
    from yuetan.archive.history import log
    from yuetan.regulation.periods import periods
    from yuetan.views.report_rows import report_rows

    rows = report_rows(desk.state, desk.laws, period, desk.today)
    if rows is None:
        law = desk.laws.on(desk.today)
        known = "、".join(f"{desk.today.year}{p.code}" for p in periods(law)) if law is not None else ""
        raise NotFoundError(f"没有名为“{period}”的期间", hint=f"写成 {known}" if known else "检查 yuetan.yaml 的 规范")
    commit = desk.commit or desk.head or ""
    newest = log(desk.store, limit=1) if commit == desk.head else ()
    made = newest[0].when if newest else _time_of(desk, commit)
    return Report(rows, _workbook(rows, commit, made), commit)


def _time_of(desk: Desk, commit: str) -> datetime:
    from yuetan.archive import git

    return datetime.fromisoformat(git.run(desk.store.top, "show", "-s", "--format=%cI", commit).decode().strip())


def _workbook(rows: ReportRows, commit: str, made: datetime) -> bytes:
    from yuetan.reports.book import ReportBook, SummaryRow, Table
    from yuetan.reports.workbook import workbook

    return workbook(
        ReportBook(
            title=rows.title,
            unit=rows.unit,
            period=rows.period,
            as_of=rows.as_of,
            made=made,
            situations=rows.situations,
            summary=tuple(SummaryRow(r.unit, r.situation, r.interviews, r.attendances) for r in rows.summary),
            totals=tuple(SummaryRow(r.unit, r.situation, r.interviews, r.attendances) for r in rows.totals),
            details=Table(rows.detail_headings, rows.details),
            remaining=Table(rows.remaining_headings, rows.remaining),
            notes=(*rows.notes, f"依据提交：{commit}"),
        )
    )
