"""Who a row of a 名册 is: by number, else by name within the unit; a newcomer gets the unit's next number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.actions.roster.sheet import RosterProblem, RosterRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.actions.roster.sheet import PostCells
    from yuetan.actions.roster.units import RowUnit
    from yuetan.model.state import State


@dataclass(frozen=True, slots=True)
class RowPerson:
    """A row with its unit and its person; `namesakes` are others with this name, where the row has no number."""

    row: RosterRow
    unit: RowUnit
    id: str
    assigned: bool = False
    namesakes: tuple[str, ...] = ()

    @property
    def cells(self) -> PostCells:
        """What the row says of the person and the post."""
        return self.row.post


@dataclass(slots=True)
class _Known:
    """Numbers and names of the archive and of the rows so far; never leaves this module."""

    names: dict[str, str] = field(default_factory=dict)
    bearers: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    fresh: dict[tuple[str, str], str] = field(default_factory=dict)
    doubled: set[tuple[str, str]] = field(default_factory=set)

    def note(self, unit: str, person: str, name: str) -> None:
        self.names[person] = name
        self.bearers[name].add((unit, person))

    def bearing(self, name: str, unit: str | None = None) -> tuple[str, ...]:
        return tuple(sorted({p for u, p in self.bearers.get(name, ()) if unit is None or u == unit}))


def identify(
    assigned: Iterable[tuple[RosterRow, RowUnit]], state: State
) -> tuple[list[RowPerson], list[RosterProblem]]:
    """Each row with its person, and the rows whose person cannot be told. Numbers go by the order of the rows."""
    rows = list(assigned)
    known = _known(rows, state)
    found = [_person(row, unit, known) for row, unit in rows]
    people = [one for one in found if isinstance(one, RowPerson)]
    return people, [one for one in found if isinstance(one, RosterProblem)]


def _known(rows: list[tuple[RosterRow, RowUnit]], state: State) -> _Known:
    known = _Known(doubled=_doubled(rows))
    for unit in state.roster.units:
        for post in unit.posts:
            known.note(unit.code, post.id, post.name)
    for row, where in rows:
        number, name = row.post.id, row.post.name
        if number is not None and name is not None and number not in known.names:
            known.note(where.code, number, name)
    return known


def _person(row: RosterRow, unit: RowUnit, known: _Known) -> RowPerson | RosterProblem:
    number, name = row.post.id, row.post.name
    if number is not None:
        return _numbered(row, unit, known, number)
    if name is None:
        return row.problem("姓名", "", "缺少姓名")
    held = known.bearing(name, unit.code)
    if len(held) > 1 or (unit.code, name) in known.doubled:
        return row.problem("姓名", name, "同一单位有几个人或几行是这个姓名，请填“编号”分清")
    if held:
        return RowPerson(row, unit, held[0], assigned=held[0] == known.fresh.get((unit.code, name)))
    others = known.bearing(name)
    return RowPerson(row, unit, others[0], namesakes=others) if others else _newcomer(row, unit, known, name)


def _newcomer(row: RosterRow, unit: RowUnit, known: _Known, name: str) -> RowPerson:
    number = _next_number(unit.code, known)
    known.fresh[unit.code, name] = number
    known.note(unit.code, number, name)
    return RowPerson(row, unit, number, assigned=True)


def _numbered(row: RosterRow, unit: RowUnit, known: _Known, number: str) -> RowPerson | RosterProblem:
    name, held = row.post.name, known.names.get(number)
    if held is None:
        return row.problem("姓名", "", f"编号 {number} 是新人，缺少姓名")
    if name not in {None, held}:
        why = f"这个编号已是“{held}”，与姓名“{name}”不符；编号终身不变，不得改给别人"
        return row.problem("编号", number, why)
    return RowPerson(row, unit, number)


def _doubled(rows: list[tuple[RosterRow, RowUnit]]) -> set[tuple[str, str]]:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row, unit in rows:
        if row.post.name is not None and row.post.id is None:
            seen[unit.code, row.post.name].add(f"{row.post.post} {row.post.since}")
    return {pair for pair, posts in seen.items() if len(posts) > 1}


def _next_number(code: str, known: _Known) -> str:
    used = [int(found.group(1)) for one in known.names if (found := re.fullmatch(rf"{re.escape(code)}-(\d+)", one))]
    return f"{code}-{max(used, default=0) + 1:03d}"
