"""Looking at interviews: rows for `list`, one record for `show`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from yuetan.model.choices import Opinion
from yuetan.model.life import Stage, stage
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import follow_up_due, latest_notice
from yuetan.regulation.parameters import MUST_APPROVE
from yuetan.regulation.periods import period_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.model import Interview, Roster, State, Stored
    from yuetan.regulation.law import Law, Laws

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which interviews are asked for; what is None does not limit."""

    kind: str | None = None
    """情形：名称、简称或代码。"""
    unit: str | None = None
    """对象所在单位：编码或名称。"""
    cadre: str | None = None
    """约谈对象：编号或姓名。"""
    state: str | None = None
    """状态，如 已通知。"""
    period: str | None = None
    """期间：2026H1、2026、2026-03。"""


@dataclass(frozen=True, slots=True)
class Row:
    """One interview in a list."""

    id: str
    kind: str
    stage: Stage
    day: date | None
    subjects: tuple[tuple[str, str, str], ...]
    topic: str
    file: str

    def cells(self) -> tuple[str, ...]:
        """编号, 情形, 状态, 日期, 约谈对象, 主题."""
        names = "、".join(name for _, name, _ in self.subjects)
        day = self.day.isoformat() if self.day is not None else "待定"
        return (self.id, self.kind, self.stage.value, day, names, self.topic)

    def as_json(self) -> dict[str, Any]:
        """The same with every key, null where there is nothing."""
        return {
            "id": self.id,
            "type": self.kind,
            "state": self.stage.value,
            "date": self.day.isoformat() if self.day is not None else None,
            "subjects": [{"id": one, "name": name, "unit": unit or None} for one, name, unit in self.subjects],
            "topic": self.topic or None,
            "file": self.file,
        }


def filter_fault(laws: Laws, wanted: Filter, today: date) -> str | None:
    """What is wrong with a filter, in words; None where nothing is."""
    law = laws.on(today)
    if wanted.kind is not None and not any(p.situation(wanted.kind) for p in laws.profiles.values()):
        return f"没有“{wanted.kind}”这一情形"
    if wanted.state is not None and wanted.state not in {one.value for one in Stage}:
        return f"没有“{wanted.state}”这一状态，可用：{'、'.join(one.value for one in Stage)}"
    if wanted.period is not None and span(law, wanted.period) is None:
        return f"“{wanted.period}”不是期间，写成 2026H1、2026 或 2026-03"
    return None


def list_rows(state: State, laws: Laws, wanted: Filter) -> tuple[Row, ...]:
    """The interviews asked for, by day and id; those without a day come last. Unreadable files are left out."""
    rows = [
        _row(stored, stored.record, laws)
        for stored in state.interviews
        if stored.record is not None and _fits(stored.record, state.roster, laws, wanted)
    ]
    return tuple(sorted(rows, key=lambda row: (row.day is None, row.day or date.max, row.id)))


def stage_of(record: Interview, laws: Laws) -> Stage:
    """The record's state under the law of its day."""
    law = laws.on(record.judged_day, record.regulation)
    situation = law.situation(record.kind) if law is not None else None
    return stage(record, follow_ups=situation.documents if situation is not None else ())


def span(law: Law | None, period: str) -> tuple[date, date] | None:
    """First and last day of ``2026H1`` (as the law divides the year), ``2026`` or ``2026-03``."""
    if _YEAR.fullmatch(period) and int(period) > 0:
        return date(int(period), 1, 1), date(int(period), 12, 31)
    month = _MONTH.fullmatch(period)
    if month is not None and int(month[1]) > 0 and 1 <= int(month[2]) <= 12:  # noqa: PLR2004 - months of a year
        days = monthrange(int(month[1]), int(month[2]))[1]
        return date(int(month[1]), int(month[2]), 1), date(int(month[1]), int(month[2]), days)
    return period_bounds(law, period) if law is not None else None


def _fits(record: Interview, roster: Roster, laws: Laws, wanted: Filter) -> bool:
    law = laws.on(record.judged_day, record.regulation)
    if wanted.kind is not None and not _of_kind(record, law, wanted.kind):
        return False
    if wanted.unit is not None and not any(_in_unit(roster, s, wanted.unit, record) for s in record.subjects):
        return False
    if wanted.cadre is not None and not any(wanted.cadre in (s.id, s.name) for s in record.subjects):
        return False
    if wanted.state is not None and stage_of(record, laws).value != wanted.state:
        return False
    if wanted.period is None:
        return True
    bounds = span(law, wanted.period)
    return bounds is not None and bounds[0] <= record.judged_day <= bounds[1]


