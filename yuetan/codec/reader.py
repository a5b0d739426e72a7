"""Reading: the bytes' faults, then a parser's events, then values with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.codec.builder import built
from yuetan.codec.document import Document, Fault
from yuetan.codec.scan import MOST_FAULTS, UNREAD, scan

if TYPE_CHECKING:
    from collections.abc import Iterable


def read(data: bytes, *, pure: bool = False) -> Document:
    """Read one record. Never raises: what cannot be read is a fault with its place.

    `pure` reads without libyaml, as happens by itself where it is missing: the same values and places, slower.
    """
    text, faults = scan(data)
    if text is None:
        return Document(None, _bounded(faults))
    document = built(text, pure=pure)
    if not faults and not document.faults:
        return document
    value, root = (None, None) if faults else (document.value, document.root)
    return Document(value, _bounded((*faults, *document.faults)), root)


def _bounded(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    ordered = sorted(faults, key=lambda fault: (fault.line, fault.column))
    if len(ordered) <= MOST_FAULTS:
        return tuple(ordered)
    last = ordered[MOST_FAULTS - 1]
    return (*ordered[: MOST_FAULTS - 1], Fault(last.line, last.column, f"问题超过 {MOST_FAULTS} 处，{UNREAD}"))
