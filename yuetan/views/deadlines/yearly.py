"""Whom this year's interview is still owed to (第六条), counted as rule B6 counts; 免谈 is left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.regulation.authority import interviewers_for
from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.yearly import yearly_situations, yearly_subjects
from yuetan.rules.article_6 import EACH, FEWEST, answers_for, lawful_counts
from yuetan.rules.meetings import meetings
from yuetan.rules.rule import Whole
from yuetan.views.deadlines.due_item import DueKind, Whose, due_item
from yuetan.views.remaining import waived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Interview, State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject
    from yuetan.views.deadlines.due_item import DueItem


def yearly_items(state: State, laws: Laws, today: date) -> Iterator[DueItem]:
    """An item for everybody in office today who has not been met often enough this year."""
    law = laws.on(date(today.year, 12, 31)) or laws.on(today)
    if law is None:
        return
    drafts = _drafts(state, laws, today)
    deadline = yearly_due(law, today.year)
    what = f"{today.year}年{'、'.join(situation.name for situation in yearly_situations(law))}"
    for one in owed(state, laws, law, today):
        draft = drafts.get(one.person)
        command = f"yuetan show {draft}" if draft else _new_command(law, one.person)
        whose = _whose(state, law, one, draft, today)
        yield due_item(DueKind.DAILY, deadline, today, whose, what=what, command=command)


def _whose(state: State, law: Law, one: YearlySubject, draft: str | None, today: date) -> Whose:
    held = next(iter(state.roster.posts(one.person, today)), None)
    return Whose(
        id=draft,
        subject=one.person,
        unit=held.unit.code if held is not None else None,
        name=one.name,
        unit_name=held.era.name if held is not None else "",
        interviewers=_entitled(state, law, one.person, today),
    )


def owed(state: State, laws: Laws, law: Law, today: date) -> Iterator[YearlySubject]:
    """Who has not been met often enough this year, in office today, 免谈 left out."""
    whole = Whole(state, laws, today)
    counts = lawful_counts(whole, law, today.year, meetings(state, laws))
    fewest = law.number(FEWEST) or 0
    everybody = [one for one in yearly_subjects(law, state.roster, today.year) if answers_for(state, one)]
    missing = [one for one in everybody if counts.get(one.person, 0) < fewest]
    if not law.flag(EACH):
        done = {unit for one in everybody if counts.get(one.person, 0) >= fewest for unit in one.units}
        missing = [one for one in missing if not done.intersection(one.units)]
    in_office = (one for one in missing if one.first <= today <= one.last)
    return (one for one in in_office if not waived(state.roster, one.person, today.year))


def _drafts(state: State, laws: Laws, today: date) -> dict[str, str]:
    """By person, the id of a yearly interview of this year that is drafted and not held."""
    open_ones = (one for one in state.records if not (one.held or one.cancelled))
    yearly = (one for one in open_ones if one.judged_day.year == today.year and _is_yearly(laws, one))
    return {subject.id: one.id for one in yearly for subject in one.subjects}


def _is_yearly(laws: Laws, record: Interview) -> bool:
    situation = laws.situation(record.judged_day, record.kind, record.regulation)
    return situation is not None and situation.yearly


def _entitled(state: State, law: Law, person: str, day: date) -> tuple[str, ...]:
    found = (
        one
        for situation in yearly_situations(law)
        for one, _, mandate in interviewers_for(law, state.roster, situation, person, day)
        if not mandate.needs_basis
    )
    return tuple(dict.fromkeys(found))


def _new_command(law: Law, person: str) -> str:
    situation = next(iter(yearly_situations(law)), None)
    return f"yuetan new {situation.short if situation is not None else ''} --subject {person}"
