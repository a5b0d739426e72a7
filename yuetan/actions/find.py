"""Which interview a word means: its id's unique beginning or last five signs, its 文号, a subject's unique name."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from yuetan.actions.plan import Refusal
from yuetan.model.paths import file_stem

if TYPE_CHECKING:
    from yuetan.model import Interview, State, Stored

_SHOWN = 8
_BRACKETS = str.maketrans("[]()（）【】〖〗", "〔〕〔〕〔〕〔〕〔〕")


def find(state: State, word: str) -> Stored[Interview] | Refusal:
    """The one interview that `word` names; a refusal that lists the candidates where there are several."""
    wanted = unicodedata.normalize("NFC", word).strip()
    if not wanted:
        return Refusal("没有写明哪一份约谈", hint="写编号（或开头、末五位）、文号或约谈对象的姓名")
    for look in (_by_id, _by_number, _by_name, _by_ending):
        matches = look(state, wanted)
        if len(matches) == 1:
            return matches[0]
        if matches:
            return _ambiguous(wanted, matches)
    return Refusal(f"没有找到“{wanted}”", hint="可写编号（或开头、末五位）、文号、约谈对象姓名；用 yuetan list 查看")


def _by_id(state: State, word: str) -> list[Stored[Interview]]:
    prefix = unicodedata.normalize("NFKC", word).upper()
    found = [s for s in state.interviews if any(name.startswith(prefix) for name in _names(s))]
    return [s for s in found if prefix in _names(s)] or found


def _names(stored: Stored[Interview]) -> tuple[str, ...]:
    """The id, and the file's name: a record that lacks its id is still found."""
    stem = file_stem(stored.file)
    return (stem,) if stored.record is None else (stem, stored.record.id)


def _by_number(state: State, word: str) -> list[Stored[Interview]]:
    number = word.translate(_BRACKETS)
    return [
        s
        for s in state.interviews
        if s.record is not None and any(notice.number == number for notice in s.record.notices)
    ]


def _by_name(state: State, word: str) -> list[Stored[Interview]]:
    return [
        s
        for s in state.interviews
        if s.record is not None and any(word in (subject.name, subject.id) for subject in s.record.subjects)
    ]


def _by_ending(state: State, word: str) -> list[Stored[Interview]]:
    """The five signs at the end of an id, which a person remembers and types."""
    ending = unicodedata.normalize("NFKC", word).upper()
    return [s for s in state.interviews if any(name.rpartition("-")[2] == ending for name in _names(s))]


def _ambiguous(word: str, matches: list[Stored[Interview]]) -> Refusal:
    shown = [_line(one) for one in matches]
    more = f" 等 {len(shown)} 份" if len(shown) > _SHOWN else ""
    return Refusal(f"“{word}”不止一份", hint=f"写完整的编号：{'；'.join(shown[:_SHOWN])}{more}")


def _line(stored: Stored[Interview]) -> str:
    record = stored.record
    if record is None:
        return file_stem(stored.file)
    names = "、".join(subject.name or subject.id for subject in record.subjects)
    day = f" {record.day.isoformat()}" if record.day is not None else ""
    return f"{record.id} {record.kind}{day} {names}"
