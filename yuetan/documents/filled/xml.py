"""Small ways through the XML of a filled form, by local name: whoever saved it, whatever the namespace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.documents.element import Element

_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """The element's name without its namespace; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element) -> Iterator[Element]:
    """The elements directly below, without comments."""
    return (one for one in element if isinstance(one.tag, str))


def child(element: Element | None, *names: str) -> Element | None:
    """The first element of that name directly below, of the next name below that, and so on; None where none is."""
    for name in names:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute of that name in any namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def value(element: Element | None, *names: str) -> str | None:
    """The ``val`` of the element to which the names lead; None where there is none."""
    return attribute(child(element, *names), "val")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and attribute(element, "val") not in _OFF


def digits(text: str | None) -> int | None:
    """A small number as an attribute writes it; None where it is none."""
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,6}", text) else None
