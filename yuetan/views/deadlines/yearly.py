"""Whom this year's interview is still owed to (第六条), counted as rule B6 counts; 免谈 is left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.authority import interviewers_for
from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.yearly import yearly_situations, yearly_subjects
from yuetan.rules.article_6 import EACH, FEWEST, answers_for, lawful_counts
from yuetan.rules.held import meetings
from yuetan.rules.rule import Whole
from yuetan.views.deadlines.values import Kind, item
from yuetan.views.remaining import waived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject
    from yuetan.views.deadlines.values import DueItem


def yearly_items(state: State, laws: Laws, today: date) -> Iterator[DueItem]:
    """An item for everybody in office today who has not been met often enough this year."""
    law = laws.on(date(today.year, 12, 31)) or laws.on(today)
    if law is None:
        return
    drafts = _drafts(state, laws, today)
    deadline = yearly_due(law, today.year)
    for one in owed(state, laws, law, today):
        held = state.roster.posts(one.person, today)
        draft = drafts.get(one.person)
        yield item(
            Kind.DAILY,
            deadline,
            today,
            id=draft,
            subject=one.person,
            unit=held[0].unit.code if held else None,
            name=one.name,
            unit_name=held[0].era.name if held else "",
            interviewers=_entitled(state, law, one.person, today),
            what=f"{today.year}年{'、'.join(situation.name for situation in yearly_situations(law))}",
            command=f"yuetan show {draft}" if draft else _new(law, one.person),
        )


def owed(state: State, laws: Laws, law: Law, today: date) -> tuple[YearlySubject, ...]:
    """Who has not been met often enough this year, in office today, 免谈 left out."""
    whole = Whole(state, laws, today)
    counts = lawful_counts(whole, law, today.year, meetings(state, laws))
    fewest = law.number(FEWEST) or 0
    everybody = [one for one in yearly_subjects(law, state.roster, today.year) if answers_for(state, one)]
    done = {unit for one in everybody for unit in one.units if counts.get(one.person, 0) >= fewest}
    return tuple(
        one
        for one in everybody
        if counts.get(one.person, 0) < fewest
        and one.first <= today <= one.last
        and (law.flag(EACH) or not done.intersection(one.units))
        and not waived(state.roster, one.person, today.year)
    )


def waived_people(state: State, law: Law, today: date) -> tuple[YearlySubject, ...]:
    """Whose interview of this year is acknowledged as one that cannot be held (免谈)."""
    return tuple(
        one
        for one in yearly_subjects(law, state.roster, today.year)
        if answers_for(state, one) and waived(state.roster, one.person, today.year)
    )


def _drafts(state: State, laws: Laws, today: date) -> dict[str, str]:
    """By person, the id of a yearly interview of this year that is drafted and not held."""
    found: dict[str, str] = {}
    for stored in state.interviews:
        record = stored.record
        if record is None or record.held or record.cancelled or record.judged_day.year != today.year:
            continue
        law = laws.on(record.judged_day, record.regulation)
        situation = law.situation(record.kind) if law is not None else None
        if situation is not None and situation.yearly:
            found.update((subject.id, record.id) for subject in record.subjects)
    return found


def _entitled(state: State, law: Law, person: str, day: date) -> tuple[str, ...]:
    found = (
        one
        for situation in yearly_situations(law)
        for one, _, mandate in interviewers_for(law, state.roster, situation, person, day)
        if not mandate.needs_basis
    )
    return tuple(dict.fromkeys(found))


def _new(law: Law, person: str) -> str:
    situation = next(iter(yearly_situations(law)), None)
    return f"yuetan new {situation.short if situation is not None else ''} --subject {person}"
