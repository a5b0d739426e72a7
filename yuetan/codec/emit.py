"""Fresh text for values: block style, indented lists, long text as literal blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from yuetan.codec.scalars import is_plain_text

_UNSAFE_START = re.compile(r"[\s\-?:,\[\]{}#&*!|>'\"%@`]")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|\s#")
_BLOCKABLE = re.compile(r"\S")


def lines_of(name: str, value: Any, indent: int) -> list[str]:
    """The lines of ``name: value`` at an indent."""
    head = f"{' ' * indent}{_key(name)}:"
    if value is None or value in ("", [], {}):
        return [head]
    if isinstance(value, Mapping):
        return [head, *mapping_lines(value, indent + 2)]
    if isinstance(value, list):
        return [head, *sequence_lines(value, indent + 2)]
    first, *rest = _scalar(value, indent + 2)
    return [f"{head} {first}", *rest]


def mapping_lines(value: Mapping[str, Any], indent: int) -> list[str]:
    """Every key of a mapping."""
    return [line for name, item in value.items() for line in lines_of(name, item, indent)]


def sequence_lines(value: list[Any], indent: int) -> list[str]:
    """Every item of a list."""
    return [line for item in value for line in item_lines(item, indent)]


def item_lines(item: Any, indent: int) -> list[str]:
    """One item: its dash, and what is in it two columns in."""
    if isinstance(item, Mapping):
        body = mapping_lines(item, indent + 2)
    elif isinstance(item, list):
        body = sequence_lines(item, indent + 2)
    else:
        first, *rest = _scalar(item, indent + 2)
        body = [f"{' ' * (indent + 2)}{first}", *rest]
    return [f"{' ' * indent}- {body[0][indent + 2 :]}", *body[1:]]


def _key(name: str) -> str:
    return name if _is_plain(name) or re.fullmatch(r"[0-9]{1,18}", name) else _quoted(name)


def _scalar(value: Any, indent: int) -> list[str]:
    if value is None:
        return ["null"]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, datetime | date):
        return [value.isoformat()]
    if isinstance(value, int):
        return [str(value)]
    return _text(value, indent)


def _text(text: str, indent: int) -> list[str]:
    if "\n" in text and _BLOCKABLE.match(text) and not re.search(r"[ \t]\n|[ \t]$", text):
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        chomp = "-" if ends == 0 else "" if ends == 1 else "+"
        pad = " " * indent
        return [f"|{chomp}", *(f"{pad}{line}" if line else "" for line in body.split("\n")), *[""] * max(ends - 1, 0)]
    return [text if _is_plain(text) else _quoted(text)]


def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and "\n" not in text
        and "\t" not in text
        and not _UNSAFE_START.match(text)
        and not _UNSAFE_INSIDE.search(text)
        and text not in ("---", "...", "=", "<<")
        and is_plain_text(text)
        and not re.fullmatch(r"[-+.0-9][-+.0-9_eExXoO:]*|(?i:y|n|yes|no|on|off|true|false|null)", text)
    )


def _quoted(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
