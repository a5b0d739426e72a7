"""A 名册 into the archive's units: what changes, what cannot be taken, whom it suggests to move or retire.

Repeatable: the same file twice changes nothing the second time. Nothing is ever taken away: a person who is in the
archive and not in the file, or in another unit, is a proposal, since only a person knows the day and the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.errors import BadInputError
from yuetan.finding import path_text
from yuetan.model.build import UNKNOWN, build
from yuetan.model.paths import file_stem, unit_path
from yuetan.model.unit import Post
from yuetan.reports.roster_columns import Line, Problem, read_lines
from yuetan.reports.roster_match import Match, match
from yuetan.reports.roster_people import identify
from yuetan.reports.roster_units import Place, place
from yuetan.reports.table import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.model.state import State

UNIT_HEADER = "# yaml-language-server: $schema=../../schemas/unit.schema.json"
_POST_KEYS = ("编号", "姓名", "职务", "党内职务", "角色", "职级", "管理", "任职", "免职", "变动", "重要岗位")
_NEEDED = {
    "姓名": "姓名",
    "职务": "职务",
    "角色": "角色（主要负责人、班子成员、中层干部或工作人员）",
    "任职": "任职日期",
}


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


@dataclass(slots=True)
class _Tally:
    """The import while it is made; never leaves this module."""

    before: Mapping[str, Mapping[str, Any]]
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def import_roster(data: bytes, name: str, state: State, today: date) -> RosterImport:
    """Read a 名册 (.xlsx or .csv; `name` is the file's name) against the archive as it is on `today`.

    Raises BadInputError where the file is no table, or no sheet of it has a heading with 姓名.
    """
    lines, problems, remarks = _lines(data, name)
    places, unplaced = place(lines, state, today)
    people, unknown = identify(places, state)
    matched = match(people, state, today)
    tally = _Tally(_raw(state), problems=[*problems, *unplaced, *unknown])
    for one in matched.matches:
        _take(one, tally, today)
    edits = tuple(
        Edit(unit_path(code), value, UNIT_HEADER)
        for code, value in sorted(tally.values.items())
        if value != tally.before.get(code)
    )
    proposals = tuple(Proposal(*row) for row in matched.proposals)
    assigned = tuple(dict.fromkeys(f"{p.person} {p.line.values['姓名']}" for p in people if p.assigned))
    found = tuple(sorted(tally.problems, key=lambda p: (p.sheet, p.row, p.column, p.why)))
    return RosterImport(edits, found, proposals, remarks, tally.added, tally.changed, tally.unchanged, assigned)


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


def _lines(data: bytes, name: str) -> tuple[list[Line], list[Problem], tuple[Problem, ...]]:
    read = [lines for sheet in read_table(data, name) if (lines := read_lines(sheet)) is not None]
    if not read:
        raise BadInputError(
            f"{name} 里没有找到名册的表头", hint="表头至少要有“姓名”和“单位”“职务”“任职时间”等列，写在前 15 行之内"
        )
    rows = [row for lines in read for row in lines.rows]
    problems = [problem for lines in read for problem in lines.problems]
    return rows, problems, tuple(remark for lines in read for remark in lines.remarks)


def _take(one: Match, tally: _Tally, today: date) -> None:
    where, line = one.person.place, one.person.line
    value = tally.values.get(where.code) or dict(tally.before.get(where.code, {})) or _new_unit(where, line, today)
    posts = list(value.get("干部") or [])
    entry = dict(posts[one.index]) if one.index is not None else {}
    given = {key: line.values[key] for key in _POST_KEYS if key in line.values}
    updated = _in_order({**entry, **given, "编号": one.person.person, **_acting(line, entry)})
    fault = _fault(updated)
    if fault is not None:
        tally.problems.append(Problem(line.sheet, line.row, "", "", fault))
        return
    if one.index is None:
        tally.added += 1
        posts.append(updated)
    elif updated == entry:
        tally.unchanged += 1
    else:
        tally.changed += 1
        posts[one.index] = updated
    tally.values[where.code] = {**value, "干部": posts}


def _fault(entry: Mapping[str, Any]) -> str | None:
    lacking = [words for key, words in _NEEDED.items() if not entry.get(key)]
    if lacking:
        return f"缺少{'、'.join(lacking)}"
    if entry.get("免职") is not None and entry["免职"] < entry["任职"]:
        return f"免职日期 {entry['免职']} 早于任职日期 {entry['任职']}"
    _, violations = build(Post, entry)
    return next((f"{path_text(v.path)}：{v.message}" for v in violations if v.kind != UNKNOWN), None)


def _new_unit(where: Place, line: Line, today: date) -> dict[str, Any]:
    era = {"自": where.since or line.values.get("任职", today), "名称": where.name, "类别": where.kind}
    if where.county:
        era["所属县区"] = where.county
    if where.in_charge:
        era["分管领导"] = list(where.in_charge)
    return {"编码": where.code, "沿革": [era], "干部": []}


def _acting(line: Line, entry: Mapping[str, Any]) -> dict[str, Any]:
    since, until = line.values.get("主持工作自"), line.values.get("主持工作至")
    if since is None and until is None:
        return {}
    held = dict(entry.get("主持工作") or {})
    given = {"自": since, "至": until}
    return {"主持工作": {**held, **{key: day for key, day in given.items() if day is not None}}}


def _in_order(entry: Mapping[str, Any]) -> dict[str, Any]:
    order = (*_POST_KEYS, "主持工作", "免谈")
    kept = {key: entry[key] for key in order if entry.get(key) is not None}
    return {**kept, **{key: value for key, value in entry.items() if key not in kept and value is not None}}


def _raw(state: State) -> dict[str, Mapping[str, Any]]:
    return {file_stem(stored.file): stored.raw for stored in state.units}
