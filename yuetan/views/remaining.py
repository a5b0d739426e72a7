"""Whom the year's interview is still owed to (第六条), and who is entitled to hold it (第五条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.authority import interviewers_for
from yuetan.regulation.yearly import yearly_situations
from yuetan.rules.article_7_report import GATHERING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Roster, State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject


def yearly_done(state: State, laws: Laws, year: int, as_of: date) -> frozenset[str]:
    """Who has been present in a yearly situation's interview in the year up to a day: ours, and those reported."""
    found: set[str] = set()
    for stored in state.interviews:
        record = stored.record
        if record is None or record.cancelled or record.talk is None:
            continue
        day = record.talk.time.date()
        law = laws.on(day, record.regulation)
        situation = law.situation(record.kind) if law is not None else None
        if day.year == year and day <= as_of and situation is not None and situation.yearly:
            found.update(subject.id for _, subject in record.present_subjects)
    for received in state.received:
        for row in received.record.rows if received.record is not None else ():
            law = laws.on(row.day)
            situation = law.situation(row.kind) if law is not None else None
            counts = situation is not None and situation.yearly and row.present is not False and row.lawful is not False
            if counts and row.day.year == year and row.day <= as_of:
                found.add(row.subject)
    return frozenset(found)


def answers_for(state: State, one: YearlySubject) -> bool:
    """Whether this office answers for the person: the commission for everybody, another for its own unit."""
    return state.office.role == GATHERING or state.office.unit in one.units


def waived(roster: Roster, person: str, year: int) -> bool:
    """Whether a 免谈 of the year is acknowledged."""
    return any(waiver.year == year for _, _, post in roster.entries(person) for waiver in post.waivers)


def entitled_people(law: Law, roster: Roster, person: str, day: date) -> str:
    """Who may hold the year's interview with the person, the inspection body's own arrangement apart."""
    found: dict[str, None] = {}
    for situation in yearly_situations(law):
        for one, held, mandate in interviewers_for(law, roster, situation, person, day):
            if not mandate.needs_basis:
                found[f"{held.post.name}（{one}，{mandate.item}）"] = None
    return "、".join(found)
