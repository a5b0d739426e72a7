"""报送: a period's report was sent; when, to whom, by which commit, with the digests of its rows and of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.actions.refusals import not_yet
from yuetan.finding import Level
from yuetan.model.paths import file_stem, kind_of, report_path
from yuetan.regulation.coordination import bodies, body_text, is_body
from yuetan.regulation.periods import report_due
from yuetan.views.report.periods import bounds_of

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Setting
    from yuetan.codec.plain import Plain
    from yuetan.finding import Finding
    from yuetan.model import State
    from yuetan.model.reporting import Report
    from yuetan.regulation.deadline import Deadline
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Body
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.rows import ReportRows

HEADER = "# yaml-language-server: $schema=../../schemas/report.schema.json"
STOPPING = ("S1", "S2", "S6", "S7")
"""What makes the numbers themselves wrong: records that cannot be read, or dated against the order of things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitRequest:
    """A report that was, or is to be, sent."""

    rows: ReportRows
    """报送的各行数据。"""
    day: date
    """报送的日期。"""
    commit: str
    """依据的提交。"""
    file_digest: str
    """工作簿的摘要。"""
    recipients: tuple[str, ...] = ()
    """报送给谁；不写即规范写明的机关当日的名称。"""
    why: str | None = None
    """逾期报送的原因。"""
    paper: date | None = None
    """纸质件报出的日期。"""
    findings: tuple[Finding, ...] = ()
    """规则对档案的判断；使数字不可信的错误，先改正才能报送。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """When the paper copy of a report already sent went out."""

    period: str
    """期间。"""
    day: date
    """纸质件报出的日期。"""


def submit(setting: Setting, request: SubmitRequest) -> Plan | Refusal:
    """The plan that records the report."""
    rows = request.rows
    bounds, law = bounds_of(setting.laws, rows.period), setting.laws.on(request.day)
    if bounds is None or law is None:
        return Refusal(f"没有名为“{rows.period}”的期间，或报送日期没有可依据的规范", hint="检查期间和 --date")
    recipients = request.recipients or tuple(body_text(law, name, request.day) for name in law.profile.recipients)
    due = report_due(bounds.law, bounds.period, bounds.first.year)
    refusal = (
        _already(setting.state, rows.period)
        or _untimely(request, setting.today, bounds.first)
        or _faulty(request.findings)
        or _gone(setting.state, law, recipients, request.day)
        or _unexplained(request, bounds, due)
    )
    if refusal is not None:
        return refusal
    value = _value(request, recipients, late=request.day > due.due)
    total = f"{rows.total.all.interviews}次{rows.total.all.attendances}人次"
    subject = f"报送 {rows.period}：{'、'.join(recipients)}，{total}"
    edits = (Edit(report_path(rows.period), value, HEADER),)
    return Plan("submit", (rows.period,), edits, (), subject, (), _notes(request, bounds, recipients))


def _unexplained(request: SubmitRequest, bounds: Bounds, due: Deadline) -> Refusal | None:
    """A refusal where the report is late and nobody says why (第九条)."""
    late = (request.day - due.due).days
    if late <= 0 or (request.why or "").strip():
        return None
    return Refusal(
        f"{bounds.title}的约谈情况应在 {due.due.isoformat()} 前报送，已迟{late}天（{due.provision}）：{due.trace}",
        hint="用 --why 写明逾期的原因",
    )


def _notes(request: SubmitRequest, bounds: Bounds, recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers sent, and that the paper copy is still to be recorded."""
    total = request.rows.total.all
    sent = f"{bounds.title}共 {total.interviews} 次，{total.attendances} 人次，报{'、'.join(recipients)}"
    if request.paper is not None:
        return (sent,)
    return sent, f"纸质件报出后，用 yuetan submit {request.rows.period} --paper 日期 登记"


