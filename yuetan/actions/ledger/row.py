"""One interview of a 台账 as a value and a record, with every cell that cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from yuetan.actions.ledger.sheet import LedgerColumn
from yuetan.actions.people_in_cells import People, squeezed
from yuetan.model.choices import Mode
from yuetan.views.report.sent import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from yuetan.actions.ledger.sheet import LedgerRow
    from yuetan.actions.plan import Setting
    from yuetan.codec.plain import Plain, Value
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

    Problems = list[Problem]

_SEPARATORS = re.compile(r"[、，,；;/／\n]+|\s{2,}|(?<=[一-鿿]{2})\s+(?=[一-鿿]{2})")
_OTHER_KINDS = ("提醒谈话", "诫勉", "函询", "谈话笔录")
"""What a 约谈 is not, however a 台账 mixes them."""
_SUBJECTS = (LedgerColumn.SUBJECT, LedgerColumn.SUBJECT_CODE)
_INTERVIEWERS = (LedgerColumn.INTERVIEWER, LedgerColumn.INTERVIEWER_CODE)


@dataclass(frozen=True, slots=True)
class Bench:
    """What rows are judged by; `kind` is the situation of all of them where no column says which."""

    setting: Setting
    people: People
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerPerson:
    """Somebody whom a row names, as the roster has him or her that day."""

    id: str
    name: str | None
    unit: str
    post: str

    def value(self, note: str = "") -> Plain:
        """The entry of a record."""
        found: Plain = {"编号": self.id, "姓名": self.name, "单位": self.unit, "职务": self.post}
        return {**found, "说明": note} if note else found


@dataclass(frozen=True, slots=True)
class LedgerInterview:
    """An interview as a 台账 tells it: its first row, and what was found of the roster and the calendar."""

    row: LedgerRow
    situation: Situation
    when: datetime
    mode: Mode
    subjects: tuple[LedgerPerson, ...]
    interviewers: tuple[LedgerPerson, ...]
    notified: date | None

    @property
    def drafted(self) -> date:
        """起草: the first day that the 台账 knows of."""
        day = self.when.date()
        return min(day, self.notified) if self.notified is not None else day

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its subjects, in the order of the rows."""
        return tuple(one.id for one in self.subjects)

    def value(self, interview_id: str) -> Plain:
        """The record under its id; what the 台账 does not say is left out."""
        note = self.row.text(LedgerColumn.NOTE)
        notices: list[Value] = [{"日期": self.notified, "对象": list(self.codes)}] if self.notified is not None else []
        value: Plain = {
            "编号": interview_id,
            "类型": self.situation.name,
            "起草": self.drafted,
            "主题": self.row.text(LedgerColumn.TOPIC),
            "事由": self.row.text(LedgerColumn.REASON),
            "方式": self.mode,
            "约谈人": [one.value() for one in self.interviewers],
            "约谈对象": [one.value(note) for one in self.subjects],
            "通知": notices,
            "谈话": self._talk(),
        }
        return {key: item for key, item in value.items() if item}

    def _talk(self) -> Plain:
        place, recorder = self.row.text(LedgerColumn.PLACE), self.row.text(LedgerColumn.RECORDER)
        value: Plain = {"时间": self.when, "地点": place, "记录人": recorder}
        return {key: item for key, item in value.items() if item}


def interview_of(bench: Bench, rows: tuple[LedgerRow, ...]) -> tuple[LedgerInterview | None, Problems]:
    """The interview, or what of its rows cannot be taken; rows after the first name more of its subjects."""
    problems: Problems = []
    when = _moment(bench, rows[0], problems)
    situation = _situation(bench, rows[0], when.date() if when is not None else None, problems)
    if when is None or situation is None:
        return None, problems
    subjects = _subjects(bench, rows, when.date(), problems)
    interviewers = _people(bench, rows[0], when.date(), _INTERVIEWERS, problems)
    notified = _notified(rows[0], when, problems)
    mode = _mode(rows[0], len(subjects), problems) if not problems else None
    if mode is None or problems:
        return None, problems
    return LedgerInterview(rows[0], situation, when, mode, tuple(subjects), tuple(interviewers), notified), problems


def _moment(bench: Bench, row: LedgerRow, problems: Problems) -> datetime | None:
    when = row.days.get(LedgerColumn.DAY)
    today = bench.setting.today
    if when is None:
        reason = row.faults.get(LedgerColumn.DAY, "没有填写")
    elif when.date() > today:
        reason = f"在今天（{today.isoformat()}）之后，还没有发生"
    elif bench.setting.laws.on(when.date()) is None:
        reason = "这一天还没有可依据的规范"
    else:
        return when
    problems.append(row.problem(LedgerColumn.DAY, reason))
    return None


