"""Which interviewer and week a person may be given: entitled, in office, settled in, not in a quiet fortnight."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from yuetan.planning.weeks import SETTLING_DAYS, weeks_of
from yuetan.regulation.authority import entitlement
from yuetan.regulation.deadline import days_later
from yuetan.regulation.yearly import yearly_situations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from yuetan.planning.board import Seat
    from yuetan.planning.weeks import Week
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.entitlements import Entitlements, Stretch
    from yuetan.regulation.yearly import YearlySubject


@dataclass
class Seats:
    """The seats of one year. Nothing new is planned before `start`."""

    people: Entitlements
    calendar: Calendar
    start: date
    _stretches: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the year."""
        return weeks_of(self.people.year, self.calendar)

    @cached_property
    def months(self) -> tuple[int, ...]:
        """The month of every week."""
        return tuple(week.month for week in self.weeks)

    def stretches(self, person: str) -> tuple[Stretch, ...]:
        """The stretches of days in which the same people may interview the person."""
        if person not in self._stretches:
            self._stretches[person] = self.people.stretches(person)
        return self._stretches[person]

    def principal(self, person: str) -> bool:
        """Whether the person is a principal when last in office in the year."""
        stretches = self.stretches(person)
        return bool(stretches) and stretches[-1].principal

    def open(self, one: YearlySubject, *, settled: bool = True) -> tuple[Seat, ...]:
        """Every seat for the person from `start` on; with `settled` False also before the person has settled in."""
        first = max(one.first, self.start)
        days = ((index, day) for index, week in enumerate(self.weeks) for day in week.days if first <= day <= one.last)
        seats = ((who, index) for index, day in days for who in self._who(one.person, day, settled=settled))
        return tuple(dict.fromkeys(seats))

    def of_part(self, one: YearlySubject, part: int, parts: int, bound: Iterable[str]) -> tuple[Seat, ...]:
        """The seats of one part of the year, where several interviews are owed; `bound` limits to an interviewer."""
        limits = frozenset(bound)
        seats = self.open(one)
        seats = tuple(seat for seat in seats if seat[0] in limits) or seats
        if parts <= 1:
            return seats
        slices = tuple(seat for seat in seats if self._part(seat[1], parts) == part)
        return slices or tuple(seat for seat in seats if seat[1] % parts == part)

    def parts_left(self, months: Sequence[int], parts: int) -> tuple[int, ...]:
        """The parts of the year, those first in which nothing is planned yet."""
        used = {self._part(self.months.index(month), parts) for month in months if month in self.months}
        return tuple(sorted(range(parts), key=lambda part: part in used))

    def still_open(self, interviewer: str, subject: str, month: int) -> tuple[Seat, ...]:
        """The seats of an entry that stands in the plan, in weeks that are still to come."""
        return self._in_month(
            interviewer, month, lambda day: day >= self.start and self._holds(interviewer, subject, day)
        )

    def fixed(self, interviewer: str, subject: str, month: int) -> tuple[Seat, ...]:
        """The seats of an entry that stands in the plan: by the settings of planning, else by entitlement alone."""
        return (
            self._in_month(interviewer, month, lambda day: self._holds(interviewer, subject, day))
            or self._in_month(interviewer, month, lambda day: self._holds(interviewer, subject, day, settled=False))
            or self._entitled(interviewer, subject, month)
        )

    def _in_month(self, interviewer: str, month: int, fits: Callable[[date], bool]) -> tuple[Seat, ...]:
        """The weeks of the month with a day that fits."""
        weeks = ((index, week) for index, week in enumerate(self.weeks) if week.month == month)
        return tuple((interviewer, index) for index, week in weeks if any(map(fits, week.days)))

    def _entitled(self, interviewer: str, subject: str, month: int) -> tuple[Seat, ...]:
        """The weeks of the month in which the regulation lets the one interview the other, holidays or not."""
        weeks = ((index, week) for index, week in enumerate(self.weeks) if week.month == month)
        return tuple(
            (interviewer, index)
            for index, week in weeks
            if any(self.may(interviewer, subject, days_later(week.monday, number)) for number in range(5))
        )

    def _holds(self, interviewer: str, subject: str, day: date, *, settled: bool = True) -> bool:
        return interviewer in self._who(subject, day, settled=settled)

    def may(self, interviewer: str, subject: str, day: date) -> bool:
        """Whether the regulation lets one hold the year's interview with the other, under any line or reading."""
        law = self.people.laws.on(day)
        if law is None or day.year != self.people.year:
            return False
        found = (entitlement(law, self.people.roster, s, interviewer, subject, day) for s in yearly_situations(law))
        return bool(self.people.roster.posts(subject, day)) and any(one or one.wide for one in found)

    def on(self, day: date) -> int | None:
        """The index of the week in which a day lies."""
        monday = days_later(day, -day.weekday())
        return next((index for index, week in enumerate(self.weeks) if week.monday == monday), None)

    def over(self, month: int, today: date) -> bool:
        """Whether the month is over."""
        return (today.year, today.month) > (self.people.year, month)

    def _who(self, person: str, day: date, *, settled: bool) -> Iterator[str]:
        for stretch in self.stretches(person):
            if stretch.first <= day <= stretch.last:
                if not settled or day >= days_later(stretch.since, SETTLING_DAYS):
                    yield from stretch.interviewers
                return

    def _part(self, index: int, parts: int) -> int:
        return index * parts // len(self.weeks)
