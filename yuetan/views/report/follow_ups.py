"""整改跟踪: what became of each document that is due after a talk (第八条（三）)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.model.rectification import Rectification
from yuetan.regulation.deadline import days_later
from yuetan.regulation.deadlines import follow_up_due
from yuetan.rules.article_8_rectification import COUNTS, ON_RECEIPT
from yuetan.views.report.facts import is_held
from yuetan.views.table import Row, column, row, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.model import Interview, Roster, State
    from yuetan.model.interview import Subject
    from yuetan.model.rectification import Accountability
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import FollowUp
    from yuetan.views.report.facts import Attended
    from yuetan.views.table import Table

OVERDUE, WAITING, RETURNED, HANDED_IN, SETTLED, UNANSWERED = (
    "逾期未报", "未到期", "已退回，待重报", "已报，待评价", "已评价", "评价不合格，待追责",
)  # fmt: skip
Known = tuple[tuple[Rectification, ...], "Accountability | None"]
"""The rounds of a document, and what was done about the person, as they were on a day."""


@row
class FollowUpRow(Row):
    """One document that one subject owes after a talk, and how far it has come."""

    id: str = column("编号")
    unit: str = column("单位")
    subject: str = column("对象编号")
    name: str | None = column("姓名")
    day: date = column("约谈日期")
    document: str = column("文书")
    due: date = column("期限")
    formed: date | None = column("形成日期")
    sent: date | None = column("报送日期")
    received: date | None = column("收到日期")
    late: int = column("超期天数")
    rounds: int = column("轮次")
    verdict: str | None = column("评价")
    accountability: str | None = column("追责")
    status: str = column("情况")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """From which day to which a report looks, and the only unit that it is of."""

    first: date
    as_of: date
    unit: str | None = None


def follow_ups(state: State, laws: Laws, facts: tuple[Attended, ...], page: Page) -> Table:
    """Those of the report's interviews, and of earlier ones what was open when the period began, by day and id.

    What came after the day up to which the report looks is left out.
    """
    ours = {one.id for one in facts if not one.source}
    held = (one for one in state.records if is_held(one) and one.judged_day <= page.as_of)
    owed = (one for record in held for one in _owed_after(laws, record))
    mine = (one for one in owed if page.unit is None or one.is_of(state.roster, page.unit))
    kept = (one for one in mine if one.record.id in ours or not one.settled_before(page.first))
    rows = sorted((_row(state.roster, one, page.as_of) for one in kept), key=lambda one: (one.day, one.id))
    return table_of(FollowUpRow, rows)


@dataclass(frozen=True, slots=True)
class _Owed:
    """A document that a subject owes after an interview, until when, and its rounds."""

    law: Law
    record: Interview
    subject: Subject
    document: FollowUp
    due: date
    rounds: tuple[Rectification, ...]

    def is_of(self, roster: Roster, unit: str) -> bool:
        return any(one.unit.code == unit for one in roster.posts(self.subject.id, self.record.judged_day))

    def known_by(self, day: date) -> Known:
        return known_by(day, self.rounds, self.subject.accountability)

    def settled_before(self, day: date) -> bool:
        return _status(self.document, self.known_by(days_later(day, -1)), overdue=False) == SETTLED


def _owed_after(laws: Laws, record: Interview) -> Iterator[_Owed]:
    """Every document of every subject present."""
    law = laws.on(record.judged_day, record.regulation)
    situation = law.situation(record.kind) if law is not None else None
    if law is None or situation is None:
        return
    for document in situation.follow_ups:
        due = follow_up_due(law, situation, document, record.judged_day).due
        first = document is situation.follow_ups[0]
        for _, subject in record.present_subjects:
            rounds = tuple(one for _, one in subject.rounds(document.document, first=first))
            yield _Owed(law, record, subject, document, due, rounds)


def _row(roster: Roster, owed: _Owed, as_of: date) -> FollowUpRow:
    subject, day = owed.subject, owed.record.judged_day
    held = next(iter(roster.posts(subject.id, day)), None)
    known = owed.known_by(as_of)
    late = ((_done(owed.law, known[0]) or as_of) - owed.due).days
    last = known[0][-1] if known[0] else Rectification()
    return FollowUpRow(
        id=owed.record.id,
        unit=subject.unit or (held.era.name if held is not None else ""),
        subject=subject.id,
        name=subject.name or roster.name(subject.id),
        day=day,
        document=owed.document.document,
        due=owed.due,
        formed=last.formed,
        sent=last.sent,
        received=last.received,
        late=max(late, 0),
        rounds=len(known[0]),
        verdict=last.verdict,
        accountability=_accountability_text(known[1]),
        status=_status(owed.document, known, overdue=late > 0),
    )


def known_by(day: date, rounds: Iterable[Rectification], answer: Accountability | None) -> Known:
    """What there was by the end of a day: a verdict is as old as the report's receipt, what has no day counts."""
    found = tuple(_then(day, one) for one in rounds if one.formed is None or one.formed <= day)
    return found, answer if answer is None or answer.day is None or answer.day <= day else None


def _then(day: date, one: Rectification) -> Rectification:
    if all(when is None or when <= day for when in (one.sent, one.received)):
        return one
    sent = one.sent if one.sent is not None and one.sent <= day else None
    return replace(one, sent=sent, received=None, verdict=None, returned=None)


def _done(law: Law, rounds: tuple[Rectification, ...]) -> date | None:
    """The day that the document counts from, by the reading chosen; the last round's."""
    if not rounds:
        return None
    return rounds[-1].received if law.text(COUNTS) == ON_RECEIPT else rounds[-1].formed


def _status(document: FollowUp, known: Known, *, overdue: bool) -> str:
    rounds, answer = known
    last = rounds[-1] if rounds else None
    if last is None or last.formed is None:
        return OVERDUE if overdue else WAITING
    if last.verdict is None:
        return RETURNED if last.returned else HANDED_IN
    return UNANSWERED if last.verdict in document.failing and answer is None else SETTLED


def _accountability_text(one: Accountability | None) -> str | None:
    if one is None:
        return None
    return "，".join(text for text in (one.way, one.body, one.day.isoformat() if one.day else None) if text)
