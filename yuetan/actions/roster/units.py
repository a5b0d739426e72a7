"""Which unit a row of a 名册 belongs to: by code, else by name; a unit that the archive lacks needs code and kind."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.actions.roster.sheet import Line, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from yuetan.model.roster import Roster
    from yuetan.model.state import State
    from yuetan.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as a row names it. `known` says that the archive has it; the rest matters for one that it lacks."""

    code: str
    name: str
    known: bool
    kind: str | None = None
    county: str | None = None
    since: date | None = None


def place(lines: Iterable[Line], state: State, today: date) -> tuple[list[tuple[Line, Place]], list[Problem]]:
    """Each row with its unit, and the rows whose unit cannot be told."""
    rows = list(lines)
    fresh = _new_units(rows, state.roster)
    damaged = {stored.file.rsplit("/", 1)[-1].removesuffix(".yaml") for stored in state.units if not stored.sound}
    placed: list[tuple[Line, Place]] = []
    problems: list[Problem] = []
    for line in rows:
        found = _place(line, state.roster, fresh, today)
        if isinstance(found, Place) and found.code in damaged:
            found = Problem(
                line.sheet, line.row, "单位", found.name, f"档案中 {found.code} 的文件有错，请先按 yuetan check 改正"
            )
        if isinstance(found, Problem):
            problems.append(found)
        else:
            placed.append((line, found))
    return placed, problems


def _place(line: Line, roster: Roster, fresh: dict[str, Place], today: date) -> Place | Problem:
    code, name = line.values.get("单位编码"), line.values.get("单位")
    if code is None and name is None:
        return Problem(line.sheet, line.row, "单位", "", "缺少单位")
    unit = roster.unit(code) if code is not None else roster.unit_named(name or "", today)
    if unit is not None:
        return _known(line, unit, name, today)
    made = fresh.get(code or "") or next((p for p in fresh.values() if code is None and p.name == name), None)
    if made is None:
        return Problem(line.sheet, line.row, "单位", name or code or "", _unknown_words(name or "", roster, today))
    if name is not None and name != made.name:
        return Problem(line.sheet, line.row, "单位", name, f"与同一编码 {made.code} 的另一行“{made.name}”不同")
    return made


def _known(line: Line, unit: Unit, name: str | None, today: date) -> Place | Problem:
    names = [era.name for era in unit.eras]
    if name is not None and name not in names:
        return Problem(
            line.sheet, line.row, "单位", name, f"编码 {unit.code} 在档案中是“{names[-1]}”；更名请先改单位的沿革"
        )
    era = unit.era(today)
    return Place(unit.code, era.name if era else names[-1], known=True)


def _new_units(lines: list[Line], roster: Roster) -> dict[str, Place]:
    made: dict[str, Place] = {}
    for line in lines:
        code, name = line.values.get("单位编码"), line.values.get("单位")
        if code is None or roster.unit(code) is not None:
            continue
        held = made.get(code) or Place(code, name or "", known=False)
        since = min((d for d in (held.since, line.values.get("任职")) if d is not None), default=None)
        made[code] = replace(
            held,
            name=held.name or name or "",
            kind=held.kind or line.values.get("类别"),
            county=held.county or line.values.get("所属县区"),
            since=since,
        )
    return {code: held for code, held in made.items() if held.kind is not None and held.name}


def leaders(text: str, bearers: Mapping[str, Collection[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of those typed under 分管领导, and the words that name nobody or more than one.

    `bearers` gives the numbers of each name and of each number itself.
    """
    typed = [part for part in re.split(r"[、，,；;/\s]+", text) if part]
    found = {part: sorted(bearers.get(part, ())) for part in typed}
    known = tuple(numbers[0] for numbers in found.values() if len(numbers) == 1)
    return known, tuple(part for part, numbers in found.items() if len(numbers) != 1)


def differences(line: Line, roster: Roster, today: date) -> list[Problem]:
    """What a row says of its unit otherwise than the archive does: told, never written, since a change has a day."""
    code, name = line.values.get("单位编码"), line.values.get("单位")
    unit = roster.unit(code) if code is not None else roster.unit_named(name or "", today)
    era = unit.era(today) if unit is not None else None
    held = {"类别": era.kind, "所属县区": era.county} if era is not None else {}
    return [
        Problem(
            line.sheet, line.row, key, line.values[key], f"档案中是“{value or '空'}”，没有更改；如有变动请改单位的沿革"
        )
        for key, value in held.items()
        if key in line.values and line.values[key] != value
    ]


def _unknown_words(name: str, roster: Roster, today: date) -> str:
    names = [era.name for unit in roster.units if (era := unit.era(today)) is not None]
    near = difflib.get_close_matches(name, names, 1, 0.6)
    hint = f"是不是“{near[0]}”？" if near else ""
    return f"档案中没有这个单位。{hint}新单位请填“单位编码”“单位”和“类别”"