def _of_kind(record: Interview, law: Law | None, kind: str) -> bool:
    situation = law.situation(kind) if law is not None else None
    return record.kind in (kind, situation.name if situation is not None else kind)


def _in_unit(roster: Roster, subject: Any, unit: str, record: Interview) -> bool:
    if subject.unit == unit:
        return True
    held = roster.posts(subject.id, record.judged_day)
    return any(unit in (one.unit.code, one.era.name) for one in held)


def _row(stored: Stored[Interview], record: Interview, laws: Laws) -> Row:
    subjects = tuple((s.id, s.name or s.id, s.unit or "") for s in record.subjects)
    return Row(record.id, record.kind, stage_of(record, laws), record.day, subjects, record.topic or "", stored.file)


def show_value(stored: Stored[Interview], state: State, laws: Laws) -> dict[str, Any]:
    """The record under its own keys plus 状态, days as ISO text."""
    del state
    status = stage_of(stored.record, laws).value if stored.record is not None else None
    value: dict[str, Any] = json_able(stored.raw)
    return {**value, "状态": status}


def json_able(value: Any) -> Any:
    """Plain values with days and times as ISO text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): json_able(item) for name, item in value.items()}
    return [json_able(item) for item in value] if isinstance(value, list | tuple) else value


def show_lines(stored: Stored[Interview], state: State, laws: Laws, today: date) -> tuple[str, ...]:
    """The record for a person to read: its state and what comes next, then everything it holds."""
    record = stored.record
    lines = [stored.file]
    if record is not None:
        status = stage_of(record, laws)
        lines.append(f"状态：{status.value}")
        lines.extend(f"下一步：{step}" for step in next_steps(record, status, laws, today))
    del state
    return (*lines, "", *_lines(stored.raw, ""))


def next_steps(record: Interview, status: Stage, laws: Laws, today: date) -> tuple[str, ...]:
    """What to do next, with its day and command."""
    law = laws.on(record.judged_day, record.regulation)
    day = record.day
    if status is Stage.POSTPONED:
        return (f"定了新的时间后 yuetan reschedule {record.id} --at 时间",)
    if status is Stage.DRAFTED and law is not None and law.flag(MUST_APPROVE):
        return (f"yuetan approve {record.id} 登记审批",)
    if status is Stage.APPROVED and record.approval is not None and record.approval.opinion == Opinion.REFUSED:
        return (f"审批不同意，用 yuetan cancel {record.id} --why 原因 撤销",)
    if status in (Stage.DRAFTED, Stage.APPROVED):
        last = latest_notice(law, day) if law is not None and day is not None else None
        by = f"（最迟{short_day_text(last.workday or last.due, today)}，{last.trace}）" if last is not None else ""
        return (f"yuetan notify {record.id} 通知{by}",)
    if status is Stage.NOTIFIED:
        when = f"{short_day_text(day, today)}约谈，" if day is not None else ""
        return (f"{when}之后 yuetan minutes {record.id} 登记",)
    situation = law.situation(record.kind) if law is not None else None
    if status is Stage.RECTIFICATION_DUE and law is not None and situation is not None and day is not None:
        dues = [(row, follow_up_due(law, situation, row, day)) for row in situation.follow_ups]
        return tuple(f"{row.document}最迟{short_day_text(due.due, today)}（{due.trace}）" for row, due in dues)
    return (f"yuetan close {record.id} 办结",) if status in (Stage.HELD, Stage.RECTIFIED) else ()


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, item in value.items():
        if isinstance(item, dict):
            yield f"{indent}{name}："
            yield from _lines(item, indent + "  ")
        elif isinstance(item, list):
            yield f"{indent}{name}："
            yield from _items(item, indent + "  ")
        else:
            yield from _scalar(f"{indent}{name}：", item, indent)


def _items(items: list[Any], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict):
            first, *rest = list(_lines(item, "")) or [""]
            yield f"{indent}- {first}"
            yield from (f"{indent}  {line}" for line in rest)
        else:
            yield from _scalar(f"{indent}- ", item, indent)


def _scalar(head: str, item: Any, indent: str) -> Iterator[str]:
    text = {True: "是", False: "否"}.get(item, "") if isinstance(item, bool) else _text(item)
    first, *rest = text.split("\n")
    yield f"{head}{first}"
    yield from (f"{indent}  {line}" for line in rest if line)


def _text(item: Any) -> str:
    if isinstance(item, datetime):
        return f"{item:%Y-%m-%d %H:%M}"
    return item.isoformat() if isinstance(item, date) else "" if item is None else str(item)
