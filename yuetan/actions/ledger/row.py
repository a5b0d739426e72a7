"""One interview of a 台账 as a record's plain value, with every cell that cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from yuetan.actions.ledger import sheet as the
from yuetan.actions.people_in_cells import People, squeezed
from yuetan.model.choices import Mode
from yuetan.views.report.sent import Problem

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.ledger.sheet import LedgerRow
    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.regulation.profile import Situation

Plain = dict[str, Any]
_SEPARATORS = re.compile(r"[、，,；;/／\n]+|\s{2,}|(?<=[一-鿿]{2})\s+(?=[一-鿿]{2})")
_OTHER_KINDS = ("提醒谈话", "诫勉", "函询", "谈话笔录")
"""What a 约谈 is not, however a 台账 mixes them."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What rows are judged by."""

    state: State
    laws: Laws
    today: date
    people: People
    kind: str | None = None


def interview_of(bench: Bench, rows: tuple[LedgerRow, ...]) -> tuple[Plain | None, list[Problem]]:
    """The record without its id; rows after the first name more subjects of the same interview."""
    row, problems = rows[0], list[Problem]()
    when = _day(bench, row, problems)
    situation = _situation(bench, row, when.date() if when is not None else None, problems)
    if when is None or situation is None:
        return None, problems
    day = when.date()
    subjects = [one for line in rows for one in _people(bench, line, day, the.SUBJECT, the.SUBJECT_CODE, problems)]
    codes = [one["编号"] for one in subjects]
    for line in rows if len(set(codes)) < len(codes) else ():
        _wrong(problems, line, the.SUBJECT, "同一名对象写了两遍")
    interviewers = _people(bench, row, day, the.INTERVIEWER, the.INTERVIEWER_CODE, problems)
    notified = _notified(row, when, problems)
    if problems:
        return None, problems
    value: Plain = {
        "编号": "",
        "类型": situation.name,
        "起草": min(day, notified) if notified is not None else day,
        "主题": row.text(the.TOPIC),
        "事由": row.text(the.REASON),
        "方式": _mode(row, len(subjects), problems),
        "约谈人": interviewers,
        "约谈对象": _noted(subjects, row.text(the.NOTE)),
        "通知": [{"日期": notified, "对象": codes}] if notified is not None else [],
        "谈话": _talk(when, row),
    }
    return {key: item for key, item in value.items() if item not in ("", [], None) or key == "编号"}, problems


def _noted(subjects: list[Plain], note: str) -> list[Plain]:
    return [{**one, "说明": note} for one in subjects] if note else subjects


def _talk(when: datetime, row: LedgerRow) -> Plain:
    value = {"时间": when, "地点": row.text(the.PLACE), "记录人": row.text(the.RECORDER)}
    return {key: item for key, item in value.items() if item}


def _day(bench: Bench, row: LedgerRow, problems: list[Problem]) -> datetime | None:
    when = row.days.get(the.DAY)
    if when is None:
        _wrong(problems, row, the.DAY, row.faults.get(the.DAY, "没有填写"))
    elif when.date() > bench.today:
        _wrong(problems, row, the.DAY, f"在今天（{bench.today.isoformat()}）之后，还没有发生")
    elif bench.laws.on(when.date()) is None:
        _wrong(problems, row, the.DAY, "这一天还没有可依据的规范")
    else:
        return when
    return None


def _notified(row: LedgerRow, when: datetime, problems: list[Problem]) -> date | None:
    if the.NOTIFIED in row.faults:
        _wrong(problems, row, the.NOTIFIED, row.faults[the.NOTIFIED])
    found = row.days.get(the.NOTIFIED)
    if found is not None and found.date() > when.date():
        _wrong(problems, row, the.NOTIFIED, "在约谈日期之后")
    return found.date() if found is not None else None


def _situation(bench: Bench, row: LedgerRow, day: date | None, problems: list[Problem]) -> Situation | None:
    law = bench.laws.on(day or bench.today)
    text = row.text(the.KIND) or bench.kind or ""
    if law is None:
        return None
    found = law.situation(text) if text else None
    if found is None and not any(other in text for other in _OTHER_KINDS):
        near = [one for one in law.profile.situations if text and (one.short in text or text in one.name)]
        found = near[0] if len(near) == 1 else None
    if found is None:
        known = "、".join(one.name for one in law.profile.situations)
        other = next((one for one in _OTHER_KINDS if one in text), None)
        reason = f"{other}不是廉政约谈，不导入" if other else f"应为 {known} 之一"
        _wrong(problems, row, the.KIND, reason if text else f"没有填写，{reason}；全表相同的可用 --type 指明")
    return found


def _people(  # noqa: PLR0917 - which people of which row
    bench: Bench, row: LedgerRow, day: date, names: str, codes: str, problems: list[Problem]
) -> list[Plain]:
    """Everybody named in a cell, as the roster has them that day; a doubtful one is a problem of the cell."""
    listed, known = split(row.text(names)), split(row.text(codes))
    if not listed and not known:
        _wrong(problems, row, names, "没有填写")
        return []
    if known and listed and len(known) != len(listed):
        _wrong(problems, row, codes, f"有{len(known)}个编号，{len(listed)}个姓名，对不上")
        return []
    found = []
    unit = row.text(the.UNIT) if names == the.SUBJECT else ""
    for index in range(max(len(listed), len(known))):
        name, code = (listed[index] if listed else ""), (known[index] if known else "")
        person, reason = bench.people.find(code, name, unit, day)
        held = bench.state.roster.posts(person, day) if person is not None else ()
        if person is None:
            _wrong(problems, row, codes if code else names, reason)
        elif not held:
            _wrong(
                problems, row, names, f"名册中 {bench.state.roster.name(person)}（{person}）这一天没有任职；先补名册"
            )
        else:
            mine = next((one for one in held if squeezed(one.era.name) == squeezed(unit)), held[0])
            found.append({
                "编号": person, "姓名": bench.state.roster.name(person), "单位": mine.era.name, "职务": mine.post.post,
            })  # fmt: skip
    return found


def _mode(row: LedgerRow, subjects: int, problems: list[Problem]) -> str:
    text = row.text(the.MODE)
    written = next((one for one in (Mode.INDIVIDUAL, Mode.COLLECTIVE) if text and one[:2] in text), None)
    if text and written is None:
        _wrong(problems, row, the.MODE, f"应为 {Mode.INDIVIDUAL} 或 {Mode.COLLECTIVE}")
    if written == Mode.INDIVIDUAL and subjects > 1:
        _wrong(problems, row, the.MODE, f"有{subjects}名对象，不是{Mode.INDIVIDUAL}")
    return written or (Mode.INDIVIDUAL if subjects == 1 else Mode.COLLECTIVE)


def split(text: str) -> list[str]:
    """The names in one cell: ``张三、李四``; a blank inside a name of two characters is none."""
    return [part for one in _SEPARATORS.split(text) if one and (part := one.strip())]


def moment(day: date | datetime) -> datetime:
    """The moment, midnight where only the day is known."""
    return day if isinstance(day, datetime) else datetime.combine(day, time())


def _wrong(problems: list[Problem], row: LedgerRow, name: str, reason: str) -> None:
    problems.append(Problem(row.sheet, row.place(name), row.text(name), f"{name}：{reason}"))
