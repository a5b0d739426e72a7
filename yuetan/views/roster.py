"""The roster for a person to read: who was in office on a day, and one cadre's whole story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.interviews.filter import Filter
from yuetan.views.interviews.rows import NO_DAY, list_rows
from yuetan.views.names import unit_text
from yuetan.views.remaining import entitled_text
from yuetan.views.table import Row, column, json_or_null, json_value, row
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Held, Roster, State
    from yuetan.regulation.law import Laws
    from yuetan.views.interviews.rows import InterviewRow


@row
class RosterRow(Row):
    """One post held on a day."""

    code: str = column("单位编码", "unit_code", page=False)
    unit: str = column("单位")
    person: str = column("编号", "id")
    name: str = column("姓名")
    post: str = column("职务")
    role: str = column("角色")
    rank: str = column("职级", json=json_or_null)
    managed: str = column("管理")
    since: date = column("任职")


@row
class PostStory(Row):
    """One post of a cadre at any time; the unit by what it was called when it began."""

    unit: str = column()
    unit_code: str = column()
    post: str = column()
    role: str = column()
    since: date = column()
    until: date | None = column()


def roster_rows(roster: Roster, day: date, unit: str | None = None) -> tuple[RosterRow, ...]:
    """Every post held that day, in the order of units and entries; of one unit by code or name."""
    return tuple(_row(held) for held in roster.in_office(day) if unit in (None, held.unit.code, held.era.name))


def person_value(state: State, laws: Laws, name: str, today: date) -> dict[str, object]:
    """One cadre: every post, the interviews, who may hold this year's; `id` null where nobody is meant."""
    person = _person(state.roster, name)
    if person is None:
        return {"version": 1, "id": None, "name": None, "posts": [], "interviews": [], "year": None}
    return {
        "version": 1,
        "id": person,
        "name": state.roster.name(person),
        "posts": json_value(tuple(_posts(state.roster, person))),
        "interviews": json_value(list_rows(state, laws, Filter(cadre=person))),
        "year": {
            "year": today.year,
            "done": _met(state, laws, person, today),
            "entitled": _entitled_text(state, laws, person, today),
        },
    }


def person_lines(state: State, laws: Laws, name: str, today: date) -> tuple[str, ...]:
    """One cadre for a person to read."""
    person = _person(state.roster, name)
    if person is None:
        found = _people(state.roster, name)
        known = f"；有几位，写编号：{'、'.join(found)}" if found else ""
        return (f"名册中没有唯一的“{name}”{known}",)
    rows = list_rows(state, laws, Filter(cadre=person))
    return (
        f"{state.roster.name(person)}（{person}）",
        "职务：",
        *(_post_text(one) for one in _posts(state.roster, person)),
        f"约谈：{len(rows)} 份",
        *(_interview_text(one) for one in rows),
        *_year(state, laws, person, today),
    )


def _post_text(one: PostStory) -> str:
    until = one.until.isoformat() if one.until is not None else "今"
    return f"  {one.since.isoformat()} 至 {until}  {one.unit} {one.post}（{one.role}）"


def _interview_text(one: InterviewRow) -> str:
    day = one.day.isoformat() if one.day is not None else NO_DAY
    return f"  {one.id}  {one.kind}  {day}  {one.stage.value}"


def _year(state: State, laws: Laws, person: str, today: date) -> Iterator[str]:
    if laws.on(today) is not None:
        done = "已经进行" if _met(state, laws, person, today) else "还没有进行"
        entitled = _entitled_text(state, laws, person, today)
        yield f"{today.year} 年度约谈：{done}" + (f"；有权约谈的人：{entitled}" if entitled else "")


def _entitled_text(state: State, laws: Laws, person: str, today: date) -> str:
    law = laws.on(today)
    return entitled_text(law, state.roster, person, today) if law is not None else ""


def _row(held: Held) -> RosterRow:
    post = held.post
    return RosterRow(
        code=held.unit.code,
        unit=held.era.name,
        person=post.id,
        name=post.name,
        post=post.post,
        role=post.role,
        rank=post.rank or "",
        managed=post.managed,
        since=post.since,
    )


def _posts(roster: Roster, person: str) -> Iterator[PostStory]:
    for unit, _, post in roster.entries(person):
        yield PostStory(
            unit=unit_text(unit, post.since) or unit.eras[0].name,
            unit_code=unit.code,
            post=post.post,
            role=post.role,
            since=post.since,
            until=post.until,
        )


def _people(roster: Roster, name: str) -> tuple[str, ...]:
    return tuple(one for one in roster.people() if any(post.name == name for _, _, post in roster.entries(one)))


def _person(roster: Roster, name: str) -> str | None:
    """The one that is meant by a code or name."""
    if roster.known(name):
        return name
    found = _people(roster, name)
    return found[0] if len(found) == 1 else None


def _met(state: State, laws: Laws, person: str, today: date) -> bool:
    """Whether the person's interview of this year was lawfully held, as 第六条 counts it."""
    return any(fact.counts for fact in yearly_facts(state, laws, today.year, today).get(person, ()))
