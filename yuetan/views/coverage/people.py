"""Coverage (第六条): each person whom the year's interview is owed to, how often it was held, who may hold it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.entitlements import Entitlements, entitlements
from yuetan.regulation.yearly import yearly_subjects
from yuetan.rules.article_6 import FEWEST, answers_for
from yuetan.views.names import listed_text, person_text, unit_order
from yuetan.views.remaining import waiver_of
from yuetan.views.table import Row, column, json_or_null, row
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.model.unit import Waiver
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject
    from yuetan.views.yearly_facts import Fact


class Status(StrEnum):
    """How a person stands with the year's interview."""

    DONE = "已完成"
    OPEN = "未完成"
    LATE = "逾期"
    WAIVED = "免谈"
    DOUBTFUL = "未完成，只作提示"


ONLY_A_HINT = "只作提示"


def _codes(people: tuple[tuple[str, str], ...]) -> list[str]:
    return [code for code, _ in people]


@row
class Covered(Row):
    """One person and the year: `held` counts lawful interviews, ours and those that units reported.

    `days_left` until `due`, negative after it; None once nothing is owed any more. `last` is the latest of them.
    """

    unit: str = column("单位", json=json_or_null)
    person: str = column("编号", "subject")
    name: str = column("姓名")
    post: str = column("职务", json=json_or_null)
    owed: int = column("应谈")
    held: int = column("已谈")
    last: date | None = column("最近")
    interviewers: tuple[str, ...] = column("约谈人", cell="、".join)
    status: Status = column("情况")
    due: date = column()
    days_left: int | None = column("剩余天数")
    entitled: tuple[tuple[str, str], ...] = column("有权约谈的人", cell=listed_text, json=_codes)
    remark: str = column("备注", json=json_or_null)

    @property
    def behind(self) -> bool:
        """Whether an interview is still owed."""
        return self.status in {Status.OPEN, Status.LATE}


def coverage(state: State, laws: Laws, year: int, today: date) -> tuple[Covered, ...]:
    """Everybody of the year, by unit in the roster's order; nobody where no regulation is in force."""
    law = laws.on(date(year, 12, 31)) or laws.on(date(year, 1, 1))
    if law is None:
        return ()
    facts = yearly_facts(state, laws, year, today)
    coming = _Year(state, law, entitlements(laws, state.roster, year), today)
    order = unit_order(state.roster)
    subjects = (one for one in yearly_subjects(law, state.roster, year) if answers_for(state, one))
    rows = [coming.covered(one, facts.get(one.person, ())) for one in subjects]
    return tuple(sorted(rows, key=lambda one: (order.get(one.unit, len(order)), one.person)))


@dataclass(frozen=True, slots=True)
class _Year:
    """By what everybody's year is judged."""

    state: State
    law: Law
    people: Entitlements
    today: date

    def covered(self, one: YearlySubject, facts: tuple[Fact, ...]) -> Covered:
        roster, year = self.state.roster, one.first.year
        counted = [fact for fact in facts if fact.counts]
        owed = self.law.number(FEWEST) or 0
        due = min(yearly_due(self.law, year).due, one.last)
        waiver, doubt = waiver_of(roster, one.person, year), _doubt_text(self.law, one)
        status = _status(owed - len(counted), waiver, doubt, late=self.today > due)
        day = min(max(self.today, one.first), one.last)
        who = dict.fromkeys(person_text(roster, code) for fact in counted for code in fact.interviewers)
        return Covered(
            unit=roster.unit_name(one.person, year),
            person=one.person,
            name=one.name,
            post="、".join(held.post.post for held in roster.posts(one.person, day)),
            owed=owed,
            held=len(counted),
            last=max((fact.day for fact in counted if fact.day is not None), default=None),
            interviewers=tuple(who),
            status=status,
            due=due,
            days_left=None if status in {Status.DONE, Status.WAIVED} else (due - self.today).days,
            entitled=tuple((code, person_text(roster, code)) for code in self._entitled(one.person, day)),
            remark=_remark_text(doubt, waiver, facts),
        )

    def _entitled(self, person: str, day: date) -> tuple[str, ...]:
        found = (s.interviewers for s in self.people.stretches(person) if s.first <= day <= s.last)
        return next(found, ())


def _doubt_text(law: Law, one: YearlySubject) -> str:
    """Why a miss would only be doubtful."""
    if one.gap:
        return one.gap
    if one.late(law):
        return f"{one.first.isoformat()} 才任职"
    return f"{one.last.isoformat()} 后离任" if one.left_early(law) else ""


def _status(missing: int, waiver: Waiver | None, doubt: str, *, late: bool) -> Status:
    if missing <= 0:
        return Status.DONE
    if waiver is not None:
        return Status.WAIVED
    if doubt:
        return Status.DOUBTFUL
    return Status.LATE if late else Status.OPEN


def _remark_text(doubt: str, waiver: Waiver | None, facts: tuple[Fact, ...]) -> str:
    """Why it is only doubtful, why it cannot be held, and what there is of interviews beside those that count."""
    reasons = (doubt, waiver_text(waiver))
    return "；".join(text for text in (*reasons, *map(_fact_text, facts)) if text)


def waiver_text(waiver: Waiver | None) -> str:
    """``免谈：病假``; nothing where there is none."""
    return f"{Status.WAIVED}：{waiver.reason}" if waiver is not None else ""


def _fact_text(fact: Fact) -> str:
    """What was reported by a unit, what does not count and why, what is drafted."""
    if not fact.held:
        return f"{fact.id} {fact.stage}" + (f"，定于 {fact.day.isoformat()}" if fact.day else "")
    if not fact.lawful:
        return f"{fact.id} 由无权的人约谈，不计"
    return f"{fact.id} 由{fact.source}报来" if fact.source else ""
