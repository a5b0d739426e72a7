"""Values on their way into a template: every character comes out as it was typed, or the filling stops.

A value is written as XML character references wherever a character means something to XML, to jinja or to docxtpl's
own post-processing (``{_{`` and the like), so that nothing typed into a record is ever markup or an expression.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from yuetan.errors import BadInputError, InternalFaultError

Printable: TypeAlias = "str | int | list[Printable] | dict[str, Printable] | None"
"""A value on its way: texts, flags and whole numbers, in lists and mappings."""

_SPECIAL = re.compile(r"[<>&\"'{}%#_]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
PARAGRAPH = "\a"
"""docxtpl's mark for a new paragraph that keeps the indent."""


def encode(text: str) -> str:
    """The text as character data for the template's XML; each line a paragraph of its own."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text).replace("\n", PARAGRAPH)


def printable(view: Mapping[str, object], place: str = "") -> dict[str, Printable]:
    """The view with line ends as line feeds; texts, flags and whole numbers in lists and mappings only.

    Raises BadInputError for a character that no paper can show, InternalFaultError for anything else than text.
    """
    return {str(name): _value(item, f"{place}.{name}" if place else str(name)) for name, item in view.items()}


def leaves(value: object) -> tuple[str, ...]:
    """Every text that is not empty, in the view's order."""
    if isinstance(value, str):
        return (value,) if value else ()
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return tuple(text for item in within for text in leaves(item))


def _value(value: object, place: str) -> Printable:
    if isinstance(value, str):
        return _text(str(value), place)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, list | tuple):
        return [_value(item, f"{place}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, Mapping):
        return printable(value, place)
    raise InternalFaultError(f"文书的“{place}”不是文字（{type(value).__name__}）")


def _text(text: str, place: str) -> str:
    text = text.replace("\r\n", "\n")
    found = _UNPRINTABLE.search(text)
    if found is not None:
        raise BadInputError(
            f"“{place}”的第 {found.start() + 1} 个字符是不可见的控制字符 U+{ord(found.group()):04X}，不能印在文书上",
            hint="在记录中删去这个字符后再试",
        )
    return text
