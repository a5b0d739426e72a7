"""任免: a cadre moves to another post, or leaves; and what that touches."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.people import person
from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Edit, Plan, Refusal, Setting
from yuetan.actions.request import Ask, Day
from yuetan.actions.roster.notes import affected
from yuetan.codec import plain
from yuetan.finding import Finding, Level, path_text
from yuetan.model import Unit, build
from yuetan.model.arrange import arranged
from yuetan.model.build import Kind

if TYPE_CHECKING:
    from datetime import date

    from yuetan.codec.plain import Plain
    from yuetan.model import Held, Post, State, Stored

Cadre = Annotated[str, Ask("", "干部", "人员编号，或唯一的姓名")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterMoveRequest:
    """A cadre takes a new post; the old one ends the same day unless it is kept."""

    person: Cadre
    to_unit: Annotated[str, Ask("--to", "单位", "到哪个单位，编码或名称")]
    post: Annotated[str, Ask("--post", "职务", "新的职务")]
    role: Annotated[str, Ask("--role", "角色", "主要负责人、班子成员、中层干部、工作人员")]
    from_unit: Annotated[str | None, Ask("--from", "单位", "离开哪个单位；任几个职务时须写")] = None
    party_post: Annotated[str | None, Ask("--party-post", "职务", "党内职务")] = None
    rank: Annotated[str | None, Ask("--rank", "职级", "职级，不写即不变")] = None
    managed: Annotated[str | None, Ask("--managed", "管理", "市管、省管、县管、其他")] = None
    """不写即不变。"""
    change: Annotated[str | None, Ask("--change", "变动", "提拔、调整、其他")] = None
    important: Annotated[bool | None, Ask("--important/--not-important", "", "是否重要领导岗位")] = None
    keep: Annotated[bool, Ask("--keep", "", "仍兼任原职务")] = False
    day: Day
    """任职的日期；旧职务从这一天起不再担任。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRetireRequest:
    """A cadre leaves."""

    person: Cadre
    from_unit: Annotated[str | None, Ask("--from", "单位", "免去哪个单位的职务，默认全部")] = None
    day: Day
    """免职的日期：从这一天起不再任职。"""


def roster_move(setting: Setting, request: RosterMoveRequest) -> Plan | Refusal:
    """The plan that ends the old post and begins the new one, and names what is open and affected."""
    one = person(setting.state.roster, request.person)
    if isinstance(one, Refusal):
        return one
    target = _unit(setting.state, request.to_unit, request.day)
    if isinstance(target, Refusal):
        return target
    leaving = _leaving(setting.state, one, request.day, request.from_unit)
    if isinstance(leaving, Refusal):
        return leaving
    return _move(setting, request, one, target, leaving)


def _move(
    setting: Setting, request: RosterMoveRequest, one: str, target: Unit, leaving: tuple[Held, ...]
) -> Plan | Refusal:
    if len(leaving) > 1 and not request.keep:
        return Refusal(
            f"{_who(setting.state, one)}任几个职务，须写明离开哪一个：{_posts(leaving)}",
            hint="用 --from 单位，或 --keep",
        )
    values: dict[str, Plain] = {}
    ended = () if request.keep else leaving
    _end(setting.state, values, ended, request.day)
    _begin(setting.state, values, target, _new_post(leaving, request, one))
    where = target.era(request.day)
    name = where.name if where is not None else target.code
    words = f"{'兼任' if request.keep else '调动'} {one}：{name}{request.post}"
    notes = (*_sooner(ended), *affected(setting, one, request.day, leaves=not request.keep))
    return _roster_plan("roster move", values, words, notes)


def roster_retire(setting: Setting, request: RosterRetireRequest) -> Plan | Refusal:
    """The plan that ends the person's posts, and names what is open and affected."""
    one = person(setting.state.roster, request.person)
    if isinstance(one, Refusal):
        return one
    leaving = _leaving(setting.state, one, request.day, request.from_unit)
    if isinstance(leaving, Refusal):
        return leaving
    values: dict[str, Plain] = {}
    _end(setting.state, values, leaving, request.day)
    notes = (*_sooner(leaving), *affected(setting, one, request.day, leaves=True))
    return _roster_plan("roster retire", values, f"免职 {one}", notes)


