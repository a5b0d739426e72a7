"""What a year's plan is made of: frozen values for the file, the workbook, the tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.model.life import Stage
from yuetan.views.table import Row, column, json_or_null, row

if TYPE_CHECKING:
    from datetime import date


class TalkStatus(StrEnum):
    """How a talk came to its place in the plan."""

    PLANNED = "新排"
    KEPT = "已定"
    """It stands in the plan already."""
    DRAFTED = Stage.DRAFTED.value
    HELD = Stage.HELD.value


@dataclass(frozen=True, slots=True)
class Talk:
    """One planned interview. `week` is the Monday of the week proposed; None where it is no longer for us to propose.

    `note` is what whoever approves it should know; `written` is the remark of the plan's file, which is kept.
    """

    interviewer: str
    subject: str
    month: int
    week: date | None
    status: TalkStatus
    note: str = ""
    written: str | None = None


@row
class Aside(Row):
    """A person who is in no month of the plan, or whose entry there could not stay, and why."""

    unit: str = column("单位", json=json_or_null)
    person: str = column("编号", "subject")
    name: str = column("姓名")
    reason: str = column("原因")


@dataclass(frozen=True, slots=True)
class YearPlan:
    """A year's plan.

    `talks` are in the order of the file: what was there first, then month by month. `unplaced` could not be placed;
    `settled` need no place: 免谈, or held though nobody wrote by whom; `dropped` stood in the plan and could not stay.
    """

    year: int
    per_week: int
    as_of: date
    talks: tuple[Talk, ...]
    unplaced: tuple[Aside, ...] = ()
    settled: tuple[Aside, ...] = ()
    dropped: tuple[Aside, ...] = ()
