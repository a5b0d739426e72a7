"""From plain values to frozen records and back, by the field table, with every violation named at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from yuetan.model.field import Column, Shape, columns

Path = tuple[str | int, ...]
T = TypeVar("T")

UNKNOWN = "unknown"
MISSING = "missing"
WRONG = "wrong"

_KIND_WORDS = {
    "text": "一段文字",
    "integer": "一个整数",
    "boolean": " true 或 false",
    "day": "一个日期（如 2026-03-05，不加引号）",
    "moment": "一个时间（如 2026-03-10T09:30:00，不加引号）",
    "record": "一组“键: 值”",
    "texts": "一组“键: 文字”",
    "numbers": "一组“键: 整数”",
    "any": "一个值",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a value does not match the field table; `kind` is unknown, missing or wrong."""

    path: Path
    message: str
    kind: str


def build(record: type[T], value: Any, path: Path = ()) -> tuple[T | None, tuple[Violation, ...]]:
    """Build `record` from plain values, leniently: what is wrong is named and left out.

    Returns the record, or None where a required key is missing or the value is no mapping, and every violation
    in the order of the value's own keys, missing ones last.
    """
    if not isinstance(value, Mapping):
        return None, (Violation(path, f"应为一组“键: 值”，现为{_words(value)}", WRONG),)
    table = {column.key.name: column for column in columns(record)}
    violations: list[Violation] = []
    arguments: dict[str, Any] = {}
    for name, item in value.items():
        column = table.get(name)
        if column is None:
            violations.append(Violation((*path, name), _unknown(str(name), tuple(table)), UNKNOWN))
        elif item is not None:
            built, found = _value(column, item, (*path, name))
            violations.extend(found)
            if built is not None:
                arguments[column.identifier] = built
    lacking = [c for c in table.values() if c.key.required and c.identifier not in arguments]
    violations.extend(
        Violation((*path, column.key.name), _missing(column), MISSING)
        for column in lacking
        if value.get(column.key.name) is None
    )
    if lacking:
        return None, tuple(violations)
    return record(**arguments), tuple(violations)


def _missing(column: Column) -> str:
    name, about = column.key.name, column.key.about
    return f"缺少“{name}”" if about == name else f"缺少“{name}”：{about}"


def plain(instance: Any) -> dict[str, Any]:
    """The record as plain values under its Chinese keys, in key order; what is empty is left out."""
    result: dict[str, Any] = {}
    for column in columns(type(instance)):
        value = _plain_value(getattr(instance, column.identifier))
        if value is not None:
            result[column.key.name] = value
    return result


def _plain_value(value: Any) -> Any:
    if value is None or (isinstance(value, tuple | Mapping | str) and not value):
        return None
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, StrEnum):
        return value.value
    if hasattr(value, "__dataclass_fields__"):
        return plain(value)
    return value


def _value(column: Column, value: Any, path: Path) -> tuple[Any, tuple[Violation, ...]]:
    if not column.shape.many:
        return _single(column, value, path)
    if not isinstance(value, list):
        return None, (Violation(path, f"应为列表（每项以“- ”开头），现为{_words(value)}", WRONG),)
    items: list[Any] = []
    violations: list[Violation] = []
    for index, item in enumerate(value):
        built, found = _single(column, item, (*path, index))
        violations.extend(found)
        if built is not None:
            items.append(built)
    return tuple(items), tuple(violations)


def _single(column: Column, value: Any, path: Path) -> tuple[Any, tuple[Violation, ...]]:
    shape = column.shape
    if shape.record is not None:
        return build(shape.record, value, path)
    if shape.kind in ("texts", "numbers"):
        return _open_mapping(shape, value, path)
    if value in shape.choices:
        return shape.choices[shape.choices.index(value)], ()
    fault = _scalar_fault(column, value)
    return (value, ()) if fault is None else (None, (Violation(path, fault, WRONG),))


def _open_mapping(shape: Shape, value: Any, path: Path) -> tuple[Any, tuple[Violation, ...]]:
    if not isinstance(value, Mapping):
        return None, (Violation(path, f"应为{_KIND_WORDS[shape.kind]}，现为{_words(value)}", WRONG),)
    wanted = int if shape.kind == "numbers" else str
    kept: dict[str, Any] = {}
    violations: list[Violation] = []
    for name, item in value.items():
        if item is None:
            continue
        if not _is_kind("integer" if wanted is int else "text", item):
            word = _KIND_WORDS["integer" if wanted is int else "text"]
            violations.append(Violation((*path, name), f"应为{word}，现为{_words(item)}", WRONG))
        else:
            kept[str(name)] = item
    return kept, tuple(violations)


def _scalar_fault(column: Column, value: Any) -> str | None:
    shape, row = column.shape, column.key
    if shape.kind == "choice":
        near = difflib.get_close_matches(str(value), shape.choices, 1, 0.5)
        hint = f"；是不是“{near[0]}”？" if near else ""
        return f"只能是{'、'.join(shape.choices)}之一，现为{_words(value)}{hint}"
    if shape.kind == "any":
        return None if isinstance(value, str | int | bool | date) else f"应为一个值，现为{_words(value)}"
    if not _is_kind(shape.kind, value):
        return f"应为{_KIND_WORDS[shape.kind]}，现为{_words(value)}"
    if shape.kind == "text" and not value.strip():
        return "不能只有空白"
    if row.pattern is not None and re.fullmatch(row.pattern, value) is None:
        return f"应为{row.pattern_words or '规定的形式'}，现为{_words(value)}"
    return None


def _is_kind(kind: str, value: Any) -> bool:
    if kind == "text":
        return isinstance(value, str)
    return type(value) is {"integer": int, "boolean": bool, "day": date, "moment": datetime}[kind]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return f" {'true' if value else 'false'}"
    if isinstance(value, datetime):
        return f"时间 {value.isoformat()}"
    if isinstance(value, date):
        return f"日期 {value.isoformat()}"
    if isinstance(value, int):
        return f"整数 {str(value)[:20]}"
    if isinstance(value, str):
        return f"文字“{value if len(value) <= 20 else value[:20] + '…'}”"  # noqa: PLR2004 - a message's room
    if value is None:
        return "空"
    return "列表" if isinstance(value, list) else "一组“键: 值”"


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.4)
    hint = f"；是不是“{near[0]}”？" if near else f"；这里可用的键：{'、'.join(known)}"
    shown = name if len(name) <= 40 else name[:40] + "…"  # noqa: PLR2004 - a message's room
    return f"没有“{shown}”这个键{hint}"
