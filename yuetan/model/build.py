"""From plain values to frozen records and back, by the field table, with every violation named at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from yuetan.model.field import columns

if TYPE_CHECKING:
    from yuetan.codec.plain import Plain, Value
    from yuetan.finding import Path
    from yuetan.model.field import Column, Shape

T = TypeVar("T")

_KIND_TEXTS = {
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
_TYPES = {"integer": int, "boolean": bool, "day": date, "moment": datetime}
_MOST_TEXT, _MOST_KEY = 20, 40
"""What a message has room for, in characters."""


class Kind(StrEnum):
    """What is the matter with a key: the table does not know it, it is not there, or what it holds is wrong."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a value does not match the field table."""

    path: Path
    message: str
    kind: Kind


Built = tuple[Any, tuple[Violation, ...]]
"""The value of a field, None where there is none that may stand there, and what is wrong with it."""


def build(record: type[T], value: object, path: Path = ()) -> tuple[T | None, tuple[Violation, ...]]:
    """Build `record` from plain values, leniently: what is wrong is named and left out.

    Returns the record, or None where a required key is missing or the value is no mapping, and every violation
    in the order of the value's own keys, missing ones last.
    """
    if not isinstance(value, Mapping):
        return None, (Violation(path, f"应为一组“键: 值”，现为{_value_text(value)}", Kind.WRONG),)
    table = {column.key.name: column for column in columns(record)}
    built = {name: _field(table, name, item, (*path, name)) for name, item in value.items()}
    arguments = {table[name].identifier: one for name, (one, _) in built.items() if one is not None}
    lacking = [column for column in table.values() if column.key.required and column.identifier not in arguments]
    violations = [violation for _, found in built.values() for violation in found]
    violations.extend(
        Violation((*path, column.key.name), _missing_text(column), Kind.MISSING)
        for column in lacking
        if value.get(column.key.name) is None
    )
    return None if lacking else record(**arguments), tuple(violations)


def plain(instance: object) -> Plain:
    """The record as plain values under its Chinese keys, in key order; what is empty is left out."""
    pairs = ((column.key.name, getattr(instance, column.identifier)) for column in columns(type(instance)))
    return {name: _plain_value(value) for name, value in pairs if not _empty(value)}


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, tuple | Mapping | str) and not value)


def _plain_value(value: Any) -> Value:
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, StrEnum):
        return value.value
    return plain(value) if hasattr(value, "__dataclass_fields__") else value


def _field(table: Mapping[str, Column], name: str, item: object, path: Path) -> Built:
    if name not in table:
        return None, (Violation(path, _unknown_text(str(name), tuple(table)), Kind.UNKNOWN),)
    column = table[name]
    if item is None:
        return None, ()
    return _several(column, item, path) if column.shape.many else _single(column, item, path)


def _several(column: Column, value: object, path: Path) -> Built:
    if not isinstance(value, list):
        return None, (Violation(path, f"应为列表（每项以“- ”开头），现为{_value_text(value)}", Kind.WRONG),)
    built = [_single(column, item, (*path, index)) for index, item in enumerate(value)]
    items = tuple(one for one, _ in built if one is not None)
    return items, tuple(violation for _, found in built for violation in found)


def _single(column: Column, value: object, path: Path) -> Built:
    shape = column.shape
    if shape.record is not None:
        return build(shape.record, value, path)
    if shape.kind in ("texts", "numbers"):
        return _open_mapping(shape, value, path)
    if value in shape.choices:
        return shape.choices[shape.choices.index(value)], ()
    fault = _fault_text(column, value)
    return (value, ()) if fault is None else (None, (Violation(path, fault, Kind.WRONG),))


def _open_mapping(shape: Shape, value: object, path: Path) -> Built:
    if not isinstance(value, Mapping):
        return None, (Violation(path, f"应为{_KIND_TEXTS[shape.kind]}，现为{_value_text(value)}", Kind.WRONG),)
    wanted = "integer" if shape.kind == "numbers" else "text"
    given = {name: item for name, item in value.items() if item is not None}
    wrong = {name: item for name, item in given.items() if not _is_kind(wanted, item)}
    kept = {str(name): item for name, item in given.items() if name not in wrong}
    return kept, tuple(
        Violation((*path, name), f"应为{_KIND_TEXTS[wanted]}，现为{_value_text(item)}", Kind.WRONG)
        for name, item in wrong.items()
    )


def _is_kind(kind: str, value: object) -> bool:
    """True is no integer, a time is no day; a member of a choice is text."""
    return isinstance(value, str) if kind == "text" else type(value) is _TYPES[kind]


def _fault_text(column: Column, value: object) -> str | None:
    """What is wrong with a single value that is no member of the field's choice; None where nothing is."""
    kind = column.shape.kind
    if kind == "choice":
        known = column.shape.choices
        hint = _near_text(str(value), known, 0.5)
        return f"只能是{'、'.join(known)}之一，现为{_value_text(value)}{hint}"
    if kind == "any":
        return None if isinstance(value, str | int | bool | date) else f"应为一个值，现为{_value_text(value)}"
    if not _is_kind(kind, value):
        return f"应为{_KIND_TEXTS[kind]}，现为{_value_text(value)}"
    return _form_fault_text(column, value) if isinstance(value, str) else None


def _form_fault_text(column: Column, text: str) -> str | None:
    row = column.key
    if not text.strip():
        return "不能只有空白"
    if row.pattern is not None and re.fullmatch(row.pattern, text) is None:
        return f"应为{row.pattern_words or '规定的形式'}，现为{_value_text(text)}"
    return None


def _missing_text(column: Column) -> str:
    name, about = column.key.name, column.key.about
    return f"缺少“{name}”" if about == name else f"缺少“{name}”：{about}"


def _unknown_text(name: str, known: tuple[str, ...]) -> str:
    hint = _near_text(name, known, 0.4) or f"；这里可用的键：{'、'.join(known)}"
    return f"没有“{_shortened(name, _MOST_KEY)}”这个键{hint}"


def _near_text(word: str, known: tuple[str, ...], likeness: float) -> str:
    near = difflib.get_close_matches(word, known, 1, likeness)
    return f"；是不是“{near[0]}”？" if near else ""


def _value_text(value: object) -> str:
    """What stands there, by its type and as it was written."""
    if isinstance(value, str):
        return f"文字“{_shortened(value, _MOST_TEXT)}”"
    if isinstance(value, bool):
        return f" {'true' if value else 'false'}"
    if isinstance(value, int):
        return f"整数 {str(value)[:_MOST_TEXT]}"
    if isinstance(value, date):
        return f"{'时间' if isinstance(value, datetime) else '日期'} {value.isoformat()}"
    if value is None:
        return "空"
    return "列表" if isinstance(value, list) else "一组“键: 值”"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"
