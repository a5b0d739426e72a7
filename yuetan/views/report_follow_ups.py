"""整改跟踪: what became of each document that is due after a talk (第八条（三）)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.report_facts import is_held
from yuetan.views.report_table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State, Stored
    from yuetan.model.interview import Subject
    from yuetan.model.rectification import Rectification
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import FollowUp
    from yuetan.views.report_facts import Attended
    from yuetan.views.report_table import Cell

HEADINGS = (
    "编号", "单位", "对象编号", "姓名", "约谈日期", "文书", "期限", "形成日期", "报送日期", "收到日期", "超期天数",
    "轮次", "评价", "追责", "情况",
)  # fmt: skip
OVERDUE, WAITING, RETURNED, HANDED_IN, SETTLED, UNANSWERED = (
    "逾期未报", "未到期", "已退回，待重报", "已报，待评价", "已评价", "评价不合格，待追责",
)  # fmt: skip
COUNTED_BY = "整改.为准"
RECEIVED = "收到"


def follow_ups(state: State, laws: Laws, facts: tuple[Attended, ...], as_of: date, unit: str | None = None) -> Table:
    """Those of the report's interviews, and of earlier ones whatever is not settled yet, by day and id."""
    ours = {one.id for one in facts if not one.source}
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for stored in state.interviews:
        record = stored.record
        if record is None or not is_held(record) or record.judged_day > as_of:
            continue
        for row, settled in _of_record(state, laws, stored, as_of, unit):
            if record.id in ours or not settled:
                rows.append((record.judged_day, row))
    return Table(HEADINGS, tuple(row for _, row in sorted(rows, key=lambda item: (item[0], str(item[1][0])))))


def _of_record(
    state: State, laws: Laws, stored: Stored[Interview], as_of: date, unit: str | None
) -> Iterator[tuple[tuple[Cell, ...], bool]]:
    record = stored.record
    law = laws.on(record.judged_day, record.regulation) if record is not None else None
    situation = law.situation(record.kind) if law is not None and record is not None else None
    if record is None or law is None or situation is None:
        return
    for document in situation.follow_ups:
        due = follow_up_due(law, situation, document, record.judged_day).due
        for _, subject in record.present_subjects:
            held = state.roster.posts(subject.id, record.judged_day)
            if unit is not None and not any(one.unit.code == unit for one in held):
                continue
            first = document is situation.follow_ups[0]
            rounds = tuple(one for _, one in subject.rounds(document.document, first=first))
            done = _done(law, rounds)
            late = ((done or as_of) - due).days
            status = _status(document, subject, rounds, overdue=late > 0)
            last = rounds[-1] if rounds else None
            name = subject.unit or (held[0].era.name if held else "")
            row: tuple[Cell, ...] = (
                record.id, name, subject.id, subject.name or state.roster.name(subject.id), record.judged_day,
                document.document, due, *_days(last), max(late, 0), len(rounds),
                last.verdict if last is not None else None, _accountability(subject), status,
            )  # fmt: skip
            yield row, status == SETTLED


def _done(law: Law, rounds: tuple[Rectification, ...]) -> date | None:
    """The day that the document counts from, by the reading chosen; the last round's."""
    if not rounds:
        return None
    return rounds[-1].received if law.text(COUNTED_BY) == RECEIVED else rounds[-1].formed


def _days(last: Rectification | None) -> tuple[date | None, date | None, date | None]:
    return (last.formed, last.sent, last.received) if last is not None else (None, None, None)


def _status(document: FollowUp, subject: Subject, rounds: tuple[Rectification, ...], *, overdue: bool) -> str:
    last = rounds[-1] if rounds else None
    if last is None or last.formed is None:
        return OVERDUE if overdue else WAITING
    if last.verdict is None:
        return RETURNED if last.returned else HANDED_IN
    return UNANSWERED if last.verdict in document.failing and subject.accountability is None else SETTLED


def _accountability(subject: Subject) -> str | None:
    one = subject.accountability
    if one is None:
        return None
    return "，".join(word for word in (one.way, one.body, one.day.isoformat() if one.day else None) if word)
