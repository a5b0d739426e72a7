"""收到报送: a unit's rows are taken, whole or not at all; every cell that cannot be taken is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.collect.rows import received_rows
from yuetan.actions.collect.totals import altered, wrong_totals
from yuetan.actions.plan import Edit, Plan
from yuetan.model import Received, plain
from yuetan.model.paths import received_path
from yuetan.regulation.periods import report_due
from yuetan.rules.article_7_report import reporting_units
from yuetan.views.report.periods import bounds_of
from yuetan.views.report.sent import NOTES_SHEET, PERIOD_LABEL, UNIT_LABEL, Problem

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Setting
    from yuetan.model import State, Unit
    from yuetan.model.reporting import ReceivedRow
    from yuetan.regulation.law import Laws
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.sent import SentBook

HEADER = "# yaml-language-server: $schema=../../../schemas/received.schema.json"


@dataclass(frozen=True, slots=True)
class Examined:
    """One workbook judged: whose it is, for which period, its rows, or what is wrong with it.

    `first` is the day on which the unit's workbook for that period came first: a correction makes no report late.
    `late` are the days by which that was late, 0 in time.
    """

    name: str
    unit: str
    unit_name: str
    period: str
    digest: str
    rows: tuple[ReceivedRow, ...]
    problems: tuple[Problem, ...]
    first: date | None = None
    late: int = 0

    @property
    def path(self) -> str:
        """Where it is kept once it is taken."""
        return received_path(self.period, self.unit)

    @property
    def taken(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems


def examine(setting: Setting, book: SentBook, digest: str, period: str | None = None) -> Examined:
    """Judge a workbook received today; `period` is the one expected, where one is."""
    bounds, problems = _period(setting.laws, book, period)
    unit, fault = _unit(setting.state, book, setting.today)
    problems += fault
    if bounds is None or unit is None:
        return Examined(book.name, unit.code if unit else "", "", "", digest, (), tuple(problems))
    era = unit.era(setting.today) or unit.eras[0]
    due = report_due(bounds.law, bounds.period, bounds.first.year)
    if unit not in reporting_units(setting.state, due):
        reason = f"{era.name}不是向本单位报送的单位"
        problems.append(Problem(NOTES_SHEET, book.note_cells.get(UNIT_LABEL, "B4"), unit.code, reason))
    rows, found = received_rows(setting, book, bounds, unit.code)
    problems += (*found, *(() if found else wrong_totals(book, rows)), *altered(book, bounds.name, unit.code))
    first = _first(setting, bounds.name, unit.code)
    late = max((first - due.due).days, 0)
    return Examined(book.name, unit.code, era.name, bounds.name, digest, rows, tuple(problems), first, late)


def collect(setting: Setting, examined: tuple[Examined, ...]) -> Plan:
    """The plan that keeps what was taken: one commit; what has come before and is the same is left alone."""
    before = {stored.file: stored.record for stored in setting.state.received}
    pairs = [(one, before.get(one.path)) for one in examined]
    notes = tuple(_note_text(one, held) for one, held in pairs)
    return _plan(setting.today, tuple(one for one, held in pairs if not _is_same(one, held)), examined, notes)


def _plan(day: date, fresh: tuple[Examined, ...], examined: tuple[Examined, ...], notes: tuple[str, ...]) -> Plan:
    units = tuple(one.unit for one in fresh)
    edits = tuple(Edit(one.path, plain(as_record(one, day)), HEADER) for one in fresh)
    periods = "、".join(dict.fromkeys(one.period for one in examined if one.unit in units))
    return Plan("collect", units, edits, (), f"收到 {periods} 报送：{len(units)}个单位", (), notes)


def _is_same(one: Examined, held: Received | None) -> bool:
    return held is not None and held.digest == one.digest


def _note_text(one: Examined, held: Received | None) -> str:
    """What became of a workbook, and of the one of that unit and period that was there before."""
    if held is not None and _is_same(one, held):
        return f"{one.unit_name}：与 {_last_text(held)} 收到的相同，没有变化"
    interviews = len({row.id for row in one.rows})
    attendances = sum(row.present is not False for row in one.rows)
    late = f"，迟{one.late}天" if one.late else ""
    again = f"，替换 {_last_text(held)} 收到的" if held is not None else ""
    return f"{one.unit_name}：{one.period}，{interviews}次{attendances}人次{late}{again}"


def _last_text(record: Received) -> str:
    return (record.corrected or record.received).isoformat()


def _first(setting: Setting, period: str, unit: str) -> date:
    """When the unit's report for that period came first, today where it is this one."""
    path = received_path(period, unit)
    found = (one.record.received for one in setting.state.received if one.file == path and one.record is not None)
    return min(found, default=setting.today)


def as_record(one: Examined, day: date) -> Received:
    """What was taken that day, as the record that its file holds."""
    received, corrected = _days(one, day)
    return Received(
        period=one.period, unit=one.unit, received=received, corrected=corrected, digest=one.digest, rows=one.rows
    )


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
    unit = state.roster.unit_called(written, day)
    if unit is not None:
        return unit, []
    reason = "名册中没有这个单位；写单位编码或全称" if written else "没有写明是哪个单位"
    return None, [Problem(NOTES_SHEET, book.note_cells.get(UNIT_LABEL, "B4"), written, reason)]
