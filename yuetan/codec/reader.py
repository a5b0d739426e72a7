"""Reading: libyaml's events, a small builder of our own, every value with its place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from yuetan.codec.document import Document, Fault, Place
from yuetan.codec.scalars import ImpossibleDateError, resolve
from yuetan.codec.scan import scan
from yuetan.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FAULTS = 100
MOST_DEPTH = 20
UNREAD = "其余未读"


class _StopError(Exception):
    """Reading ends here."""


def read(data: bytes) -> Document:
    """Read one record. Never raises: what cannot be read is a fault with its place."""
    text, faults = scan(data)
    if text is None:
        return Document(None, _bounded(faults))
    builder = _Builder(text)
    value, root = builder.document()
    return Document(value, _bounded(builder.faults), root)


@cache
def has_c_parser() -> bool:
    """Whether libyaml's parser is there; without it the pure parser does the same, about twenty times slower."""
    try:
        import _ruamel_yaml  # noqa: F401
    except ImportError:
        return False
    return True


def _bounded(faults: tuple[Fault, ...] | list[Fault]) -> tuple[Fault, ...]:
    ordered = sorted(faults, key=lambda fault: (fault.line, fault.column))
    if len(ordered) <= MOST_FAULTS:
        return tuple(ordered)
    last = ordered[MOST_FAULTS - 1]
    return (*ordered[: MOST_FAULTS - 1], Fault(last.line, last.column, f"问题超过 {MOST_FAULTS} 处，{UNREAD}"))


def _events(text: str) -> Iterator[Any]:
    from ruamel.yaml.error import YAMLError

    try:
        if has_c_parser():
            from _ruamel_yaml import CParser

            parser = CParser(text)
            while parser.check_event():
                yield parser.get_event()
        else:
            from ruamel.yaml import YAML

            yield from YAML(typ="safe", pure=True).parse(text)
    except YAMLError as error:
        yield error


class _Builder:
    """Values and places from events; faults are collected, the first syntax error ends the reading."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self._events = _events(text)

    def document(self) -> tuple[dict[str, Any] | None, Place | None]:
        """The record's mapping and its place."""
        try:
            self._expect_start()
            event = self._next()
            if type(event).__name__ == "DocumentEndEvent":
                return None, None
            value, place = self._node(event, 1, None)
            self._finish()
        except _StopError:
            return None, None
        except RecursionError:
            self.faults.append(Fault(1, 1, f"嵌套过深，{UNREAD}"))
            return None, None
        if not isinstance(value, dict):
            self._fault(event, "整个文件应为一组“键: 值”")
            return None, None
        return value, place

    def _expect_start(self) -> None:
        while type(event := self._next()).__name__ != "DocumentStartEvent":
            if type(event).__name__ == "StreamEndEvent":
                self._fault(event, "文件是空的")
                raise _StopError
        if getattr(event, "version", None) or getattr(event, "tags", None):
            self._fault(event, "不允许 % 开头的指令")

    def _finish(self) -> None:
        while (name := type(event := self._next()).__name__) != "StreamEndEvent":
            if name == "DocumentStartEvent":
                self._fault(event, f"一个文件只能有一份记录；“---”之后{UNREAD}")
                raise _StopError

    def _next(self) -> Any:
        event = next(self._events, None)
        if event is None:
            raise _StopError
        if isinstance(event, Exception):
            self._syntax(event)
            raise _StopError
        return event

    def _syntax(self, error: Any) -> None:
        from yuetan.codec.wording import syntax_words

        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        words = syntax_words(str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or ""))
        self.faults.append(Fault(line, column, f"{words}；{UNREAD}"))

    def _fault(self, event: Any, message: str) -> None:
        mark = event.start_mark
        self.faults.append(Fault(mark.line + 1, mark.column + 1, message))

    def _node(self, event: Any, depth: int, span: Span | None) -> tuple[Any, Place]:
        name = type(event).__name__
        start = event.start_mark
        span = span or Span(start.line + 1, start.column + 1)
        if depth > MOST_DEPTH:
            self._fault(event, f"嵌套超过 {MOST_DEPTH} 层，{UNREAD}")
            raise _StopError
        self._decorations(event, name)
        if name == "ScalarEvent":
            return self._scalar(event, span)
        if name == "AliasEvent":
            return None, Place(span, (start.line, start.column), (start.line, start.column))
        return self._mapping(event, depth, span) if name == "MappingStartEvent" else self._sequence(event, depth, span)

    def _decorations(self, event: Any, name: str) -> None:
        if name == "AliasEvent":
            self._fault(event, "不允许引用（*）；请把内容写出来")
            return
        if event.anchor is not None:
            self._fault(event, "不允许锚点（&）")
        if event.tag is not None:
            self._fault(event, "不允许标签（!）；文字以 ! 开头时请加引号")

    def _scalar(self, event: Any, span: Span) -> tuple[Any, Place]:
        start, end = event.start_mark, event.end_mark
        place = Place(span, (start.line, start.column), (end.line, end.column))
        if event.style not in (None, ""):
            return event.value, place
        try:
            return resolve(event.value), place
        except ImpossibleDateError:
            self._fault(event, f"没有这一天或这一时刻：{event.value}")
            return None, place

    def _sequence(self, event: Any, depth: int, span: Span) -> tuple[list[Any], Place]:
        values: list[Any] = []
        inside: dict[str | int, Place] = {}
        while type(item := self._next()).__name__ != "SequenceEndEvent":
            value, inside[len(values)] = self._node(item, depth + 1, None)
            values.append(value)
        return values, self._collection(event, item, span, inside)

    def _mapping(self, event: Any, depth: int, span: Span) -> tuple[dict[str, Any], Place]:
        values: dict[str, Any] = {}
        inside: dict[str | int, Place] = {}
        while type(key := self._next()).__name__ != "MappingEndEvent":
            name = self._key(key, depth)
            mark = key.start_mark
            value, place = self._node(self._next(), depth + 1, Span(mark.line + 1, mark.column + 1))
            if name is None:
                continue
            if name in values:
                self._fault(key, f"“{name}”重复了；第一次在第 {inside[name].span.line} 行")
                continue
            values[name], inside[name] = value, place
        return values, self._collection(event, key, span, inside)

    def _key(self, event: Any, depth: int) -> str | None:
        if type(event).__name__ != "ScalarEvent":
            self._fault(event, "键应为文字")
            self._node(event, depth + 1, None)
            return None
        self._decorations(event, "ScalarEvent")
        if event.value == "<<" and event.style in (None, ""):
            self._fault(event, "不允许合并键（<<）")
        if not event.value.strip():
            self._fault(event, "键不能为空")
        return str(event.value)

    def _collection(self, first: Any, last: Any, span: Span, inside: dict[str | int, Place]) -> Place:
        start, end = first.start_mark, last.end_mark
        return Place(span, (start.line, start.column), (end.line, end.column), inside, bool(first.flow_style))
