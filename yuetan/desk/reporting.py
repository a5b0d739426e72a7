"""The half-year report: rows from one state of the archive, laid out as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from yuetan import __version__
from yuetan.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from datetime import date

    from yuetan.desk.load import Desk
    from yuetan.model import Interview, Stored
    from yuetan.reports.book import Made
    from yuetan.views.report.rows import ReportRows


@dataclass(frozen=True, slots=True)
class Report:
    """A period's rows, the workbook of them, and the commit that they were computed from."""

    rows: ReportRows
    workbook: bytes
    made: Made


def report(
    desk: Desk, period: str, *, as_of: date | None = None, unit: str | None = None, judged: bool = True
) -> Report:
    """The report of a period as a workbook; see `rows_of`."""
    from yuetan.reports.workbook import workbook

    rows = rows_of(desk, period, as_of=as_of, unit=unit, judged=judged)
    made = made_of(desk)
    return Report(rows, workbook(rows, made), made)


def rows_of(
    desk: Desk, period: str, *, as_of: date | None = None, unit: str | None = None, judged: bool = True
) -> ReportRows:
    """The rows of a period up to a day (today unless given), of one unit where its code or name is given.

    Without `judged` the rules are not asked, which takes long in a large archive.

    NotFoundError for a period that the regulation does not have, and for an unknown unit; BadInputError for a day that
    lies before the period.
    """
    from yuetan.rules import judge
    from yuetan.views.report.periods import bounds_of
    from yuetan.views.report.rows import report_rows

    bounds = bounds_of(desk.laws, period)
    if bounds is None:
        raise no_period(desk, period)
    day = min(as_of or desk.today, desk.today)
    if day < bounds.first:
        raise BadInputError(
            f"{bounds.title}从 {bounds.first.isoformat()} 开始，到 {day.isoformat()} 还没有可报的",
            hint="检查期间和日期",
        )
    code = unit_code(desk, unit) if unit is not None else None
    findings = (*desk.faults, *judge(desk.state, desk.laws, desk.today)) if judged else None
    rows = report_rows(
        desk.state, desk.laws, period, day, unit=code, findings=findings, before=before(desk, period), today=desk.today
    )
    assert rows is not None  # noqa: S101 - the period is known
    return rows


def made_of(desk: Desk) -> Made:
    """The commit that was read, its own time, and this version."""
    from yuetan.archive import git
    from yuetan.reports.book import Made

    commit = desk.commit or desk.head or ""
    if not commit:
        raise BadInputError("档案里还没有提交，无从报告", hint="先用 yuetan new 或 yuetan import 登记约谈")
    when = git.run(desk.store.top, "show", "-s", "--format=%cI", commit).decode().strip()
    return Made(commit, datetime.fromisoformat(when), __version__)


def unit_code(desk: Desk, word: str) -> str:
    """The code of a unit named by code or name; NotFoundError for none."""
    roster = desk.state.roster
    found = roster.unit(word) or roster.unit_named(word, desk.today)
    if found is None:
        raise NotFoundError(f"名册中没有单位“{word}”", hint="写单位编码或全称；用 yuetan roster list 查看")
    return found.code


def before(desk: Desk, period: str) -> dict[str, Stored[Interview]]:
    """The interviews of the report sent last before this period's, as they were in its commit, where they differ now.

    Empty where no report was sent, or its commit is not in this repository (a shallow clone).
    """
    from yuetan.model.paths import file_stem, kind_of
    from yuetan.views.report.changes import last_report
    from yuetan.views.report.periods import bounds_of, sent_reports

    bounds = bounds_of(desk.laws, period)
    last = last_report(desk.state, bounds) if bounds is not None else None
    if last is None or last.commit is None:
        return {}
    try:
        then = desk.store.blobs(last.commit)
    except NotFoundError:
        return {}
    listed = {name for one in sent_reports(desk.state) if one.sent <= last.sent for name in one.interviews}
    now = desk.store.blobs(desk.commit)
    paths = [p for p in then if kind_of(p) == "interview" and file_stem(p) in listed and now.get(p) != then[p]]
    contents = desk.store.contents(then[path] for path in paths)
    return {file_stem(path): _stored(path, contents[then[path]]) for path in paths}


def _stored(path: str, data: bytes) -> Stored[Interview]:
    from yuetan.codec import read
    from yuetan.model import Interview, Stored, build

    document = read(data)
    record, violations = build(Interview, document.value or {})
    return Stored(path, document.value or {}, record, violations, not document.faults)


def no_period(desk: Desk, period: str) -> NotFoundError:
    """The error that names the periods which there are."""
    from yuetan.regulation.periods import periods

    law = desk.laws.on(desk.today)
    known = "、".join(f"{desk.today.year}{p.code}" for p in periods(law)) if law is not None else ""
    return NotFoundError(f"没有名为“{period}”的期间", hint=f"写成 {known}" if known else "检查 yuetan.yaml 的 规范")
