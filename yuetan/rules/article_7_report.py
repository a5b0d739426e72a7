"""第七条第（四）项: the half-year reports were sent, and the units' were received (B7.4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import OfficeRole
from yuetan.regulation.deadline import month_day
from yuetan.regulation.periods import periods, report_due
from yuetan.rules.rule import ArchiveRule, Breach, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State, Unit
    from yuetan.regulation.deadline import Deadline

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
        laws = [whole.laws.on(date(year, month, 1)) for month in range(1, _MONTHS + 1)]
        for law in {law.profile.name: law for law in laws if law is not None}.values():
            for period in periods(law):
                due = report_due(law, period, year)
                last = month_day(period.last, year)
                in_force = whole.laws.on(due.due)
                same = in_force is not None and in_force.profile.name == law.profile.name
                if same and min(last, due.due) >= since:
                    yield f"{year:04}{period.code}", due


def reporting_units(state: State, due: Deadline) -> tuple[Unit, ...]:
    """The units whose report a gathering office receives: every one that is there by then, but itself."""
    return tuple(
        unit for unit in state.roster.units if unit.code != state.office.unit and unit.era(due.due) is not None
    )


def _sent(whole: Whole, period: str, due: Deadline) -> Iterator[Breach]:
    sent = [one for one in whole.state.reports if one.record is not None and one.record.period == period]
    if not sent:
        if whole.today > due.due:
            message = f"{period} 的约谈情况到 {due.due.isoformat()} 没有报送（没有约谈也要报）；{due.trace}"
            yield Breach(("角色",), message, judged=due.due)
        return
    for stored in sent:
        if stored.record is not None and stored.record.sent > due.due:
            days = (stored.record.sent - due.due).days
            message = f"{period} 的约谈情况 {stored.record.sent.isoformat()} 才报送，迟了{days}天；{due.trace}"
            yield Breach(("报送日期",), message, file=stored.file, judged=due.due)


def _received(whole: Whole, period: str, due: Deadline) -> Iterator[Breach]:
    came = {
        one.record.unit: one for one in whole.state.received if one.record is not None and one.record.period == period
    }
    for unit in reporting_units(whole.state, due):
        stored = came.get(unit.code)
        era = unit.era(due.due)
        name = f"{era.name}（{unit.code}）" if era is not None else unit.code
        if stored is None or stored.record is None:
            if whole.today > due.due:
                message = f"{name} {period} 的约谈情况到 {due.due.isoformat()} 没有收到（没有约谈也要报）；{due.trace}"
                yield Breach(("角色",), message, judged=due.due)
        elif stored.record.received > due.due:
            days = (stored.record.received - due.due).days
            message = (
                f"{name} {period} 的约谈情况 {stored.record.received.isoformat()} 才收到，迟了{days}天；{due.trace}"
            )
            yield Breach(("收到日期",), message, file=stored.file, judged=due.due)


RULES: tuple[ArchiveRule, ...] = (ArchiveRule("B7.4", "按期报送", Level.ERROR, reported),)
