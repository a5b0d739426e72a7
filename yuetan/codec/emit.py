"""Fresh text for values: block style, indented lists, long text as literal blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from yuetan.codec.sameness import empty
from yuetan.codec.scalars import is_plain_text

if TYPE_CHECKING:
    from yuetan.codec.plain import Value

_UNSAFE_START = re.compile(r"[\s\-?:,\[\]{}#&*!|>'\"%@`]")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|\s#|[\n\t]")
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
_LIKE_OTHERS = re.compile(r"[-+.0-9][-+.0-9_eExXoO:]*|(?i:y|n|yes|no|on|off|true|false|null)|---|\.\.\.|=|<<")
_LITERAL = re.compile(r"[^ \t\n](?:[^\n]*[^ \t\n])?(?:\n+[^\n]*[^ \t\n])*\n?")
_NUMBER = re.compile(r"[0-9]{1,18}")


def lines_of(name: str, value: Value, indent: int) -> list[str]:
    """The lines of ``name: value`` at an indent; nothing behind the colon where the value is empty."""
    head = f"{' ' * indent}{_key(name)}:"
    if empty(value):
        return [head]
    first, *rest = _body(value, indent + 2)
    if isinstance(value, Mapping | list):
        return [head, first, *rest]
    return [f"{head} {first[indent + 2 :]}", *rest]


def mapping_lines(value: Mapping[str, Value], indent: int) -> list[str]:
    """Every key of a mapping."""
    return [line for name, item in value.items() for line in lines_of(name, item, indent)]


def item_lines(item: Value, indent: int) -> list[str]:
    """One item: its dash, and what is in it two columns in."""
    first, *rest = _body(item, indent + 2)
    return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]


def _body(item: Value, indent: int) -> list[str]:
    if isinstance(item, Mapping):
        return mapping_lines(item, indent) or [f"{' ' * indent}{{}}"]
    if isinstance(item, list):
        return [line for inner in item for line in item_lines(inner, indent)] or [f"{' ' * indent}[]"]
    first, *rest = ["null"] if item is None else _scalar(item, indent)
    return [f"{' ' * indent}{first}", *rest]


def inline(value: Value, *, flow: bool) -> str | None:
    """A single value for a place within a line, in brackets or not; None where it needs lines of its own."""
    if isinstance(value, Mapping | list):
        return None
    if value is None:
        return "null"
    first, *more = _scalar(value, 0)
    if flow and isinstance(value, str):
        return _quoted(value) if not _is_plain(value) or _UNSAFE_IN_BRACKETS.search(value) else value
    return None if more else first


def _key(name: str) -> str:
    return name if _is_plain(name) or _NUMBER.fullmatch(name) else _quoted(name)


def _scalar(value: Value, indent: int) -> list[str]:
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, datetime | date):
        return [value.isoformat()]
    if isinstance(value, int):
        return [str(value)]
    return _text(str(value), indent)


def _text(text: str, indent: int) -> list[str]:
    if "\n" in text and _LITERAL.fullmatch(text):
        pad = " " * indent
        body = text.removesuffix("\n").split("\n")
        return ["|" if text.endswith("\n") else "|-", *(f"{pad}{line}" if line else "" for line in body)]
    return [text if _is_plain(text) else _quoted(text)]


def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and not _UNSAFE_START.match(text)
        and not _UNSAFE_INSIDE.search(text)
        and not _LIKE_OTHERS.fullmatch(text)
        and is_plain_text(text)
    )


def _quoted(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
