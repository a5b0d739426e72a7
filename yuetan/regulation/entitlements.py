"""Whom a plan must provide for, and who may interview each of them on which days (第五条, 第六条).

Entitlement is asked once for every stretch of days in which neither side's posts change, among the units alone that
can matter to the person, so that a whole city is planned in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yuetan.model.roster import Roster
from yuetan.regulation.choices import Relation
from yuetan.regulation.deadline import days_later
from yuetan.regulation.matrix import any_fits, candidates, is_narrow, mandates_of, permits
from yuetan.regulation.yearly import yearly_situations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yuetan.model import Held, Unit
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Mandate


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both included, in which the same people may interview; `since` is when the latest post held was taken."""

    first: date
    last: date
    since: date
    interviewers: tuple[str, ...]
    principal: bool


@dataclass
class Entitlements:
    """Who may hold the year's interview with whom, indexed by unit; the inspection body's own arrangement apart."""

    laws: Laws
    roster: Roster
    year: int
    _by_kind: dict[str, tuple[Unit, ...]] = field(init=False)
    _small: dict[frozenset[str], tuple[Roster, tuple[date, ...]]] = field(init=False, default_factory=dict)
    _lines: dict[date, tuple[Law, tuple[Mandate, ...]] | None] = field(init=False, default_factory=dict)
    _legal: tuple[date, ...] = field(init=False)

    def __post_init__(self) -> None:
        by_kind: dict[str, dict[str, Unit]] = {}
        for unit in self.roster.units:
            for era in unit.eras:
                by_kind.setdefault(era.kind, {})[unit.code] = unit
        self._by_kind = {kind: tuple(units.values()) for kind, units in by_kind.items()}
        self._legal = _legal_changes(self.laws)

    def stretches(self, person: str) -> tuple[Stretch, ...]:
        """The year's stretches in which the person is in office, in order."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        roster, changes = self._around(person)
        days = sorted({first, *(day for day in (*changes, *self._legal) if first <= day <= last)})
        found = []
        for index, start in enumerate(days):
            end = days_later(days[index + 1], -1) if index + 1 < len(days) else last
            posts = roster.posts(person, start)
            if posts:
                since = max(held.post.since for held in posts)
                people = tuple(dict.fromkeys(self._holders(roster, person, posts, start)))
                found.append(Stretch(start, end, since, people, any(held.principal for held in posts)))
        return tuple(found)

    def _holders(self, roster: Roster, person: str, posts: tuple[Held, ...], day: date) -> Iterator[str]:
        judged = self._judged(day)
        if judged is None:
            return
        law, lines = judged
        for line in lines:
            for held in candidates(roster, line, posts, day):
                if (
                    held.post.id != person
                    and any_fits(law, roster, line.interviewers, held, day)
                    and permits(law, roster, line, held, posts, day)
                ):
                    yield held.post.id

    def _judged(self, day: date) -> tuple[Law, tuple[Mandate, ...]] | None:
        """The law of a day and its lines for the yearly interview."""
        begun = max((one for one in self._legal if one <= day), default=date.min)
        if begun not in self._lines:
            law = self.laws.on(day)
            self._lines[begun] = (law, tuple(dict.fromkeys(_lines(law)))) if law is not None else None
        return self._lines[begun]

    def _around(self, person: str) -> tuple[Roster, tuple[date, ...]]:
        """The units that can matter to the person, as a roster of their own, and the days on which they change."""
        own = {unit.code: unit for unit, _, _ in self.roster.entries(person)}
        units = dict(own)
        for unit in own.values():
            for era in unit.eras:
                for leader in era.in_charge:
                    units.update((found.code, found) for found, _, _ in self.roster.entries(leader))
        counties = {era.county for unit in own.values() for era in unit.eras}
        for unit in self._elsewhere(counties):
            units[unit.code] = unit
        key = frozenset(units)
        if key not in self._small:
            ordered = tuple(unit for unit in self.roster.units if unit.code in key)
            self._small[key] = (Roster(ordered), tuple(sorted(_changes(ordered))))
        return self._small[key]

    def _elsewhere(self, counties: set[str | None]) -> Iterator[Unit]:
        """Units whose people may interview those of other units."""
        for line in self._all_lines():
            if line.relation in {Relation.OWN_UNIT, Relation.IN_CHARGE}:
                continue
            kinds: set[str] = {kind for who in line.interviewers for kind in who.kinds} or set(self._by_kind)
            for kind in sorted(kinds):
                for unit in self._by_kind.get(kind, ()):
                    if line.relation != Relation.SAME_COUNTY or any(era.county in counties for era in unit.eras):
                        yield unit

    def _all_lines(self) -> tuple[Mandate, ...]:
        first = date(self.year, 1, 1)
        days = (first, *(day for day in self._legal if day.year == self.year))
        found = (judged[1] for day in days if (judged := self._judged(day)) is not None)
        return tuple(dict.fromkeys(line for lines in found for line in lines))


def _lines(law: Law) -> Iterator[Mandate]:
    """The lines of the text for the yearly interview that need no arrangement by others."""
    for situation in yearly_situations(law):
        for line in mandates_of(law, situation):
            if is_narrow(law, line) and not line.needs_basis:
                yield line


def _changes(units: Iterable[Unit]) -> set[date]:
    """The days on which something in these units becomes different."""
    days: set[date] = set()
    for unit in units:
        days.update(era.since for era in unit.eras)
        for post in unit.posts:
            days.add(post.since)
            if post.until is not None:
                days.add(post.until)
            if post.acting is not None:
                days.add(post.acting.since)
                if post.acting.until is not None:
                    days.add(days_later(post.acting.until, 1))
    return days


def _legal_changes(laws: Laws) -> tuple[date, ...]:
    """The days on which another regulation or reading begins."""
    days = {row.since for row in laws.office.regulations} | {row.since for row in laws.office.choices}
    for profile in laws.profiles.values():
        days.add(profile.since)
        if profile.until is not None:
            days.add(days_later(profile.until, 1))
        days.update(value.since for parameter in profile.parameters for value in parameter.values)
    return tuple(sorted(days))
