"""The year's plan at the desk: made, written, laid out as workbooks, split by unit, compared with reality."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from yuetan.errors import NotFoundError

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk
    from yuetan.model.reporting import PlannedTalk
    from yuetan.planning.status import StatusRow
    from yuetan.planning.values import YearPlan
    from yuetan.reports.plan_book import ListSheet

TASKS = "任务清单"


def planned(desk: Desk, year: int, per_week: int, *, again: bool) -> tuple[Plan, YearPlan] | Refusal:
    """The plan that writes the year's plan, and the year's plan."""
    from yuetan.actions.plan_year import PlanYearRequest, plan_year

    return plan_year(desk.setting, PlanYearRequest(year=year, per_week=per_week, again=again))


def plan_book(desk: Desk, plan: YearPlan) -> bytes:
    """The workbook for approval: the plan, and whom it leaves out."""
    from yuetan.planning import rows
    from yuetan.reports.plan_book import ListSheet, list_book
    from yuetan.views.table import Table

    title = f"{office_name(desk)}{plan.year}年度廉政约谈计划"
    left = Table(rows.LEFT_HEADINGS, rows.left_rows((*plan.unplaced, *plan.dropped)))
    settled = Table(rows.LEFT_HEADINGS, rows.left_rows(plan.settled))
    sheets = (
        ListSheet(
            "计划", title, _note(desk, plan), Table(rows.HEADINGS, rows.plan_rows(desk.state, plan)), signed=True
        ),
        ListSheet("没有排上", f"{plan.year}年度没有排上的", "逐人写明原因，须另行确定。", left),
        ListSheet("不必排", f"{plan.year}年度不必排的", "免谈，或已经约谈。", settled),
    )
    return list_book(title, sheets, made(desk))


def task_books(desk: Desk, plan: YearPlan) -> dict[str, bytes]:
    """Each unit's own list, by the name of its file."""
    from yuetan.planning import rows
    from yuetan.reports.plan_book import ListSheet, list_book
    from yuetan.views.table import Table

    found = {}
    for unit, (mine, left) in rows.by_unit(desk.state, plan).items():
        title = f"{unit}{plan.year}年度廉政约谈{TASKS}"
        sheets = [ListSheet(TASKS, title, _note(desk, plan), Table(rows.HEADINGS, mine), signed=True)]
        if left:
            sheets.append(_left(plan, left))
        found[f"{safe(unit)}{TASKS}.xlsx"] = list_book(title, tuple(sheets), made(desk))
    return found


def status(desk: Desk, year: int) -> tuple[StatusRow, ...]:
    """Plan and reality; NotFoundError where the year has no plan."""
    from yuetan.planning.fixed import entries_of
    from yuetan.planning.status import plan_status

    if not entries_of(desk.state, year):
        raise NotFoundError(f"{year}年还没有约谈计划", hint=f"用 yuetan plan {year} 生成")
    return plan_status(desk.state, desk.laws, year, desk.today)


def of_month(desk: Desk, month: int, year: int | None = None) -> tuple[PlannedTalk, ...]:
    """This office's own interviews of a month of the plan that are not drafted or held yet.

    Own are those whose interviewer is of the office's unit. NotFoundError where the year has no plan.
    """
    from yuetan.planning.fixed import entries_of
    from yuetan.planning.own import own_of_month

    wanted = year or desk.today.year
    if not entries_of(desk.state, wanted):
        raise NotFoundError(f"{wanted}年还没有约谈计划", hint=f"用 yuetan plan {wanted} 生成")
    return own_of_month(desk.state, desk.laws, wanted, month, desk.today)


def office_name(desk: Desk) -> str:
    """What this office's unit is called today."""
    unit = desk.state.roster.unit(desk.state.office.unit)
    era = unit.era(desk.today) if unit is not None else None
    return era.name if era is not None else desk.state.office.unit


def made(desk: Desk) -> datetime:
    """The time of the commit that everything was computed from; the day itself before the first."""
    from yuetan.archive.history import log

    newest = log(desk.store, limit=1) if desk.head is not None else ()
    return newest[0].when if newest else datetime(desk.today.year, desk.today.month, desk.today.day)  # noqa: DTZ001


def safe(name: str) -> str:
    """A name that every system takes as a file's."""
    return "".join("_" if char in '/\\:*?"<>|' or ord(char) < ord(" ") else char for char in name)[:80] or "_"


def _left(plan: YearPlan, rows: tuple[tuple[str | int | None, ...], ...]) -> ListSheet:
    from yuetan.planning.rows import LEFT_HEADINGS
    from yuetan.reports.plan_book import ListSheet
    from yuetan.views.table import Table

    return ListSheet("没有排上", f"{plan.year}年度没有排上的", "逐人写明原因，须另行确定。", Table(LEFT_HEADINGS, rows))


def _note(desk: Desk, plan: YearPlan) -> str:
    from yuetan.reports.workbook_style import display_text

    return (
        f"制表单位：{office_name(desk)}　　数据截至：{display_text(plan.as_of)}　　"
        f"每名约谈人每周不超过{plan.per_week}人；“建议周”供参考，具体时间以约谈通知书为准。"
    )
