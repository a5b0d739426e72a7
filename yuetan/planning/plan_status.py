"""Plan and reality: what of the year's plan was held, is drafted, is late, and what was held beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.planning.entries import entries_of
from yuetan.regulation.yearly import yearly_subjects
from yuetan.rules.article_6 import answers_for
from yuetan.views.names import person_text
from yuetan.views.remaining import waived
from yuetan.views.table import Row, column, json_or_null, row
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State
    from yuetan.model.reporting import PlannedTalk
    from yuetan.regulation.law import Laws
    from yuetan.views.yearly_facts import Fact

_NONE = "—"


class PlanStatus(StrEnum):
    """What became of an entry of the plan, unless it is drafted: then it has the stage of its interview."""

    DONE = "已约谈"
    OTHER_MONTH = "已约谈，不在计划的月份"
    OTHER_PERSON = "已约谈，不由计划的人"
    LATE = "逾期未谈"
    DUE = "本月应谈"
    COMING = "未到时间"
    WAIVED = "免谈"
    GONE = "已不在任"
    UNPLANNED = "计划外约谈"
    MISSING = "应谈而不在计划中"


def _month_text(month: int | None) -> str | None:
    return f"{month}月" if month is not None else None


@row
class StatusRow(Row):
    """One entry of the plan beside what became of it; `month` None for what is not in the plan."""

    month: int | None = column("月份", cell=_month_text, blank=_NONE)
    unit: str = column("单位", json=json_or_null)
    interviewer: str | None = column()
    interviewer_name: str = column("约谈人", "", blank=_NONE)
    subject: str = column()
    subject_name: str = column(key="name")
    subject_text: str = column("对象", "")
    status: str = column("情况")
    day: date | None = column("实际", "date")
    id: str | None = column("约谈编号")


def plan_status(state: State, laws: Laws, year: int, today: date) -> tuple[StatusRow, ...]:
    """The plan's entries in its order, then what was held beside it, then whoever is in neither."""
    left = {person: list(facts) for person, facts in yearly_facts(state, laws, year, today).items()}
    at = _Year(state, year, today)
    rows = [at.of_entry(entry, _match(left.get(entry.subject, []), entry.interviewer)) for entry in at.entries]
    rows += [at.beside(fact) for person in sorted(left) for fact in left[person] if fact.held]
    seen = {one.subject for one in rows}
    return (*rows, *(one for one in at.missing(laws) if one.subject not in seen))


def counts(rows: tuple[StatusRow, ...]) -> dict[str, int]:
    """How many rows of each status, in the order of first appearance."""
    return dict(Counter(str(one.status) for one in rows))


def _match(facts: list[Fact], interviewer: str) -> Fact | None:
    """The fact that carries out an entry, taken out of the others: what was held first, by the same interviewer."""
    usable = [fact for fact in facts if fact.counts or not fact.held]
    best = min(usable, key=lambda fact: (not fact.held, interviewer not in fact.interviewers), default=None)
    if best is not None:
        facts.remove(best)
    return best


@dataclass(frozen=True, slots=True)
class _Year:
    """The year whose plan is looked at, from a day."""

    state: State
    year: int
    today: date

    @property
    def entries(self) -> tuple[PlannedTalk, ...]:
        return entries_of(self.state, self.year)

    def of_entry(self, entry: PlannedTalk, fact: Fact | None) -> StatusRow:
        status = self._held(entry, fact) if fact is not None and fact.held else self._open(entry, fact)
        return self._row(entry.subject, entry.interviewer, status, entry.month, fact)

    def beside(self, fact: Fact) -> StatusRow:
        return self._row(fact.person, next(iter(fact.interviewers), None), PlanStatus.UNPLANNED, None, fact)

    def missing(self, laws: Laws) -> Iterator[StatusRow]:
        """Everybody who should be in the plan."""
        law = laws.on(date(self.year, 12, 31))
        for one in yearly_subjects(law, self.state.roster, self.year) if law is not None else ():
            if answers_for(self.state, one) and not waived(self.state.roster, one.person, self.year):
                yield self._row(one.person, None, PlanStatus.MISSING, None, None)

    def _held(self, entry: PlannedTalk, fact: Fact) -> str:
        if fact.interviewers and entry.interviewer not in fact.interviewers:
            return PlanStatus.OTHER_PERSON
        in_month = fact.day is not None and fact.day.month == entry.month
        return PlanStatus.DONE if in_month else PlanStatus.OTHER_MONTH

    def _open(self, entry: PlannedTalk, fact: Fact | None) -> str:
        """What is to be said of an entry that was not held yet; `fact` is its draft."""
        if waived(self.state.roster, entry.subject, self.year):
            return PlanStatus.WAIVED
        month, now = (self.year, entry.month), (self.today.year, self.today.month)
        if fact is not None:
            return f"{PlanStatus.LATE}（{fact.stage}）" if now > month else fact.stage
        if self.today.year >= self.year and not self.state.roster.posts(entry.subject, self.today):
            return PlanStatus.GONE
        if now == month:
            return PlanStatus.DUE
        return PlanStatus.LATE if now > month else PlanStatus.COMING

    def _row(
        self, subject: str, interviewer: str | None, status: str, month: int | None, fact: Fact | None
    ) -> StatusRow:
        roster = self.state.roster
        name = person_text(roster, subject)
        return StatusRow(
            month=month,
            unit=roster.unit_name(subject, self.year),
            interviewer=interviewer,
            interviewer_name=person_text(roster, interviewer) if interviewer else "",
            subject=subject,
            subject_name=name,
            subject_text=f"{name}（{subject}）",
            status=status,
            day=fact.day if fact is not None else None,
            id=fact.id if fact is not None else None,
        )
