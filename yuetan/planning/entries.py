"""What stays where it is when a year is planned again: entries of the plan, drafts, interviews held."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.planning.year_plan import Aside, TalkStatus
from yuetan.views.names import person_text
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from datetime import date

    from yuetan.model import State
    from yuetan.model.reporting import PlannedTalk
    from yuetan.planning.board import Seat
    from yuetan.planning.seats import Seats
    from yuetan.views.yearly_facts import Fact

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One that stays: `seats` are the weeks in which it may lie (none where no week of the year is meant).

    `to_come` are those of them that are not over: an entry of the running month is moved into them while there is room.
    """

    interviewer: str
    subject: str
    month: int
    status: TalkStatus
    seats: tuple[Seat, ...]
    note: str = ""
    written: str | None = None
    to_come: tuple[Seat, ...] = ()


@dataclass(slots=True)
class Fixed:
    """`met` says of persons with a counted interview why they need no place; `bound` whose draft names whom."""

    talks: list[Entry] = field(default_factory=list)
    met: dict[str, str] = field(default_factory=dict)
    bound: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: list[Aside] = field(default_factory=list)


def entries_of(state: State, year: int) -> tuple[PlannedTalk, ...]:
    """What stands in the year's plan."""
    return tuple(
        talk
        for stored in state.plans
        if stored.record is not None and stored.sound and stored.record.year == year
        for talk in stored.record.talks
    )


def fixed_talks(
    state: State, seats: Seats, facts: Mapping[str, tuple[Fact, ...]], waived: Container[str], missed: date | None
) -> Fixed:
    """Every entry of the plan that can stay, in its order; then what is drafted or held beside the plan.

    With `missed`, a day, entries of months that were over by then and were never held or drafted do not stay.
    """
    fixed = Fixed()
    left = {person: [fact for fact in rows if fact.counts or not fact.held] for person, rows in facts.items()}
    for entry in entries_of(state, seats.people.year):
        fact = _taken(left.get(entry.subject, []), entry.interviewer)
        reason = None if fact is not None else _unfit_text(state, seats, entry, waived, missed)
        if reason is not None:
            fixed.dropped.append(_aside(state, entry, reason))
        else:
            fixed.talks.append(_happened(seats, entry, fact) if fact is not None else _kept(seats, entry))
    for fact in (fact for person in sorted(left) for fact in left[person]):
        _adopt(state, seats, fixed, fact)
    return fixed


def _taken(facts: list[Fact], interviewer: str) -> Fact | None:
    """The fact that carries out an entry: by the same interviewer rather than by another; what was held first."""
    best = min(facts, key=lambda fact: (not fact.held, interviewer not in fact.interviewers), default=None)
    if best is not None:
        facts.remove(best)
    return best


def _happened(seats: Seats, entry: PlannedTalk, fact: Fact) -> Entry:
    note, at = _fact_text(fact), _seats_of(seats, entry.interviewer, fact)
    return Entry(entry.interviewer, entry.subject, entry.month, _status(fact), at, note, entry.note)


def _kept(seats: Seats, entry: PlannedTalk) -> Entry:
    at = seats.fixed(entry.interviewer, entry.subject, entry.month)
    to_come = seats.still_open(entry.interviewer, entry.subject, entry.month)
    status = TalkStatus.KEPT
    return Entry(entry.interviewer, entry.subject, entry.month, status, at, written=entry.note, to_come=to_come)


def _unfit_text(
    state: State, seats: Seats, entry: PlannedTalk, waived: Container[str], missed: date | None
) -> str | None:
    """Why an entry cannot stay; None where it can."""
    month = entry.month
    interviewer = f"{person_text(state.roster, entry.interviewer)}（{entry.interviewer}）"
    if not 1 <= month <= _MONTHS:
        return f"计划中的月份“{month}”不是 1—12 月，已重新安排"
    if entry.subject in waived:
        return "已确认免谈，不再安排"
    if missed is not None and seats.over(month, missed):
        return f"原定{month}月由{interviewer}约谈，没有进行，已重新安排"
    if not any(stretch.first.month <= month <= stretch.last.month for stretch in seats.stretches(entry.subject)):
        return f"{month}月不在任，原安排取消"
    if not seats.fixed(entry.interviewer, entry.subject, month):
        return f"原定{month}月由{interviewer}约谈，该月其无权约谈（第五条），已重新安排"
    return None


def _adopt(state: State, seats: Seats, fixed: Fixed, fact: Fact) -> None:
    """Take over what was drafted or held beside the plan: where it was, by whom it was."""
    known = tuple(one for one in fact.interviewers if state.roster.known(one))
    if fact.day is None and not fact.held:
        fixed.bound[fact.person] = known
    elif known and fact.day is not None:
        if fact.held or seats.may(known[0], fact.person, fact.day):
            fixed.talks.append(_beside(seats, fact, known[0], fact.day))
    elif fact.held:
        fixed.met[fact.person] = _fact_text(fact)


def _beside(seats: Seats, fact: Fact, interviewer: str, day: date) -> Entry:
    at = _seats_of(seats, interviewer, fact)
    return Entry(interviewer, fact.person, day.month, _status(fact), at, _fact_text(fact))


def _status(fact: Fact) -> TalkStatus:
    return TalkStatus.HELD if fact.held else TalkStatus.DRAFTED


def _seats_of(seats: Seats, interviewer: str, fact: Fact) -> tuple[Seat, ...]:
    week = seats.on(fact.day) if fact.day is not None else None
    return ((interviewer, week),) if week is not None else ()


def _fact_text(fact: Fact) -> str:
    if fact.day is None:
        return f"{fact.stage}（{fact.id}）"
    by = f"，{fact.source}报来" if fact.source else ""
    verb = TalkStatus.HELD if fact.held else f"{fact.stage}，定于此日"
    return f"{day_text(fact.day)}{verb}（{fact.id}{by}）"


def _aside(state: State, entry: PlannedTalk, reason: str) -> Aside:
    entries = state.roster.entries(entry.subject)
    unit = entries[-1][0].eras[-1].name if entries else ""
    name = person_text(state.roster, entry.subject)
    return Aside(unit=unit, person=entry.subject, name=name, reason=reason)
