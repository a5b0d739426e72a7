"""汇总: a row a unit, 小计 a kind of unit, 合计; counted anew at each level, since one interview may have two units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import UnitKind
from yuetan.views.coverage.people import Status
from yuetan.views.report.count import Count, by_situation, count
from yuetan.views.table import TOTAL

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Roster
    from yuetan.regulation.law import Law
    from yuetan.views.coverage.people import Covered
    from yuetan.views.report.facts import Attended

UNIT, SUBTOTAL = "单位", "小计"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """`level` is 单位, 小计 or 合计; `counts` a situation each; `owed` people due this year, `done` those met so far.

    Those with a 免谈 and those whom a miss would be only doubtful for are not in `owed` unless they have been met.
    """

    level: str
    unit: str
    label: str
    counts: tuple[Count, ...]
    all: Count
    owed: int
    done: int

    @property
    def share(self) -> float | None:
        """已谈 of 应谈; None where nobody is owed one."""
        return self.done / self.owed if self.owed else None


def situations_of(law: Law, facts: tuple[Attended, ...]) -> tuple[str, ...]:
    """The law's situations in its order, then any other that the facts name."""
    known = [situation.name for situation in law.profile.situations]
    return tuple(dict.fromkeys((*known, *sorted({one.kind for one in facts}))))


def summary(
    roster: Roster,
    facts: tuple[Attended, ...],
    covered: tuple[Covered, ...],
    situations: tuple[str, ...],
    as_of: date,
) -> tuple[SummaryRow, ...]:
    """Units by kind in the order of 第五条's kinds and the roster's own, 小计 where there is more than one, 合计."""
    codes = codes_by_name(roster)
    met: dict[str, list[Attended]] = {}
    owed: dict[str, list[Covered]] = {}
    for one in facts:
        met.setdefault(one.unit or one.unit_name, []).append(one)
    for row in covered:
        owed.setdefault(codes.get(row.unit, row.unit), []).append(row)
    units = _ordered(roster, {*met, *owed}, as_of)
    rows: list[SummaryRow] = []
    for kind in dict.fromkeys(kind for kind, _, _ in units):
        mine = [(key, label) for other, key, label in units if other == kind]
        groups = [(label, key, met.get(key, []), owed.get(key, [])) for key, label in mine]
        rows += [_row(UNIT, key, label, tuple(f), c, situations) for label, key, f, c in groups]
        if len(mine) > 1:
            f, c = [x for g in groups for x in g[2]], [x for g in groups for x in g[3]]
            rows.append(_row(SUBTOTAL, "", f"{kind}小计", tuple(f), c, situations))
    return (*rows, _row(TOTAL, "", TOTAL, facts, list(covered), situations))


def codes_by_name(roster: Roster) -> dict[str, str]:
    """The code of the unit that bears, or bore, a name."""
    return {era.name: unit.code for unit in roster.units for era in unit.eras}


def _ordered(roster: Roster, keys: set[str], day: date) -> list[tuple[str, str, str]]:
    """(kind, key, label) of each: by kind, then as the roster has them; what it does not have last, by name."""
    kinds, place = list(UnitKind), {unit.code: index for index, unit in enumerate(roster.units)}
    found = []
    for key in keys:
        unit = roster.unit(key)
        era = (unit.era(day) or unit.eras[0]) if unit is not None else None
        kind = era.kind if era is not None else UnitKind.OTHER
        found.append(
            (kinds.index(kind), place.get(key, len(place)), key, kind, era.name if era else key or "（未写单位）")
        )
    return [(kind, key, label) for _, _, key, kind, label in sorted(found)]


def _row(  # noqa: PLR0917 - what a row is made of
    level: str, unit: str, label: str, facts: tuple[Attended, ...], covered: list[Covered], situations: tuple[str, ...]
) -> SummaryRow:
    done = sum(row.status == Status.DONE for row in covered)
    owed = sum(row.status not in {Status.WAIVED, Status.DOUBTFUL} for row in covered)
    return SummaryRow(level, unit, label, by_situation(facts, situations), count(facts), owed, done)
