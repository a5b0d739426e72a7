"""约谈明细 and 未约谈名单. No narrative, and nothing of where a complaint came from: only what is counted."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.views.coverage.people import ONLY_A_HINT, Status
from yuetan.views.table import NO, YES, Table, json_value

if TYPE_CHECKING:
    from datetime import date

    from yuetan.views.coverage.people import Covered
    from yuetan.views.report.facts import Attended
    from yuetan.views.table import Cell


class Detail(StrEnum):
    """The columns of the 约谈明细, in their order: what is written and what is read back."""

    ID = "编号"
    KIND = "情形"
    DAY = "约谈日期"
    UNIT = "单位"
    SUBJECT = "对象编号"
    NAME = "姓名"
    POST = "职务"
    INTERVIEWERS = "约谈人"
    INTERVIEWER_CODES = "约谈人编号"
    MODE = "方式"
    PRESENT = "到场"
    LAWFUL = "合于权限"
    SOURCE = "来源单位"
    REMARK = "备注"


DETAIL_HEADINGS = tuple(column.value for column in Detail)
OWED_HEADINGS = ("单位", "编号", "姓名", "职务", "有权约谈的人", "期限", "剩余天数", "备注")
LATE_REMARK, ABSENT_REMARK = "补报", "缺席，不计"


def details(facts: tuple[Attended, ...]) -> Table:
    """A row a subject and interview, absent ones too, marked."""
    return Table(DETAIL_HEADINGS, tuple(detail(one) for one in facts))


def detail(one: Attended) -> tuple[Cell, ...]:
    """One fact under DETAIL_HEADINGS."""
    remarks = [word for word, true in ((LATE_REMARK, one.late), (ABSENT_REMARK, not one.present)) if true]
    return (
        one.id, one.kind, one.day, one.unit_name, one.subject, one.name, one.post, "、".join(one.interviewers),
        "、".join(one.interviewer_codes), one.mode, YES if one.present else NO, YES if one.lawful else NO, one.source,
        "；".join(remarks),
    )  # fmt: skip


def owed(covered: tuple[Covered, ...], as_of: date) -> Table:
    """Whom the year's interview is still owed to, who may hold it, and the days left (negative once it is too late)."""
    rows = (row for row in covered if row.status in {Status.OPEN, Status.LATE, Status.DOUBTFUL})
    return Table(OWED_HEADINGS, tuple(_owed(row, as_of) for row in rows))


def _owed(row: Covered, as_of: date) -> tuple[Cell, ...]:
    entitled = "、".join(f"{name}（{code}）" for code, name in row.entitled)
    remark = "；".join(word for word in (ONLY_A_HINT if row.status == Status.DOUBTFUL else "", row.remark) if word)
    return (row.unit, row.person, row.name, row.post, entitled, row.due, (row.due - as_of).days, remark)


def digest(period: str, unit: str, table: Table) -> str:
    """SHA-256 of what is reported: period, unit and rows as they stand in the sheet, so that a copy can be checked."""
    rows = [["" if cell is None else json_value(cell) for cell in row] for row in table.rows]
    value = [period, unit, list(table.headings), rows]
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
