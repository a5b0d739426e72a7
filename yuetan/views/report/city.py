"""What an office that gathers adds to its report: who has reported, how the units stand, what was reported twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole
from yuetan.regulation.periods import report_due
from yuetan.rules.article_7_report import reporting_units
from yuetan.views.report.count import count
from yuetan.views.report.summary import UNIT
from yuetan.views.table import Table

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.report.facts import Attended
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.summary import SummaryRow
    from yuetan.views.table import Cell

RECEIVED_HEADINGS = ("单位", "编码", "期限", "收到日期", "迟报天数", "次", "人次", "情况")
RANKING_HEADINGS = ("名次", "单位", "应谈", "已谈", "未谈", "覆盖率", "亮灯")
DOUBLE_HEADINGS = ("情况", "对象编号", "姓名", "约谈日期", "情形", "编号", "报送单位", "另一编号", "另一单位")
IN_TIME, LATE, AWAITED, MISSING = "按期", "迟报", "未到期", "未报"
GREEN, AMBER, RED = "绿灯", "黄灯", "红灯"
TWICE, ALIKE, TWO_UNITS = "同一次约谈报了两遍", "疑似同一次约谈，编号不同", "同一干部由两个单位报送"
OURS = "本单位记录"


def received_table(state: State, bounds: Bounds, facts: tuple[Attended, ...], today: date) -> Table | None:
    """Every unit that reports here, in the roster's order; None for an office that does not gather."""
    if state.office.role != OfficeRole.GATHERING:
        return None
    due = report_due(bounds.law, bounds.period, bounds.first.year)
    came = {s.record.unit: s.record for s in state.received if s.record is not None and s.record.period == bounds.name}
    sent: dict[str, list[Attended]] = {}
    for one in facts:
        sent.setdefault(one.source, []).append(one)
    rows: list[tuple[Cell, ...]] = []
    for unit in reporting_units(state, due):
        era = unit.era(due.due) or unit.eras[0]
        record = came.get(unit.code)
        late = max(((record.received if record is not None else today) - due.due).days, 0)
        counted = count(sent.get(era.name, ()))
        if record is None:
            rows.append((era.name, unit.code, due.due, None, late, None, None, MISSING if late else AWAITED))
        else:
            numbers = (counted.interviews, counted.attendances)
            rows.append((era.name, unit.code, due.due, record.received, late, *numbers, LATE if late else IN_TIME))
    return Table(RECEIVED_HEADINGS, tuple(rows))


def ranking(summary: tuple[SummaryRow, ...], pace: float) -> Table:
    """Units by coverage, the best first, those alike on the same place; `pace` is how much of the year has gone by."""
    units = [row for row in summary if row.level == UNIT and row.share is not None]
    shares = sorted((row.share or 0 for row in units), reverse=True)
    ordered = sorted(units, key=lambda row: -(row.share or 0))
    return Table(RANKING_HEADINGS, tuple(
        (shares.index(row.share or 0) + 1, row.label, row.owed, row.done, row.owed - row.done, row.share,
         light(row.share or 0, pace))
        for row in ordered
    ))  # fmt: skip


def light(share: float, pace: float) -> str:
    """Green for everybody met, red for fewer than the part of the year that has gone by, amber between."""
    if share >= 1:
        return GREEN
    return RED if share < pace else AMBER


def doubles(state: State, laws: Laws, facts: tuple[Attended, ...], period: str) -> Table:
    """The same interview sent in twice or under two ids, and cadres whom two units report for the year."""
    return Table(DOUBLE_HEADINGS, (*_twice(state, period), *_alike(facts), *_two_units(laws, facts)))


def _twice(state: State, period: str) -> list[tuple[Cell, ...]]:
    """Rows with the same id and subject from two units, or of another period, or that are in our own records too."""
    rows: list[tuple[Cell, ...]] = []
    first: dict[tuple[str, str], str] = {
        (stored.record.id, subject.id): OURS
        for stored in state.interviews
        if stored.record is not None and stored.record.held
        for subject in stored.record.subjects
    }
    for stored in sorted(state.received, key=lambda one: one.file):
        if stored.record is None:
            continue
        sender = f"{stored.record.unit} {stored.record.period}"
        for row in stored.record.rows:
            other = first.setdefault((row.id, row.subject), sender)
            if other != sender and stored.record.period == period:
                rows.append((TWICE, row.subject, row.name, row.day, row.kind, row.id, sender, row.id, other))
    return rows


def _alike(facts: tuple[Attended, ...]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    first: dict[tuple[str, date, str], Attended] = {}
    for one in facts:
        other = first.setdefault((one.subject, one.day, one.kind), one)
        if other.id != one.id:
            rows.append(_pair(ALIKE, one, other))
    return rows


def _two_units(laws: Laws, facts: tuple[Attended, ...]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    first: dict[str, Attended] = {}
    for one in facts:
        law = laws.on(one.day)
        situation = law.situation(one.kind) if law is not None else None
        if situation is None or not situation.yearly or not one.present:
            continue
        other = first.setdefault(one.subject, one)
        if other.source != one.source and other.id != one.id:
            rows.append(_pair(TWO_UNITS, one, other))
    return rows


def _pair(what: str, one: Attended, other: Attended) -> tuple[Cell, ...]:
    return (
        what, one.subject, one.name, one.day, one.kind, one.id, one.source or OURS, other.id, other.source or OURS,
    )  # fmt: skip
