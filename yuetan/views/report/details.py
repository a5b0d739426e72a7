"""约谈明细 and 未约谈名单. No narrative, and nothing of where a complaint came from: only what is counted."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import TYPE_CHECKING

from yuetan.views.coverage.people import ONLY_A_HINT, Status
from yuetan.views.names import listed_text
from yuetan.views.table import Row, Table, column, json_value, row, table_of, yes_no_text

if TYPE_CHECKING:
    from datetime import date

    from yuetan.views.coverage.people import Covered
    from yuetan.views.report.facts import Attended


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


LATE_REMARK, ABSENT_REMARK = "补报", "缺席，不计"


@row
class DetailRow(Row):
    """One subject of one interview."""

    id: str = column(Detail.ID)
    kind: str = column(Detail.KIND)
    day: date = column(Detail.DAY)
    unit: str = column(Detail.UNIT)
    subject: str = column(Detail.SUBJECT)
    name: str = column(Detail.NAME)
    post: str = column(Detail.POST)
    interviewers: tuple[str, ...] = column(Detail.INTERVIEWERS, cell="、".join)
    interviewer_codes: tuple[str, ...] = column(Detail.INTERVIEWER_CODES, cell="、".join)
    mode: str = column(Detail.MODE)
    present: bool = column(Detail.PRESENT, cell=yes_no_text)
    lawful: bool = column(Detail.LAWFUL, cell=yes_no_text)
    source: str = column(Detail.SOURCE)
    remark: str = column(Detail.REMARK)


@row
class OwedRow(Row):
    """Whom the year's interview is still owed to; `days_left` are negative once it is too late."""

    unit: str = column("单位")
    person: str = column("编号")
    name: str = column("姓名")
    post: str = column("职务")
    entitled: tuple[tuple[str, str], ...] = column("有权约谈的人", cell=listed_text)
    due: date = column("期限")
    days_left: int = column("剩余天数")
    remark: str = column("备注")


def details(facts: tuple[Attended, ...]) -> Table:
    """A row a subject and interview, absent ones too, marked."""
    return table_of(DetailRow, map(detail, facts))


def detail(one: Attended) -> DetailRow:
    """One fact as the 约谈明细 has it."""
    remarks = ((LATE_REMARK, one.late), (ABSENT_REMARK, not one.present))
    return DetailRow(
        id=one.id,
        kind=one.kind,
        day=one.day,
        unit=one.unit_name,
        subject=one.subject,
        name=one.name,
        post=one.post,
        interviewers=one.interviewers,
        interviewer_codes=one.interviewer_codes,
        mode=one.mode,
        present=one.present,
        lawful=one.lawful,
        source=one.source,
        remark="；".join(text for text, true in remarks if true),
    )


def owed(covered: tuple[Covered, ...], as_of: date) -> Table:
    """Whom the year's interview is still owed to, who may hold it, and the days left."""
    open_ones = {Status.OPEN, Status.LATE, Status.DOUBTFUL}
    return table_of(OwedRow, (_owed(one, as_of) for one in covered if one.status in open_ones))


def _owed(one: Covered, as_of: date) -> OwedRow:
    hint = ONLY_A_HINT if one.status == Status.DOUBTFUL else ""
    return OwedRow(
        unit=one.unit,
        person=one.person,
        name=one.name,
        post=one.post,
        entitled=one.entitled,
        due=one.due,
        days_left=(one.due - as_of).days,
        remark="；".join(text for text in (hint, one.remark) if text),
    )


def digest(period: str, unit: str, table: Table) -> str:
    """SHA-256 of what is reported: period, unit and rows as they stand in the sheet, so that a copy can be checked."""
    rows = [["" if cell is None else json_value(cell) for cell in cells] for cells in table.rows]
    value = [period, unit, list(table.headings), rows]
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
