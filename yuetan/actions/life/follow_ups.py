"""What is still owed after a talk (第八条（三）): each document of each subject present, until it has its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.person_text import person_text
from yuetan.rules.article_8_rectification import last_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Interview
    from yuetan.model.interview import Subject
    from yuetan.regulation.profile import FollowUp, Situation


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A document without a verdict that stands: not in yet, not judged yet, or sent back and not in again."""

    index: int
    subject: Subject
    document: FollowUp

    @property
    def text(self) -> str:
        """``赵甲子（FGW-001）的整改落实情况报告``."""
        return f"{person_text(self.subject.id, self.subject.name)}的{self.document.document}"


def unanswered(record: Interview, situation: Situation | None) -> tuple[Unanswered, ...]:
    """Every such document, by subject; none before the talk."""
    return tuple(_unanswered(record, situation)) if situation is not None and record.held else ()


def _unanswered(record: Interview, situation: Situation) -> Iterator[Unanswered]:
    for index, subject in record.present_subjects:
        for number, document in enumerate(situation.follow_ups):
            last = last_round(subject, document, first=number == 0)
            if last is None or last[1].verdict is None or last[1].returned is not None:
                yield Unanswered(index, subject, document)
