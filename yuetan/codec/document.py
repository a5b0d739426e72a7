"""What reading gives: values, faults, and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yuetan.finding import Path, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read: place, 1-based in code points, and what it is, in Chinese."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its key (or a list item's first token), its start and its end, and what is inside.

    `inside` maps keys or indexes to places. `flow` tells a value written with brackets, `plain` a plain scalar.
    """

    span: Span
    start: tuple[int, int]
    end: tuple[int, int]
    inside: dict[str | int, Place] = field(default_factory=dict)
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its value, None where there is none, and every fault."""

    value: dict[str, Any] | None
    faults: tuple[Fault, ...]
    root: Place | None = None

    def span(self, path: Path) -> Span:
        """The place of a path: of its key, of an item's first token; of something missing, its nearest ancestor's."""
        current, span = self.root, Span(1, 1)
        for step in path:
            if current is None or step not in current.inside:
                break
            current = current.inside[step]
            span = current.span
        return span
