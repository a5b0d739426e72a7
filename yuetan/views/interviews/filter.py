"""Which interviews are asked for: by situation, unit, cadre, state, period."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.model.life import Stage, stage
from yuetan.regulation.periods import period_bounds

if TYPE_CHECKING:
    from yuetan.model import Interview, Roster
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law, Laws

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which interviews are asked for; what is None does not limit."""

    kind: str | None = None
    """情形：名称、简称或代码。"""
    unit: str | None = None
    """对象所在单位：编码或名称。"""
    cadre: str | None = None
    """约谈对象：编号或姓名。"""
    state: str | None = None
    """状态，如 已通知。"""
    period: str | None = None
    """期间：2026H1、2026、2026-03。"""


def filter_fault(laws: Laws, wanted: Filter, today: date) -> str | None:
    """What is wrong with a filter, in words; None where nothing is."""
    if wanted.kind is not None and not any(p.situation(wanted.kind) for p in laws.profiles.values()):
        return f"没有“{wanted.kind}”这一情形"
    states = tuple(one.value for one in Stage)
    if wanted.state not in {None, *states}:
        return f"没有“{wanted.state}”这一状态，可用：{'、'.join(states)}"
    if wanted.period is not None and span(laws.on(today), wanted.period) is None:
        return f"“{wanted.period}”不是期间，写成 2026H1、2026 或 2026-03"
    return None


def stage_of(record: Interview, laws: Laws) -> Stage:
    """The record's state under the law of its day."""
    situation = laws.situation(record.judged_day, record.kind, record.regulation)
    return stage(record, follow_ups=situation.documents if situation is not None else ())


def span(law: Law | None, period: str) -> tuple[date, date] | None:
    """First and last day of ``2026H1`` (as the law divides the year), ``2026`` or ``2026-03``."""
    if _YEAR.fullmatch(period) and int(period) > 0:
        return date(int(period), 1, 1), date(int(period), 12, 31)
    found = _MONTH.fullmatch(period)
    if found is not None and int(found[1]) > 0:
        year, month = int(found[1]), int(found[2])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return period_bounds(law, period) if law is not None else None


def fits(record: Interview, roster: Roster, laws: Laws, wanted: Filter) -> bool:
    """Whether the interview is one of those asked for."""
    law = laws.on(record.judged_day, record.regulation)
    return (
        (wanted.kind is None or _of_kind(record, law, wanted.kind))
        and (wanted.unit is None or any(_in_unit(roster, one, wanted.unit, record) for one in record.subjects))
        and (wanted.cadre is None or any(wanted.cadre in (one.id, one.name) for one in record.subjects))
        and (wanted.state is None or stage_of(record, laws).value == wanted.state)
        and (wanted.period is None or _in_period(record, law, wanted.period))
    )


def _of_kind(record: Interview, law: Law | None, kind: str) -> bool:
    situation = law.situation(kind) if law is not None else None
    return record.kind in (kind, situation.name if situation is not None else kind)


def _in_unit(roster: Roster, subject: Subject, unit: str, record: Interview) -> bool:
    if subject.unit == unit:
        return True
    held = roster.posts(subject.id, record.judged_day)
    return any(unit in (one.unit.code, one.era.name) for one in held)


def _in_period(record: Interview, law: Law | None, period: str) -> bool:
    bounds = span(law, period)
    return bounds is not None and bounds[0] <= record.judged_day <= bounds[1]
