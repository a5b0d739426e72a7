"""What an office that gathers adds to its report: who has reported, how the units stand, what was reported twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole
from yuetan.regulation.periods import report_due
from yuetan.rules.article_7_report import reporting_units
from yuetan.views.names import unit_text
from yuetan.views.report.count import count
from yuetan.views.report.summary import UNIT
from yuetan.views.table import Row, column, row, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.model import State, Unit
    from yuetan.regulation.law import Laws
    from yuetan.views.report.facts import Attended
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.summary import SummaryRow
    from yuetan.views.table import Table

IN_TIME, LATE, AWAITED, MISSING = "按期", "迟报", "未到期", "未报"
GREEN, AMBER, RED = "绿灯", "黄灯", "红灯"
TWICE, ALIKE, TWO_UNITS = "同一次约谈报了两遍", "疑似同一次约谈，编号不同", "同一干部由两个单位报送"
OURS = "本单位记录"


@row
class ReceivedRow(Row):
    """Whether one unit has reported, when, and how much."""

    unit: str = column("单位")
    code: str = column("编码")
    due: date = column("期限")
    received: date | None = column("收到日期")
    late: int = column("迟报天数")
    interviews: int | None = column("次")
    attendances: int | None = column("人次")
    status: str = column("情况")


@row
class RankingRow(Row):
    """One unit's place by coverage."""

    place: int = column("名次")
    unit: str = column("单位")
    owed: int = column("应谈")
    done: int = column("已谈")
    left: int = column("未谈")
    share: float = column("覆盖率")
    light: str = column("亮灯")


@row
class DoubleRow(Row):
    """One subject of one interview that seems to be there twice, and the other one."""

    what: str = column("情况")
    subject: str = column("对象编号")
    name: str | None = column("姓名")
    day: date = column("约谈日期")
    kind: str = column("情形")
    id: str = column("编号")
    source: str = column("报送单位")
    other: str = column("另一编号")
    other_source: str = column("另一单位")


def received_table(state: State, bounds: Bounds, facts: tuple[Attended, ...], today: date) -> Table | None:
    """Every unit that reports here, in the roster's order; None for an office that does not gather."""
    if state.office.role != OfficeRole.GATHERING:
        return None
    due = report_due(bounds.law, bounds.period, bounds.first.year)
    records = (stored.record for stored in state.received if stored.record is not None)
    came = {one.unit: one.received for one in records if one.period == bounds.name}
    sent: dict[str, list[Attended]] = {}
    for one in facts:
        sent.setdefault(one.source, []).append(one)
    units = reporting_units(state, due)
    return table_of(ReceivedRow, (_received(unit, due.due, came.get(unit.code), sent, today) for unit in units))


def _received(
    unit: Unit, due: date, received: date | None, sent: Mapping[str, list[Attended]], today: date
) -> ReceivedRow:
    name = unit_text(unit, due) or unit.eras[0].name
    counted = count(sent.get(name, ())) if received is not None else None
    late = max(((received or today) - due).days, 0)
    in_time, too_late = (AWAITED, MISSING) if received is None else (IN_TIME, LATE)
    return ReceivedRow(
        unit=name,
        code=unit.code,
        due=due,
        received=received,
        late=late,
        interviews=counted.interviews if counted is not None else None,
        attendances=counted.attendances if counted is not None else None,
        status=too_late if late else in_time,
    )


def ranking(summary: tuple[SummaryRow, ...], pace: float) -> Table:
    """Units by coverage, the best first, those alike on the same place; `pace` is how much of the year has gone by."""
    units = [(one.share, one) for one in summary if one.level == UNIT and one.share is not None]
    ordered = sorted(units, key=lambda pair: -pair[0])
    shares = [share for share, _ in ordered]
    return table_of(RankingRow, (_ranked(shares.index(share) + 1, one, share, pace) for share, one in ordered))


def _ranked(place: int, one: SummaryRow, share: float, pace: float) -> RankingRow:
    return RankingRow(
        place=place,
        unit=one.label,
        owed=one.owed,
        done=one.done,
        left=one.owed - one.done,
        share=share,
        light=light(share, pace),
    )


def light(share: float, pace: float) -> str:
    """Green for everybody met, red for fewer than the part of the year that has gone by, amber between."""
    if share >= 1:
        return GREEN
    return RED if share < pace else AMBER


def doubles(state: State, laws: Laws, facts: tuple[Attended, ...], period: str) -> Table:
    """The same interview sent in twice or under two ids, and cadres whom two units report for the year."""
    return table_of(DoubleRow, (*_twice(state, period), *_alike(facts), *_two_units(laws, facts)))


def _twice(state: State, period: str) -> Iterator[DoubleRow]:
    """Rows with the same id and subject from two units, or of another period, or that are in our own records too."""
    ours = (record for record in state.records if record.held)
    first = {(record.id, subject.id): OURS for record in ours for subject in record.subjects}
    received = (stored.record for stored in sorted(state.received, key=lambda one: one.file))
    for sent, one in ((book, listed) for book in received if book is not None for listed in book.rows):
        sender = f"{sent.unit} {sent.period}"
        other = first.setdefault((one.id, one.subject), sender)
        if other != sender and sent.period == period:
            yield DoubleRow(
                    what=TWICE, subject=one.subject, name=one.name, day=one.day, kind=one.kind, id=one.id,
                    source=sender, other=one.id, other_source=other,
                )  # fmt: skip


def _alike(facts: tuple[Attended, ...]) -> Iterator[DoubleRow]:
    first: dict[tuple[str, date, str], Attended] = {}
    for one in facts:
        other = first.setdefault((one.subject, one.day, one.kind), one)
        if other.id != one.id:
            yield _pair(ALIKE, one, other)


def _two_units(laws: Laws, facts: tuple[Attended, ...]) -> Iterator[DoubleRow]:
    first: dict[str, Attended] = {}
    for one in facts:
        situation = laws.situation(one.day, one.kind)
        if situation is not None and situation.yearly and one.present:
            other = first.setdefault(one.subject, one)
            if other.source != one.source and other.id != one.id:
                yield _pair(TWO_UNITS, one, other)


def _pair(what: str, one: Attended, other: Attended) -> DoubleRow:
    return DoubleRow(
        what=what, subject=one.subject, name=one.name, day=one.day, kind=one.kind, id=one.id,
        source=one.source or OURS, other=other.id, other_source=other.source or OURS,
    )  # fmt: skip
