"""The law of one day: a profile with the values in force that day and the office's choices applied."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.parameters import value_fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model.office import Choice, Office
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.profile import Parameter, Profile, Situation

ParameterValue = str | int | bool | date | None
"""What a parameter says; None where the regulation is silent."""


@dataclass(frozen=True, slots=True)
class Law:
    """A profile as in force on `day`, with the office's choices and the working-day calendar."""

    profile: Profile
    day: date
    calendar: Calendar
    choices: tuple[Choice, ...] = ()
    _known: dict[str, ParameterValue] = field(default_factory=dict, init=False, repr=False, compare=False)

    def choice(self, name: str) -> Choice | None:
        """The office's choice for this parameter in force that day.

        None where the regulation leaves nothing to choose: what it says in so many words, no office can read away.
        """
        parameter = self.profile.parameter(name)
        if parameter is None or not parameter.choice:
            return None
        rows = [c for c in self.choices if c.parameter == name and c.since <= self.day and _may_be(parameter, c.value)]
        return max(rows, key=lambda row: row.since, default=None)

    def value(self, name: str) -> ParameterValue:
        """The parameter's value that day; None where the profile does not have it (the regulation is silent)."""
        if name not in self._known:
            self._known[name] = self._value(name)
        return self._known[name]

    def _value(self, name: str) -> ParameterValue:
        parameter = self.profile.parameter(name)
        if parameter is None:
            return None
        chosen = self.choice(name)
        return chosen.value if chosen is not None else value_on(parameter, self.day)

    def number(self, name: str) -> int | None:
        """An integer parameter; None where the regulation is silent."""
        value = self.value(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool:
        """A yes-or-no parameter; False where the regulation is silent."""
        return self.value(name) is True

    def text(self, name: str) -> str | None:
        """A parameter with a word as its value; None where the regulation is silent."""
        value = self.value(name)
        return value if isinstance(value, str) else None

    def situation(self, kind: str) -> Situation | None:
        """The situation by name, short name or code."""
        return self.profile.situation(kind)

    def provision(self, code: str) -> str | None:
        """The article on which a rule stands."""
        return self.profile.provision(code)


def _may_be(parameter: Parameter, value: str | int | bool | date) -> bool:
    return value in parameter.options if parameter.options else value_fault(parameter.name, value) is None


def value_on(parameter: Parameter, day: date) -> ParameterValue:
    """The value in force on a day: the latest that has begun; None before the first."""
    rows = [row for row in parameter.values if row.since <= day]
    return max(rows, key=lambda row: row.since).value if rows else None


@dataclass(frozen=True, slots=True)
class Laws:
    """All profiles and the calendar: gives the law that judges a day."""

    profiles: Mapping[str, Profile]
    office: Office
    calendar: Calendar
    _made: dict[tuple[date, str | None], Law | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def on(self, day: date, name: str | None = None) -> Law | None:
        """The law in force that day: of the profile named in the record, else of the office's own.

        None where no profile is in force, it is not known, or it was not yet, or is no longer, in force (第十一条).
        """
        key = (day, name)
        if key not in self._made:
            self._made[key] = self._on(day, name)
        return self._made[key]

    def situation(self, day: date, kind: str, name: str | None = None) -> Situation | None:
        """What the law in force that day calls `kind`; None where there is none, or it does not know it."""
        law = self.on(day, name)
        return law.situation(kind) if law is not None else None

    def _on(self, day: date, name: str | None) -> Law | None:
        wanted = name or self.office.regulation(day)
        profile = self.profiles.get(wanted) if wanted is not None else None
        if profile is None or not profile.in_force(day):
            return None
        return Law(profile, day, self.calendar, self.office.choices)
