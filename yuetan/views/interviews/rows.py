"""A row an interview, for `list`, the menu and the exported list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.views.interviews.filter import fits, stage_of
from yuetan.views.table import Row, column, json_or_null, row

if TYPE_CHECKING:
    from yuetan.model import Interview, State, Stored
    from yuetan.model.life import Stage
    from yuetan.regulation.law import Laws
    from yuetan.views.interviews.filter import Filter

NO_DAY = "待定"
"""What stands for the day of an interview that has none yet."""


@row
class NamedSubject(Row):
    """One subject, by code, name (else the code) and unit."""

    id: str = column()
    name: str = column()
    unit: str = column(json=json_or_null)


def names_text(subjects: tuple[NamedSubject, ...]) -> str:
    """``钱乙丑、吴己巳``."""
    return "、".join(one.name for one in subjects)


@row
class InterviewRow(Row):
    """One interview in a list."""

    id: str = column("编号")
    kind: str = column("情形", "type")
    stage: Stage = column("状态", "state")
    day: date | None = column("日期", "date", blank=NO_DAY)
    people: int = column("对象人数", "", page=False)
    subjects: tuple[NamedSubject, ...] = column("约谈对象", cell=names_text)
    topic: str = column("主题", json=json_or_null)
    file: str = column()


def list_rows(state: State, laws: Laws, wanted: Filter) -> tuple[InterviewRow, ...]:
    """The interviews asked for, by day and id; those without a day come last. Unreadable files are left out."""
    rows = [
        _row(stored, stored.record, laws)
        for stored in state.interviews
        if stored.record is not None and fits(stored.record, state.roster, laws, wanted)
    ]
    return tuple(sorted(rows, key=lambda one: (one.day is None, one.day or date.max, one.id)))


def _row(stored: Stored[Interview], record: Interview, laws: Laws) -> InterviewRow:
    subjects = (NamedSubject(id=one.id, name=one.name or one.id, unit=one.unit or "") for one in record.subjects)
    return InterviewRow(
        id=record.id,
        kind=record.kind,
        stage=stage_of(record, laws),
        day=record.day,
        people=len(record.subjects),
        subjects=tuple(subjects),
        topic=record.topic or "",
        file=stored.file,
    )
