"""收到报送: a unit's rows are taken, whole or not at all; every cell that cannot be taken is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.actions.collect.rows import checked_rows
from yuetan.actions.collect.totals import altered, wrong_totals
from yuetan.actions.plan import Edit, Plan
from yuetan.model import Received
from yuetan.model.paths import received_path
from yuetan.model.reporting import ReceivedRow
from yuetan.regulation.periods import report_due
from yuetan.rules.article_7_report import reporting_units
from yuetan.views.report.periods import bounds_of
from yuetan.views.report.sent import NOTES_SHEET, PERIOD_LABEL, UNIT_LABEL, Problem

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State, Unit
    from yuetan.regulation.law import Laws
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.sent import SentBook

HEADER = "# yaml-language-server: $schema=../../../schemas/received.schema.json"


@dataclass(frozen=True, slots=True)
class Examined:
    """One workbook judged: whose it is, for which period, its rows as plain values, or what is wrong with it.

    `first` is the day on which the unit's workbook for that period came first: a correction makes no report late.
    `late` are the days by which that was late, 0 in time.
    """

    name: str
    unit: str
    unit_name: str
    period: str
    digest: str
    rows: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]
    first: date | None = None
    late: int = 0

    @property
    def taken(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems


def examine(  # noqa: PLR0917 - what a workbook is judged by
    state: State, laws: Laws, book: SentBook, digest: str, day: date, period: str | None = None
) -> Examined:
    """Judge a workbook received that day; `period` is the one expected, where one is."""
    bounds, problems = _period(laws, book, period)
    unit, fault = _unit(state, book, day)
    problems += fault
    if bounds is None or unit is None:
        return Examined(book.name, unit.code if unit else "", "", "", digest, (), tuple(problems))
    era = unit.era(day) or unit.eras[0]
    due = report_due(bounds.law, bounds.period, bounds.first.year)
    if unit not in reporting_units(state, due):
        reason = f"{era.name}不是向本单位报送的单位"
        problems.append(Problem(NOTES_SHEET, book.note_cells.get(UNIT_LABEL, "B4"), unit.code, reason))
    rows, found = checked_rows(state, laws, book, bounds, unit.code, day)
    problems += (*found, *(() if found else wrong_totals(book, rows)), *altered(book, bounds.name, unit.code))
    first = _first(state, bounds.name, unit.code, day)
    late = max((first - due.due).days, 0)
    return Examined(book.name, unit.code, era.name, bounds.name, digest, tuple(rows), tuple(problems), first, late)


def collect(state: State, examined: tuple[Examined, ...], day: date) -> Plan:
    """The plan that keeps what was taken: one commit; what has come before and is the same is left alone."""
    before = {stored.file: stored for stored in state.received}
    edits, notes, units = [], [], []
    for one in examined:
        path = received_path(one.period, one.unit)
        old = before.get(path)
        counted = (
            f"{len({row['编号'] for row in one.rows})}次{sum(row.get('到场') is not False for row in one.rows)}人次"
        )
        late = f"，迟{one.late}天" if one.late else ""
        if old is not None and old.record is not None and old.record.digest == one.digest:
            notes.append(f"{one.unit_name}：与 {_last(old.record)} 收到的相同，没有变化")
            continue
        again = f"，替换 {_last(old.record)} 收到的" if old is not None and old.record is not None else ""
        notes.append(f"{one.unit_name}：{one.period}，{counted}{late}{again}")
        edits.append(Edit(path, value_of(one, day), HEADER))
        units.append(one.unit)
    periods = "、".join(dict.fromkeys(one.period for one in examined if one.unit in units))
    subject = f"收到 {periods} 报送：{len(units)}个单位"
    return Plan("collect", tuple(units), tuple(edits), (), subject, (), tuple(notes))


def _last(record: Received) -> str:
    return (record.corrected or record.received).isoformat()


def _first(state: State, period: str, unit: str, day: date) -> date:
    """When the unit's report for that period came first, `day` where it is this one."""
    path = received_path(period, unit)
    return min((s.record.received for s in state.received if s.file == path and s.record is not None), default=day)


def as_record(one: Examined, day: date) -> Received:
    """What was taken, as the record that its file holds."""
    rows = tuple(
        ReceivedRow(
            id=row["编号"], kind=row["类型"], day=row["日期"], subject=row["对象"], name=row.get("姓名"),
            unit=row.get("单位"), interviewer=row.get("约谈人"), mode=row.get("方式"), present=row.get("到场"),
            lawful=row.get("合于权限"),
        )
        for row in one.rows
    )  # fmt: skip
    received, corrected = _days(one, day)
    return Received(
        period=one.period, unit=one.unit, received=received, corrected=corrected, digest=one.digest, rows=rows
    )


def value_of(one: Examined, day: date) -> dict[str, Any]:
    """The file's plain value."""
    received, corrected = _days(one, day)
    value: dict[str, Any] = {"期间": one.period, "单位": one.unit, "收到日期": received}
    if corrected is not None:
        value["更正日期"] = corrected
    value["摘要"] = one.digest
    return {**value, "约谈": list(one.rows)} if one.rows else value


def _days(one: Examined, day: date) -> tuple[date, date | None]:
    """When it came first, and when its correction came."""
    first = min(one.first or day, day)
    return first, day if first < day else None


def _period(laws: Laws, book: SentBook, expected: str | None) -> tuple[Bounds | None, list[Problem]]:
    """The period that the workbook says it is for; where it says none, the one expected."""
    written = book.notes.get(PERIOD_LABEL, "").upper()
    cell = book.note_cells.get(PERIOD_LABEL, "B4")
    bounds = bounds_of(laws, written or expected or "")
    if bounds is None:
        reason = "没有这一期，应如 2026H1" if written else "没有写明是哪一期；填写，或用 --period 指明"
        return None, [Problem(NOTES_SHEET, cell, written, reason)]
    if expected is not None and written and written != expected:
        return bounds, [Problem(NOTES_SHEET, cell, written, f"不是要收的 {expected}")]
    return bounds, []


def _unit(state: State, book: SentBook, day: date) -> tuple[Unit | None, list[Problem]]:
    written = book.notes.get(UNIT_LABEL, "")
    unit = state.roster.unit(written) or (state.roster.unit_named(written, day) if written else None)
    if unit is not None:
        return unit, []
    reason = "名册中没有这个单位；写单位编码或全称" if written else "没有写明是哪个单位"
    return None, [Problem(NOTES_SHEET, book.note_cells.get(UNIT_LABEL, "B4"), written, reason)]
