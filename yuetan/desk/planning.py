"""The year's plan at the desk: made, written, laid out as workbooks, split by unit, compared with reality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.desk.office import commit_time, file_name_text, office_text
from yuetan.errors import NotFoundError
from yuetan.planning.plan_rows import TalkRow
from yuetan.planning.year_plan import Aside
from yuetan.views.table import table_of

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk
    from yuetan.model.reporting import PlannedTalk
    from yuetan.planning.plan_status import StatusRow
    from yuetan.planning.year_plan import YearPlan
    from yuetan.reports.plan_book import ListSheet

TASKS = "任务清单"


def make_plan(desk: Desk, year: int, per_week: int, *, again: bool) -> tuple[Plan, YearPlan] | Refusal:
    """The plan that writes the year's plan, and the year's plan."""
    from yuetan.actions.plan_year import PlanYearRequest, plan_year

    return plan_year(desk.setting, PlanYearRequest(year=year, per_week=per_week, again=again))


def plan_book(desk: Desk, plan: YearPlan) -> bytes:
    """The workbook for approval: the plan, and whom it leaves out."""
    from yuetan.planning.plan_rows import rows_by_unit, talk_rows
    from yuetan.reports.plan_book import ListSheet, list_book

    title = f"{office_text(desk)}{plan.year}年度廉政约谈计划"
    rows = rows_by_unit(desk.state, talk_rows(desk.state, plan))
    sheets = (
        ListSheet("计划", title, _note(desk, plan), table_of(TalkRow, rows), signed=True),
        _left_out(plan, (*plan.unplaced, *plan.dropped)),
        ListSheet("不必排", f"{plan.year}年度不必排的", "免谈，或已经约谈。", table_of(Aside, plan.settled)),
    )
    return list_book(title, sheets, commit_time(desk))


def task_books(desk: Desk, plan: YearPlan) -> dict[str, bytes]:
    """Each unit's own list, by the name of its file."""
    from yuetan.planning.plan_rows import lists_by_unit
    from yuetan.reports.plan_book import ListSheet, list_book

    found = {}
    for unit, (mine, left) in lists_by_unit(desk.state, plan).items():
        title = f"{unit}{plan.year}年度廉政约谈{TASKS}"
        tasks = ListSheet(TASKS, title, _note(desk, plan), table_of(TalkRow, mine), signed=True)
        sheets = (tasks, _left_out(plan, left)) if left else (tasks,)
        found[f"{file_name_text(unit)}{TASKS}.xlsx"] = list_book(title, sheets, commit_time(desk))
    return found


def status(desk: Desk, year: int) -> tuple[StatusRow, ...]:
    """Plan and reality; NotFoundError where the year has no plan."""
    from yuetan.planning.entries import entries_of
    from yuetan.planning.plan_status import plan_status

    if not entries_of(desk.state, year):
        raise NotFoundError(f"{year}年还没有约谈计划", hint=f"用 yuetan plan {year} 生成")
    return plan_status(desk.state, desk.laws, year, desk.today)


def of_month(desk: Desk, month: int, year: int | None = None) -> tuple[PlannedTalk, ...]:
    """This office's own interviews of a month of the plan that are not drafted or held yet.

    Own are those whose interviewer is of the office's unit. NotFoundError where the year has no plan.
    """
    from yuetan.planning.entries import entries_of
    from yuetan.planning.own_entries import own_of_month

    wanted = year or desk.today.year
    if not entries_of(desk.state, wanted):
        raise NotFoundError(f"{wanted}年还没有约谈计划", hint=f"用 yuetan plan {wanted} 生成")
    return own_of_month(desk.state, desk.laws, wanted, month, desk.today)


def _left_out(plan: YearPlan, rows: tuple[Aside, ...]) -> ListSheet:
    from yuetan.reports.plan_book import ListSheet

    return ListSheet("没有排上", f"{plan.year}年度没有排上的", "逐人写明原因，须另行确定。", table_of(Aside, rows))


def _note(desk: Desk, plan: YearPlan) -> str:
    from yuetan.reports.workbook_style import display_text

    return (
        f"制表单位：{office_text(desk)}　　数据截至：{display_text(plan.as_of)}　　"
        f"每名约谈人每周不超过{plan.per_week}人；“建议周”供参考，具体时间以约谈通知书为准。"
    )
