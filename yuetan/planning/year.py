"""The year's plan: who is to be interviewed by whom in which month (第五条, 第六条). Pure; nothing is written here.

What stands in the plan already, is drafted or was held stays where it is; principals are placed around it first, then
the others. Whoever cannot be placed is named with the reason.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from yuetan.planning.fixed import Entry, Fixed, fixed_talks
from yuetan.planning.placing import Board, expectations
from yuetan.planning.seats import Seats
from yuetan.planning.values import DRAFTED, KEPT, PLANNED, Aside, Talk, YearPlan
from yuetan.planning.weeks import PER_WEEK
from yuetan.planning.why import why_not
from yuetan.regulation.deadlines import earliest_talk
from yuetan.regulation.entitlements import entitlements
from yuetan.regulation.yearly import yearly_subjects
from yuetan.rules.article_6 import FEWEST, answers_for
from yuetan.views.official_text import day_text
from yuetan.views.remaining import waived
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.planning.placing import Seat
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject


def plan_year(
    state: State, laws: Laws, year: int, today: date, *, per_week: int = PER_WEEK, again: bool = False
) -> YearPlan:
    """The plan of a year as of today, with nobody interviewing more than `per_week` a week.

    With `again`, what was planned for a month that is over and was not held is planned anew; else it stays. A year for
    which no regulation is in force has nobody to interview.
    """
    return _Maker(state, laws, year, today, per_week, again=again).made()


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

    def made(self) -> YearPlan:
        """The plan."""
        subjects = self._subjects()
        waived_now = {one.person for one in subjects if waived(self.state.roster, one.person, self.year)}
        fixed = fixed_talks(self.state, self.seats, self.facts, waived_now, self.missed)
        wanted = {key: one for one in subjects if one.person not in waived_now for key in self._wanted(one, fixed)}
        board = self._board(fixed, wanted)
        kept = tuple(self._fixed_talk(board, index, talk) for index, talk in enumerate(fixed.talks))
        left_over = [
            key for key in sorted(wanted, key=lambda key: self._rank(key, wanted[key])) if not board.place(key)
        ]
        unplaced = (self._aside(wanted[key], why_not(self.seats, wanted[key], self.per_week)) for key in left_over)
        new = sorted((self._new_talk(board, key, wanted[key]) for key in wanted if key in board.seat_of), key=_by_month)
        talks = tuple(sorted((*kept, *new), key=lambda talk: talk.month)) if new else kept
        settled = (
            *(self._aside(one, self._waiver(one.person)) for one in subjects if one.person in waived_now),
            *(self._aside(one, fixed.met[one.person]) for one in subjects if one.person in fixed.met),
        )
        return YearPlan(
            self.year, self.per_week, self.today, talks, tuple(dict.fromkeys(unplaced)), settled, fixed.dropped
        )

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
        for index, talk in enumerate(fixed.talks):
            self.options[_key(index)] = talk.to_come or talk.seats
        self.options = {key: self.options[key] for key in (*map(_key, range(len(fixed.talks))), *wanted)}
        board = Board(self.per_week, self.seats.months, self.options, expectations(self.options.values()))
        for index, talk in enumerate(fixed.talks):
            if talk.status != KEPT and talk.seats:
                board.force(_key(index), talk.seats[0])
        for index, talk in enumerate(fixed.talks):
            if talk.status == KEPT and not board.place(_key(index)):
                self.options[_key(index)] = talk.seats
                if not board.place(_key(index)):
                    board.force(_key(index), talk.seats[-1])
        return board

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
        note = talk.note
        if talk.status == KEPT and seat is not None and len(board.taken[seat]) > self.per_week:
            note = f"{note}；" * bool(note) + f"该约谈人本月超过每周{self.per_week}人"
        if talk.status == KEPT and self.seats.over(talk.month, self.today):
            note = f"{note}；" * bool(note) + "计划的月份已过，尚未约谈"
        return Talk(talk.interviewer, talk.subject, talk.month, week, talk.status, note, talk.written)

    def _new_talk(self, board: Board, key: str, one: YearlySubject) -> Talk:
        interviewer, index = board.seat_of[key]
        week = self.seats.weeks[index]
        drafted = any(not fact.held for fact in self.facts.get(one.person, ()))
        end = date(self.year, 12, 31)
        note = f"{day_text(one.last + timedelta(days=1))}离任，须在此前约谈" if one.last < end else ""
        if one.late(self.law) if self.law is not None else False:
            note = "年末新任"
        return Talk(interviewer, one.person, week.month, week.monday, DRAFTED if drafted else PLANNED, note)

    def _aside(self, one: YearlySubject, reason: str) -> Aside:
        unit = self.state.roster.unit(one.units[0]) if one.units else None
        era = unit.era(one.last) if unit is not None else None
        return Aside(one.person, one.name, era.name if era is not None else "", reason)

    def _waiver(self, person: str) -> str:
        rows = (w for _, _, post in self.state.roster.entries(person) for w in post.waivers if w.year == self.year)
        waiver = next(rows, None)
        return f"免谈：{waiver.reason}" if waiver is not None else "免谈"


def _key(index: int) -> str:
    return f"={index}"


def _by_month(talk: Talk) -> tuple[int, str, str]:
    return talk.month, talk.interviewer, talk.subject


def _start(law: Law | None, today: date) -> date:
    """The first day on which an interview could still be held lawfully if its notice went out today."""
    return earliest_talk(law, today).due if law is not None else today
