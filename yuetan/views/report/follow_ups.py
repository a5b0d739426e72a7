"""整改跟踪: what became of each document that is due after a talk (第八条（三）)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import days_later
from yuetan.regulation.deadlines import follow_up_due
from yuetan.rules.article_8_rectification import COUNTS, ON_RECEIPT
from yuetan.views.report.facts import is_held
from yuetan.views.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.model import Interview, State, Stored
    from yuetan.model.rectification import Accountability, Rectification
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import FollowUp
    from yuetan.views.report.facts import Attended
    from yuetan.views.table import Cell

HEADINGS = (
    "编号", "单位", "对象编号", "姓名", "约谈日期", "文书", "期限", "形成日期", "报送日期", "收到日期", "超期天数",
    "轮次", "评价", "追责", "情况",
)  # fmt: skip
OVERDUE, WAITING, RETURNED, HANDED_IN, SETTLED, UNANSWERED = (
    "逾期未报", "未到期", "已退回，待重报", "已报，待评价", "已评价", "评价不合格，待追责",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """From which day to which a report looks, and the only unit that it is of."""

    first: date
    as_of: date
    unit: str | None


def follow_ups(  # noqa: PLR0917 - what the list is computed from
    state: State, laws: Laws, facts: tuple[Attended, ...], first: date, as_of: date, unit: str | None = None
) -> Table:
    """Those of the report's interviews, and of earlier ones what was open when the period began, by day and id.

    What came after the day up to which the report looks is left out.
    """
    page = _Page(first, as_of, unit)
    ours = {one.id for one in facts if not one.source}
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for stored in state.interviews:
        record = stored.record
        if record is None or not is_held(record) or record.judged_day > as_of:
            continue
        for row, settled in _of_record(state, laws, stored, page):
            if record.id in ours or not settled:
                rows.append((record.judged_day, row))
    return Table(HEADINGS, tuple(row for _, row in sorted(rows, key=lambda item: (item[0], str(item[1][0])))))


def _of_record(
    state: State, laws: Laws, stored: Stored[Interview], page: _Page
) -> Iterator[tuple[tuple[Cell, ...], bool]]:
    """A row a subject and document, and whether that was settled before the period began."""
    record = stored.record
    law = laws.on(record.judged_day, record.regulation) if record is not None else None
    situation = law.situation(record.kind) if law is not None and record is not None else None
    if record is None or law is None or situation is None:
        return
    for document in situation.follow_ups:
        due = follow_up_due(law, situation, document, record.judged_day).due
        first = document is situation.follow_ups[0]
        for _, subject in record.present_subjects:
            held = state.roster.posts(subject.id, record.judged_day)
            if page.unit is not None and not any(one.unit.code == page.unit for one in held):
                continue
            name = subject.unit or (held[0].era.name if held else "")
            person = subject.name or state.roster.name(subject.id)
            rounds = tuple(one for _, one in subject.rounds(document.document, first=first))
            known, answer = known_by(page.as_of, rounds, subject.accountability)
            late = ((_done(law, known) or page.as_of) - due).days
            last = known[-1] if known else None
            row: tuple[Cell, ...] = (
                record.id, name, subject.id, person, record.judged_day, document.document, due, *_days(last),
                max(late, 0), len(known), last.verdict if last is not None else None, _accountability(answer),
                _status(document, known, answer, overdue=late > 0),
            )  # fmt: skip
            then = known_by(days_later(page.first, -1), rounds, subject.accountability)
            yield row, _status(document, *then, overdue=False) == SETTLED


def known_by(
    day: date, rounds: Iterable[Rectification], answer: Accountability | None
) -> tuple[tuple[Rectification, ...], Accountability | None]:
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


def _days(last: Rectification | None) -> tuple[date | None, date | None, date | None]:
    return (last.formed, last.sent, last.received) if last is not None else (None, None, None)


def _status(
    document: FollowUp, rounds: tuple[Rectification, ...], answer: Accountability | None, *, overdue: bool
) -> str:
    last = rounds[-1] if rounds else None
    if last is None or last.formed is None:
        return OVERDUE if overdue else WAITING
    if last.verdict is None:
        return RETURNED if last.returned else HANDED_IN
    return UNANSWERED if last.verdict in document.failing and answer is None else SETTLED


def _accountability(one: Accountability | None) -> str | None:
    if one is None:
        return None
    return "，".join(word for word in (one.way, one.body, one.day.isoformat() if one.day else None) if word)
