"""The record that a step starts from: found, sound, with the law that judges it; and its value to be changed."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Refusal
from yuetan.finding import Finding, Level
from yuetan.model.life import Stage, stage
from yuetan.model.paths import file_stem

if TYPE_CHECKING:
    from yuetan.actions.plan import Setting
    from yuetan.codec.plain import Plain
    from yuetan.model import Interview, State, Stored
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation


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
        known = "、".join(person_text(subject.id, subject.name) for _, subject in subjects)
        if word is None:
            return Refusal(f"{self.id} 有几位约谈对象，须指明哪一位", hint=f"用 --subject 指明：{known}")
        return Refusal(f"{self.id} 的约谈对象中没有“{word}”", hint=f"约谈对象：{known}")


def current(setting: Setting, record_id: str) -> Current | Refusal:
    """The record of this id with its law and stage; a refusal where there is none or it cannot be read whole."""
    stored = by_id(setting.state, record_id)
    if isinstance(stored, Refusal):
        return stored
    if not stored.sound:
        return Refusal(
            f"{record_id} 的文件有不合格式之处，先改正才能继续",
            tuple(violations(stored)),
            hint=f"用 yuetan check {record_id} 查看，再用 yuetan edit {record_id} 或文本编辑器改正",
        )
    return current_of(stored, setting.laws)


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


def current_of(stored: Stored[Interview], laws: Laws) -> Current:
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
