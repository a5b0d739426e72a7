"""A progress bar on anything that takes over a second, at a terminal only, on stderr."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
_PATIENCE = 1.0
_STEPS = 30


def with_bar(items: Iterable[T], label: str, total: int) -> Iterator[T]:
    """The items one by one; after a second a bar shows how far they are."""
    started = time.monotonic()
    shown = False
    visible = sys.stderr.isatty()
    for index, item in enumerate(items):
        if visible and (shown or time.monotonic() - started > _PATIENCE):
            shown = True
            done = _STEPS * index // max(total, 1)
            sys.stderr.write(f"\r{label} [{'#' * done}{'.' * (_STEPS - done)}] {index}/{total}")
            sys.stderr.flush()
        yield item
    if shown:
        sys.stderr.write("\r\x1b[K")
