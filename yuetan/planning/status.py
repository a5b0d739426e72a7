"""Plan and reality: what of the year's plan was held, is drafted, is late, and what was held beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.planning.fixed import entries_of
from yuetan.regulation.yearly import yearly_subjects
from yuetan.rules.article_6 import answers_for
from yuetan.views.remaining import waived
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.yearly_facts import Fact

DONE, OTHER_MONTH, OTHER_PERSON = "已约谈", "已约谈，不在计划的月份", "已约谈，不由计划的人"
LATE, DRAFTED, DUE, COMING, WAIVED, GONE = "逾期未谈", "已起草", "本月应谈", "未到时间", "免谈", "已不在任"
UNPLANNED, MISSING = "计划外约谈", "应谈而不在计划中"
HEADINGS = ("月份", "单位", "约谈人", "对象", "情况", "实际", "约谈编号")


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One entry of the plan beside what became of it; `month` None for what is not in the plan."""

    month: int | None
    unit: str
    interviewer: str | None
    interviewer_name: str
    subject: str
    subject_name: str
    status: str
    day: date | None
    id: str | None

    def cells(self) -> tuple[str, ...]:
        """The row under HEADINGS."""
        return (
            f"{self.month}月" if self.month is not None else "—",
            self.unit, self.interviewer_name or "—", f"{self.subject_name}（{self.subject}）", self.status,
            self.day.isoformat() if self.day is not None else "", self.id or "",
        )  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Every key, null where there is nothing."""
        return {
            "month": self.month, "unit": self.unit or None, "interviewer": self.interviewer, "subject": self.subject,
            "name": self.subject_name, "status": self.status, "date": self.day.isoformat() if self.day else None,
            "id": self.id,
        }  # fmt: skip


def plan_status(state: State, laws: Laws, year: int, today: date) -> tuple[StatusRow, ...]:
    """The plan's entries in its order, then what was held beside it, then whoever is in neither."""
    left = {person: list(rows) for person, rows in yearly_facts(state, laws, year, today).items()}
    rows = []
    for entry in entries_of(state, year):
        fact = _match(left.get(entry.subject, []), entry.interviewer)
        status = _status(state, entry.subject, entry.interviewer, entry.month, fact, year, today)
        rows.append(_row(state, entry.subject, entry.interviewer, entry.month, status, fact, year))
    for person in sorted(left):
        rows += [
            _row(state, person, next(iter(fact.interviewers), None), None, UNPLANNED, fact, year)
            for fact in left[person]
            if fact.held
        ]
    return (*rows, *_missing(state, laws, year, {row.subject for row in rows}))


def counts(rows: tuple[StatusRow, ...]) -> dict[str, int]:
    """How many rows of each status, in the order of first appearance."""
    return dict(Counter(row.status for row in rows))


def _match(facts: list[Fact], interviewer: str) -> Fact | None:
    usable = [fact for fact in facts if fact.counts or not fact.held]
    best = min(usable, key=lambda fact: (not fact.held, interviewer not in fact.interviewers), default=None)
    if best is not None:
        facts.remove(best)
    return best


def _status(  # noqa: PLR0917 - what the answer hangs on
    state: State, subject: str, interviewer: str, month: int, fact: Fact | None, year: int, today: date
) -> str:
    if fact is not None and fact.held:
        if fact.interviewers and interviewer not in fact.interviewers:
            return OTHER_PERSON
        return DONE if fact.day is not None and fact.day.month == month else OTHER_MONTH
    if waived(state.roster, subject, year):
        return WAIVED
    late = (today.year, today.month) > (year, month)
    if fact is not None:
        return f"{LATE}（{fact.stage}）" if late else fact.stage
    if not state.roster.posts(subject, today) and today.year >= year:
        return GONE
    return LATE if late else DUE if (today.year, today.month) == (year, month) else COMING


def _missing(state: State, laws: Laws, year: int, seen: set[str]) -> list[StatusRow]:
    from datetime import date as day

    law = laws.on(day(year, 12, 31))
    if law is None:
        return []
    return [
        _row(state, one.person, None, None, MISSING, None, year)
        for one in yearly_subjects(law, state.roster, year)
        if one.person not in seen and answers_for(state, one) and not waived(state.roster, one.person, year)
    ]


def _row(  # noqa: PLR0917 - the cells of one row
    state: State, subject: str, interviewer: str | None, month: int | None, status: str, fact: Fact | None, year: int
) -> StatusRow:
    roster = state.roster
    return StatusRow(
        month=month,
        unit=roster.unit_name(subject, year),
        interviewer=interviewer,
        interviewer_name=(roster.name(interviewer) or interviewer) if interviewer else "",
        subject=subject,
        subject_name=roster.name(subject) or subject,
        status=status,
        day=fact.day if fact is not None else None,
        id=fact.id if fact is not None else None,
    )
