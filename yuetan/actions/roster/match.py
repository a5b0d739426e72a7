"""Which entry of the archive a row of a 名册 is, and what follows from entries and rows that are left over.

An entry is one post of one person. A row is an entry if unit, person and 职务 agree and it is in office, or if unit,
person and the day of 任职 agree. A row left over beside an entry left over of the same person is a move, an entry left
over alone a retirement: both are proposals.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.actions.roster.people import Person
    from yuetan.model.state import State
    from yuetan.model.unit import Post, Unit

ProposalRow = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the index of its entry in the unit's list; None for an entry to add."""

    person: Person
    index: int | None


@dataclass(frozen=True, slots=True)
class Matched:
    """Rows to take, and (kind, person, words, command) of what a person has to decide."""

    matches: tuple[Match, ...]
    proposals: tuple[ProposalRow, ...]


def match(people: Iterable[Person], state: State, today: date) -> Matched:
    """Match every row with the archive's entries: the surest agreement of any row first."""
    rows = list(people)
    left = {person: list(state.roster.entries(person)) for person in state.roster.people()}
    found: dict[int, int] = {}
    for agrees in (_exactly, _by_post, _by_day, _by_person):
        for number, row in enumerate(rows):
            entries = left.get(row.person, [])
            fits = [e for e in entries if e[0].code == row.place.code and agrees(row, e[2], today)]
            if number not in found and fits and (agrees is not _by_person or len(fits) == 1):
                entries.remove(fits[0])
                found[number] = fits[0][1]
    over, seen = [], {_key(rows[number]) for number in found}
    for number, row in enumerate(rows):
        if number not in found and _key(row) not in seen:
            seen.add(_key(row))
            over.append(row)
    current = {person: [e for e in entries if e[2].on(today)] for person, entries in left.items()}
    added, moves = _left_rows(over, current)
    covered = {row.place.code for row in rows}
    matches = [Match(rows[number], index) for number, index in sorted(found.items())]
    return Matched((*matches, *added), (*moves, *_retirements(current, covered)))


def _exactly(row: Person, post: Post, _: date) -> bool:
    return post.post == row.line.values.get("职务") and post.since == row.line.values.get("任职")


def _by_post(row: Person, post: Post, today: date) -> bool:
    return post.post == row.line.values.get("职务") and post.on(today)


def _by_day(row: Person, post: Post, _: date) -> bool:
    return post.since == row.line.values.get("任职")


def _by_person(row: Person, post: Post, today: date) -> bool:
    return "职务" not in row.line.values and post.on(today)


def _left_rows(
    over: list[Person], current: dict[str, list[tuple[Unit, int, Post]]]
) -> tuple[list[Match], list[ProposalRow]]:
    added: list[Match] = []
    proposals: list[ProposalRow] = []
    for row in over:
        entries = current.get(row.person, [])
        if row.namesakes:
            proposals.append(_namesake(row))
            for other in row.namesakes:
                current.pop(other, None)
        elif entries and row.line.values.get("免职") is None:
            proposals.append(_move(row, *entries.pop(0)))
        else:
            added.append(Match(row, None))
    return added, proposals


def _move(row: Person, unit: Unit, _: int, post: Post) -> ProposalRow:
    values = row.line.values
    words = (
        f"{row.person} {post.name}：档案中现任{unit.eras[-1].name}{post.post}，名册（第 {row.line.row} 行）写作"
        f"{row.place.name}{values.get('职务', '')}。如已调动，请用所附的命令；如是兼任，请在名册中把两个职务都列上"
    )
    day = values.get("任职")
    command = f"yuetan roster move {row.person} --to {row.place.code}"
    command += f" --post {values['职务']}" if "职务" in values else ""
    return ("调动", row.person, words, command + (f" --date {day.isoformat()}" if day is not None else ""))


def _namesake(row: Person) -> ProposalRow:
    name = row.line.values["姓名"]
    words = (
        f"名册第 {row.line.row} 行的{row.place.name}{name}没有编号，档案的其他单位有同名的 {'、'.join(row.namesakes)}。"
        "如是同一人，请在名册中填这个编号；如是另一人，请填一个新编号"
    )
    return ("同名", row.person, words, "")


def _retirements(current: dict[str, list[tuple[Unit, int, Post]]], covered: set[str]) -> list[ProposalRow]:
    gone: dict[str, list[str]] = defaultdict(list)
    for person, entries in sorted(current.items()):
        for unit, _, post in entries:
            if unit.code in covered:
                gone[person].append(f"{post.name}（{unit.eras[-1].name}{post.post}）")
    return [
        (
            "免职",
            person,
            f"{person} {'、'.join(told)} 在档案中在任，名册中没有。如已离任，请用所附的命令",
            f"yuetan roster retire {person}",
        )
        for person, told in gone.items()
    ]


def _key(row: Person) -> tuple[str, str, str]:
    return (row.place.code, row.person, f"{row.line.values.get('职务')}{row.line.values.get('任职')}")
