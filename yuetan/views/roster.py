"""What the looking commands show of the roster: who is in office, and one person's posts and interviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Held, Interview, Post, Roster, State
    from yuetan.regulation.law import Laws


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One post held on a day."""

    person: str
    unit: str
    unit_name: str
    post: Post
    acting: bool

    def cells(self) -> tuple[str, ...]:
        """What the table shows."""
        post = self.post
        role = f"{post.role}（主持工作）" if self.acting else post.role
        return (self.unit_name, self.person, post.name, post.post, role, post.rank or "", post.managed, str(post.since))

    def as_json(self) -> dict[str, Any]:
        """Under the record's own keys, with the unit; every key always present."""
        post = self.post
        return {
            "单位": self.unit,
            "单位名称": self.unit_name,
            "编号": self.person,
            "姓名": post.name,
            "职务": post.post,
            "党内职务": post.party_post,
            "角色": post.role,
            "职级": post.rank,
            "管理": post.managed,
            "任职": post.since.isoformat(),
            "免职": post.until.isoformat() if post.until else None,
            "主持工作": self.acting,
        }


def roster_rows(roster: Roster, day: date, unit: str | None = None) -> tuple[RosterRow, ...]:
    """Every post held that day, by unit and then in the file's order; `unit` by code or name."""
    return tuple(
        _row(held) for held in roster.in_office(day) if unit is None or unit in (held.unit.code, held.era.name)
    )


def persons_called(roster: Roster, word: str) -> tuple[str, ...]:
    """Codes of the persons whom a word means: one's code, else everybody of that name."""
    if roster.known(word):
        return (word,)
    return tuple(person for person in roster.people() if word in {post.name for _, _, post in roster.entries(person)})


def person_value(state: State, laws: Laws, person: str, day: date) -> dict[str, Any]:
    """Posts and interviews of one person, as JSON."""
    return {
        "version": 1,
        "编号": person,
        "姓名": state.roster.name(person),
        "职务": [
            {"单位": unit.code, **{k: _json(v) for k, v in plain(post).items()}}
            for unit, _, post in state.roster.entries(person)
        ],
        "约谈": [
            {"编号": record.id, "类型": record.kind, "日期": record.day.isoformat() if record.day else None}
            for record in interviews_of(state, person)
        ],
        "有权约谈的人": [list(row) for row in _entitled(state, laws, person, day)],
    }


def person_lines(state: State, laws: Laws, person: str, day: date) -> Iterator[str]:
    """The same for a clerk."""
    yield f"{state.roster.name(person)}（{person}）"
    yield "历任职务："
    for unit, _, post in state.roster.entries(person):
        era = unit.era(post.since)
        until = f"至 {post.until.isoformat()}（不含）" if post.until else "至今"
        acting = "，主持工作" if post.acting is not None else ""
        yield f"  {post.since.isoformat()} {until}  {era.name if era else unit.code} {post.post}（{post.role}{acting}）"
    found = tuple(interviews_of(state, person))
    yield "约谈：" if found else "约谈：还没有"
    for record in found:
        yield f"  {record.id}  {record.kind}  {record.day.isoformat() if record.day else '时间未定'}  {record.topic or ''}"
    entitled = _entitled(state, laws, person, day)
    yield "今天有权对其进行年度约谈的人：" if entitled else "今天没有人按办法须对其进行年度约谈。"
    for person_id, name, post_name, item in entitled:
        yield f"  {name}（{person_id}）{post_name}，依据{item}"


def interviews_of(state: State, person: str) -> tuple[Interview, ...]:
    """Interviews in which the person is a subject, by day."""
    found = [
        stored.record
        for stored in state.interviews
        if stored.record is not None and any(subject.id == person for subject in stored.record.subjects)
    ]
    return tuple(sorted(found, key=lambda record: (record.judged_day, record.id)))


def _entitled(state: State, laws: Laws, person: str, day: date) -> tuple[tuple[str, str, str, str], ...]:
    from yuetan.regulation.authority import interviewers_for

    law = laws.on(day)
    if law is None:
        return ()
    return tuple(
        dict.fromkeys(
            (other, held.post.name, held.post.post, mandate.item)
            for situation in law.profile.situations
            if situation.yearly
            for other, held, mandate in interviewers_for(law, state.roster, situation, person, day)
        )
    )


def _row(held: Held) -> RosterRow:
    return RosterRow(held.post.id, held.unit.code, held.era.name, held.post, held.acting)


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _json(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
