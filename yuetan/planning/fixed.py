"""What stays where it is when a year is planned again: entries of the plan, drafts, interviews held."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.planning.values import DRAFTED, HELD, KEPT, Aside
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from datetime import date

    from yuetan.model import State
    from yuetan.model.reporting import PlannedTalk
    from yuetan.planning.placing import Seat
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
    status: str
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
    dropped: tuple[Aside, ...] = ()


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
    dropped = []
    for entry in entries_of(state, seats.people.year):
        fact = _taken(left.get(entry.subject, []), entry.interviewer)
        if fact is not None:
            fixed.talks.append(_happened(seats, entry, fact))
            continue
        reason = _unfit(state, seats, entry, waived, missed)
        if reason is None:
            fixed.talks.append(_kept(seats, entry))
        else:
            dropped.append(_aside(state, entry, reason))
    fixed.dropped = tuple(dropped)
    for person in sorted(left):
        for fact in left[person]:
            _adopt(state, seats, fixed, fact)
    return fixed


def _taken(facts: list[Fact], interviewer: str) -> Fact | None:
    """The fact that carries out an entry: by the same interviewer rather than by another; what was held first."""
    best = min(facts, key=lambda fact: (not fact.held, interviewer not in fact.interviewers), default=None)
    if best is not None:
        facts.remove(best)
    return best


def _happened(seats: Seats, entry: PlannedTalk, fact: Fact) -> Entry:
    note = _fact_words(fact)
    at = tuple(_seats_of(seats, entry.interviewer, fact))
    return Entry(entry.interviewer, entry.subject, entry.month, HELD if fact.held else DRAFTED, at, note, entry.note)


def _kept(seats: Seats, entry: PlannedTalk) -> Entry:
    at = seats.fixed(entry.interviewer, entry.subject, entry.month)
    to_come = seats.still_open(entry.interviewer, entry.subject, entry.month)
    return Entry(entry.interviewer, entry.subject, entry.month, KEPT, at, written=entry.note, to_come=to_come)


def _unfit(state: State, seats: Seats, entry: PlannedTalk, waived: Container[str], missed: date | None) -> str | None:
    """Why an entry cannot stay; None where it can."""
    who = f"{state.roster.name(entry.interviewer) or entry.interviewer}（{entry.interviewer}）"
    if not 1 <= entry.month <= _MONTHS:
        return f"计划中的月份“{entry.month}”不是 1—12 月，已重新安排"
    if entry.subject in waived:
        return "已确认免谈，不再安排"
    if missed is not None and seats.over(entry.month, missed):
        return f"原定{entry.month}月由{who}约谈，没有进行，已重新安排"
    if not any(stretch.first.month <= entry.month <= stretch.last.month for stretch in seats.stretches(entry.subject)):
        return f"{entry.month}月不在任，原安排取消"
    if not seats.fixed(entry.interviewer, entry.subject, entry.month):
        return f"原定{entry.month}月由{who}约谈，该月其无权约谈（第五条），已重新安排"
    return None


def _adopt(state: State, seats: Seats, fixed: Fixed, fact: Fact) -> None:
    """Take over what was drafted or held beside the plan: where it was, by whom it was."""
    known = [one for one in fact.interviewers if state.roster.known(one)]
    if fact.held and (not known or fact.day is None):
        fixed.met[fact.person] = _fact_words(fact)
    elif fact.day is None:
        fixed.bound[fact.person] = tuple(known)
    elif fact.held or (known and seats.may(known[0], fact.person, fact.day)):
        status = HELD if fact.held else DRAFTED
        at = tuple(_seats_of(seats, known[0], fact))
        fixed.talks.append(Entry(known[0], fact.person, fact.day.month, status, at, _fact_words(fact)))


def _seats_of(seats: Seats, interviewer: str, fact: Fact) -> Iterator[Seat]:
    week = seats.on(fact.day) if fact.day is not None else None
    if week is not None:
        yield interviewer, week


def _fact_words(fact: Fact) -> str:
    if fact.day is None:
        return f"{fact.stage}（{fact.id}）"
    by = f"，{fact.source}报来" if fact.source else ""
    verb = "已约谈" if fact.held else f"{fact.stage}，定于此日"
    return f"{day_text(fact.day)}{verb}（{fact.id}{by}）"


def _aside(state: State, entry: PlannedTalk, reason: str) -> Aside:
    entries = state.roster.entries(entry.subject)
    unit = entries[-1][0].eras[-1].name if entries else ""
    return Aside(entry.subject, state.roster.name(entry.subject) or entry.subject, unit, reason)
