"""What units sent in, a row a subject of an interview, for the exported list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.table import Row, column, row, yes_no_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Received, Roster, State
    from yuetan.model.choices import Mode
    from yuetan.model.reporting import ReceivedRow


@row
class SentInRow(Row):
    """One row of what a unit sent in."""

    period: str = column("期间")
    sender: str = column("单位")
    received: date = column("收到日期")
    id: str = column("编号")
    kind: str = column("情形")
    day: date = column("约谈日期")
    subject: str = column("对象编号")
    name: str | None = column("姓名")
    interviewer: str | None = column("约谈人编号")
    mode: Mode | None = column("方式")
    present: str = column("到场")
    lawful: str = column("合于权限")


def sent_in_rows(state: State, unit: str | None, period: str | None) -> Iterator[SentInRow]:
    """Everything that was received; of one unit by code or name, of one period."""
    wanted = _code(state.roster, unit)
    for stored in state.received:
        one = stored.record
        if one is not None and period in {None, one.period} and wanted in {None, one.unit}:
            yield from (_row(one, listed) for listed in one.rows)


def _code(roster: Roster, name: str | None) -> str | None:
    """The code of the unit that is meant, what was written where there is none."""
    found = (unit.code for unit in roster.units if name in {unit.code, *(era.name for era in unit.eras)})
    return next(found, name)


def _row(one: Received, listed: ReceivedRow) -> SentInRow:
    return SentInRow(
        period=one.period,
        sender=one.unit,
        received=one.received,
        id=listed.id,
        kind=listed.kind,
        day=listed.day,
        subject=listed.subject,
        name=listed.name,
        interviewer=listed.interviewer,
        mode=listed.mode,
        present=yes_no_text(listed.present is not False),
        lawful=yes_no_text(listed.lawful is not False),
    )
