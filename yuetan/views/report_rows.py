"""The report's rows: 汇总 by unit and situation, 约谈明细, and the cadres still to be interviewed in the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.regulation.deadlines import period_bounds, period_named
from yuetan.views.attendance import GATHERING, Attendance, held_in
from yuetan.views.remaining import HEADINGS as REMAINING_HEADINGS
from yuetan.views.remaining import remaining_rows
from yuetan.views.words import day_words

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Law, Laws

Cell = str | int | date | None
DETAIL_HEADINGS = (
    "编号", "情形", "约谈日期", "单位", "对象编号", "姓名", "职务", "约谈人", "方式", "到场", "来源单位", "备注",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CountRow:
    """次 and 人次 of one situation in one unit; the unit of a total is empty."""

    unit: str
    situation: str
    interviews: int
    attendances: int


@dataclass(frozen=True, slots=True)
class ReportRows:
    """Everything that a period's report says, computed from one state of the archive.

    `totals` are counted, not summed: an interview with subjects of two units is one 次. `interviews` are this
    archive's own ids, for the record of what was sent; `late` those of them that are 补报.
    """

    period: str
    title: str
    unit: str
    first: date
    last: date
    as_of: date
    situations: tuple[str, ...]
    summary: tuple[CountRow, ...]
    totals: tuple[CountRow, ...]
    details: tuple[tuple[Cell, ...], ...]
    remaining: tuple[tuple[Cell, ...], ...]
    interviews: tuple[str, ...]
    late: tuple[str, ...]
    notes: tuple[str, ...]
    detail_headings: tuple[str, ...] = DETAIL_HEADINGS
    remaining_headings: tuple[str, ...] = REMAINING_HEADINGS

    def as_json(self) -> dict[str, Any]:
        """The rows as JSON takes them, from which their digest is computed; days as ISO text."""
        return {
            "period": self.period,
            "unit": self.unit,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "summary": [[row.unit, row.situation, row.interviews, row.attendances] for row in self.summary],
            "totals": [[row.situation, row.interviews, row.attendances] for row in self.totals],
            "details": [_iso(row) for row in self.details],
            "remaining": [_iso(row) for row in self.remaining],
        }


def report_rows(state: State, laws: Laws, period: str, today: date) -> ReportRows | None:
    """The rows of a period such as ``2026H1``; None where the law in force knows no such period."""
    law = _law(laws, period, today)
    bounds = period_bounds(law, period) if law is not None else None
    named = period_named(law, period) if law is not None else None
    if law is None or bounds is None or named is None:
        return None
    first, last = bounds
    as_of = min(last, today)
    facts = held_in(state, laws, period, first, as_of)
    situations = _situations(law, facts)
    unit = _own_name(state, as_of)
    own = [one for one in facts if not one.source]
    return ReportRows(
        period=period,
        title=f"{unit}{named[1]}年{named[0].name}廉政约谈情况",
        unit=unit,
        first=first,
        last=last,
        as_of=as_of,
        situations=situations,
        summary=_summary(state, facts, situations),
        totals=tuple(_count("", name, [one for one in facts if one.kind == name]) for name in situations),
        details=tuple(_detail(one) for one in facts),
        remaining=remaining_rows(state, laws, law, first.year, as_of),
        interviews=tuple(dict.fromkeys(one.id for one in own)),
        late=tuple(dict.fromkeys(one.id for one in own if one.late)),
        notes=_notes(state, first, last, as_of, facts),
    )


def _law(laws: Laws, period: str, today: date) -> Law | None:
    """The law in force at the period's end, or today where that is still to come."""
    law = laws.on(today)
    bounds = period_bounds(law, period) if law is not None else None
    return laws.on(min(bounds[1], today)) or law if bounds is not None else law


def _situations(law: Law, facts: tuple[Attendance, ...]) -> tuple[str, ...]:
    """The law's situations in its order, then any other that the facts name."""
    known = [situation.name for situation in law.profile.situations]
    return tuple(dict.fromkeys((*known, *sorted({one.kind for one in facts}))))


def _summary(state: State, facts: tuple[Attendance, ...], situations: tuple[str, ...]) -> tuple[CountRow, ...]:
    """By unit in the roster's order, then by name; situations in the law's order; only what is not nothing."""
    order = {era.name: index for index, unit in enumerate(state.roster.units) for era in unit.eras}
    units = sorted({one.unit for one in facts}, key=lambda name: (order.get(name, len(order)), name))
    rows = (
        _count(unit, situation, [one for one in facts if (one.unit, one.kind) == (unit, situation)])
        for unit in units
        for situation in situations
    )
    return tuple(row for row in rows if row.interviews)


def _count(unit: str, situation: str, facts: list[Attendance]) -> CountRow:
    present = [one for one in facts if one.present]
    return CountRow(unit, situation, len({one.id for one in present}), len(present))


def _detail(one: Attendance) -> tuple[Cell, ...]:
    remarks = [word for word, true in (("补报", one.late), ("缺席，不计", not one.present)) if true]
    present = "是" if one.present else "否"
    return (
        one.id, one.kind, one.day, one.unit, one.subject, one.name, one.post, one.interviewers, one.mode, present,
        one.source, "；".join(remarks),
    )  # fmt: skip


def _own_name(state: State, day: date) -> str:
    unit = state.roster.unit(state.office.unit)
    era = unit.era(day) if unit is not None else None
    return era.name if era is not None else state.office.unit


def _notes(state: State, first: date, last: date, as_of: date, facts: tuple[Attendance, ...]) -> tuple[str, ...]:
    """填报说明: how it was counted."""
    late = len({one.id for one in facts if one.late})
    lines = [
        f"期间：{day_words(first)}至{day_words(last)}，数据截至{day_words(as_of)}。",
        "“次”是进行了的约谈的份数，“人次”是到场的约谈对象数；集体谈话计1次，到场几人计几人次；缺席的不计。",
        "一次集体谈话的对象分属几个单位的，在各单位各计1次，合计只计1次。",
        f"补报：上一期报送以后至该期末进行、没有列入该期报送的，列入本期并注明，本期 {late} 次。",
        "未约谈名单：截至数据日期在任、本年度应约谈而尚未约谈的干部；经确认免谈的不列。",
    ]
    if state.office.role == GATHERING:
        units = {one.source for one in facts if one.source}
        lines.append(f"含 {len(units)} 个单位报来的约谈，见“来源单位”一列。")
    return tuple(lines)


def _iso(row: tuple[Cell, ...]) -> list[str | int | None]:
    return [cell.isoformat() if isinstance(cell, date) else cell for cell in row]
