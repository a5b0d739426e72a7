"""Who coordinates an interview (第七条（一）), and whether a name written in a record means one of the law's bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.regulation.matrix import any_fits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.model import Interview, Roster
    from yuetan.model.interview import Coordination
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Body, Coordinator

READING = "协调.理解"
BY_SUBJECT = "按对象"
BY_INTERVIEWER = "按约谈人"


@dataclass(frozen=True, slots=True)
class Need:
    """For one person: the lines of 协调 any of which satisfies."""

    person: str
    options: tuple[Coordinator, ...]

    @property
    def words(self) -> str:
        """Who should coordinate, in words."""
        return "或".join(_option_words(option) for option in self.options)


@dataclass(frozen=True, slots=True)
class Coordinators:
    """What an interview needs, read by its subjects and by its interviewers, and whether what is written meets it."""

    by_subject: tuple[Need, ...]
    by_interviewer: tuple[Need, ...]
    subject_met: bool
    interviewer_met: bool

    @property
    def met(self) -> bool:
        """Met under every reading that the law leaves open."""
        return self.subject_met and self.interviewer_met

    @property
    def doubtful(self) -> bool:
        """Met under one reading only."""
        return self.subject_met != self.interviewer_met

    @property
    def words(self) -> str:
        """Who should coordinate, in words, by subject."""
        return "；".join(dict.fromkeys(need.words for need in self.by_subject))

    @property
    def interviewer_words(self) -> str:
        """Who should coordinate, in words, by interviewer."""
        return "；".join(dict.fromkeys(need.words for need in self.by_interviewer))


def required_coordinators(law: Law, roster: Roster, interview: Interview) -> Coordinators:
    """Who coordinates this interview, and whether its 协调 says so.

    The law may settle the reading (协调.理解): then both readings are that one. A law without 协调 needs nobody.
    """
    day = interview.judged_day
    subjects = _needs(law, roster, (s.id for s in interview.subjects), day)
    interviewers = _needs(law, roster, (i.id for i in interview.interviewers if i.part == Part.CONDUCTS), day)
    reading = law.text(READING)
    if reading == BY_SUBJECT or not interviewers:
        interviewers = subjects
    elif reading == BY_INTERVIEWER:
        subjects = interviewers
    written = interview.coordination
    return Coordinators(
        subjects,
        interviewers,
        _all_met(law, roster, subjects, written, day),
        _all_met(law, roster, interviewers, written, day),
    )


def is_body(law: Law, name: str, written_name: str, roster: Roster, day: date) -> bool:
    """Whether `written_name` means the body that the profile calls `name`, that day.

    By its full names, by what its name contains, or as a unit of the roster of the body's kind. Bodies are dated.
    """
    return any(_is(body, written_name.strip(), roster, day) for body in bodies(law, name, day))


def bodies(law: Law, name: str, day: date) -> tuple[Body, ...]:
    """The lines of 机关 of this name that exist that day."""
    return tuple(body for body in law.profile.bodies if body.name == name and _exists(body, day))


def _exists(body: Body, day: date) -> bool:
    return (body.since is None or body.since <= day) and (body.until is None or day <= body.until)


def ended_body(law: Law, written_name: str, day: date) -> Body | None:
    """The line of 机关 that bore this full name and had ended by that day, where no body bears it any more."""
    named = [body for body in law.profile.bodies if written_name.strip() in body.names]
    gone = bool(named) and all(body.until is not None and body.until < day for body in named)
    return named[-1] if gone else None


def body_text(law: Law, name: str, day: date) -> str:
    """What the body is called that day: its first full name, else the profile's own word for it."""
    return next((body.names[0] for body in bodies(law, name, day) if body.names), name)


def _is(body: Body, written: str, roster: Roster, day: date) -> bool:
    if _called(body, written):
        return True
    unit = roster.unit(written) or roster.unit_named(written, day)
    era = unit.era(day) if unit is not None else None
    return era is not None and (era.kind in body.kinds or _called(body, era.name))


def _called(body: Body, name: str) -> bool:
    return name == body.name or name in body.names or any(part in name for part in body.contains)


def _needs(law: Law, roster: Roster, people: Iterable[str], day: date) -> tuple[Need, ...]:
    found = (Need(person, _options(law, roster, person, day)) for person in dict.fromkeys(people))
    return tuple(need for need in found if need.options)


def _options(law: Law, roster: Roster, person: str, day: date) -> tuple[Coordinator, ...]:
    posts = roster.posts(person, day)
    lines = law.profile.coordinators
    named = tuple(line for line in lines if any(any_fits(law, roster, line.people, held, day) for held in posts))
    return named or tuple(line for line in lines if not line.people)


def _all_met(law: Law, roster: Roster, needs: tuple[Need, ...], written: tuple[Coordination, ...], day: date) -> bool:
    return all(any(_met(law, roster, option, row, day) for option in need.options for row in written) for need in needs)


def _met(law: Law, roster: Roster, option: Coordinator, row: Coordination, day: date) -> bool:
    if not is_body(law, option.body, row.unit, roster, day):
        return False
    if option.consulted is None:
        return True
    return row.consulted is not None and is_body(law, option.consulted, row.consulted.unit, roster, day)


def _option_words(option: Coordinator) -> str:
    return option.body if option.consulted is None else f"{option.body}商{option.consulted}"