def _leaving(state: State, one: str, day: date, from_unit: str | None) -> tuple[Held, ...] | Refusal:
    """The posts meant, of those held that day; each must have begun before it, so that it ends after it began."""
    held = state.roster.posts(one, day)
    if from_unit is not None:
        held = tuple(row for row in held if from_unit in (row.unit.code, row.era.name))
    if not held:
        where = f"在{from_unit}" if from_unit is not None else ""
        return Refusal(f"{_who(state, one)} {day.isoformat()} {where}没有职务", hint="用 yuetan roster show 查看任免")
    begun = next((row for row in held if row.post.since >= day), None)
    if begun is not None:
        message = f"{_who(state, one)} {begun.post.since.isoformat()} 才任{begun.post.post}"
        return Refusal(f"{message}，免职须晚于任职", hint="检查 --date")
    return held


def _unit(state: State, word: str, day: date) -> Unit | Refusal:
    found = state.roster.unit_called(word, day)
    return found or Refusal(f"名册中没有单位“{word}”", hint="用 yuetan roster list 查看单位，写编码或名称")


def _stored(state: State, code: str) -> Stored[Unit]:
    return next(one for one in state.units if one.record is not None and one.record.code == code)


def _value(state: State, values: dict[str, Plain], code: str) -> Plain:
    stored = _stored(state, code)
    return values.setdefault(stored.file, deepcopy(dict(stored.raw)))


def _end(state: State, values: dict[str, Plain], leaving: tuple[Held, ...], day: date) -> None:
    for held in leaving:
        rows = plain.rows(_value(state, values, held.unit.code), "干部")
        rows[held.unit.posts.index(held.post)]["免职"] = day


def _sooner(leaving: tuple[Held, ...]) -> tuple[str, ...]:
    """What was written of an end to come, and is replaced."""
    return tuple(
        f"{row.post.post}原写 {row.post.until.isoformat()} 免职，已改" for row in leaving if row.post.until is not None
    )


def _begin(state: State, values: dict[str, Plain], target: Unit, post: Plain) -> None:
    """The new entry, at the end of the unit's list."""
    value = _value(state, values, target.code)
    value["干部"] = [*plain.items(value, "干部"), post]


def _new_post(leaving: tuple[Held, ...], request: RosterMoveRequest, one: str) -> Plain:
    old: Post = leaving[0].post
    return {
        "编号": one,
        "姓名": old.name,
        "职务": request.post,
        "党内职务": request.party_post,
        "角色": request.role,
        "职级": request.rank or old.rank,
        "管理": request.managed or old.managed,
        "任职": request.day,
        "变动": request.change,
        "重要岗位": request.important,
    }


def _roster_plan(action: str, values: dict[str, Plain], words: str, notes: tuple[str, ...]) -> Plan | Refusal:
    edits = tuple(Edit(path, arranged(Unit, values[path])) for path in sorted(values))
    findings = tuple(finding for edit in edits for finding in _faults(edit.path, edit.value or {}))
    if findings:
        first = findings[0]
        return Refusal(f"{path_text(first.path)} {first.message}", findings, hint="改正后再试；什么都没有写")
    return Plan(action, (), edits, (), words, (), notes)


def _faults(path: str, value: Plain) -> tuple[Finding, ...]:
    _, found = build(Unit, value)
    return tuple(Finding("S2", Level.ERROR, None, path, v.path, v.message) for v in found if v.kind is not Kind.UNKNOWN)


def _who(state: State, one: str) -> str:
    return person_text(one, state.roster.name(one))


def _posts(held: tuple[Held, ...]) -> str:
    return "、".join(f"{row.era.name}（{row.unit.code}）{row.post.post}" for row in held)
