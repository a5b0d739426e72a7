"""One interview in full: its record under its own keys, or line by line, with its state and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from yuetan.views.interviews.filter import stage_of
from yuetan.views.interviews.next_steps import next_steps
from yuetan.views.table import json_value, yes_no_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.model import Interview, Stored
    from yuetan.regulation.law import Laws

STATE = "状态"


def show_value(stored: Stored[Interview], laws: Laws) -> dict[str, object]:
    """The record under its own keys plus 状态, days as ISO text."""
    status = stage_of(stored.record, laws).value if stored.record is not None else None
    return {**{name: _json(item) for name, item in stored.raw.items()}, STATE: status}


def show_lines(stored: Stored[Interview], laws: Laws, today: date) -> tuple[str, ...]:
    """The record for a person to read: its state and what comes next, then everything it holds."""
    record = stored.record
    lines = [stored.file]
    if record is not None:
        status = stage_of(record, laws)
        lines.append(f"{STATE}：{status.value}")
        lines.extend(f"下一步：{step}" for step in next_steps(record, status, laws, today))
    return (*lines, "", *_lines(stored.raw, ""))


def _json(value: object) -> object:
    """Plain values with days and times as ISO text."""
    if isinstance(value, Mapping):
        return {str(name): _json(item) for name, item in value.items()}
    return [_json(item) for item in value] if isinstance(value, list | tuple) else json_value(value)


def _lines(value: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, item in value.items():
        if isinstance(item, dict | list):
            yield f"{indent}{name}："
            yield from _lines(item, indent + "  ") if isinstance(item, dict) else _items(item, indent + "  ")
        else:
            yield from _scalar(f"{indent}{name}：", item, indent)


def _items(items: Sequence[object], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict):
            first, *rest = list(_lines(item, "")) or [""]
            yield f"{indent}- {first}"
            yield from (f"{indent}  {line}" for line in rest)
        else:
            yield from _scalar(f"{indent}- ", item, indent)


def _scalar(head: str, item: object, indent: str) -> Iterator[str]:
    first, *rest = _scalar_text(item).split("\n")
    yield f"{head}{first}"
    yield from (f"{indent}  {line}" for line in rest if line)


def _scalar_text(item: object) -> str:
    if item is None:
        return ""
    if isinstance(item, bool):
        return yes_no_text(item)
    if isinstance(item, datetime):
        return f"{item:%Y-%m-%d %H:%M}"
    return item.isoformat() if isinstance(item, date) else str(item)