def record_paper(setting: Setting, request: PaperRequest) -> Plan | Refusal:
    """The plan that records when the paper copy of a report already sent went out."""
    period, day = request.period, request.day
    stored = next(
        (one for one in setting.state.reports if one.record is not None and one.record.period == period), None
    )
    if stored is None or stored.record is None:
        return Refusal(f"{period} 还没有报送", hint=f"先用 yuetan submit {period} 登记报送")
    refusal = not_yet(day, setting.today, "纸质件日期")
    if refusal is not None:
        return refusal
    if stored.record.paper == day:
        return Refusal(f"{period} 的纸质件 {day.isoformat()} 报出，已经登记", hint="日期登记错了的，写明正确的日期")
    value = {**stored.raw, "纸质件日期": day}
    subject = f"报送 {period}：纸质件 {day.isoformat()} 报出"
    return Plan("submit", (period,), (Edit(stored.file, value),), (), subject)


def report_of(state: State, period: str) -> Report | None:
    """The report of a period that was sent."""
    return next((s.record for s in state.reports if s.record is not None and s.record.period == period), None)


def _already(state: State, period: str) -> Refusal | None:
    sent = report_of(state, period)
    if sent is None:
        return None
    return Refusal(
        f"{period} 已于 {sent.sent.isoformat()} 报送",
        hint="此后的约谈列入下一期补报，改动列入下一期的“补报与更正”；登记纸质件用 --paper 日期",
    )


def _untimely(request: SubmitRequest, today: date, first: date) -> Refusal | None:
    for label, day in (("报送日期", request.day), ("纸质件日期", request.paper)):
        if day is not None and (refusal := not_yet(day, today, label)) is not None:
            return refusal
        if day is not None and day < first:
            return Refusal(f"{label} {day.isoformat()} 早于本期第一天 {first.isoformat()}", hint="检查期间和日期")
    return None


def _faulty(findings: tuple[Finding, ...]) -> Refusal | None:
    stopping = tuple(
        one
        for one in findings
        if one.code in STOPPING
        and one.level is Level.ERROR
        and not one.acknowledged
        and kind_of(one.file) in {"interview", "received", "unit"}
    )
    if not stopping:
        return None
    first = "；".join(f"{one.code} {file_stem(one.file)} {one.message}" for one in stopping[:3])
    return Refusal(
        f"有{len(stopping)}处错误会使数字不可信，先改正再报送：{first}",
        stopping,
        hint="用 yuetan check --select S 查看全部",
    )


def _gone(state: State, law: Law, recipients: tuple[str, ...], day: date) -> Refusal | None:
    """A refusal where nobody is told of, or a body that did not exist that day."""
    if not recipients:
        return Refusal("没有写明报送给谁", hint="用 --to 写明")
    for written in recipients:
        old = _dissolved(state, law, written, day)
        if old is not None:
            now = old.successor or "、".join(b.names[0] for b in bodies(law, old.name, day) if b.names)
            return Refusal(f"{written} 到 {day.isoformat()} 已不存在", hint=f"报送给 {now}" if now else "检查 --to")
    return None


def _dissolved(state: State, law: Law, written: str, day: date) -> Body | None:
    """The law's body of this name that ended before the day, where none of the law's recipients bears the name now."""
    ended = (one for one in law.profile.bodies if one.until is not None and one.until < day)
    old = next((one for one in ended if written in one.names), None)
    borne = old is not None and any(is_body(law, name, written, state.roster, day) for name in law.profile.recipients)
    return None if borne else old


def _value(request: SubmitRequest, recipients: tuple[str, ...], *, late: bool) -> Plain:
    value: Plain = {
        "期间": request.rows.period,
        "报送日期": request.day,
        "报送机关": list(recipients),
        "提交": request.commit,
        "数据摘要": request.rows.digest,
        "文件摘要": request.file_digest,
        "约谈": list(request.rows.interviews),
        "纸质件日期": request.paper,
        "逾期原因": request.why if late else None,
    }
    return {key: item for key, item in value.items() if item not in (None, [])}
