"""Coverage summed: by unit, by interviewer; and the gaps of 第四条 (W4.2, W4.4) beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yuetan.rules.article_4_gaps import new_posts_talked_about, sanctioned_talked_to
from yuetan.rules.rule import Whole
from yuetan.views.coverage.people import ONLY_A_HINT, Status
from yuetan.views.table import TOTAL, Row, column, row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.coverage.people import Covered


@row
class UnitCoverage(Row):
    """How many people of a unit stand how with the year's interview; `share` is done of those who must be met."""

    unit: str = column("单位")
    people: int = column("应谈人数")
    done: int = column(Status.DONE)
    open: int = column(Status.OPEN)
    late: int = column(Status.LATE)
    waived: int = column(Status.WAIVED)
    doubtful: int = column(ONLY_A_HINT)
    share: str = column("完成比例")


@row
class InterviewerCoverage(Row):
    """Whom an entitled interviewer could still interview; `only` counts those whom nobody else may."""

    name: str = column("约谈人")
    interviewer: str = column("编号")
    open: int = column("待谈人数")
    only: int = column("其中只有其有权")
    people: str = column("待谈的人", key="")


@row
class Gap(Row):
    """A promotion with no 任前约谈, or a sanction with no 回访约谈: the rule's own message and place."""

    code: str = column("规则")
    message: str = column("情况")
    file: str = column("文件")


def by_unit(rows: tuple[Covered, ...]) -> tuple[UnitCoverage, ...]:
    """One row a unit, in the order of the rows, and the total."""
    units: dict[str, list[Covered]] = {}
    for one in rows:
        units.setdefault(one.unit, []).append(one)
    found = tuple(_counted(unit, mine) for unit, mine in units.items())
    return (*found, _counted(TOTAL, rows)) if found else ()


def by_interviewer(rows: tuple[Covered, ...]) -> tuple[InterviewerCoverage, ...]:
    """Whom each entitled interviewer could still interview, those with most to do first."""
    owed: dict[tuple[str, str], list[Covered]] = {}
    for one in rows:
        for interviewer in one.entitled if one.behind else ():
            owed.setdefault(interviewer, []).append(one)
    ordered = sorted(owed.items(), key=lambda item: (-len(item[1]), item[0][0]))
    return tuple(_waiting(code, name, mine) for (code, name), mine in ordered)


def gaps(state: State, laws: Laws, today: date) -> tuple[Gap, ...]:
    """What W4.2 and W4.4 say of the archive today, whatever the year."""
    whole = Whole(state, laws, today)
    found = (("W4.2", new_posts_talked_about), ("W4.4", sanctioned_talked_to))
    return tuple(
        Gap(code=code, message=breach.message, file=breach.file or "")
        for code, judge in found
        for breach in judge(whole)
    )


def _counted(unit: str, rows: Iterable[Covered]) -> UnitCoverage:
    counts = Counter(one.status for one in rows)
    needed = counts.total() - counts[Status.WAIVED] - counts[Status.DOUBTFUL]
    return UnitCoverage(
        unit=unit,
        people=counts.total(),
        done=counts[Status.DONE],
        open=counts[Status.OPEN],
        late=counts[Status.LATE],
        waived=counts[Status.WAIVED],
        doubtful=counts[Status.DOUBTFUL],
        share=f"{counts[Status.DONE] * 100 // needed}%" if needed else "—",
    )


def _waiting(code: str, name: str, mine: list[Covered]) -> InterviewerCoverage:
    return InterviewerCoverage(
        name=name,
        interviewer=code,
        open=len(mine),
        only=sum(len(one.entitled) == 1 for one in mine),
        people="、".join(one.name for one in mine),
    )
