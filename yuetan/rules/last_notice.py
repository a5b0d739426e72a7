"""The last notice to each subject: the one by which 第七条第（二）项 judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model.interview import Subject
    from yuetan.model.talk import Notice
    from yuetan.rules.rule import Case


@dataclass(frozen=True, slots=True)
class Last:
    """A notice that is the last one to some subjects: its index, and those subjects."""

    index: int
    notice: Notice
    subjects: tuple[Subject, ...]

    def served(self) -> date:
        """送达: the day of 签收 if given, else of the notice."""
        return self.notice.signed or self.notice.day

    @property
    def place(self) -> Path:
        """Where the day of service is written."""
        return ("通知", self.index, "日期" if self.notice.signed is None else "签收")


def last_notices(case: Case) -> tuple[Last, ...]:
    """Each notice that is the last one to somebody, with whom, in the record's order."""
    found: dict[int, list[Subject]] = {}
    for subject in case.record.subjects:
        last = case.record.last_notice(subject.id)
        if last is not None:
            found.setdefault(last[0], []).append(subject)
    return tuple(Last(index, case.record.notices[index], tuple(found[index])) for index in sorted(found))
