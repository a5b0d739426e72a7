"""One deadline as a value: what, until when, whose, why that day, and the command that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from yuetan.regulation.deadline import Deadline


class Kind(StrEnum):
    """The kinds of deadlines, by the words of the JSON."""

    NOTICE = "notice"
    INTERVIEW = "interview"
    RECTIFICATION = "rectification"
    DAILY = "daily"
    REPORT = "report"

    @property
    def words(self) -> str:
        """What a clerk calls it."""
        return _WORDS[self]


_WORDS = {
    Kind.NOTICE: "通知",
    Kind.INTERVIEW: "约谈登记",
    Kind.RECTIFICATION: "后续报告",
    Kind.DAILY: "年度约谈",
    Kind.REPORT: "报送",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One thing that is due.

    `id` is the interview's, or the period of a report, None where nothing is drafted yet; `unit` and `subject` are
    codes, `unit_name` and `name` what they are called; `interviewers` the codes of those who hold it, or may;
    `what` says in a few words what is to be done; `provisional` that the day hangs on days not settled yet.
    """

    kind: Kind
    due: date
    workday: date | None
    days_left: int
    id: str | None
    subject: str | None
    unit: str | None
    provision: str | None
    trace: str
    command: str
    what: str
    name: str = ""
    unit_name: str = ""
    interviewers: tuple[str, ...] = ()
    provisional: bool = False

    @property
    def overdue(self) -> bool:
        """Whether its last day is past."""
        return self.days_left < 0

    @property
    def key(self) -> str:
        """What stays the same when the archive is read again: kind, record or year, unit and person, the document."""
        return "|".join((*self.common, self.unit or "", self.subject or ""))

    @property
    def common(self) -> tuple[str, ...]:
        """What deadlines that belong together share: kind, record (a report's period, the year), the document."""
        if self.kind is Kind.DAILY:
            return (self.kind.value, str(self.due.year), "")
        return (self.kind.value, self.id or "", self.what if self.kind is Kind.RECTIFICATION else "")

    @property
    def left(self) -> str:
        """``逾期 3 天``, ``今天``, ``还有 5 天``."""
        if self.days_left == 0:
            return "今天"
        return f"逾期 {-self.days_left} 天" if self.days_left < 0 else f"还有 {self.days_left} 天"

    def as_json(self) -> dict[str, Any]:
        """The documented shape: every key, null where there is nothing."""
        return {
            "kind": self.kind.value,
            "due": self.due.isoformat(),
            "workday": self.workday.isoformat() if self.workday is not None else None,
            "days_left": self.days_left,
            "id": self.id,
            "subject": self.subject,
            "unit": self.unit,
            "provision": self.provision,
            "trace": self.trace,
            "command": self.command,
        }


def item(kind: Kind, deadline: Deadline, today: date, **more: Any) -> DueItem:
    """The item of a deadline, its days counted from `today`."""
    return DueItem(
        kind=kind,
        due=deadline.due,
        workday=deadline.workday,
        days_left=(deadline.due - today).days,
        provision=deadline.provision,
        trace=deadline.trace,
        provisional=deadline.provisional,
        **more,
    )
