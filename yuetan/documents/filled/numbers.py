"""Automatic numbers: what was typed as “1. ” becomes a list in a word processor, and no text holds its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.documents.filled.xml import attribute, children, digits, local, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.documents.element import Element

_CHINESE = "零一二三四五六七八九"
_CIRCLED, _MOST_CIRCLED = 0x2460, 20
_LETTERS = 26
_CHINESE_FORMATS = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital"})
_UNNUMBERED = frozenset({"bullet", "none"})
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

    def next(self, settings: Element | None) -> str:
        """The number that stands before a paragraph of these settings, counted on; empty where it has none."""
        name = value(settings, "numPr", "numId") or ""
        depth = digits(value(settings, "numPr", "ilvl")) or 0
        levels = self.lists.get(name, {}) if name else {}
        level = levels.get(depth)
        if level is None or level.style in _UNNUMBERED:
            return ""
        counts = self._counted(name, depth, level)
        return re.sub(r"%([1-9])", lambda found: _number_text(levels, counts, int(found[1]) - 1), level.text)

    def _counted(self, name: str, depth: int, level: _Level) -> dict[int, int]:
        """How far the list has counted with this paragraph; deeper levels begin anew."""
        before = self.counts.get(name, {})
        now = {known: count for known, count in before.items() if known < depth}
        self.counts[name] = {**now, depth: before.get(depth, level.start - 1) + 1}
        return self.counts[name]


def numbers_of(numbering: Element | None) -> Numbers:
    """The lists that ``numbering.xml`` defines; none where the document has no such part."""
    if numbering is None:
        return Numbers()
    shapes = {attribute(one, "abstractNumId"): _levels(one) for one in _named(numbering, "abstractNum")}
    lists: dict[str, dict[int, _Level]] = {}
    for one in _named(numbering, "num"):
        shape = value(one, "abstractNumId")
        if shape is not None:
            lists[attribute(one, "numId") or ""] = shapes.get(shape, {})
    return Numbers(lists)


def _named(element: Element, name: str) -> Iterator[Element]:
    return (one for one in children(element) if local(one) == name)


def _levels(shape: Element) -> dict[int, _Level]:
    return {digits(attribute(level, "ilvl")) or 0: _level(level) for level in _named(shape, "lvl")}


def _level(level: Element) -> _Level:
    start = digits(value(level, "start") or "1") or 0
    return _Level(start, value(level, "numFmt") or "decimal", value(level, "lvlText") or "")


def _number_text(levels: Mapping[int, _Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels.get(depth)
    return _in_style(counts.get(depth, level.start), level.style) if level is not None else ""


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
