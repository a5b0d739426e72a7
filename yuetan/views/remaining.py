"""Whom the year's interview is still owed to (第六条), and who is entitled to hold it (第五条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.authority import interviewers_for
from yuetan.regulation.yearly import yearly_situations

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Roster
    from yuetan.model.unit import Waiver
    from yuetan.regulation.law import Law


def waiver_of(roster: Roster, person: str, year: int) -> Waiver | None:
    """The 免谈 of the year, the first where there are several."""
    waivers = (one for _, _, post in roster.entries(person) for one in post.waivers)
    return next((one for one in waivers if one.year == year), None)


def waived(roster: Roster, person: str, year: int) -> bool:
    """Whether a 免谈 of the year is acknowledged."""
    return waiver_of(roster, person, year) is not None


def entitled_text(law: Law, roster: Roster, person: str, day: date) -> str:
    """Who may hold the year's interview with the person, the inspection body's own arrangement apart."""
    found: dict[str, None] = {}
    for situation in yearly_situations(law):
        for one, held, mandate in interviewers_for(law, roster, situation, person, day):
            if not mandate.needs_basis:
                found[f"{held.post.name}（{one}，{mandate.item}）"] = None
    return "、".join(found)
