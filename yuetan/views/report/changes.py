"""补报与更正: what is reported late, and what of earlier reports reads otherwise now, old value beside new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.report.details import Detail, detail
from yuetan.views.report.facts import of_record
from yuetan.views.report.periods import period_on, sent_reports
from yuetan.views.table import Row, column, row, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.model import Interview, Report, State, Stored
    from yuetan.model.interview import Amendment
    from yuetan.regulation.law import Laws
    from yuetan.views.report.facts import Attended
    from yuetan.views.report.periods import Bounds
    from yuetan.views.table import Table

GONE, NOTHING = "（不再计入）", "（无）"
_UNCOMPARED = frozenset({Detail.SOURCE, Detail.REMARK, Detail.LAWFUL})


@row
class LateRow(Row):
    """One subject of what was held before but is reported now."""

    id: str = column("编号")
    kind: str = column("情形")
    day: date = column("约谈日期")
    unit: str = column("单位")
    name: str = column("姓名")
    period: str = column("应在何期报送")


@row
class AmendedRow(Row):
    """One item of a reported row that reads otherwise now, and when and why it was amended."""

    id: str = column("编号")
    subject: str = column("对象编号")
    item: str = column("项目")
    before: str = column("原报")
    now: str = column("现为")
    day: date | None = column("更正日期")
    reason: str | None = column("更正原因")


def late_rows(laws: Laws, facts: tuple[Attended, ...]) -> Table:
    """Each subject of what was held before but is reported now."""
    return table_of(LateRow, (_late(laws, one) for one in facts if one.late))


def _late(laws: Laws, one: Attended) -> LateRow:
    period = period_on(laws, one.day) or ""
    return LateRow(id=one.id, kind=one.kind, day=one.day, unit=one.unit_name, name=one.name, period=period)


def last_report(state: State, bounds: Bounds) -> Report | None:
    """The report sent last before this period's."""
    reports = sent_reports(state)
    own = next((one for one in reports if one.period == bounds.name), None)
    earlier = [one for one in reports if one.period != bounds.name and (own is None or one.sent <= own.sent)]
    return earlier[-1] if earlier else None


def amended_rows(state: State, laws: Laws, before: Mapping[str, Stored[Interview]], unit: str | None = None) -> Table:
    """Where a reported interview's row reads otherwise now; `before` are the records as they were reported, by id."""
    now = {stored.record.id: stored for stored in state.interviews if stored.record is not None}
    rows = (_amended(state, laws, stored, now.get(one), unit) for one, stored in sorted(before.items()))
    return table_of(AmendedRow, (row for several in rows for row in several))


def _amended(
    state: State, laws: Laws, before: Stored[Interview], after: Stored[Interview] | None, unit: str | None
) -> Iterator[AmendedRow]:
    old = {one.subject: one for one in of_record(state, laws, before)}
    new = {one.subject: one for one in of_record(state, laws, after)} if after is not None else {}
    day, reason = _why(before, after)
    for subject in dict.fromkeys((*old, *new)):
        one = new.get(subject) or old[subject]
        if unit in {None, one.unit}:
            for item, then, now in _changed(old.get(subject), new.get(subject)):
                yield AmendedRow(id=one.id, subject=subject, item=item, before=then, now=now, day=day, reason=reason)


def _changed(old: Attended | None, new: Attended | None) -> Iterator[tuple[str, str, str]]:
    if old is None or new is None:
        yield "约谈对象", NOTHING if old is None else old.name, GONE if new is None else new.name
        return
    for name, then, now in zip(Detail, detail(old).cells(), detail(new).cells(), strict=True):
        if then != now and name not in _UNCOMPARED:
            yield name.value, str(then or NOTHING), str(now or NOTHING)


def _why(before: Stored[Interview], after: Stored[Interview] | None) -> tuple[date | None, str | None]:
    """Day and reason of the amendments that have come since."""
    new = _amendments(after)[len(_amendments(before)) :]
    return (new[-1].day, "；".join(one.reason for one in new)) if new else (None, None)


def _amendments(stored: Stored[Interview] | None) -> tuple[Amendment, ...]:
    return stored.record.amendments if stored is not None and stored.record is not None else ()
