"""Coverage (第六条): each person whom the year's interview is owed to, how often it was held, who may hold it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.entitlements import Entitlements
from yuetan.regulation.yearly import yearly_subjects
from yuetan.rules.article_6 import FEWEST, answers_for
from yuetan.views.yearly_facts import yearly_facts

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.yearly import YearlySubject
    from yuetan.views.yearly_facts import Fact

DONE, OPEN, LATE, WAIVED, DOUBTFUL = "已完成", "未完成", "逾期", "免谈", "未完成，只作提示"
HEADINGS = (
    "单位",
    "编号",
    "姓名",
    "职务",
    "应谈",
    "已谈",
    "最近",
    "约谈人",
    "情况",
    "剩余天数",
    "有权约谈的人",
    "备注",
)


@dataclass(frozen=True, slots=True)
class Covered:
    """One person and the year: `held` counts lawful interviews, ours and those that units reported.

    `days_left` until `due`, negative after it; None once nothing is owed any more. `last` is the latest of them.
    """

    unit: str
    person: str
    name: str
    post: str
    owed: int
    held: int
    last: date | None
    interviewers: tuple[str, ...]
    status: str
    due: date
    days_left: int | None
    entitled: tuple[tuple[str, str], ...]
    remark: str

    @property
    def behind(self) -> bool:
        """Whether an interview is still owed."""
        return self.status in {OPEN, LATE}

    def cells(self) -> tuple[str | int | date | None, ...]:
        """The row under HEADINGS."""
        return (
            self.unit, self.person, self.name, self.post, self.owed, self.held, self.last,
            "、".join(self.interviewers), self.status, self.days_left,
            "、".join(f"{name}（{code}）" for code, name in self.entitled), self.remark,
        )  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Every key, null where there is nothing."""
        return {
            "unit": self.unit or None, "subject": self.person, "name": self.name, "post": self.post or None,
            "owed": self.owed, "held": self.held, "last": self.last.isoformat() if self.last else None,
            "interviewers": list(self.interviewers), "status": self.status, "due": self.due.isoformat(),
            "days_left": self.days_left, "entitled": [code for code, _ in self.entitled],
            "remark": self.remark or None,
        }  # fmt: skip


def coverage(state: State, laws: Laws, year: int, today: date) -> tuple[Covered, ...]:
    """Everybody of the year, by unit in the roster's order; nobody where no regulation is in force."""
    law = laws.on(date(year, 12, 31)) or laws.on(date(year, 1, 1))
    if law is None:
        return ()
    facts = yearly_facts(state, laws, year, today)
    people = Entitlements(laws, state.roster, year)
    order = {era.name: index for index, unit in enumerate(state.roster.units) for era in unit.eras}
    rows = [
        _covered(state, law, one, facts.get(one.person, ()), people, today)
        for one in yearly_subjects(law, state.roster, year)
        if answers_for(state, one)
    ]
    return tuple(sorted(rows, key=lambda row: (order.get(row.unit, len(order)), row.person)))


def _covered(  # noqa: PLR0917 - what a row is made of
    state: State, law: Law, one: YearlySubject, facts: tuple[Fact, ...], people: Entitlements, today: date
) -> Covered:
    year = one.first.year
    counted = [fact for fact in facts if fact.counts]
    owed = law.number(FEWEST) or 0
    due = min(yearly_due(law, year).due, one.last)
    waiver = next((w for _, _, p in state.roster.entries(one.person) for w in p.waivers if w.year == year), None)
    doubt = _doubt(law, one)
    status = _status(owed - len(counted), waiver is not None, doubt, late=today > due)
    day = min(max(today, one.first), one.last)
    remarks = [doubt, f"免谈：{waiver.reason}" if waiver is not None else "", *_other(facts)]
    return Covered(
        unit=state.roster.unit_name(one.person, year),
        person=one.person,
        name=one.name,
        post="、".join(held.post.post for held in state.roster.posts(one.person, day)),
        owed=owed,
        held=len(counted),
        last=max((fact.day for fact in counted if fact.day is not None), default=None),
        interviewers=tuple(
            dict.fromkeys(state.roster.name(who) or who for fact in counted for who in fact.interviewers)
        ),
        status=status,
        due=due,
        days_left=(due - today).days if status not in {DONE, WAIVED} else None,
        entitled=tuple((who, state.roster.name(who) or who) for who in _entitled(people, one.person, day)),
        remark="；".join(remark for remark in remarks if remark),
    )


def _entitled(people: Entitlements, person: str, day: date) -> tuple[str, ...]:
    found = (s.interviewers for s in people.stretches(person) if s.first <= day <= s.last)
    return next(found, ())


def _doubt(law: Law, one: YearlySubject) -> str:
    """Why a miss would only be doubtful."""
    if one.gap:
        return one.gap
    if one.late(law):
        return f"{one.first.isoformat()} 才任职"
    return f"{one.last.isoformat()} 后离任" if one.left_early(law) else ""


def _status(missing: int, waived: bool, doubt: str, *, late: bool) -> str:
    if missing <= 0:
        return DONE
    if waived:
        return WAIVED
    if doubt:
        return DOUBTFUL
    return LATE if late else OPEN


def _other(facts: tuple[Fact, ...]) -> list[str]:
    """What was reported by units, what does not count and why, what is drafted."""
    lines = []
    for fact in facts:
        if fact.held and not fact.lawful:
            lines.append(f"{fact.id} 由无权的人约谈，不计")
        elif not fact.held:
            lines.append(f"{fact.id} {fact.stage}" + (f"，定于 {fact.day.isoformat()}" if fact.day else ""))
        elif fact.source:
            lines.append(f"{fact.id} 由{fact.source}报来")
    return lines
