"""The record that a step starts from: found, sound, in a state that allows the step; and its value to be changed."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.actions.plan import Refusal
from yuetan.finding import Finding, Level
from yuetan.model.field import columns
from yuetan.model.life import Stage, stage
from yuetan.model.paths import file_stem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.model import Interview, State, Stored
    from yuetan.model.interview import Subject
    from yuetan.model.rectification import Rectification
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Current:
    """A record as it stands before a step, with the law that judges it."""

    stored: Stored[Interview]
    record: Interview
    law: Law | None
    situation: Situation | None
    stage: Stage

    @property
    def id(self) -> str:
        """The record's id."""
        return self.record.id

    def value(self) -> Plain:
        """A copy of the record's plain value, to be changed."""
        return deepcopy(dict(self.stored.raw))

    def subject(self, word: str | None) -> tuple[int, Subject] | Refusal:
        """The subject of this id or name; the only one where `word` is None."""
        subjects = tuple(enumerate(self.record.subjects))
        found = [row for row in subjects if word is None or word in (row[1].id, row[1].name)]
        if len(found) == 1:
            return found[0]
        known = "、".join(named(subject.id, subject.name) for _, subject in subjects)
        if word is None:
            return Refusal(f"{self.id} 有几位约谈对象，须指明哪一位", hint=f"用 --subject 指明：{known}")
        return Refusal(f"{self.id} 的约谈对象中没有“{word}”", hint=f"约谈对象：{known}")


def current(state: State, record_id: str, laws: Laws) -> Current | Refusal:
    """The record of this id with its law and stage; a refusal where there is none or it cannot be read whole."""
    stored = by_id(state, record_id)
    if isinstance(stored, Refusal):
        return stored
    if not stored.sound:
        return Refusal(
            f"{record_id} 的文件有不合格式之处，先改正才能继续",
            tuple(violations(stored)),
            hint=f"用 yuetan check {record_id} 查看，再用 yuetan edit {record_id} 或文本编辑器改正",
        )
    return settled(stored, laws)


def by_id(state: State, record_id: str) -> Stored[Interview] | Refusal:
    """The record of this full id, or in the file of this name; a refusal where there is none or it is no YAML."""
    stored = state.interview(record_id) or next((s for s in state.interviews if file_stem(s.file) == record_id), None)
    if stored is None:
        return Refusal(f"没有编号为 {record_id} 的约谈", hint="用 yuetan list 查看有哪些约谈")
    if not stored.readable:
        return Refusal(
            f"{stored.file} 读不了，命令不能改它",
            hint=f"用 yuetan check {stored.file} 查看错在哪一行，用文本编辑器改正",
        )
    return stored


def settled(stored: Stored[Interview], laws: Laws) -> Current:
    """The record with its law and stage; the record must have been built."""
    record = stored.record
    assert record is not None  # noqa: S101 - narrows for the type checker
    law = laws.on(record.judged_day, record.regulation)
    situation = law.situation(record.kind) if law is not None else None
    documents = situation.documents if situation is not None else ()
    return Current(stored, record, law, situation, stage(record, follow_ups=documents))


def violations(stored: Stored[Any]) -> tuple[Finding, ...]:
    """What does not match the field table, as S2 findings."""
    return tuple(Finding("S2", Level.ERROR, None, stored.file, v.path, v.message) for v in stored.violations)


def wrong_stage(now: Current, allowed: tuple[Stage, ...], step: str, instead: Mapping[Stage, str]) -> Refusal | None:
    """A refusal where the record's state does not allow `step`; `instead` says what to do, by state."""
    if now.stage in allowed:
        return None
    about = instead.get(now.stage, "")
    if now.stage is Stage.CANCELLED:
        about = "已撤销的约谈不再变动；需要时用 yuetan new 另行起草"
    return Refusal(f"{now.id} {now.stage.value}，不能{step}", hint=about.replace("ID", now.id))


def not_yet(day: date, today: date, what: str) -> Refusal | None:
    """A refusal where something that is to have happened is dated after today (S7)."""
    if day <= today:
        return None
    return Refusal(
        f"{what} {day.isoformat()} 在今天（{today.isoformat()}）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


def too_early(now: Current, day: date, step: str, earlier: tuple[tuple[str, date | None], ...]) -> Refusal | None:
    """A refusal where a step is dated before one that comes first (S6); `earlier` names those steps and days."""
    for name, other in earlier:
        if other is not None and day < other:
            message = f"{step} {day.isoformat()} 早于{name} {other.isoformat()}"
            finding = Finding("S6", Level.ERROR, None, now.stored.file, (), message)
            return Refusal(f"{message}，次序不对", (finding,), hint=f"检查 --date，应不早于 {other.isoformat()}")
    return None


def earlier_steps(record: Interview) -> tuple[tuple[str, date | None], ...]:
    """What has been recorded so far, with its days; what comes next may not be dated before any of it (S6)."""
    notices = record.notices
    return (
        ("起草", record.drafted),
        ("审批", record.approval.day if record.approval is not None else None),
        ("通知", max((notice.day for notice in notices), default=None)),
        ("签收", max((notice.signed for notice in notices if notice.signed is not None), default=None)),
        ("约谈", record.talk.time.date() if record.talk is not None else None),
        (
            "整改",
            max((day for one in record.subjects for row in one.rectifications for day in _days(row)), default=None),
        ),
    )


def _days(row: Rectification) -> tuple[date, ...]:
    return tuple(day for day in (row.formed, row.sent, row.received) if day is not None)


def named(person_id: str, name: str | None) -> str:
    """``赵甲子（FGW-001）``; the id alone where no name is known."""
    return f"{name}（{person_id}）" if name else person_id


def absent_notes(names: tuple[str, ...]) -> tuple[str, ...]:
    """What is to be done about those who did not come; nothing where everybody did."""
    return (f"{'、'.join(names)}缺席，不计入约谈，须另行约谈（yuetan new）",) if names else ()


def arranged(record: type[Any], value: Mapping[str, Any]) -> Plain:
    """The plain value with its keys in the table's order, what is empty left out; unknown keys stay, last."""
    result: Plain = {}
    table = {column.key.name: column for column in columns(record)}
    for name in (*(key for key in table if key in value), *(key for key in value if key not in table)):
        item = value[name]
        shape = table[name].shape if name in table else None
        if shape is not None and shape.record is not None:
            item = _nested(shape.record, item)
        if item is not None and item not in ("", [], {}):
            result[name] = item
    return result


def _nested(record: type[Any], item: Any) -> Any:
    if isinstance(item, dict):
        return arranged(record, item)
    if isinstance(item, list):
        return [arranged(record, part) if isinstance(part, dict) else part for part in item]
    return item
