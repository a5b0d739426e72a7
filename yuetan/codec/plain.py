"""What a file holds before it is a record: the plain values that YAML gives, and the few ways to look into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

Scalar = str | int | bool | date | datetime | None
"""A single value."""

Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]
"""Anything that a key may hold. As read, a sequence is a list and a mapping a dict."""

Plain = dict[str, Value]
"""One mapping of a file, by its own Chinese keys."""


def block(value: Mapping[str, Value], name: str) -> Plain:
    """The mapping at a key, itself and no copy; an empty one where none stands there."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def rows(value: Mapping[str, Value], name: str) -> list[Plain]:
    """The mappings in the list at a key, themselves and no copies; none where no list stands there."""
    found = value.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def items(value: Mapping[str, Value], name: str) -> list[Value]:
    """A copy of the list at a key; an empty one where none stands there."""
    found = value.get(name)
    return list(found) if isinstance(found, list) else []


def day(value: Mapping[str, Value], name: str) -> date | None:
    """The date at a key; None where none stands there."""
    found = value.get(name)
    return found if isinstance(found, date) else None


def text(value: Mapping[str, Value], name: str) -> str:
    """The text at a key; empty where none stands there."""
    found = value.get(name)
    return found if isinstance(found, str) else ""


def texts(value: Mapping[str, Value], name: str) -> list[str]:
    """The texts in the list at a key; none where no list stands there."""
    found = value.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
