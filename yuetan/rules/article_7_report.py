"""第七条第（四）项: the half-year reports were sent, and the units' were received (B7.4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import OfficeRole
from yuetan.regulation.deadline import month_day
from yuetan.regulation.periods import periods, report_due
from yuetan.rules.rule import ArchiveRule, Breach, Whole, records_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yuetan.model import State, Unit
    from yuetan.regulation.deadline import Deadline
    from yuetan.regulation.law import Law

_MONTHS = 12


def reported(whole: Whole) -> Iterator[Breach]:
    """报送单位每个期间的约谈情况在期限（6月30日、12月31日，含当日，不顺延）前报出，没有约谈的也报；汇总单位收到了各单位的。

    合格：2026 年上半年的报送，报送日期 2026-06-30。
    不合格：报送日期 2026-07-01；或到 2026-07-01 还没有报。
    """
    for period, due in periods_due(whole):
        if whole.state.office.role == OfficeRole.GATHERING:
            yield from _received(whole, period, due)
        else:
            yield from _sent(whole, period, due)


def periods_due(whole: Whole) -> Iterator[tuple[str, Deadline]]:
    """Every period and its due day, from 启用 to the end of this year: each by the law in force on its due day."""
    since = whole.state.office.since
    for year in range(since.year, whole.today.year + 1):
        for law in _laws_of(whole, year):
            for period in periods(law):
                due = report_due(law, period, year)
                if min(month_day(period.last, year), due.due) >= since and _is_in_force(whole, law, due.due):
                    yield f"{year:04}{period.code}", due


def _laws_of(whole: Whole, year: int) -> Iterable[Law]:
    """The laws in force at the beginning of a month of the year, one of each profile."""
    laws = (whole.laws.on(date(year, month, 1)) for month in range(1, _MONTHS + 1))
    return {law.profile.name: law for law in laws if law is not None}.values()


def _is_in_force(whole: Whole, law: Law, day: date) -> bool:
    in_force = whole.laws.on(day)
    return in_force is not None and in_force.profile.name == law.profile.name


def reporting_units(state: State, due: Deadline) -> tuple[Unit, ...]:
    """The units whose report a gathering office receives: every one that is there by then, but itself."""
    return tuple(
        unit for unit in state.roster.units if unit.code != state.office.unit and unit.era(due.due) is not None
    )


def _sent(whole: Whole, period: str, due: Deadline) -> Iterator[Breach]:
    sent = [(file, one.sent) for file, one in records_in(whole.state.reports) if one.period == period]
    if not sent and whole.today > due.due:
        message = f"{period} 的约谈情况到 {due.due.isoformat()} 没有报送（没有约谈也要报）；{due.trace}"
        yield Breach(("角色",), message, judged=due.due)
    for file, day in sent:
        if day > due.due:
            message = f"{period} 的约谈情况 {day.isoformat()} 才报送，迟了{(day - due.due).days}天；{due.trace}"
            yield Breach(("报送日期",), message, file=file, judged=due.due)


def _received(whole: Whole, period: str, due: Deadline) -> Iterator[Breach]:
    came = {one.unit: (file, one.received) for file, one in records_in(whole.state.received) if one.period == period}
    for unit in reporting_units(whole.state, due):
        name = f"{_name(unit, due.due)} {period} 的约谈情况"
        if unit.code not in came:
            if whole.today > due.due:
                message = f"{name}到 {due.due.isoformat()} 没有收到（没有约谈也要报）；{due.trace}"
                yield Breach(("角色",), message, judged=due.due)
            continue
        file, day = came[unit.code]
        if day > due.due:
            message = f"{name} {day.isoformat()} 才收到，迟了{(day - due.due).days}天；{due.trace}"
            yield Breach(("收到日期",), message, file=file, judged=due.due)


def _name(unit: Unit, day: date) -> str:
    era = unit.era(day)
    return f"{era.name}（{unit.code}）" if era is not None else unit.code


RULES: tuple[ArchiveRule, ...] = (ArchiveRule("B7.4", "按期报送", Level.ERROR, reported),)
