"""A row a subject of an interview, for the exported list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.interviews.rows import list_rows
from yuetan.views.table import Row, column, row, yes_no_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.choices import Mode
    from yuetan.model.interview import Subject
    from yuetan.model.life import Stage
    from yuetan.regulation.law import Laws
    from yuetan.views.interviews.filter import Filter


@row
class AttendanceRow(Row):
    """One subject of one interview; whether he or she was present stands there once it is held."""

    id: str = column("编号")
    kind: str = column("情形")
    stage: Stage = column("状态")
    day: date | None = column("日期")
    subject: str = column("对象编号")
    name: str | None = column("姓名")
    unit: str | None = column("单位")
    post: str | None = column("职务")
    present: str | None = column("到场")
    interviewers: str = column("约谈人")
    mode: Mode | None = column("方式")
    number: str | None = column("文号")
    closed: date | None = column("办结")


def attendance_rows(state: State, laws: Laws, wanted: Filter) -> Iterator[AttendanceRow]:
    """The subjects of the interviews asked for, in the order of the list and the record."""
    records = {one.id: one for one in state.records}
    for listed in list_rows(state, laws, wanted):
        record = records[listed.id]
        yield from (_row(record, subject, listed.stage) for subject in record.subjects)


def _row(record: Interview, subject: Subject, stage: Stage) -> AttendanceRow:
    return AttendanceRow(
        id=record.id,
        kind=record.kind,
        stage=stage,
        day=record.day,
        subject=subject.id,
        name=subject.name,
        unit=subject.unit,
        post=subject.post,
        present=yes_no_text(subject.present is not False) if record.held else None,
        interviewers="、".join(one.name or one.id for one in record.interviewers),
        mode=record.mode,
        number=next((one.number for one in reversed(record.notices) if one.number), None),
        closed=record.closing.day if record.closing is not None else None,
    )
