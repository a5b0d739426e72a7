"""Sending a report: made from the newest commit, recorded with its digests, and proved afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.errors import NotFoundError

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk
    from yuetan.model.reporting import Report

SAME_FILE, SAME_ROWS, OTHER = "同一份文件", "数据相同", "不是"


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a workbook is what was sent: `verdict` is 同一份文件, 数据相同 or 不是; `words` say so in a sentence."""

    verdict: str
    words: str
    period: str
    sent: date | None


def submission(  # noqa: PLR0917 - what a report is sent with
    desk: Desk, period: str, day: date, recipients: tuple[str, ...], why: str | None, paper: date | None
) -> tuple[Plan | Refusal, str, bytes]:
    """The plan that records the report of the commit read, the workbook's title, and the workbook."""
    from yuetan.actions.submit import SubmitRequest, submit
    from yuetan.desk.reporting import report
    from yuetan.pin import digest
    from yuetan.rules import judge

    found = report(desk, period, as_of=day)
    request = SubmitRequest(
        rows=found.rows,
        day=day,
        commit=found.made.commit,
        file_digest=digest(found.workbook),
        recipients=recipients,
        why=why,
        paper=paper,
        findings=(*desk.faults, *judge(desk.state, desk.laws, desk.today)),
    )
    return submit(desk.setting, request), found.rows.title, found.workbook


def prove(desk: Desk, data: bytes, name: str, period: str | None) -> Proof:
    """Whether the workbook is the one that was sent for the period, or for any where none is given.

    NotFoundError where nothing was sent; BadInputError where the file is no workbook.
    """
    from yuetan.pin import digest
    from yuetan.reports.table import check_workbook
    from yuetan.views.report.periods import sent_reports

    reports = [one for one in sent_reports(desk.state) if period is None or one.period == period]
    if not reports:
        raise NotFoundError(f"{period or '档案里'}还没有报送过", hint="用 yuetan submit 期间 登记报送")
    check_workbook(data, name)
    found = digest(data)
    same = next((one for one in reports if one.file_digest == found), None)
    if same is not None:
        words = (
            f"{name} 就是 {same.sent.isoformat()} 报送的 {same.period}，一字不差（依据提交 {(same.commit or '')[:10]}）"
        )
        return Proof(SAME_FILE, words, same.period, same.sent)
    return _by_rows(data, name, reports, desk.state.office.unit)


def _by_rows(data: bytes, name: str, reports: list[Report], unit: str) -> Proof:
    from yuetan.errors import BadInputError
    from yuetan.reports.sent_book import read_sent

    try:
        book = read_sent(data, name)
    except BadInputError as error:
        return Proof(OTHER, f"{name} 不是报送的工作簿：{error.message}", "", None)
    for one in reports:
        if one.rows_digest is not None and book.digest(one.period, unit) == one.rows_digest:
            words = (
                f"{name} 不是 {one.sent.isoformat()} 报送的 {one.period} 原件（另存过或改过别处），"
                f"但“{book.details}”各行与报送的完全相同"
            )
            return Proof(SAME_ROWS, words, one.period, one.sent)
    sent = "、".join(f"{one.period}（{one.sent.isoformat()}）" for one in reports)
    return Proof(OTHER, f"{name} 与报送过的 {sent} 都不相同：数据被改过，或不是报送的那一份", "", None)
