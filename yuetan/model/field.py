"""The field table's own language: what a key is called, what it holds, what it means.

Every record is a frozen dataclass whose fields are declared with :func:`key`. That one declaration gives the mapping
between Chinese keys and English identifiers, the order in which keys are written, the JSON Schema, and the checker.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Union

Record = type[Any]
"""A class whose fields are declared with `key`."""

_KINDS = {str: "text", bool: "boolean", int: "integer", datetime: "moment", date: "day"}

CODE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}"
"""Unit and cadre codes: ASCII, so that paths and commands can carry them."""


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the field table."""

    name: str
    about: str
    required: bool = False
    pattern: str | None = None
    pattern_words: str = ""
    example: str = ""


def key(
    name: str,
    about: str,
    *,
    required: bool = False,
    pattern: str | None = None,
    pattern_words: str = "",
    example: str = "",
    default: Any = dataclasses.MISSING,
) -> Any:
    """Declare a field: its Chinese key, what it means, whether it must be there, and the form of its text.

    `pattern` is an anchored regular expression; `pattern_words` says it in Chinese for the message.
    """
    row = Key(name, about, required, pattern, pattern_words, example)
    if default is dataclasses.MISSING and not required:
        default = None
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata={"key": row})
    return dataclasses.field(default=default, metadata={"key": row})


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds, read off its annotation.

    `kind` is one of text, integer, boolean, day, moment, choice, record, texts (an open mapping of texts),
    numbers (an open mapping of integers), any (a scalar).  `many` says that it is a list of those.
    """

    kind: str
    many: bool = False
    record: Record | None = None
    choices: tuple[StrEnum, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A row of the table with its identifier and shape."""

    identifier: str
    key: Key
    shape: Shape


def columns(record: Record) -> tuple[Column, ...]:
    """The field table of a record class, in the order in which its keys are written."""
    return _columns(typing.cast("Hashable", record))


@cache
def _columns(record: Hashable) -> tuple[Column, ...]:
    assert isinstance(record, type)  # noqa: S101 - narrows for the type checker
    hints = typing.get_type_hints(record)
    return tuple(
        Column(field.name, field.metadata["key"], _shape(hints[field.name]))
        for field in dataclasses.fields(record)
        if "key" in field.metadata
    )


def _shape(hint: Any) -> Shape:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        kept = [part for part in arguments if part is not type(None)]
        return _shape(kept[0]) if len(kept) == 1 else Shape("any")
    if origin is tuple:
        return dataclasses.replace(_shape(arguments[0]), many=True)
    if origin is Mapping:
        return Shape("numbers" if arguments[1] is int else "texts")
    return _single_shape(hint)


def _single_shape(hint: type) -> Shape:
    if hint in _KINDS:
        return Shape(_KINDS[hint])
    if issubclass(hint, StrEnum):
        return Shape("choice", choices=tuple(hint))
    return Shape("record", record=hint)
