"""One deadline as a value: what, until when, whose, why that day, and the command that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from datetime import date

    from yuetan.regulation.deadline import Deadline

UNSETTLED = "暂定"
"""What stands for a day that hangs on a calendar not published yet."""


class DueKind(StrEnum):
    """The kinds of deadlines, by the words of the JSON."""

    NOTICE = "notice"
    INTERVIEW = "interview"
    RECTIFICATION = "rectification"
    DAILY = "daily"
    REPORT = "report"

    @property
    def chinese(self) -> str:
        """What a clerk calls it."""
        return _CHINESE[self]


_CHINESE = {
    DueKind.NOTICE: "通知",
    DueKind.INTERVIEW: "约谈登记",
    DueKind.RECTIFICATION: "后续报告",
    DueKind.DAILY: "年度约谈",
    DueKind.REPORT: "报送",
}


def left_text(days: int) -> str:
    """``逾期 3 天``, ``今天``, ``还有 5 天``."""
    if days == 0:
        return "今天"
    return f"逾期 {-days} 天" if days < 0 else f"还有 {days} 天"


def _chinese(kind: DueKind) -> str:
    return kind.chinese


def _or_blank(text: str | None) -> str:
    return text or ""


def _or_unsettled(day: date | None) -> date | str:
    return day or UNSETTLED


@row
class DueItem(Row):
    """One thing that is due.

    `id` is the interview's, or the period of a report, None where nothing is drafted yet; `unit` and `subject` are
    codes, `unit_name` and `name` what they are called; `interviewers` the codes of those who hold it, or may;
    `what` says in a few words what is to be done; `provisional` that the day hangs on days not settled yet.
    """

    kind: DueKind = column("期限种类", cell=_chinese, export="种类")
    unit_name: str = column("单位", "")
    name: str = column("姓名", "")
    id: str | None = column("编号", cell=_or_blank)
    what: str = column("要做的事", "", export="事项")
    due: date = column("期限")
    workday: date | None = column("建议工作日", cell=_or_unsettled, export="建议日")
    days_left: int = column("剩余", cell=left_text, export="还有几天")
    provision: str | None = column("依据", cell=_or_blank, export="条款")
    trace: str = column("怎样算的", export="怎样算")
    command: str = column("命令", export="用什么命令办")
    subject: str | None = column()
    unit: str | None = column()
    interviewers: tuple[str, ...]
    provisional: bool

    @property
    def overdue(self) -> bool:
        """Whether its last day is past."""
        return self.days_left < 0

    @property
    def left(self) -> str:
        """``逾期 3 天``, ``今天``, ``还有 5 天``."""
        return left_text(self.days_left)

    @property
    def key(self) -> str:
        """What stays the same when the archive is read again: kind, record or year, unit and person, the document."""
        return "|".join((*self.common, self.unit or "", self.subject or ""))

    @property
    def common(self) -> tuple[str, ...]:
        """What deadlines that belong together share: kind, record (a report's period, the year), the document."""
        if self.kind is DueKind.DAILY:
            return (self.kind.value, str(self.due.year), "")
        return (self.kind.value, self.id or "", self.what if self.kind is DueKind.RECTIFICATION else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose deadline it is: the interview or period, the unit and the person by code and name, who holds it or may."""

    id: str | None
    unit: str | None
    unit_name: str
    subject: str | None = None
    name: str = ""
    interviewers: tuple[str, ...] = ()


def due_item(kind: DueKind, deadline: Deadline, today: date, whose: Whose, *, what: str, command: str) -> DueItem:
    """The item of a deadline, its days counted from `today`."""
    return DueItem(
        kind=kind,
        due=deadline.due,
        workday=deadline.workday,
        days_left=(deadline.due - today).days,
        provision=deadline.provision,
        trace=deadline.trace,
        provisional=deadline.provisional,
        what=what,
        command=command,
        id=whose.id,
        unit=whose.unit,
        unit_name=whose.unit_name,
        subject=whose.subject,
        name=whose.name,
        interviewers=whose.interviewers,
    )
