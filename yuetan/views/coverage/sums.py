"""Coverage summed: by unit, by interviewer; and the gaps of 第四条 (W4.2, W4.4) beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.rules.article_4_gaps import new_posts_talked_about, sanctioned_talked_to
from yuetan.rules.rule import Whole
from yuetan.views.coverage.people import DONE, DOUBTFUL, LATE, OPEN, WAIVED

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.coverage.people import Covered

UNIT_HEADINGS = ("单位", "应谈人数", "已完成", "未完成", "逾期", "免谈", "只作提示", "完成比例")
INTERVIEWER_HEADINGS = ("约谈人", "编号", "待谈人数", "其中只有其有权", "待谈的人")
GAP_HEADINGS = ("规则", "情况", "文件")
_STATES = (DONE, OPEN, LATE, WAIVED, DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Gap:
    """A promotion with no 任前约谈, or a sanction with no 回访约谈: the rule's own message and place."""

    code: str
    message: str
    file: str

    def as_json(self) -> dict[str, Any]:
        """The three keys."""
        return {"code": self.code, "message": self.message, "file": self.file}


def by_unit(rows: tuple[Covered, ...]) -> tuple[tuple[str | int, ...], ...]:
    """One row a unit, in the order of the rows, and the total."""
    units = dict.fromkeys(row.unit for row in rows)
    found = [_counted(unit, [row for row in rows if row.unit == unit]) for unit in units]
    return (*found, _counted("合计", list(rows))) if found else ()


def by_interviewer(rows: tuple[Covered, ...]) -> tuple[tuple[str | int, ...], ...]:
    """Whom each entitled interviewer could still interview, those with most to do first."""
    owed: dict[tuple[str, str], list[Covered]] = {}
    for row in rows:
        for code, name in row.entitled if row.behind else ():
            owed.setdefault((code, name), []).append(row)
    return tuple(
        (name, code, len(mine), sum(len(row.entitled) == 1 for row in mine), "、".join(row.name for row in mine))
        for (code, name), mine in sorted(owed.items(), key=lambda item: (-len(item[1]), item[0][0]))
    )


def gaps(state: State, laws: Laws, today: date) -> tuple[Gap, ...]:
    """What W4.2 and W4.4 say of the archive today, whatever the year."""
    whole = Whole(state, laws, today)
    found = (("W4.2", new_posts_talked_about), ("W4.4", sanctioned_talked_to))
    return tuple(Gap(code, breach.message, breach.file or "") for code, judge in found for breach in judge(whole))


def _counted(unit: str, rows: list[Covered]) -> tuple[str | int, ...]:
    counts = Counter(row.status for row in rows)
    needed = len(rows) - counts[WAIVED] - counts[DOUBTFUL]
    share = f"{counts[DONE] * 100 // needed}%" if needed else "—"
    return unit, len(rows), *(counts[name] for name in _STATES), share
