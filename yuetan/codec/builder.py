"""From events to values, every one with its place: faults are collected, the first syntax error ends the reading."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any

from yuetan.codec.document import Document, Fault, Place
from yuetan.codec.events import events, fault_of, with_colons_hidden
from yuetan.codec.scalars import ImpossibleDateError, resolve
from yuetan.codec.scan import MOST_FAULTS, UNREAD, forbidden

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.codec.document import Event
    from yuetan.codec.plain import Plain, Scalar, Value

MOST_DEPTH = 20
MOST_VALUES = 100_000
"""More values than 4 MiB of any real record hold; without a bound a file of commas takes seconds."""

_WORDLIKE = "~~"
"""Plain words that sort behind it, all Chinese among them, are text: no constant, number or date begins so."""


class StopError(Exception):
    """Reading ends here; why is among the faults."""


def built(text: str, *, pure: bool = False) -> Document:
    """A text's value, faults and places. The parser is imported here, not with the codec."""
    builder = _Builder(text, pure=pure)
    value, root = builder.document()
    if builder.again is not None:
        builder = _Builder(builder.again)
        value, root = builder.document()
    return Document(value, tuple(builder.faults), root)


class _Builder:
    """One reading of one document; `again` is a text to read instead, where it may do better."""

    def __init__(self, text: str, *, pure: bool = False) -> None:
        from ruamel.yaml import events as kinds

        self.faults: list[Fault] = []
        self.again: str | None = None
        self._text = text
        self._get: Callable[[], Event] = events(text, pure=pure)
        self._kinds: Any = kinds  # compared with, by identity, and nothing else
        self._scalar_kind, self._mapping_kind = self._kinds.ScalarEvent, self._kinds.MappingStartEvent
        self._left = MOST_VALUES

    def document(self) -> tuple[Plain | None, Place | None]:
        """The record's mapping and its place; None where there is none, or where reading ended early."""
        from ruamel.yaml.error import YAMLError

        try:
            return self._document()
        except StopError:
            return None, None
        except (YAMLError, ValueError, OverflowError) as error:  # the pure parser's chr() may refuse an escape
            self.again = with_colons_hidden(self._text, error)
            self.faults.append(fault_of(error))
            return None, None

    def _document(self) -> tuple[Plain | None, Place | None]:
        first = self._first()
        if first.version or first.tags:
            self._fault(first, "不允许 % 开头的指令")
        event = self._get()
        value, place = self._value(event, event, 1)
        while type(after := self._get()) is not self._kinds.StreamEndEvent:
            if type(after) is self._kinds.DocumentStartEvent:
                self._stop(after, "一个文件只能有一份记录")
        if not isinstance(value, dict):
            self._fault(event, "整个文件应为一组“键: 值”，冒号用英文冒号，后面空一格")
            return None, None
        return value, place

    def _first(self) -> Event:
        while type(event := self._get()) is not self._kinds.DocumentStartEvent:
            if type(event) is self._kinds.StreamEndEvent:
                self.faults.append(Fault(1, 1, "文件是空的，没有一项内容"))
                raise StopError
        return event

    def _fault(self, event: Event, message: str) -> None:
        mark = event.start_mark
        self.faults.append(Fault(mark.line + 1, mark.column + 1, message))
        if len(self.faults) > MOST_FAULTS:
            raise StopError

    def _stop(self, event: Event, message: str) -> None:
        self._fault(event, f"{message}，{UNREAD}")
        raise StopError

    def _value(self, key: Event, event: Event, depth: int) -> tuple[Value, Place]:
        self._left -= 1
        if self._left < 0:
            self._stop(event, f"内容超过 {MOST_VALUES} 项")
        if type(event) is not self._scalar_kind:
            return self._collection(key, event, depth)
        if event.anchor is not None or event.ctag is not None:
            self._decorations(event)
        word = event.value
        value = word if not event.style and word > _WORDLIKE else self._scalar(event)
        return value, Place(key, event, event)

    def _collection(self, key: Event, event: Event, depth: int) -> tuple[Value, Place]:
        kind = type(event)
        if kind is self._kinds.AliasEvent:
            self._fault(event, "不允许引用（*）；请把内容写出来，文字以 * 开头时请加引号")
            return None, Place(key, event, event)
        self._decorations(event)
        if depth > MOST_DEPTH:
            self._stop(event, f"嵌套超过 {MOST_DEPTH} 层")
        return self._mapping(key, event, depth) if kind is self._mapping_kind else self._sequence(key, event, depth)

    def _decorations(self, event: Event) -> None:
        if event.anchor is not None:
            self._fault(event, "不允许锚点（&）；文字以 & 开头时请加引号")
        if event.ctag is not None:
            self._fault(event, "不允许标签（!）；文字以 ! 开头时请加引号")

    def _scalar(self, event: Event) -> Scalar:
        if event.style:
            if event.style == '"' and (sign := forbidden(event.value)) is not None:
                self._fault(event, f"不允许的字符 {sign}；请删去这个转义写法")
            return event.value
        try:
            return resolve(event.value)
        except ImpossibleDateError:
            self._fault(event, f"没有这一天或这一时刻：{event.value}")
            return None

    def _sequence(self, key: Event, first: Event, depth: int) -> tuple[list[Value], Place]:
        values: list[Value] = []
        inside: dict[str | int, Place] = {}
        end, get = self._kinds.SequenceEndEvent, self._get
        while type(event := get()) is not end:
            value, inside[len(values)] = self._value(event, event, depth + 1)
            values.append(value)
        return values, Place(key, first, event, inside)

    def _mapping(self, key: Event, first: Event, depth: int) -> tuple[Plain, Place]:
        values: Plain = {}
        inside: dict[str | int, Place] = {}
        end, get, scalar = self._kinds.MappingEndEvent, self._get, self._scalar_kind
        while type(event := get()) is not end:
            plain = type(event) is scalar and not event.style and event.anchor is None and event.ctag is None
            name = event.value if plain and event.value > _WORDLIKE else self._key(event, depth)
            value, place = self._value(event, get(), depth + 1)
            if name in values:
                self._fault(event, f"“{name}”重复了；第一次在第 {inside[name].span.line} 行")
            elif name is not None:
                name = intern(name)  # one text for the key of a thousand records
                values[name], inside[name] = value, place
        return values, Place(key, first, event, inside)

    def _key(self, event: Event, depth: int) -> str | None:
        if type(event) is not self._scalar_kind:
            if type(event) is not self._kinds.AliasEvent:
                self._fault(event, "键应为文字")
            self._value(event, event, depth + 1)
            return None
        self._decorations(event)
        fault = _key_fault_text(event.value, quoted=bool(event.style))
        if fault is not None:
            self._fault(event, fault)
        return event.value


def _key_fault_text(name: str, *, quoted: bool) -> str | None:
    if not name.strip():
        return "键不能为空"
    if not quoted:
        return "不允许合并键（<<）" if name == "<<" else None
    sign = forbidden(name)
    return f"键里有不允许的字符 {sign}；请删去" if sign is not None else None
