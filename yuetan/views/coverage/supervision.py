"""督办函: what a unit that is behind with the year's interviews is to be told. Data for a paper; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.regulation.deadlines import yearly_due
from yuetan.views.coverage.people import coverage
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.coverage.people import Covered


@dataclass(frozen=True, slots=True)
class Supervision:
    """One letter: to the party group of a unit, who is still to be interviewed, by whom, until when.

    `held` of `owed` people have been interviewed. `people` are (name, post, who is entitled, last day).
    """

    unit: str
    sender: str
    day: str
    year: int
    provision: str
    owed: int
    held: int
    due: str
    people: tuple[tuple[str, str, str, str], ...]

    def as_view(self) -> dict[str, Any]:
        """The values under the names by which a template asks for them."""
        return {
            "收函单位": self.unit, "发函单位": self.sender, "日期": self.day, "年度": self.year,
            "依据": self.provision, "应谈人数": self.owed, "已谈人数": self.held, "未谈人数": len(self.people),
            "期限": self.due,
            "未谈": [
                {"序号": number, "姓名": name, "职务": post, "有权约谈的人": who, "期限": due}
                for number, (name, post, who, due) in enumerate(self.people, start=1)
            ],
        }  # fmt: skip


def supervisions(state: State, laws: Laws, year: int, today: date) -> tuple[Supervision, ...]:
    """A letter for every unit that somebody of is still to be interviewed, in the roster's order."""
    law = laws.on(date(year, 12, 31))
    if law is None:
        return ()
    rows = coverage(state, laws, year, today)
    due = yearly_due(law, year)
    units = dict.fromkeys(row.unit for row in rows if row.behind)
    own = state.roster.unit(state.office.unit)
    era = own.era(today) if own is not None else None
    sender = era.name if era is not None else state.office.unit
    return tuple(
        Supervision(
            unit=unit,
            sender=sender,
            day=day_text(today),
            year=year,
            provision=due.provision or "",
            owed=sum(row.unit == unit for row in rows),
            held=sum(row.unit == unit and row.held >= row.owed for row in rows),
            due=day_text(due.workday or due.due),
            people=tuple(_person(row) for row in rows if row.unit == unit and row.behind),
        )
        for unit in units
    )


def _person(row: Covered) -> tuple[str, str, str, str]:
    return row.name, row.post, "、".join(name for _, name in row.entitled), day_text(row.due)
