"""The entries of a unit's file as a 名册 would have them: one post of one person each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yuetan.actions.roster.units import leader_numbers
from yuetan.codec import plain
from yuetan.finding import path_text
from yuetan.model.build import Kind, build
from yuetan.model.field import columns
from yuetan.model.unit import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.actions.roster.match import Match
    from yuetan.actions.roster.sheet import PostCells, RosterProblem, RosterRow
    from yuetan.actions.roster.units import RowUnit
    from yuetan.codec.plain import Plain

_NEEDED = {
    "姓名": "姓名",
    "职务": "职务",
    "角色": "角色（主要负责人、班子成员、中层干部或工作人员）",
    "任职": "任职日期",
}


@dataclass(slots=True)
class Tally:
    """An import while it is made: units' plain values before and after, what cannot be taken, how many posts.

    `bearers` gives the numbers of each name, for those who are typed by name.
    """

    before: Mapping[str, Plain]
    bearers: Mapping[str, set[str]]
    values: dict[str, Plain] = field(default_factory=dict)
    problems: list[RosterProblem] = field(default_factory=list)
    remarks: list[RosterProblem] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def enter(one: Match, tally: Tally, today: date) -> None:
    """Enter a row: change its entry or add one, or say why not."""
    unit, row = one.person.unit, one.person.row
    value = tally.values.get(unit.code) or dict(tally.before.get(unit.code, {})) or _new_unit(unit, row, today)
    value = _with_leaders(value, row, tally, today)
    posts = plain.items(value, "干部")
    entry = plain.rows(value, "干部")[one.index] if one.index is not None else {}
    updated = _in_order({**entry, **_post(one.person.cells), "编号": one.person.id, **_acting(row.post, entry)})
    fault = _fault(updated)
    if fault is not None:
        tally.problems.append(row.problem("", "", fault))
        return
    if one.index is None:
        tally.added += 1
        posts.append(updated)
    elif updated == entry:
        tally.unchanged += 1
    else:
        tally.changed += 1
        posts[one.index] = updated
    tally.values[unit.code] = {**value, "干部": posts}


def _post(cells: PostCells) -> Plain:
    """What the row says of the post, under the keys of a unit's file."""
    found = {column.key.name: getattr(cells, column.identifier, None) for column in columns(Post)}
    return {key: value for key, value in found.items() if value is not None}


def _fault(entry: Plain) -> str | None:
    lacking = [words for key, words in _NEEDED.items() if not entry.get(key)]
    if lacking:
        return f"缺少{'、'.join(lacking)}"
    since, until = plain.day(entry, "任职"), plain.day(entry, "免职")
    if since is not None and until is not None and until < since:
        return f"免职日期 {until} 早于任职日期 {since}"
    _, violations = build(Post, entry)
    return next((f"{path_text(v.path)}：{v.message}" for v in violations if v.kind is not Kind.UNKNOWN), None)


def _new_unit(unit: RowUnit, row: RosterRow, today: date) -> Plain:
    era: Plain = {"自": unit.since or row.post.since or today, "名称": unit.name, "类别": unit.kind}
    if unit.county:
        era["所属县区"] = unit.county
    return {"编码": unit.code, "沿革": [era], "干部": []}


def _with_leaders(value: Plain, row: RosterRow, tally: Tally, today: date) -> Plain:
    """The unit with those in charge of it, where it names none today; a change has a day, which no 名册 tells."""
    text = row.unit.leaders or ""
    known, unknown = leader_numbers(text, tally.bearers)
    why = "名册和档案中没有这个人，或不止一个，请填编号"
    tally.problems.extend(row.problem("分管领导", word, why) for word in unknown)
    eras = plain.rows(value, "沿革")
    now = max((i for i, era in enumerate(eras) if (plain.day(era, "自") or date.max) <= today), default=0)
    held = plain.texts(eras[now], "分管领导")
    if not known or sorted(held) == sorted(known):
        return value
    if held:
        why = f"这个单位已写“{'、'.join(held)}”，没有更改；如有变动请改单位的沿革"
        tally.remarks.append(row.problem("分管领导", text, why))
        return value
    eras[now] = {**eras[now], "分管领导": list(known)}
    return {**value, "沿革": eras}


def _acting(cells: PostCells, entry: Plain) -> Plain:
    given = {"自": cells.acting_since, "至": cells.acting_until}
    days = {key: day for key, day in given.items() if day is not None}
    return {"主持工作": {**plain.block(entry, "主持工作"), **days}} if days else {}


def _in_order(entry: Plain) -> Plain:
    """The entry's keys in the order of the field table, those that it does not know last, empty ones left out."""
    order = (column.key.name for column in columns(Post))
    kept = {key: entry[key] for key in order if entry.get(key) is not None}
    return {**kept, **{key: value for key, value in entry.items() if value is not None}}
