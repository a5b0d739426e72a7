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
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from yuetan.actions.roster.people import RowPerson
    from yuetan.model.state import State
    from yuetan.model.unit import Post, Unit

    Entry = tuple[Unit, int, Post]
    Entries = dict[str, list[Entry]]
    Agreement = Callable[["RowPerson", Post, date], bool]


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the index of its entry in the unit's list; None for an entry to add."""

    person: RowPerson
    index: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person has to decide: `kind` is 调动, 免职 or 同名; `command` a command that would do it, or empty."""

    kind: str
    person: str
    words: str
    command: str


@dataclass(frozen=True, slots=True)
class Matched:
    """Rows to take, and what a person has to decide."""

    matches: tuple[Match, ...]
    proposals: tuple[Proposal, ...]


def match_entries(people: Iterable[RowPerson], state: State, today: date) -> Matched:
    """Match every row with the archive's entries: the surest agreement of any row first."""
    rows = list(people)
    left = {person: list(state.roster.entries(person)) for person in state.roster.people()}
    found = _agreed(rows, left, today)
    current = {person: [e for e in entries if e[2].on(today)] for person, entries in left.items()}
    added, moves = _left_rows(_left_over(rows, found), current)
    covered = {row.unit.code for row in rows}
    matches = [Match(rows[number], index) for number, index in sorted(found.items())]
    return Matched((*matches, *added), (*moves, *_retirements(current, covered)))


def _agreed(rows: list[RowPerson], left: Entries, today: date) -> dict[int, int]:
    """The index of the entry that each row is, by the row's number; entries taken leave `left`."""
    found: dict[int, int] = {}
    for agrees in (_exactly, _by_post, _by_day, _by_person):
        for number, row in enumerate(rows):
            entries = left.get(row.id, [])
            fit = _fit(row, entries, agrees, today) if number not in found else None
            if fit is not None:
                entries.remove(fit)
                found[number] = fit[1]
    return found


def _fit(row: RowPerson, entries: list[Entry], agrees: Agreement, today: date) -> Entry | None:
    """The first entry that agrees; where the person alone does, the only one."""
    fits = [entry for entry in entries if entry[0].code == row.unit.code and agrees(row, entry[2], today)]
    return fits[0] if fits and (agrees is not _by_person or len(fits) == 1) else None


def _left_over(rows: list[RowPerson], found: dict[int, int]) -> Iterator[RowPerson]:
    """The rows that are no entry of the archive, those that say the same once."""
    seen = {_key(rows[number]) for number in found}
    for number, row in enumerate(rows):
        if number not in found and _key(row) not in seen:
            seen.add(_key(row))
            yield row


def _exactly(row: RowPerson, post: Post, _: date) -> bool:
    return post.post == row.cells.post and post.since == row.cells.since


def _by_post(row: RowPerson, post: Post, today: date) -> bool:
    return post.post == row.cells.post and post.on(today)


def _by_day(row: RowPerson, post: Post, _: date) -> bool:
    return post.since == row.cells.since


def _by_person(row: RowPerson, post: Post, today: date) -> bool:
    return row.cells.post is None and post.on(today)


def _left_rows(over: Iterable[RowPerson], current: Entries) -> tuple[list[Match], list[Proposal]]:
    added: list[Match] = []
    proposals: list[Proposal] = []
    for row in over:
        entries = current.get(row.id, [])
        if row.namesakes:
            proposals.append(_namesake(row))
            for other in row.namesakes:
                current.pop(other, None)
        elif entries and row.cells.until is None:
            proposals.append(_move(row, *entries.pop(0)))
        else:
            added.append(Match(row, None))
    return added, proposals


def _move(row: RowPerson, unit: Unit, _: int, post: Post) -> Proposal:
    cells = row.cells
    words = (
        f"{row.id} {post.name}：档案中现任{unit.eras[-1].name}{post.post}，名册（第 {row.row.number} 行）写作"
        f"{row.unit.name}{cells.post or ''}。如已调动，请用所附的命令；如是兼任，请在名册中把两个职务都列上"
    )
    command = f"yuetan roster move {row.id} --to {row.unit.code}"
    command += f" --post {cells.post}" if cells.post is not None else ""
    command += f" --date {cells.since.isoformat()}" if cells.since is not None else ""
    return Proposal("调动", row.id, words, command)


def _namesake(row: RowPerson) -> Proposal:
    words = (
        f"名册第 {row.row.number} 行的{row.unit.name}{row.cells.name}没有编号，"
        f"档案的其他单位有同名的 {'、'.join(row.namesakes)}。"
        "如是同一人，请在名册中填这个编号；如是另一人，请填一个新编号"
    )
    return Proposal("同名", row.id, words, "")


def _retirements(current: Entries, covered: set[str]) -> list[Proposal]:
    gone: dict[str, list[str]] = defaultdict(list)
    for person, entries in sorted(current.items()):
        for unit, _, post in entries:
            if unit.code in covered:
                gone[person].append(f"{post.name}（{unit.eras[-1].name}{post.post}）")
    return [
        Proposal(
            "免职",
            person,
            f"{person} {'、'.join(told)} 在档案中在任，名册中没有。如已离任，请用所附的命令",
            f"yuetan roster retire {person}",
        )
        for person, told in gone.items()
    ]


def _key(row: RowPerson) -> tuple[str, str, str | None, date | None]:
    return (row.unit.code, row.id, row.cells.post, row.cells.since)
