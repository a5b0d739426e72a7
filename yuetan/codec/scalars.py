"""Plain scalars: true/false/null, integers without leading zero, ISO dates and times; all else is text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.codec.plain import Scalar

_CONSTANTS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")


class ImpossibleDateError(ValueError):
    """A date or time of the right form that no calendar has."""


def resolve(text: str) -> Scalar:
    """The value of a plain scalar; ImpossibleDateError for 2026-02-30."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "-0123456789":
        return text
    return int(text) if _INTEGER.fullmatch(text) else _day_or_moment(text)


def _day_or_moment(text: str) -> date | datetime | str:
    kind, match = date, _DAY.fullmatch(text)
    if match is None:
        kind, match = datetime, _MOMENT.fullmatch(text)
    if match is None:
        return text
    try:
        return kind(*(int(part or 0) for part in match.groups()))
    except ValueError as error:
        raise ImpossibleDateError(text) from error


def is_plain_text(text: str) -> bool:
    """Whether this text reads back as text when it is written without quotes."""
    try:
        return isinstance(resolve(text), str)
    except ImpossibleDateError:
        return False
