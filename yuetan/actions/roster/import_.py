"""A 名册 into the archive's units: what changes, what cannot be taken, whom it suggests to move or retire.

Repeatable: the same file twice changes nothing the second time. Nothing is ever taken away: a person who is in the
archive and not in the file, or in another unit, is a proposal, since only a person knows the day and the reason.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.actions.roster.entries import Tally, take
from yuetan.actions.roster.match import match
from yuetan.actions.roster.people import Person, identify
from yuetan.actions.roster.units import differences, place
from yuetan.model.paths import UNIT_HEADER, file_stem, unit_path

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from yuetan.actions.roster.sheet import Lines, Problem
    from yuetan.model.state import State


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person has to decide: `kind` is 调动, 免职 or 同名; `command` a command that would do it, or empty."""

    kind: str
    person: str
    words: str
    command: str


@dataclass(frozen=True, slots=True)
class RosterImport:
    """What an import would do. `added`, `changed`, `unchanged` count posts; `assigned` names numbers given."""

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    proposals: tuple[Proposal, ...]
    remarks: tuple[Problem, ...]
    added: int
    changed: int
    unchanged: int
    assigned: tuple[str, ...]


def import_roster(read: Lines, state: State, today: date) -> RosterImport:
    """What a 名册 as read would change in the archive as it is on `today`."""
    lines, problems, remarks = read.rows, read.problems, read.remarks
    places, unplaced = place(lines, state, today)
    people, unknown = identify(places, state)
    matched = match(people, state, today)
    tally = Tally(_raw(state), _bearers(people, state, today), problems=[*problems, *unplaced, *unknown])
    for one in matched.matches:
        take(one, tally, today)
    edits = tuple(
        Edit(unit_path(code), value, UNIT_HEADER)
        for code, value in sorted(tally.values.items())
        if value != tally.before.get(code)
    )
    differing = [found for line in lines for found in differences(line, state.roster, today)]
    proposals = tuple(Proposal(*row) for row in matched.proposals)
    assigned = tuple(dict.fromkeys(f"{p.person} {p.line.values['姓名']}" for p in people if p.assigned))
    found = tuple(sorted(tally.problems, key=lambda p: (p.sheet, p.row, p.column, p.why)))
    told = (*remarks, *differing, *tally.remarks)
    return RosterImport(edits, found, proposals, told, tally.added, tally.changed, tally.unchanged, assigned)


def import_plan(result: RosterImport, name: str) -> Plan | Refusal:
    """What carrying out the import comes to; refused while a row or column cannot be taken."""
    if result.problems:
        told = "\n".join(f"  {problem}" for problem in result.problems)
        return Refusal(
            f"{name} 有 {len(result.problems)} 处不能导入，什么也没有写入：\n{told}", hint="改正后再导入一次"
        )
    counted = f"新增 {result.added} 条、更改 {result.changed} 条"
    notes = [f"给新人编号：{'、'.join(result.assigned)}"] if result.assigned else []
    notes += [f"{p.words}{f'：{p.command}' if p.command else ''}" for p in result.proposals]
    return Plan("roster-import", (), result.edits, (), f"名册导入：{counted}", (), (*notes, *map(str, result.remarks)))


def _bearers(people: Collection[Person], state: State, today: date) -> dict[str, set[str]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for held in state.roster.in_office(today):
        bearers[held.post.name].add(held.post.id)
    for one in people:
        bearers[one.line.values.get("姓名", one.person)].add(one.person)
    for number in (*state.roster.people(), *(one.person for one in people)):
        bearers[number] = {number}
    return bearers


def _raw(state: State) -> dict[str, Mapping[str, Any]]:
    return {file_stem(stored.file): stored.raw for stored in state.units}
