"""年度计划: what is written of it, and what refuses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.actions.city import city, setting
from tests.views.planned_city import with_plan
from yuetan.actions.plan import Refusal
from yuetan.actions.plan_year import PlanYearRequest, notes_of, plan_path, plan_value, plan_year
from yuetan.model import Plan, Stored, build

if TYPE_CHECKING:
    from yuetan.model import State

TODAY, YEAR = date(2026, 12, 28), 2027


def made(state: State | None = None, year: int = YEAR, *, per_week: int = 4, again: bool = False) -> object:
    state = state or city()
    return plan_year(setting(state), PlanYearRequest(year=year, per_week=per_week, again=again))


def test_every_talk_has_interviewer_subject_and_month_in_the_file_of_its_year() -> None:
    found = made()
    assert isinstance(found, tuple)
    plan, year = found
    (edit,) = plan.edits
    assert (plan.action, plan.ids, plan.papers) == ("plan", ("2027",), ())
    assert edit.path == plan_path(2027) == "records/plans/2027.yaml"
    assert edit.header == "# yaml-language-server: $schema=../../schemas/plan.schema.json"
    assert edit.value == plan_value(year)
    assert [set(row) - {"备注"} for row in edit.value["安排"]] == [{"约谈人", "对象", "月份"}] * len(year.talks)
    record, violations = build(Plan, edit.value)
    assert record is not None
    assert violations == ()


def test_the_subject_counts_what_is_new_and_what_was_kept() -> None:
    found = made()
    assert isinstance(found, tuple)
    plan, year = found
    assert plan.subject == f"2027年约谈计划：新排{len(year.talks)}人次，沿用0人次"
    assert plan.notes == notes_of(year)
    kept = made(with_plan(city(), year))
    assert isinstance(kept, tuple)
    assert kept[0].subject == f"2027年约谈计划：新排0人次，沿用{len(year.talks)}人次"
    assert kept[0].edits[0].value == plan.edits[0].value


def test_whom_the_plan_does_not_provide_for_is_said_with_the_reason() -> None:
    found = made()
    assert isinstance(found, tuple)
    _, year = found
    aside = tuple(f"没有排上：{one.name}（{one.person}，{one.unit}）：{one.reason}" for one in year.unplaced)
    assert aside != ()
    assert notes_of(year) == (
        *aside, f"共{len(year.talks)}人次，没有排上{len(aside)}人，免谈或已谈不必排{len(year.settled)}人",
    )  # fmt: skip
    dropped = replace(year, unplaced=(), dropped=year.unplaced[:1])
    one = year.unplaced[0]
    assert notes_of(dropped)[0] == f"原计划未能保留：{one.name}（{one.person}，{one.unit}）：{one.reason}"


@pytest.mark.parametrize("per_week", [0, 26])
def test_a_pace_that_nobody_keeps_is_refused(per_week: int) -> None:
    assert made(per_week=per_week) == Refusal(f"每周最多约谈 {per_week} 人不合情理", hint="--per-week 写 1 至 25")


@pytest.mark.parametrize("year", [1, 2014, 9999])
def test_a_year_without_a_law_is_refused(year: int) -> None:
    assert made(year=year) == Refusal(
        f"{year}年没有可依据的规范，不能做计划", hint="本单位依据的规范写在 yuetan.yaml 的 规范 中"
    )


def test_a_year_gone_by_is_refused() -> None:
    assert made(year=2025) == Refusal(
        "2025年已经过去，不再做计划", hint="用 yuetan plan status 2025 查看当年计划和实际"
    )


def test_a_plan_that_cannot_be_read_must_be_mended_first() -> None:
    state = replace(city(), plans=(Stored(plan_path(YEAR), {"年度": 2027}, None),))
    assert made(state) == Refusal(
        "records/plans/2027.yaml 有问题，先改好再做计划", hint="用 yuetan check records/plans/2027.yaml 查看"
    )


def test_where_nobody_is_to_be_interviewed_no_file_is_written() -> None:
    state = city(units=())
    found = plan_year(setting(state), PlanYearRequest(year=YEAR))
    assert isinstance(found, tuple)
    assert (found[0].edits, found[0].notes) == ((), ("共0人次，没有排上0人，免谈或已谈不必排0人",))
