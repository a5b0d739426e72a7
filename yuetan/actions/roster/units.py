"""Which unit a row of a 名册 belongs to: by code, else by name; a unit that the archive lacks needs code and kind."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.actions.roster.sheet import RosterProblem, RosterRow
from yuetan.model.paths import file_stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from yuetan.actions.roster.sheet import UnitCells
    from yuetan.model.roster import Roster
    from yuetan.model.state import State
    from yuetan.model.unit import Unit


@dataclass(frozen=True, slots=True)
class RowUnit:
    """A unit as a row names it. `known` says that the archive has it; the rest matters for one that it lacks."""

    code: str
    name: str
    known: bool
    kind: str | None = None
    county: str | None = None
    since: date | None = None


def assign_units(
    rows: Iterable[RosterRow], state: State, today: date
) -> tuple[list[tuple[RosterRow, RowUnit]], list[RosterProblem]]:
    """Each row with its unit, and the rows whose unit cannot be told."""
    read = list(rows)
    fresh = _new_units(read, state.roster)
    damaged = {file_stem(stored.file) for stored in state.units if not stored.sound}
    found = [(row, _unit(row, state.roster, fresh, today, damaged)) for row in read]
    assigned = [(row, unit) for row, unit in found if isinstance(unit, RowUnit)]
    return assigned, [problem for _, problem in found if isinstance(problem, RosterProblem)]


def _unit(
    row: RosterRow, roster: Roster, fresh: Mapping[str, RowUnit], today: date, damaged: Collection[str]
) -> RowUnit | RosterProblem:
    cells = row.unit
    if cells.code is None and cells.name is None:
        return row.problem("单位", "", "缺少单位")
    unit = _kept(cells, roster, today)
    found = _known(row, unit, today) if unit is not None else _fresh(row, roster, fresh, today)
    if isinstance(found, RowUnit) and found.code in damaged:
        return row.problem("单位", found.name, f"档案中 {found.code} 的文件有错，请先按 yuetan check 改正")
    return found


def _kept(cells: UnitCells, roster: Roster, today: date) -> Unit | None:
    """The archive's unit that a row means."""
    return roster.unit(cells.code) if cells.code is not None else roster.unit_named(cells.name or "", today)


def _known(row: RosterRow, unit: Unit, today: date) -> RowUnit | RosterProblem:
    names, name = [era.name for era in unit.eras], row.unit.name
    if name is not None and name not in names:
        return row.problem("单位", name, f"编码 {unit.code} 在档案中是“{names[-1]}”；更名请先改单位的沿革")
    era = unit.era(today)
    return RowUnit(unit.code, era.name if era else names[-1], known=True)


def _fresh(row: RosterRow, roster: Roster, fresh: Mapping[str, RowUnit], today: date) -> RowUnit | RosterProblem:
    """The unit that the archive lacks, as the rows of the file tell it together."""
    name = row.unit.name
    made = _made(row.unit, fresh)
    if made is None:
        return row.problem("单位", name or row.unit.code or "", _unknown_text(name or "", roster, today))
    if name is not None and name != made.name:
        return row.problem("单位", name, f"与同一编码 {made.code} 的另一行“{made.name}”不同")
    return made


def _made(cells: UnitCells, fresh: Mapping[str, RowUnit]) -> RowUnit | None:
    if cells.code is not None:
        return fresh.get(cells.code)
    return next((unit for unit in fresh.values() if unit.name == cells.name), None)


def _new_units(rows: Iterable[RosterRow], roster: Roster) -> dict[str, RowUnit]:
    """What the rows say together of each unit that the archive lacks: of several that say it, the first counts."""
    made: dict[str, RowUnit] = {}
    for row in rows:
        code = row.unit.code
        if code is not None and roster.unit(code) is None:
            made[code] = _with_row(made.get(code) or RowUnit(code, "", known=False), row)
    return {code: unit for code, unit in made.items() if unit.kind is not None and unit.name}


def _with_row(unit: RowUnit, row: RosterRow) -> RowUnit:
    cells = row.unit
    days = [day for day in (unit.since, row.post.since) if day is not None]
    return replace(
        unit,
        name=unit.name or cells.name or "",
        kind=unit.kind or cells.kind,
        county=unit.county or cells.county,
        since=min(days, default=None),
    )


def leader_numbers(text: str, bearers: Mapping[str, Collection[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of those typed under 分管领导, and the words that name nobody or more than one.

    `bearers` gives the numbers of each name and of each number itself.
    """
    parts = [part for part in re.split(r"[、，,；;/\s]+", text) if part]
    found = {part: sorted(bearers.get(part, ())) for part in parts}
    known = tuple(numbers[0] for numbers in found.values() if len(numbers) == 1)
    return known, tuple(part for part, numbers in found.items() if len(numbers) != 1)


def differences(row: RosterRow, roster: Roster, today: date) -> list[RosterProblem]:
    """What a row says of its unit otherwise than the archive does: told, never written, since a change has a day."""
    unit = _kept(row.unit, roster, today)
    era = unit.era(today) if unit is not None else None
    if era is None:
        return []
    pairs = (("类别", row.unit.kind, era.kind), ("所属县区", row.unit.county, era.county))
    return [
        row.problem(key, value, f"档案中是“{held or '空'}”，没有更改；如有变动请改单位的沿革")
        for key, value, held in pairs
        if value is not None and value != held
    ]


def _unknown_text(name: str, roster: Roster, today: date) -> str:
    names = [era.name for unit in roster.units if (era := unit.era(today)) is not None]
    near = difflib.get_close_matches(name, names, 1, 0.6)
    hint = f"是不是“{near[0]}”？" if near else ""
    return f"档案中没有这个单位。{hint}新单位请填“单位编码”“单位”和“类别”"
