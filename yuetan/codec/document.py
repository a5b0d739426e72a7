"""What reading gives: values, faults, and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from yuetan.finding import Path, Span

if TYPE_CHECKING:
    from yuetan.codec.plain import Plain


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read: place, 1-based in code points, and what it is, in Chinese."""

    line: int
    column: int
    message: str


class Mark(Protocol):
    """A parser's place: line and column, 0-based, in code points."""

    line: int
    column: int


class Event(Protocol):
    """A parser's event, whichever parser it is from; which of these an event has hangs on what it tells."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    ctag: object
    value: str
    style: str | None
    flow_style: bool | None
    version: object
    tags: object


class Place(NamedTuple):
    """Where a value stands, as the parser's own events, so that reading a record pays nothing for places.

    `key` is the event of its key, for an item that of its first token; `first` and `last` open and close the value;
    `inside` maps keys or indexes to the places in a collection, None for a scalar.
    """

    key: Event
    first: Event
    last: Event
    inside: dict[str | int, Place] | None = None

    @property
    def span(self) -> Span:
        """Where a reader is sent: the key, or an item's first token."""
        mark = self.key.start_mark
        return Span(mark.line + 1, mark.column + 1)

    @property
    def flow(self) -> bool:
        """Whether the value is a collection in brackets."""
        return self.inside is not None and bool(self.first.flow_style)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its value, None where there is none, and every fault."""

    value: Plain | None
    faults: tuple[Fault, ...]
    root: Place | None = None

    def span(self, path: Path) -> Span:
        """The place of a path: of its key, of an item's first token; of something missing, its nearest ancestor's."""
        current, span = self.root, Span(1, 1)
        for step in path:
            inside = current.inside if current is not None else None
            current = _inner(inside, step) if inside is not None else None
            if current is None:
                break
            span = current.span
        return span


def _inner(inside: dict[str | int, Place], step: str | int) -> Place | None:
    """A path's text knows no quotes: ``起始[2026]`` is an item of a list or the key 2026 of a mapping."""
    return inside.get(step) or inside.get(str(step))
