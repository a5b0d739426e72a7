"""The entries of a unit's file as a 名册 would have them: one post of one person each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yuetan.actions.roster.sheet import Line, Problem
from yuetan.actions.roster.units import Place, leaders
from yuetan.finding import path_text
from yuetan.model.build import UNKNOWN, build
from yuetan.model.unit import Post

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.actions.roster.match import Match

_POST_KEYS = ("编号", "姓名", "职务", "党内职务", "角色", "职级", "管理", "任职", "免职", "变动", "重要岗位")
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

    before: Mapping[str, Mapping[str, Any]]
    bearers: Mapping[str, set[str]]
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def take(one: Match, tally: Tally, today: date) -> None:
    """Enter a row: change its entry or add one, or say why not."""
    where, line = one.person.place, one.person.line
    value = tally.values.get(where.code) or dict(tally.before.get(where.code, {})) or _new_unit(where, line, today)
    value = _led(value, line, tally, today)
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
    return {"编码": where.code, "沿革": [era], "干部": []}


def _led(value: dict[str, Any], line: Line, tally: Tally, today: date) -> dict[str, Any]:
    """The unit with those in charge of it, where it names none today; a change has a day, which no 名册 tells."""
    known, unknown = leaders(line.values.get("分管领导", ""), tally.bearers)
    tally.problems.extend(
        Problem(line.sheet, line.row, "分管领导", word, "名册和档案中没有这个人，或不止一个，请填编号")
        for word in unknown
    )
    eras = list(value["沿革"])
    now = max((i for i, era in enumerate(eras) if era["自"] <= today), default=0)
    held = list(eras[now].get("分管领导") or [])
    if not known or sorted(held) == sorted(known):
        return value
    if held:
        why = f"这个单位已写“{'、'.join(held)}”，没有更改；如有变动请改单位的沿革"
        tally.remarks.append(Problem(line.sheet, line.row, "分管领导", line.values["分管领导"], why))
        return value
    eras[now] = {**eras[now], "分管领导": list(known)}
    return {**value, "沿革": eras}


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
