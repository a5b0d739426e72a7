"""A 名册 into the archive's units: what changes, what cannot be taken, whom it suggests to move or retire.

Repeatable: the same file twice changes nothing the second time. Nothing is ever taken away: a person who is in the
archive and not in the file, or in another unit, is a proposal, since only a person knows the day and the reason.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.actions.roster.entries import Tally, enter
from yuetan.actions.roster.match import match_entries
from yuetan.actions.roster.people import RowPerson, identify
from yuetan.actions.roster.units import assign_units, differences
from yuetan.model.paths import UNIT_HEADER, file_stem, unit_path

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from yuetan.actions.roster.match import Proposal
    from yuetan.actions.roster.sheet import RosterProblem, RosterRows
    from yuetan.codec.plain import Plain
    from yuetan.model.state import State


@dataclass(frozen=True, slots=True)
class RosterImport:
    """What an import would do. `added`, `changed`, `unchanged` count posts; `assigned` names numbers given."""

    edits: tuple[Edit, ...]
    problems: tuple[RosterProblem, ...]
    proposals: tuple[Proposal, ...]
    remarks: tuple[RosterProblem, ...]
    added: int
    changed: int
    unchanged: int
    assigned: tuple[str, ...]


def import_roster(read: RosterRows, state: State, today: date) -> RosterImport:
    """What a 名册 as read would change in the archive as it is on `today`."""
    assigned, without_unit = assign_units(read.rows, state, today)
    people, unknown = identify(assigned, state)
    matched = match_entries(people, state, today)
    tally = Tally(_raw(state), _bearers(people, state, today), problems=[*read.problems, *without_unit, *unknown])
    for one in matched.matches:
        enter(one, tally, today)
    edits = tuple(
        Edit(unit_path(code), value, UNIT_HEADER)
        for code, value in sorted(tally.values.items())
        if value != tally.before.get(code)
    )
    differing = [found for row in read.rows for found in differences(row, state.roster, today)]
    return RosterImport(
        edits,
        problems=tuple(sorted(tally.problems, key=lambda p: (p.sheet, p.row, p.column, p.why))),
        proposals=matched.proposals,
        remarks=(*read.remarks, *differing, *tally.remarks),
        added=tally.added,
        changed=tally.changed,
        unchanged=tally.unchanged,
        assigned=tuple(dict.fromkeys(f"{p.id} {p.cells.name}" for p in people if p.assigned)),
    )


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


def _bearers(people: Collection[RowPerson], state: State, today: date) -> dict[str, set[str]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for held in state.roster.in_office(today):
        bearers[held.post.name].add(held.post.id)
    for one in people:
        bearers[one.cells.name if one.cells.name is not None else one.id].add(one.id)
    for number in (*state.roster.people(), *(one.id for one in people)):
        bearers[number] = {number}
    return bearers


def _raw(state: State) -> dict[str, Plain]:
    return {file_stem(stored.file): dict(stored.raw) for stored in state.units}
