"""The year's plan: who is to be interviewed by whom in which month (第五条, 第六条). Pure; nothing is written here.

What stands in the plan already, is drafted or was held stays where it is; principals are placed around it first, then
the others. Whoever cannot be placed is named with the reason.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from yuetan.planning.board import Board, expectations
from yuetan.planning.entries import Entry, Fixed, fixed_talks
from yuetan.planning.seats import Seats
from yuetan.planning.weeks import PER_WEEK
from yuetan.planning.why_unplaced import why_unplaced_text
from yuetan.planning.year_plan import Aside, Talk, TalkStatus, YearPlan
from yuetan.regulation.deadlines import earliest_talk
from yuetan.regulation.entitlements import entitlements
from yuetan.regulation.yearly import yearly_subjects
from yuetan.rules.article_6 import FEWEST, answers_for
from yuetan.views.coverage.people import waiver_text
from yuetan.views.names import unit_text
from yuetan.views.official_text import day_text
from yuetan.views.remaining import waived, waiver_of
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State
    from yuetan.planning.board import Seat
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject


def plan_year(
    state: State, laws: Laws, year: int, today: date, *, per_week: int = PER_WEEK, again: bool = False
) -> YearPlan:
    """The plan of a year as of today, with nobody interviewing more than `per_week` a week.

    With `again`, what was planned for a month that is over and was not held is planned anew; else it stays. A year for
    which no regulation is in force has nobody to interview.
    """
    return _Maker(state, laws, year, today, per_week, again=again).plan()


class _Maker:
    """One planning of one year."""

    def __init__(self, state: State, laws: Laws, year: int, today: date, per_week: int, *, again: bool) -> None:
        self.state, self.year, self.today, self.per_week = state, year, today, per_week
        self.missed = today if again else None
        self.law = laws.on(date(year, 12, 31)) or laws.on(date(year, 1, 1))
        self.facts = yearly_facts(state, laws, year, today)
        people = entitlements(laws, state.roster, year)
        self.seats = Seats(people, laws.calendar, _start(laws.on(today), today))
        self.options: dict[str, tuple[Seat, ...]] = {}
        self.order = {unit.code: index for index, unit in enumerate(state.roster.units)}

    def plan(self) -> YearPlan:
        """The plan."""
        subjects = self._subjects()
        exempt = {one.person for one in subjects if waived(self.state.roster, one.person, self.year)}
        fixed = fixed_talks(self.state, self.seats, self.facts, exempt, self.missed)
        wanted = {key: one for one in subjects if one.person not in exempt for key in self._wanted(one, fixed)}
        board = self._board(fixed, wanted)
        kept = tuple(self._fixed_talk(board, index, talk) for index, talk in enumerate(fixed.talks))
        unplaced = tuple(self._unplaced(board, wanted))
        new = sorted((self._new_talk(board, key, wanted[key]) for key in wanted if key in board.seat_of), key=_by_month)
        talks = tuple(sorted((*kept, *new), key=lambda talk: talk.month)) if new else kept
        settled = tuple(self._settled(subjects, exempt, fixed))
        return YearPlan(self.year, self.per_week, self.today, talks, unplaced, settled, tuple(fixed.dropped))

    def _unplaced(self, board: Board, wanted: dict[str, YearlySubject]) -> Iterator[Aside]:
        """Place everybody, principals first; whoever is left over, each once, with the reason."""
        ordered = sorted(wanted, key=lambda key: self._rank(key, wanted[key]))
        left_over = [wanted[key] for key in ordered if not board.place(key)]
        reasons = (self._aside(one, why_unplaced_text(self.seats, one, self.per_week)) for one in left_over)
        yield from dict.fromkeys(reasons)

    def _settled(self, subjects: tuple[YearlySubject, ...], exempt: set[str], fixed: Fixed) -> Iterator[Aside]:
        """Whoever needs no place: 免谈, then those met already."""
        for one in subjects:
            if one.person in exempt:
                yield self._aside(one, waiver_text(waiver_of(self.state.roster, one.person, self.year)))
        yield from (self._aside(one, fixed.met[one.person]) for one in subjects if one.person in fixed.met)

    def _subjects(self) -> tuple[YearlySubject, ...]:
        if self.law is None:
            return ()
        everybody = yearly_subjects(self.law, self.state.roster, self.year)
        return tuple(one for one in everybody if answers_for(self.state, one))

    def _wanted(self, one: YearlySubject, fixed: Fixed) -> tuple[str, ...]:
        """A key for each interview that is still to be placed, with the seats that it may take."""
        fewest = (self.law.number(FEWEST) or 0) if self.law is not None else 0
        months = [talk.month for talk in fixed.talks if talk.subject == one.person]
        missing = max(0, fewest - len(months) - (one.person in fixed.met))
        parts = self.seats.parts_left(months, fewest)
        keys = tuple(f"{one.person}#{part}" for part in parts[:missing])
        bound = fixed.bound.get(one.person, ())
        for key, part in zip(keys, parts, strict=False):
            self.options[key] = self.seats.of_part(one, part, fewest, bound)
        return keys

    def _board(self, fixed: Fixed, wanted: dict[str, YearlySubject]) -> Board:
        """The board with what is fixed on it: what was held or drafted first, then what the plan has."""
        entries = {_key(index): talk for index, talk in enumerate(fixed.talks)}
        self.options.update((key, talk.to_come or talk.seats) for key, talk in entries.items())
        self.options = {key: self.options[key] for key in (*entries, *wanted)}
        board = Board(self.per_week, self.seats.months, self.options, expectations(self.options.values()))
        for key, talk in entries.items():
            if talk.status is not TalkStatus.KEPT and talk.seats:
                board.force(key, talk.seats[0])
        for key, talk in entries.items():
            if talk.status is TalkStatus.KEPT:
                self._place_kept(board, key, talk)
        return board

    def _place_kept(self, board: Board, key: str, talk: Entry) -> None:
        """In a week to come, else in any of its month, else over the number of a week."""
        if not board.place(key):
            self.options[key] = talk.seats
            if not board.place(key):
                board.force(key, talk.seats[-1])

    def _rank(self, key: str, one: YearlySubject) -> tuple[bool, bool, int, int, str]:
        """Principals first; then those whom one person alone may interview; then who has least time left."""
        seats = self.options[key]
        alone = len({interviewer for interviewer, _ in seats}) == 1
        last = max((week for _, week in seats), default=0)
        unit = self.order.get(one.units[0], len(self.order)) if one.units else len(self.order)
        return not self.seats.principal(one.person), not alone, last, unit, key

    def _fixed_talk(self, board: Board, index: int, talk: Entry) -> Talk:
        seat = board.seat_of.get(_key(index))
        week = self.seats.weeks[seat[1]].monday if seat is not None else None
        notes = [talk.note]
        if talk.status is TalkStatus.KEPT and seat is not None and len(board.taken[seat]) > self.per_week:
            notes.append(f"该约谈人本月超过每周{self.per_week}人")
        if talk.status is TalkStatus.KEPT and self.seats.over(talk.month, self.today):
            notes.append("计划的月份已过，尚未约谈")
        note = "；".join(text for text in notes if text)
        return Talk(talk.interviewer, talk.subject, talk.month, week, talk.status, note, talk.written)

    def _new_talk(self, board: Board, key: str, one: YearlySubject) -> Talk:
        interviewer, index = board.seat_of[key]
        week = self.seats.weeks[index]
        drafted = any(not fact.held for fact in self.facts.get(one.person, ()))
        status = TalkStatus.DRAFTED if drafted else TalkStatus.PLANNED
        return Talk(interviewer, one.person, week.month, week.monday, status, self._new_note(one))

    def _new_note(self, one: YearlySubject) -> str:
        if self.law is not None and one.late(self.law):
            return "年末新任"
        if one.last < date(self.year, 12, 31):
            return f"{day_text(one.last + timedelta(days=1))}离任，须在此前约谈"
        return ""

    def _aside(self, one: YearlySubject, reason: str) -> Aside:
        unit = self.state.roster.unit(one.units[0]) if one.units else None
        return Aside(unit=unit_text(unit, one.last), person=one.person, name=one.name, reason=reason)


def _key(index: int) -> str:
    return f"={index}"


def _by_month(talk: Talk) -> tuple[int, str, str]:
    return talk.month, talk.interviewer, talk.subject


def _start(law: Law | None, today: date) -> date:
    """The first day on which an interview could still be held lawfully if its notice went out today."""
    return earliest_talk(law, today).due if law is not None else today
