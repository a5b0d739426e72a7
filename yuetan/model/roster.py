"""Who was what on a day: units and cadres by code, everything answered for a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yuetan.model.choices import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.model.unit import Era, Post, Unit


@dataclass(frozen=True, slots=True)
class Held:
    """A post held on a day: the person's entry, its unit, and what the unit was that day."""

    post: Post
    unit: Unit
    era: Era
    acting: bool

    @property
    def principal(self) -> bool:
        """主要负责人 by role, or acting as one."""
        return self.post.role == Role.PRINCIPAL or self.acting


@dataclass(frozen=True)
class Roster:
    """All units; look-ups by code and day."""

    units: tuple[Unit, ...] = ()
    _by_code: dict[str, Unit] = field(init=False, repr=False, compare=False)
    _by_person: dict[str, list[tuple[Unit, int]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_person: dict[str, list[tuple[Unit, int]]] = {}
        for unit in self.units:
            for index, post in enumerate(unit.posts):
                by_person.setdefault(post.id, []).append((unit, index))
        object.__setattr__(self, "_by_code", {unit.code: unit for unit in self.units})
        object.__setattr__(self, "_by_person", by_person)

    def unit(self, code: str) -> Unit | None:
        """The unit of this code."""
        return self._by_code.get(code)

    def unit_named(self, name: str, day: date) -> Unit | None:
        """The unit that bore this name that day, else one that bears it at any time."""
        for unit in self.units:
            era = unit.era(day)
            if era is not None and era.name == name:
                return unit
        return next((u for u in self.units if any(era.name == name for era in u.eras)), None)

    def unit_called(self, word: str, day: date) -> Unit | None:
        """The unit of this code, else the one of this name that day."""
        return (self.unit(word) or self.unit_named(word, day)) if word else None

    def known(self, person: str) -> bool:
        """Whether the roster has this person at any time."""
        return person in self._by_person

    def people(self) -> tuple[str, ...]:
        """Every person's code, sorted."""
        return tuple(sorted(self._by_person))

    def name(self, person: str) -> str | None:
        """The person's name, as in the latest entry."""
        entries = self._by_person.get(person)
        return entries[-1][0].posts[entries[-1][1]].name if entries else None

    def unit_name(self, person: str, year: int) -> str:
        """What the unit of the person's latest post that had begun by the year's end was called; empty for nobody."""
        entries = [row for row in self.entries(person) if row[2].since.year <= year]
        if not entries:
            return ""
        unit, _, post = max(entries, key=lambda row: (row[2].until is None, row[2].since))
        era = unit.era(min(date(year, 12, 31), post.until or date.max))
        return era.name if era is not None else unit.code

    def entries(self, person: str) -> tuple[tuple[Unit, int, Post], ...]:
        """Every entry of the person at any time: unit, index in the unit's list, post."""
        return tuple((unit, index, unit.posts[index]) for unit, index in self._by_person.get(person, ()))

    def posts(self, person: str, day: date) -> tuple[Held, ...]:
        """The posts that the person held that day."""
        return tuple(
            held
            for unit, index in self._by_person.get(person, ())
            if (held := _held(unit, unit.posts[index], day)) is not None
        )

    def staff(self, unit: Unit, day: date) -> tuple[Held, ...]:
        """Everybody in office in the unit that day, in the file's order."""
        return tuple(held for post in unit.posts if (held := _held(unit, post, day)) is not None)

    def in_office(self, day: date) -> Iterable[Held]:
        """Every post held that day, in the order of units and entries."""
        for unit in self.units:
            yield from self.staff(unit, day)


def _held(unit: Unit, post: Post, day: date) -> Held | None:
    era = unit.era(day)
    if era is None or not post.on(day):
        return None
    return Held(post, unit, era, post.acting is not None and post.acting.on(day))
