"""补报与更正: what is reported late, and what of earlier reports reads otherwise now, old value beside new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.report.details import DETAIL_HEADINGS, detail
from yuetan.views.report.facts import of_record
from yuetan.views.report.periods import period_on, sent_reports
from yuetan.views.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import Interview, Report, State, Stored
    from yuetan.regulation.law import Laws
    from yuetan.views.report.facts import Attended
    from yuetan.views.report.periods import Bounds
    from yuetan.views.table import Cell

LATE_HEADINGS = ("编号", "情形", "约谈日期", "单位", "姓名", "应在何期报送")
AMENDED_HEADINGS = ("编号", "对象编号", "项目", "原报", "现为", "更正日期", "更正原因")
GONE, NOTHING = "（不再计入）", "（无）"
_UNCOMPARED = frozenset({"来源单位", "备注", "合于权限"})


def late_rows(laws: Laws, facts: tuple[Attended, ...]) -> Table:
    """Each subject of what was held before but is reported now."""
    return Table(LATE_HEADINGS, tuple(
        (one.id, one.kind, one.day, one.unit_name, one.name, period_on(laws, one.day) or "")
        for one in facts
        if one.late
    ))  # fmt: skip


def last_report(state: State, bounds: Bounds) -> Report | None:
    """The report sent last before this period's."""
    earlier = [report for report in sent_reports(state) if report.period != bounds.name]
    own = next((report for report in sent_reports(state) if report.period == bounds.name), None)
    if own is not None:
        earlier = [report for report in earlier if report.sent <= own.sent]
    return earlier[-1] if earlier else None


def amended_rows(state: State, laws: Laws, before: Mapping[str, Stored[Interview]], unit: str | None = None) -> Table:
    """Where a reported interview's row reads otherwise now; `before` are the records as they were reported, by id."""
    now = {stored.record.id: stored for stored in state.interviews if stored.record is not None}
    rows: list[tuple[Cell, ...]] = []
    for record_id, stored in sorted(before.items()):
        after = now.get(record_id)
        old = {one.subject: one for one in of_record(state, laws, stored)}
        new = {one.subject: one for one in of_record(state, laws, after)} if after is not None else {}
        day, reason = _why(stored, after)
        for subject in dict.fromkeys((*old, *new)):
            one = new.get(subject) or old[subject]
            if unit is None or one.unit == unit:
                changed = _changed(old.get(subject), new.get(subject))
                rows += [(record_id, subject, *cells, day, reason) for cells in changed]
    return Table(AMENDED_HEADINGS, tuple(rows))


def _changed(old: Attended | None, new: Attended | None) -> list[tuple[str, str, str]]:
    if old is None or new is None:
        return [("约谈对象", NOTHING if old is None else old.name, GONE if new is None else new.name)]
    pairs = zip(DETAIL_HEADINGS, detail(old), detail(new), strict=True)
    return [
        (name, str(then or NOTHING), str(now or NOTHING))
        for name, then, now in pairs
        if then != now and name not in _UNCOMPARED
    ]


def _why(before: Stored[Interview], after: Stored[Interview] | None) -> tuple[Cell, Cell]:
    """Day and reason of the amendments that have come since."""
    then = before.record.amendments if before.record is not None else ()
    now = after.record.amendments if after is not None and after.record is not None else ()
    new = now[len(then) :]
    return (new[-1].day, "；".join(one.reason for one in new)) if new else (None, None)
