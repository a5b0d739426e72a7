"""The words that a profile allows: the part of S2 that the field table cannot know."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from yuetan.model.interview import WRITTEN_MATERIAL
from yuetan.rules.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.finding import Path
    from yuetan.model import Interview
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Profile, Situation

Word = tuple["Path", "str | None", "Sequence[str]"]
"""A word at its place, and those that are allowed there; where none is named, any is."""


def vocabulary(record: Interview, law: Law) -> Iterator[Breach]:
    """Every word of the record that must be one of the profile's and is not."""
    situation = law.situation(record.kind)
    names = [one.name for one in law.profile.situations]
    yield from _word(("类型",), record.kind, names)
    if situation is None:
        return
    for index, subject in enumerate(record.subjects):
        base = ("约谈对象", index)
        yield from _statements(base, subject, situation)
        for path, word, allowed in (*_facts(base, subject, situation), *_conduct(base, subject, law.profile)):
            yield from _word(path, word, allowed)


def _statements(base: Path, subject: Subject, situation: Situation) -> Iterator[Breach]:
    allowed = [*situation.statements, WRITTEN_MATERIAL]
    for name in subject.statements or {}:
        if name not in allowed:
            yield Breach((*base, "陈述", name), f"{situation.name}的陈述没有“{name}”{_nearest(name, allowed)}")


def _facts(base: Path, subject: Subject, situation: Situation) -> Iterator[Word]:
    if subject.problem is not None:
        sources = [*situation.sources, *([situation.other_source] if situation.other_source else [])]
        yield (*base, "问题", "来源"), subject.problem.source, sources
        for i, word in enumerate(subject.problem.whose):
            yield (*base, "问题", "归属", i), word, situation.whose
    if subject.appointment is not None:
        yield (*base, "任前", "情形"), subject.appointment.kind, situation.kinds
    for i, sanction in enumerate(subject.sanctions):
        yield (*base, "处分", i, "类别"), sanction.category, situation.sanction_categories
    verdicts = [word for follow_up in situation.follow_ups for word in follow_up.verdicts]
    for i, round_ in enumerate(subject.rectifications):
        yield (*base, "整改", i, "评价"), round_.verdict, verdicts


def _conduct(base: Path, subject: Subject, profile: Profile) -> Iterator[Word]:
    acts = [*profile.misconduct, *profile.complaint_misconduct]
    for i, act in enumerate(subject.misconduct):
        yield (*base, "违纪", i, "行为"), act.act, acts
        for j, handling in enumerate(act.handling):
            yield (*base, "违纪", i, "处理", j), handling, profile.handlings


def _word(path: Path, word: str | None, allowed: Sequence[str]) -> Iterator[Breach]:
    if word is not None and allowed and word not in allowed:
        yield Breach(path, f"没有“{word}”这一种{_nearest(word, allowed)}")


def _nearest(word: str, allowed: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, allowed, 1, 0.4)
    return f"；是不是“{near[0]}”？" if near else f"；可写：{'、'.join(dict.fromkeys(allowed))}"
