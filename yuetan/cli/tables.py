"""Tables that line up with Chinese width: pure functions from rows to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_GAP = "  "


def clean(text: str) -> str:
    """One line for a terminal: what could move the cursor or turn the text round becomes a space."""
    return _CONTROL.sub(" ", text)


def width(text: str) -> int:
    """Columns that a text takes: a Han character two."""
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def fit(text: str, columns: int) -> str:
    """The text in at most so many columns, cut with an ellipsis."""
    if width(text) <= columns:
        return text
    while text and width(text) + 1 > columns:
        text = text[:-1]
    return f"{text}…"


def pad(text: str, columns: int) -> str:
    """The text followed by spaces up to so many columns."""
    return text + " " * max(columns - width(text), 0)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], limit: int | None = None) -> str:
    """Headings and rows, columns aligned; with `limit` the last column is cut so that lines fit."""
    cells = [[clean(str(cell)) for cell in row] for row in (headings, *rows)]
    widths = [max(width(row[index]) for row in cells) for index in range(len(headings))]
    if limit is not None:
        used = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
        widths[-1] = max(min(widths[-1], limit - used), width(headings[-1]))
        cells = [[*row[:-1], fit(row[-1], widths[-1])] for row in cells]
    return "\n".join(
        _GAP.join(pad(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip() for row in cells
    )
