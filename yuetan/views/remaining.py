"""Whom the year's interview is still owed to (第六条), and who is entitled to hold it (第五条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.authority import interviewers_for
from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.yearly import yearly_situations, yearly_subjects
from yuetan.views.attendance import GATHERING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Roster, State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject

HEADINGS = ("单位", "编号", "姓名", "职务", "有权约谈的人", "期限", "备注")


def remaining_rows(
    state: State, laws: Laws, law: Law, year: int, as_of: date
) -> tuple[tuple[str | int | date | None, ...], ...]:
    """A row for everybody in office on `as_of` whom the year's interview is still owed to, by unit and code."""
    done = yearly_done(state, laws, year, as_of)
    due = yearly_due(law, year)
    rows = []
    for one in yearly_subjects(law, state.roster, year):
        if one.person in done or not one.first <= as_of <= one.last or not answers_for(state, one):
            continue
        held = state.roster.posts(one.person, as_of)
        if not held or waived(state.roster, one.person, year):
            continue
        remark = one.gap or ("年末新任" if one.late(law) else "")
        unit, post = held[0].era.name, "、".join(h.post.post for h in held)
        who = entitled_people(law, state.roster, one.person, as_of)
        rows.append((_order(state, held[0].unit.code), (unit, one.person, one.name, post, who, due.due, remark)))
    return tuple(row for _, row in sorted(rows, key=lambda item: (item[0], item[1][1])))


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


def _order(state: State, code: str) -> int:
    return next((index for index, unit in enumerate(state.roster.units) if unit.code == code), len(state.roster.units))
