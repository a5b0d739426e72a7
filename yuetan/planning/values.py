"""What a year's plan is made of: frozen values for the file, the workbook, the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

PLANNED, KEPT, DRAFTED, HELD = "新排", "已定", "已起草", "已约谈"


@dataclass(frozen=True, slots=True)
class Talk:
    """One planned interview. `week` is the Monday of the week proposed; None where it is no longer for us to propose.

    `status` is 新排, 已定 (stands in the plan already), 已起草 or 已约谈; `note` what whoever approves it should know;
    `written` is the remark of the plan's file, which is kept.
    """

    interviewer: str
    subject: str
    month: int
    week: date | None
    status: str
    note: str = ""
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A person who is in no month of the plan, or whose entry there could not stay, and why."""

    person: str
    name: str
    unit: str
    reason: str


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
