"""Words that the messages of several rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.model.interview import Interviewer, Subject


def person_text(person: Subject | Interviewer) -> str:
    """The person as a reader knows him or her: ``钱乙丑（FGW-002）``."""
    return f"{person.name}（{person.id}）" if person.name else person.id


def is_blank(text: str | None) -> bool:
    """Whether nothing is written."""
    return text is None or not text.strip()
