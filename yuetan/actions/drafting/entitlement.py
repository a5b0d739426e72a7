"""Whom to propose as interviewer, and under which item (第五条): what is written is true, or is not written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.authority import basis_met, entitlement, holders_text, interviewers_for

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Held, Roster
    from yuetan.model.interview import Basis
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Mandate, Situation


@dataclass(frozen=True, slots=True)
class Question:
    """Who may hold an interview of this situation with these subjects that day, 安排依据 being as given."""

    law: Law
    roster: Roster
    situation: Situation
    subjects: tuple[str, ...]
    day: date
    basis: Basis

    @property
    def arranged(self) -> bool:
        """Whether 安排依据 says what it must, so that lines which ask for it count."""
        return basis_met(self.law, self.situation, self.basis)


def candidates(question: Question) -> tuple[tuple[str, Held], ...]:
    """Whoever may interview every one of the subjects that day, with the post that entitles; by the matrix's order.

    Lines that ask for 安排依据 count only where it is given.
    """
    law, roster, situation, day = question.law, question.roster, question.situation, question.day
    arranged = question.arranged
    shared: dict[str, Held] | None = None
    for subject in question.subjects:
        here: dict[str, Held] = {}
        for person, held, mandate in interviewers_for(law, roster, situation, subject, day):
            if arranged or not mandate.needs_basis:
                here.setdefault(person, held)
        shared = here if shared is None else {person: held for person, held in shared.items() if person in here}
    return tuple((shared or {}).items())


def item(question: Question, interviewer: str) -> str | None:
    """The item under which the text entitles the interviewer for every subject; None where there is none in common."""
    law, roster, situation, day = question.law, question.roster, question.situation, question.day
    arranged = question.arranged
    shared: list[str] | None = None
    for subject in question.subjects:
        lines = entitlement(law, roster, situation, interviewer, subject, day).mandates
        items = _items(tuple(line for line in lines if arranged or not line.needs_basis))
        shared = items if shared is None else [one for one in shared if one in items]
    return shared[0] if shared else None


def entitled_text(question: Question) -> str:
    """Who may hold the interview with each subject, in words."""
    law, roster, situation, day = question.law, question.roster, question.situation, question.day
    return "；".join(dict.fromkeys(holders_text(law, roster, situation, one, day) for one in question.subjects))


def _items(lines: tuple[Mandate, ...]) -> list[str]:
    return list(dict.fromkeys(line.item for line in sorted(lines, key=lambda line: line.needs_basis)))