def _notified(row: LedgerRow, when: datetime, problems: Problems) -> date | None:
    column = LedgerColumn.NOTIFIED
    if column in row.faults:
        problems.append(row.problem(column, row.faults[column]))
    found = row.days.get(column)
    if found is not None and found.date() > when.date():
        problems.append(row.problem(column, "在约谈日期之后"))
    return found.date() if found is not None else None


def _situation(bench: Bench, row: LedgerRow, day: date | None, problems: Problems) -> Situation | None:
    law = bench.setting.laws.on(day or bench.setting.today)
    if law is None:
        return None
    text = row.text(LedgerColumn.KIND) or bench.kind or ""
    found = _situation_called(law, text) if text else None
    if found is None:
        problems.append(row.problem(LedgerColumn.KIND, _unknown_kind_text(law, text)))
    return found


def _situation_called(law: Law, text: str) -> Situation | None:
    """The situation of this name, or the only one whose name is near; never what is no 约谈."""
    found = law.situation(text)
    if found is not None or any(other in text for other in _OTHER_KINDS):
        return found
    near = [one for one in law.profile.situations if one.short in text or text in one.name]
    return near[0] if len(near) == 1 else None


def _unknown_kind_text(law: Law, text: str) -> str:
    known = "、".join(one.name for one in law.profile.situations)
    other = next((one for one in _OTHER_KINDS if one in text), None)
    reason = f"{other}不是廉政约谈，不导入" if other else f"应为 {known} 之一"
    return reason if text else f"没有填写，{reason}；全表相同的可用 --type 指明"


def _subjects(bench: Bench, rows: tuple[LedgerRow, ...], day: date, problems: Problems) -> list[LedgerPerson]:
    subjects = [one for row in rows for one in _people(bench, row, day, _SUBJECTS, problems)]
    if len({one.id for one in subjects}) < len(subjects):
        problems += [row.problem(LedgerColumn.SUBJECT, "同一名对象写了两遍") for row in rows]
    return subjects


def _people(
    bench: Bench, row: LedgerRow, day: date, columns: tuple[LedgerColumn, LedgerColumn], problems: Problems
) -> list[LedgerPerson]:
    """Everybody named in the cells of names and of codes; a doubtful one is a problem of the cell."""
    found = [_person(bench, row, day, columns, pair) for pair in _pairs(row, columns, problems)]
    problems += [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, LedgerPerson)]


def _pairs(row: LedgerRow, columns: tuple[LedgerColumn, LedgerColumn], problems: Problems) -> Iterable[tuple[str, str]]:
    """Name and code of everybody in the cells; empty where one of them is not written."""
    names, codes = (_split(row.text(column)) for column in columns)
    if not names and not codes:
        problems.append(row.problem(columns[0], "没有填写"))
    elif codes and names and len(codes) != len(names):
        problems.append(row.problem(columns[1], f"有{len(codes)}个编号，{len(names)}个姓名，对不上"))
    else:
        return zip_longest(names, codes, fillvalue="")
    return ()


def _person(
    bench: Bench, row: LedgerRow, day: date, columns: tuple[LedgerColumn, LedgerColumn], pair: tuple[str, str]
) -> LedgerPerson | Problem:
    name, code = pair
    unit = row.text(LedgerColumn.UNIT) if columns == _SUBJECTS else ""
    person, reason = bench.people.find(code, name, unit, day)
    if person is None:
        return row.problem(columns[1] if code else columns[0], reason)
    who = f"{bench.setting.state.roster.name(person)}（{person}）"
    unheld = row.problem(columns[0], f"名册中 {who}这一天没有任职；先补名册")
    return _as_held(bench, person, unit, day) or unheld


def _as_held(bench: Bench, person: str, unit: str, day: date) -> LedgerPerson | None:
    """The person as the roster has him or her that day, in the unit written where there are several posts."""
    roster = bench.setting.state.roster
    held = roster.posts(person, day)
    if not held:
        return None
    mine = next((one for one in held if squeezed(one.era.name) == squeezed(unit)), held[0])
    return LedgerPerson(person, roster.name(person), mine.era.name, mine.post.post)


def _mode(row: LedgerRow, subjects: int, problems: Problems) -> Mode:
    text = row.text(LedgerColumn.MODE)
    if not text:
        return Mode.INDIVIDUAL if subjects == 1 else Mode.COLLECTIVE
    written = next((one for one in Mode if one[:2] in text), None)
    if written is None:
        problems.append(row.problem(LedgerColumn.MODE, f"应为 {Mode.INDIVIDUAL} 或 {Mode.COLLECTIVE}"))
    elif written == Mode.INDIVIDUAL and subjects > 1:
        problems.append(row.problem(LedgerColumn.MODE, f"有{subjects}名对象，不是{Mode.INDIVIDUAL}"))
    return written or Mode.COLLECTIVE


def _split(text: str) -> list[str]:
    """The names in one cell: ``张三、李四``; a blank inside a name of two characters is none."""
    return [part for one in _SEPARATORS.split(text) if one and (part := one.strip())]
