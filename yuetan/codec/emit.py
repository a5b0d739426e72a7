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
    if isinstance(value, Mapping):
        return [head, *mapping_lines(value, indent + 2)]
    if isinstance(value, list):
        return [head, *(line for item in value for line in item_lines(item, indent + 2))]
    first, *rest = _scalar(value, indent + 2)
    return [f"{head} {first}", *rest]


def mapping_lines(value: Mapping[str, Value], indent: int) -> list[str]:
    """Every key of a mapping."""
    return [line for name, item in value.items() for line in lines_of(name, item, indent)]


def item_lines(item: Value, indent: int) -> list[str]:
    """One item: its dash, and what is in it two columns in."""
    if empty(item):
        body = [f"{' ' * (indent + 2)}{'null' if item is None else '{}' if isinstance(item, Mapping) else '[]'}"]
    elif isinstance(item, Mapping):
        body = mapping_lines(item, indent + 2)
    elif isinstance(item, list):
        body = [line for inner in item for line in item_lines(inner, indent + 2)]
    else:
        first, *rest = _scalar(item, indent + 2)
        body = [f"{' ' * (indent + 2)}{first}", *rest]
    return [f"{' ' * indent}- {body[0][indent + 2 :]}", *body[1:]]


def inline(value: Value, *, flow: bool) -> str | None:
    """A single value for a place within a line, in brackets or not; None where it needs lines of its own."""
    if isinstance(value, Mapping | list) or (not flow and value is not None and len(_scalar(value, 0)) > 1):
        return None
    if not isinstance(value, str):
        return "null" if value is None else _scalar(value, 0)[0]
    return _quoted(value) if not _is_plain(value) or (flow and _UNSAFE_IN_BRACKETS.search(value)) else value


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
