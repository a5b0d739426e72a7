"""Whom a plan must provide for, and who may interview each of them on which days (第五条, 第六条).

Entitlement is asked once for every stretch of days in which neither side's posts change, among the units alone that
can matter to the person, so that a whole city is planned in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yuetan.model.roster import Roster
from yuetan.regulation.changes import spans, unit_changes
from yuetan.regulation.choices import Relation
from yuetan.regulation.deadline import days_later
from yuetan.regulation.matrix import any_fits, candidates, permits
from yuetan.regulation.yearly import lines_of_the_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yuetan.model import Held, Unit
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Mandate


_NEAR = {Relation.OWN_UNIT, Relation.IN_CHARGE}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both included, in which the same people may interview; `since` is when the latest post held was taken."""

    first: date
    last: date
    since: date
    interviewers: tuple[str, ...]
    principal: bool


@dataclass(frozen=True, slots=True)
class Phase:
    """Days of the year, from `first` on, under one law; `lines` entitle without an arrangement by others."""

    first: date
    law: Law | None
    lines: tuple[Mandate, ...] = ()

    def entitles(self, roster: Roster, line: Mandate, held: Held, posts: tuple[Held, ...], day: date) -> bool:
        """Whether the holder of `held` may interview the holder of `posts` under this line."""
        law = self.law
        return (
            law is not None
            and any_fits(law, roster, line.interviewers, held, day)
            and permits(law, roster, line, held, posts, day)
        )


@dataclass(frozen=True, slots=True)
class Entitlements:
    """Who may hold the year's interview with whom, indexed by unit; the inspection body's own arrangement apart.

    `phases` are the year's, in order, the first from New Year's day on. The rosters made once are kept in `_small`.
    """

    laws: Laws
    roster: Roster
    year: int
    phases: tuple[Phase, ...]
    by_kind: Mapping[str, tuple[Unit, ...]]
    _small: dict[frozenset[str], tuple[Roster, tuple[date, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def stretches(self, person: str) -> tuple[Stretch, ...]:
        """The year's stretches in which the person is in office, in order."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        roster, changes = self._around(person)
        days = (*(phase.first for phase in self.phases), *(day for day in changes if first <= day <= last))
        found = ((start, end, roster.posts(person, start)) for start, end in spans(days, last))
        return tuple(self._stretch(roster, person, *row) for row in found if row[2])

    def _stretch(self, roster: Roster, person: str, first: date, last: date, posts: tuple[Held, ...]) -> Stretch:
        since = max(held.post.since for held in posts)
        people = tuple(dict.fromkeys(self._holders(roster, person, posts, first)))
        return Stretch(first, last, since, people, any(held.principal for held in posts))

    def _holders(self, roster: Roster, person: str, posts: tuple[Held, ...], day: date) -> Iterator[str]:
        phase = next(phase for phase in reversed(self.phases) if phase.first <= day)
        for line in phase.lines:
            for held in candidates(roster, line, posts, day):
                if held.post.id != person and phase.entitles(roster, line, held, posts, day):
                    yield held.post.id

    def _around(self, person: str) -> tuple[Roster, tuple[date, ...]]:
        """The units that can matter to the person, as a roster of their own, and the days on which they change."""
        key = frozenset(self._near(person))
        if key not in self._small:
            ordered = tuple(unit for unit in self.roster.units if unit.code in key)
            changes = {day for unit in ordered for day in unit_changes(unit)}
            self._small[key] = (Roster(ordered), tuple(sorted(changes)))
        return self._small[key]

    def _near(self, person: str) -> Iterator[str]:
        """The codes of the person's own units, those of their leaders, and those whose people interview others'."""
        own = self._units_of(person)
        eras = [era for unit in own for era in unit.eras]
        leaders = dict.fromkeys(leader for era in eras for leader in era.in_charge)
        beside = (unit for leader in leaders for unit in self._units_of(leader))
        yield from (unit.code for unit in (*own, *beside, *self._elsewhere({era.county for era in eras})))

    def _units_of(self, person: str) -> list[Unit]:
        return [unit for unit, _, _ in self.roster.entries(person)]

    def _elsewhere(self, counties: set[str | None]) -> Iterator[Unit]:
        """Units whose people may interview those of other units."""
        for line in self._lines():
            units = (unit for kind in self._kinds(line) for unit in self.by_kind.get(kind, ()))
            if line.relation == Relation.SAME_COUNTY:
                units = (unit for unit in units if any(era.county in counties for era in unit.eras))
            yield from units

    def _kinds(self, line: Mandate) -> Iterable[str]:
        """The kinds of unit in which a line's interviewers are; every kind where it names none."""
        return {kind for who in line.interviewers for kind in who.kinds} or self.by_kind

    def _lines(self) -> tuple[Mandate, ...]:
        """The lines of the year that lead beyond the own unit and its leaders."""
        lines = (line for phase in self.phases for line in phase.lines)
        return tuple(dict.fromkeys(one for one in lines if one.relation not in _NEAR))


def entitlements(laws: Laws, roster: Roster, year: int) -> Entitlements:
    """The year's entitlements, before anybody is asked about."""
    first = date(year, 1, 1)
    days = sorted({first, *(day for day in _legal_changes(laws) if day.year == year)})
    return Entitlements(laws, roster, year, tuple(_phase(laws, day) for day in days), _by_kind(roster))


def _by_kind(roster: Roster) -> dict[str, tuple[Unit, ...]]:
    """Every unit under each kind that it was of."""
    found: dict[str, dict[str, Unit]] = {}
    for unit in roster.units:
        for era in unit.eras:
            found.setdefault(era.kind, {})[unit.code] = unit
    return {kind: tuple(units.values()) for kind, units in found.items()}


def _phase(laws: Laws, day: date) -> Phase:
    """The law from this day on and its lines for the yearly interview."""
    law = laws.on(day)
    lines = lines_of_the_year(law) if law is not None else ()
    return Phase(day, law, tuple(line for line in lines if not line.needs_basis))


def _legal_changes(laws: Laws) -> Iterator[date]:
    """The days on which another regulation or reading begins."""
    yield from (row.since for row in laws.office.regulations)
    yield from (row.since for row in laws.office.choices)
    for profile in laws.profiles.values():
        yield profile.since
        if profile.until is not None:
            yield days_later(profile.until, 1)
        yield from (value.since for parameter in profile.parameters for value in parameter.values)
