"""Automatic numbers: what was typed as “1. ” becomes a list in a word processor, and no text holds its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from yuetan.documents.filled.xml import attribute, child, digits, local

_CHINESE = "零一二三四五六七八九"
_CIRCLED, _MOST_CIRCLED = 0x2460, 20
_LETTERS = 26
_CHINESE_FORMATS = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital"})
_TEN, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    text: str


@dataclass(slots=True)
class Numbers:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, settings: Any) -> str:
        """The number that stands before a paragraph of these settings, counted on; empty where it has none."""
        numbered = child(settings, "numPr")
        one = child(numbered, "numId") if numbered is not None else None
        name = attribute(one, "val") if one is not None else None
        levels = self.lists.get(name or "")
        if name is None or levels is None:
            return ""
        at = child(numbered, "ilvl")
        depth = (digits(attribute(at, "val")) or 0) if at is not None else 0
        level = levels.get(depth)
        if level is None or level.style in {"bullet", "none"}:
            return ""
        counts = self.counts.setdefault(name, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        return re.sub(r"%([1-9])", lambda found: _said(levels, counts, int(found[1]) - 1), level.text)


def numbers_of(numbering: Any) -> Numbers:
    """The lists that ``numbering.xml`` defines; none where the document has no such part."""
    if numbering is None:
        return Numbers()
    shapes = {
        attribute(one, "abstractNumId"): {
            digits(attribute(level, "ilvl")) or 0: _level(level) for level in one if local(level) == "lvl"
        }
        for one in numbering
        if local(one) == "abstractNum"
    }
    lists: dict[str, dict[int, _Level]] = {}
    for one in numbering:
        shape = child(one, "abstractNumId") if local(one) == "num" else None
        if shape is not None:
            lists[attribute(one, "numId") or ""] = shapes.get(attribute(shape, "val"), {})
    return Numbers(lists)


def _level(level: Any) -> _Level:
    def said(name: str, default: str) -> str:
        found = child(level, name)
        return (attribute(found, "val") if found is not None else None) or default

    return _Level(digits(said("start", "1")) or 0, said("numFmt", "decimal"), said("lvlText", ""))


def _said(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    return _in_style(counts.get(depth, level.start), level.style)


def _in_style(number: int, style: str) -> str:
    if style in _CHINESE_FORMATS and 0 < number < _HUNDRED:
        return _chinese(number)
    if style.startswith("decimalEnclosedCircle") and 0 < number <= _MOST_CIRCLED:
        return chr(_CIRCLED + number - 1)
    if style in {"lowerLetter", "upperLetter"} and 0 < number <= _LETTERS:
        return chr(ord("a" if style == "lowerLetter" else "A") + number - 1)
    return str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_CHINESE[tens]}十"
    return head + (_CHINESE[ones] if ones else "")
