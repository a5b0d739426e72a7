"""When two values are the same: to the type, since 1 and true are not, and with what is empty left out."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.codec.plain import Plain, Value


def kept(value: Value) -> Value:
    """The value without keys that hold nothing: empty means absent. Items of a list stay, empty or not.

    A member of a choice is the plain text that a file holds.
    """
    if isinstance(value, Mapping):
        return kept_keys(value)
    if isinstance(value, list | tuple):
        return [kept(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


def kept_keys(value: Mapping[str, Value]) -> Plain:
    """The same of a mapping."""
    inner = {name: kept(item) for name, item in value.items()}
    return {name: item for name, item in inner.items() if not empty(item)}


def empty(value: Value) -> bool:
    """Nothing: null, no key, no item. An empty text is a text."""
    return value is None or (isinstance(value, Mapping | list) and not value)


def same(one: Value, other: Value) -> bool:
    """Equality that tells true from 1 and a day from its midnight; the order of keys is not looked at."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(item, other[name]) for name, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)
