"""The plan for people: rows by unit and month, for the table, the workbook and each unit's own list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.planning.values import PLANNED
from yuetan.planning.weeks import week_words
from yuetan.regulation.authority import post_text

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.planning.values import Aside, Talk, YearPlan

HEADINGS = ("单位", "约谈人", "约谈人职务", "对象", "对象职务", "月份", "建议周", "备注")
LEFT_HEADINGS = ("单位", "编号", "姓名", "原因")

Cells = tuple[str | int | None, ...]


def plan_rows(state: State, plan: YearPlan) -> tuple[Cells, ...]:
    """A row for every interview of the plan, by unit in the roster's order, then month."""
    order = {era.name: index for index, unit in enumerate(state.roster.units) for era in unit.eras}
    rows = [(state.roster.unit_name(talk.subject, plan.year), talk) for talk in plan.talks]
    rows.sort(key=lambda row: (order.get(row[0], len(order)), row[1].month, row[1].week or date.max, row[1].subject))
    return tuple(_cells(state, plan, unit, talk) for unit, talk in rows)


def left_rows(asides: tuple[Aside, ...]) -> tuple[Cells, ...]:
    """Rows for whoever is in no month of the plan."""
    return tuple((one.unit, one.person, one.name, one.reason) for one in asides)


def by_unit(state: State, plan: YearPlan) -> dict[str, tuple[tuple[Cells, ...], tuple[Cells, ...]]]:
    """By unit: what it has to hold or to attend (its people on either side), and whom the plan leaves out."""
    found: dict[str, tuple[list[Cells], list[Cells]]] = {}
    units = {talk.interviewer: state.roster.unit_name(talk.interviewer, plan.year) for talk in plan.talks}
    for unit, talk in ((state.roster.unit_name(talk.subject, plan.year), talk) for talk in plan.talks):
        for name in dict.fromkeys((unit, units[talk.interviewer])):
            found.setdefault(name, ([], []))[0].append(_cells(state, plan, unit, talk))
    for one in (*plan.unplaced, *plan.dropped):
        found.setdefault(one.unit, ([], []))[1].append((one.unit, one.person, one.name, one.reason))
    order = {era.name: index for index, unit in enumerate(state.roster.units) for era in unit.eras}
    names = sorted(found, key=lambda name: (order.get(name, len(order)), name))
    return {name: (tuple(found[name][0]), tuple(found[name][1])) for name in names}


def as_json(state: State, plan: YearPlan) -> dict[str, Any]:
    """The plan as JSON takes it."""

    def aside(one: Aside) -> dict[str, Any]:
        return {"subject": one.person, "name": one.name, "unit": one.unit or None, "reason": one.reason}

    return {
        "version": 1,
        "year": plan.year,
        "per_week": plan.per_week,
        "talks": [
            {
                "interviewer": talk.interviewer,
                "subject": talk.subject,
                "unit": state.roster.unit_name(talk.subject, plan.year) or None,
                "month": talk.month,
                "week": talk.week.isoformat() if talk.week is not None else None,
                "status": talk.status,
                "note": talk.written or talk.note or None,
            }
            for talk in plan.talks
        ],
        "unplaced": [aside(one) for one in plan.unplaced],
        "settled": [aside(one) for one in plan.settled],
        "dropped": [aside(one) for one in plan.dropped],
    }


def _cells(state: State, plan: YearPlan, unit: str, talk: Talk) -> Cells:
    marks = [mark for mark in (talk.written, talk.note) if mark]
    if talk.status != PLANNED and not talk.note:
        marks.append(talk.status)
    return (
        unit, state.roster.name(talk.interviewer) or talk.interviewer, _post(state, plan, talk.interviewer, talk.month),
        state.roster.name(talk.subject) or talk.subject, _post(state, plan, talk.subject, talk.month), talk.month,
        week_words(talk.week) if talk.week is not None else "", "；".join(marks),
    )  # fmt: skip


def _post(state: State, plan: YearPlan, person: str, month: int) -> str:
    """The person's posts in the middle of that month, else those that are left."""
    day = date(plan.year, month, 15)
    held = state.roster.posts(person, day)
    return "、".join(post_text(one) for one in held)
