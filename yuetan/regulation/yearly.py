"""Whom 第五条 makes a subject of the yearly interview (第六条), and for which part of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.authority import is_vacant
from yuetan.regulation.changes import post_changes, spans, takings
from yuetan.regulation.deadline import days_later, month_day
from yuetan.regulation.matrix import is_narrow, mandates_of, reaches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Held, Roster
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Mandate, Situation

NEW_FROM = "年度.新任起"
LEFT_BEFORE = "年度.离任前"
UNREACHED = "除专门机关外，没有列出由谁约谈此人"
VACANT = "有权约谈的职务全年空缺"


@dataclass(frozen=True, slots=True)
class YearlySubject:
    """One person to be interviewed in a year: from which day to which, in which units, under which lines.

    `first` and `last` lie within the year. `gap` says why a miss is only doubtful: no line but the inspection body's
    own reaches the person, or the entitled post was vacant throughout; empty where there is none.
    """

    person: str
    name: str
    first: date
    last: date
    units: tuple[str, ...]
    mandates: tuple[Mandate, ...]
    gap: str

    def late(self, law: Law) -> bool:
        """Became one so late in the year that a miss is only a warning. **choice**"""
        start = law.text(NEW_FROM)
        return start is not None and self.first >= month_day(start, self.first.year)

    def left_early(self, law: Law) -> bool:
        """Ceased to be one so early in the year that a miss is only a warning. **choice**"""
        end = law.text(LEFT_BEFORE)
        return end is not None and self.last < days_later(month_day(end, self.last.year), -1)


@dataclass(frozen=True, slots=True)
class Reach:
    """Days of a person's year, both included, with the posts held then and the lines that reach them."""

    first: date
    last: date
    posts: tuple[Held, ...]
    lines: tuple[Mandate, ...]


def yearly_situations(law: Law) -> tuple[Situation, ...]:
    """The situations that count for the year."""
    return tuple(situation for situation in law.profile.situations if situation.yearly)


def yearly_subjects(law: Law, roster: Roster, year: int) -> tuple[YearlySubject, ...]:
    """Everyone whom the matrix makes a subject of the yearly interview in this year, by person's code.

    Those whom a line names (the inspection body's discretionary one apart), and the city-managed whom none reaches.
    """
    lines = yearly_lines(law)
    changes = _changes(roster, year)
    found = (_subject(law, roster, person, year, lines, changes) for person in roster.people())
    return tuple(subject for subject in found if subject is not None)


def lines_of_the_year(law: Law) -> tuple[Mandate, ...]:
    """The lines of the matrix for the yearly interview that hold under the text."""
    lines = (line for situation in yearly_situations(law) for line in mandates_of(law, situation))
    return tuple(dict.fromkeys(line for line in lines if is_narrow(law, line)))


def yearly_lines(law: Law) -> tuple[Mandate, ...]:
    """Those of them that settle who is a subject of the yearly interview."""
    return tuple(line for line in lines_of_the_year(law) if line.reaches)


def is_yearly_subject(law: Law, roster: Roster, person: str, day: date) -> bool:
    """Whether the person is one that day."""
    posts = roster.posts(person, day)
    return is_managed(law, posts) or any(reaches(law, roster, line, posts, day) for line in yearly_lines(law))


def _subject(  # noqa: PLR0917 - computed once for everybody
    law: Law, roster: Roster, person: str, year: int, lines: tuple[Mandate, ...], changes: tuple[date, ...]
) -> YearlySubject | None:
    subject = [one for one in _reaches(law, roster, person, year, lines) if one.lines or is_managed(law, one.posts)]
    if not subject:
        return None
    days = [(one.first, one.last) for one in subject]
    found = tuple(dict.fromkeys(line for one in subject for line in one.lines))
    gap = _gap(law, roster, person, days, changes) if found else UNREACHED
    name = roster.name(person) or person
    return YearlySubject(person, name, days[0][0], days[-1][1], _units(subject), found, gap)


def _units(subject: list[Reach]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(held.unit.code for one in subject for held in one.posts))


def _reaches(law: Law, roster: Roster, person: str, year: int, lines: tuple[Mandate, ...]) -> Iterator[Reach]:
    for first, last, posts in _spans(roster, person, year):
        yield Reach(first, last, posts, tuple(line for line in lines if reaches(law, roster, line, posts, first)))


def _gap(law: Law, roster: Roster, person: str, days: list[tuple[date, date]], changes: tuple[date, ...]) -> str:
    return VACANT if _vacant(law, roster, person, days, changes) else ""


def _vacant(law: Law, roster: Roster, person: str, days: list[tuple[date, date]], changes: tuple[date, ...]) -> bool:
    """Whether nobody held the entitled posts at any of the days: posts change hands only on `changes`."""
    asked = (day for first, last in days for day in (first, *(c for c in changes if first < c <= last)))
    return all(is_vacant(law, roster, situation, person, day) for day in asked for situation in yearly_situations(law))


def _changes(roster: Roster, year: int) -> tuple[date, ...]:
    """The days of the year on which somebody, somewhere, took a post or began to act."""
    days = {day for unit in roster.units for day in takings(unit)}
    return tuple(sorted(day for day in days if day.year == year))


def is_managed(law: Law, posts: tuple[Held, ...]) -> bool:
    """Whether one of the posts is managed at the level that the law is for: 市管 (第三条)."""
    return any(held.post.managed in law.profile.managed for held in posts)


def _spans(roster: Roster, person: str, year: int) -> Iterator[tuple[date, date, tuple[Held, ...]]]:
    """The year cut where the person's posts or their units change: spans in which some are held, and which."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    cuts = {first}
    for unit, _, post in roster.entries(person):
        cuts.update(post_changes(post), (era.since for era in unit.eras))
    found = ((*span, roster.posts(person, span[0])) for span in spans((c for c in cuts if first <= c <= last), last))
    return (row for row in found if row[2])
