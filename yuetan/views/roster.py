"""The roster for a person to read: who was in office on a day, and one cadre's whole story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.views.listing import Filter, list_rows
from yuetan.views.remaining import entitled_text
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Held, Post, Roster, State, Unit
    from yuetan.regulation.law import Laws


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One post held on a day."""

    unit: str
    code: str
    person: str
    name: str
    post: str
    role: str
    rank: str
    managed: str
    since: date

    def cells(self) -> tuple[str, ...]:
        """单位, 编号, 姓名, 职务, 角色, 职级, 管理, 任职."""
        since = self.since.isoformat()
        return (self.unit, self.person, self.name, self.post, self.role, self.rank, self.managed, since)

    def as_json(self) -> dict[str, Any]:
        """The same with every key, null where there is nothing."""
        return {
            "unit": self.unit,
            "unit_code": self.code,
            "id": self.person,
            "name": self.name,
            "post": self.post,
            "role": self.role,
            "rank": self.rank or None,
            "managed": self.managed,
            "since": self.since.isoformat(),
        }


def roster_rows(roster: Roster, day: date, unit: str | None = None) -> tuple[RosterRow, ...]:
    """Every post held that day, in the order of units and entries; of one unit by code or name."""
    return tuple(_row(held) for held in roster.in_office(day) if unit in (None, held.unit.code, held.era.name))


def person_value(state: State, laws: Laws, word: str, today: date) -> dict[str, Any]:
    """One cadre: every post, the interviews, who may hold this year's; `id` null where nobody is meant."""
    person = _person(state.roster, word)
    if person is None:
        return {"version": 1, "id": None, "name": None, "posts": [], "interviews": [], "year": None}
    law = laws.on(today)
    return {
        "version": 1,
        "id": person,
        "name": state.roster.name(person),
        "posts": [_entry(unit, post) for unit, _, post in state.roster.entries(person)],
        "interviews": [row.as_json() for row in list_rows(state, laws, Filter(cadre=person))],
        "year": {
            "year": today.year,
            "done": _met(state, laws, person, today),
            "entitled": entitled_text(law, state.roster, person, today) if law is not None else "",
        },
    }


def person_lines(state: State, laws: Laws, word: str, today: date) -> tuple[str, ...]:
    """One cadre for a person to read."""
    person = _person(state.roster, word)
    if person is None:
        found = _people(state.roster, word)
        known = f"；有几位，写编号：{'、'.join(found)}" if found else ""
        return (f"名册中没有唯一的“{word}”{known}",)
    lines = [f"{state.roster.name(person)}（{person}）", "职务："]
    for unit, _, post in state.roster.entries(person):
        until = post.until.isoformat() if post.until is not None else "今"
        lines.append(f"  {post.since.isoformat()} 至 {until}  {_unit_name(unit, post)} {post.post}（{post.role}）")
    rows = list_rows(state, laws, Filter(cadre=person))
    lines.append(f"约谈：{len(rows)} 份")
    lines.extend(f"  {row.id}  {row.kind}  {row.cells()[3]}  {row.stage.value}" for row in rows)
    return (*lines, *_year(state, laws, person, today))


def _year(state: State, laws: Laws, person: str, today: date) -> tuple[str, ...]:
    law = laws.on(today)
    if law is None:
        return ()
    done = "已经进行" if _met(state, laws, person, today) else "还没有进行"
    who = entitled_text(law, state.roster, person, today)
    return (f"{today.year} 年度约谈：{done}" + (f"；有权约谈的人：{who}" if who else ""),)


def _row(held: Held) -> RosterRow:
    post = held.post
    return RosterRow(
        held.era.name,
        held.unit.code,
        post.id,
        post.name,
        post.post,
        post.role,
        post.rank or "",
        post.managed,
        post.since,
    )


def _entry(unit: Unit, post: Post) -> dict[str, Any]:
    return {
        "unit": _unit_name(unit, post),
        "unit_code": unit.code,
        "post": post.post,
        "role": post.role,
        "since": post.since.isoformat(),
        "until": post.until.isoformat() if post.until is not None else None,
    }


def _unit_name(unit: Unit, post: Post) -> str:
    era = unit.era(post.since)
    return era.name if era is not None else unit.eras[0].name


def _people(roster: Roster, word: str) -> tuple[str, ...]:
    return tuple(one for one in roster.people() if any(post.name == word for _, _, post in roster.entries(one)))


def _person(roster: Roster, word: str) -> str | None:
    if roster.known(word):
        return word
    found = _people(roster, word)
    return found[0] if len(found) == 1 else None


def _met(state: State, laws: Laws, person: str, today: date) -> bool:
    """Whether the person's interview of this year was lawfully held, as 第六条 counts it."""
    return any(fact.counts for fact in yearly_facts(state, laws, today.year, today).get(person, ()))
