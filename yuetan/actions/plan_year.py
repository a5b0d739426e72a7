"""年度计划: the year's plan into records/plans/<year>.yaml, and drafts of the interviews that it has for a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.model.paths import PLANS, file_stem
from yuetan.planning import plan_maker
from yuetan.planning.weeks import PER_WEEK
from yuetan.planning.year_plan import TalkStatus

if TYPE_CHECKING:
    from yuetan.actions.plan import Setting
    from yuetan.codec.plain import Plain
    from yuetan.planning.year_plan import YearPlan

HEADER = "# yaml-language-server: $schema=../../schemas/plan.schema.json"
_MOST_A_WEEK = 25
"""More interviews than five a working day nobody holds: surely a slip of the pen."""


def plan_path(year: int) -> str:
    """``records/plans/2026.yaml``."""
    return f"{PLANS}{year}.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanYearRequest:
    """Which year is planned, and how."""

    year: int
    """年度。"""
    per_week: int = PER_WEEK
    """每名约谈人每周最多约谈几人。"""
    again: bool = False
    """计划的月份已过、仍没有约谈的重新排；不则留在原处。"""


def plan_year(setting: Setting, request: PlanYearRequest) -> tuple[Plan, YearPlan] | Refusal:
    """The plan that writes the year's plan, and the year's plan itself; a refusal where it cannot be made."""
    refusal = _unfit(setting, request)
    if refusal is not None:
        return refusal
    year = request.year
    found = plan_maker.plan_year(
        setting.state, setting.laws, year, setting.today, per_week=request.per_week, again=request.again
    )
    edits = (Edit(plan_path(year), plan_value(found), HEADER),) if found.talks else ()
    new = sum(talk.status is TalkStatus.PLANNED for talk in found.talks)
    kept = sum(talk.status is TalkStatus.KEPT for talk in found.talks)
    subject = f"{year}年约谈计划：新排{new}人次，沿用{kept}人次"
    return Plan("plan", (str(year),), edits, (), subject, (), notes_of(found)), found


def plan_value(plan: YearPlan) -> Plain:
    """The plan under the keys of its file."""
    rows = [
        {"约谈人": talk.interviewer, "对象": talk.subject, "月份": talk.month, "备注": talk.written}
        for talk in plan.talks
    ]
    return {"年度": plan.year, "安排": [{key: item for key, item in row.items() if item is not None} for row in rows]}


def notes_of(plan: YearPlan) -> tuple[str, ...]:
    """What the clerk should know: whom the plan does not provide for, what it dropped, what comes next."""
    lines = [f"没有排上：{one.name}（{one.person}，{one.unit}）：{one.reason}" for one in plan.unplaced]
    lines += [f"原计划未能保留：{one.name}（{one.person}，{one.unit}）：{one.reason}" for one in plan.dropped]
    lines.append(f"共{len(plan.talks)}人次，没有排上{len(plan.unplaced)}人，免谈或已谈不必排{len(plan.settled)}人")
    return tuple(lines)


def _unfit(setting: Setting, request: PlanYearRequest) -> Refusal | None:
    year, per_week = request.year, request.per_week
    if not 1 <= per_week <= _MOST_A_WEEK:
        return Refusal(f"每周最多约谈 {per_week} 人不合情理", hint=f"--per-week 写 1 至 {_MOST_A_WEEK}")
    if not date.min.year < year < date.max.year or setting.laws.on(date(year, 12, 31)) is None:
        return Refusal(f"{year}年没有可依据的规范，不能做计划", hint="本单位依据的规范写在 yuetan.yaml 的 规范 中")
    if year < setting.today.year:
        return Refusal(f"{year}年已经过去，不再做计划", hint=f"用 yuetan plan status {year} 查看当年计划和实际")
    broken = next((s for s in setting.state.plans if file_stem(s.file) == str(year) and not s.sound), None)
    if broken is not None:
        return Refusal(f"{broken.file} 有问题，先改好再做计划", hint=f"用 yuetan check {broken.file} 查看")
    return None
