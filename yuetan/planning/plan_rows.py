"""The plan for people: rows by unit and month, for the table, the workbook and each unit's own list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.planning.weeks import week_text
from yuetan.planning.year_plan import TalkStatus
from yuetan.regulation.authority import post_text
from yuetan.views.names import person_text, unit_order
from yuetan.views.table import Row, column, json_or_null, json_value, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.model import State
    from yuetan.planning.year_plan import Aside, Talk, YearPlan


def _week_text(monday: date | None) -> str:
    return week_text(monday) if monday is not None else ""


@row
class TalkRow(Row):
    """One interview of the plan, both sides by name and post; `remark` is all that is to be said about it."""

    unit: str = column("单位", json=json_or_null)
    interviewer_name: str = column("约谈人", "")
    interviewer_post: str = column("约谈人职务", "")
    subject_name: str = column("对象", "")
    subject_post: str = column("对象职务", "")
    month: int = column("月份")
    week: date | None = column("建议周", cell=_week_text)
    remark: str = column("备注", "")
    interviewer: str = column()
    subject: str = column()
    status: TalkStatus = column()
    note: str = column(json=json_or_null)


def talk_rows(state: State, plan: YearPlan) -> tuple[TalkRow, ...]:
    """A row for every interview of the plan, in its order."""
    return tuple(_talk_row(state, plan.year, talk) for talk in plan.talks)


def rows_by_unit(state: State, rows: Iterable[TalkRow]) -> tuple[TalkRow, ...]:
    """The rows by unit in the roster's order, then month."""
    order = unit_order(state.roster)
    return tuple(
        sorted(rows, key=lambda one: (order.get(one.unit, len(order)), one.month, one.week or date.max, one.subject))
    )


def lists_by_unit(state: State, plan: YearPlan) -> dict[str, tuple[tuple[TalkRow, ...], tuple[Aside, ...]]]:
    """By unit: what it has to hold or to attend (its people on either side), and whom the plan leaves out."""
    talks: dict[str, list[TalkRow]] = {}
    asides: dict[str, list[Aside]] = {}
    for one in talk_rows(state, plan):
        for name in dict.fromkeys((one.unit, state.roster.unit_name(one.interviewer, plan.year))):
            talks.setdefault(name, []).append(one)
    for aside in (*plan.unplaced, *plan.dropped):
        asides.setdefault(aside.unit, []).append(aside)
    order = unit_order(state.roster)
    names = sorted({*talks, *asides}, key=lambda name: (order.get(name, len(order)), name))
    return {name: (tuple(talks.get(name, ())), tuple(asides.get(name, ()))) for name in names}


def plan_json(state: State, plan: YearPlan) -> dict[str, object]:
    """The plan as JSON takes it."""
    return {
        "version": 1,
        "year": plan.year,
        "per_week": plan.per_week,
        "talks": json_value(talk_rows(state, plan)),
        "unplaced": json_value(plan.unplaced),
        "settled": json_value(plan.settled),
        "dropped": json_value(plan.dropped),
    }


def _talk_row(state: State, year: int, talk: Talk) -> TalkRow:
    return TalkRow(
        unit=state.roster.unit_name(talk.subject, year),
        interviewer_name=person_text(state.roster, talk.interviewer),
        interviewer_post=_posts_text(state, talk.interviewer, year, talk.month),
        subject_name=person_text(state.roster, talk.subject),
        subject_post=_posts_text(state, talk.subject, year, talk.month),
        month=talk.month,
        week=talk.week,
        remark=_remark_text(talk),
        interviewer=talk.interviewer,
        subject=talk.subject,
        status=talk.status,
        note=talk.written or talk.note,
    )


def _remark_text(talk: Talk) -> str:
    status = "" if talk.status is TalkStatus.PLANNED or talk.note else talk.status.value
    return "；".join(text for text in (talk.written, talk.note, status) if text)


def _posts_text(state: State, person: str, year: int, month: int) -> str:
    """The person's posts in the middle of that month."""
    return "、".join(post_text(one) for one in state.roster.posts(person, date(year, month, 15)))
