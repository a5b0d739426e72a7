"""Who a row of a 名册 is: by number, else by name within the unit; a newcomer gets the unit's next number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.actions.roster.sheet import Line, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.actions.roster.units import Place
    from yuetan.model.state import State


@dataclass(frozen=True, slots=True)
class Person:
    """A row with its unit and its person; `namesakes` are others with this name, where the row has no number."""

    line: Line
    place: Place
    person: str
    assigned: bool = False
    namesakes: tuple[str, ...] = ()


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


def identify(placed: Iterable[tuple[Line, Place]], state: State) -> tuple[list[Person], list[Problem]]:
    """Each row with its person, and the rows whose person cannot be told. Numbers go by the order of the rows."""
    rows = list(placed)
    known = _known(rows, state)
    people: list[Person] = []
    problems: list[Problem] = []
    for line, where in rows:
        found = _identify(line, where, known)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            people.append(found)
    return people, problems


def _known(rows: list[tuple[Line, Place]], state: State) -> _Known:
    known = _Known(doubled=_doubled(rows))
    for unit in state.roster.units:
        for post in unit.posts:
            known.note(unit.code, post.id, post.name)
    for line, where in rows:
        number, name = line.values.get("编号"), line.values.get("姓名")
        if number is not None and name is not None and number not in known.names:
            known.note(where.code, number, name)
    return known


def _identify(line: Line, where: Place, known: _Known) -> Person | Problem:
    number, name = line.values.get("编号"), line.values.get("姓名")
    if number is not None:
        return _numbered(line, where, known, number)
    if name is None:
        return Problem(line.sheet, line.row, "姓名", "", "缺少姓名")
    fresh = known.fresh.get((where.code, name))
    held = known.bearing(name, where.code)
    if len(held) > 1 or (where.code, name) in known.doubled:
        return Problem(line.sheet, line.row, "姓名", name, "同一单位有几个人或几行是这个姓名，请填“编号”分清")
    if held:
        return Person(line, where, held[0], assigned=held[0] == fresh)
    others = known.bearing(name)
    if others:
        return Person(line, where, others[0], namesakes=others)
    number = _next_number(where.code, known)
    known.fresh[where.code, name] = number
    known.note(where.code, number, name)
    return Person(line, where, number, assigned=True)


def _numbered(line: Line, where: Place, known: _Known, number: str) -> Person | Problem:
    name, held = line.values.get("姓名"), known.names.get(number)
    if name is not None and held is not None and name != held:
        why = f"这个编号已是“{held}”，与姓名“{name}”不符；编号终身不变，不得改给别人"
        return Problem(line.sheet, line.row, "编号", number, why)
    if held is None:
        return Problem(line.sheet, line.row, "姓名", "", f"编号 {number} 是新人，缺少姓名")
    return Person(line, where, number)


def _doubled(rows: list[tuple[Line, Place]]) -> set[tuple[str, str]]:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line, where in rows:
        name = line.values.get("姓名")
        if name is not None and "编号" not in line.values:
            seen[where.code, name].add(f"{line.values.get('职务')} {line.values.get('任职')}")
    return {pair for pair, posts in seen.items() if len(posts) > 1}


def _next_number(code: str, known: _Known) -> str:
    used = [int(found.group(1)) for one in known.names if (found := re.fullmatch(rf"{re.escape(code)}-(\d+)", one))]
    return f"{code}-{max(used, default=0) + 1:03d}"
