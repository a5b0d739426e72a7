"""Results to stdout, messages to stderr, one JSON document and nothing beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_LONGEST = 4000
"""Characters of an error that are shown."""


def result(text: str) -> None:
    """A line of what was asked for; as it is in a file, harmless at a terminal."""
    sys.stdout.write(f"{_harmless(text) if sys.stdout.isatty() else text}\n")


def message(text: str) -> None:
    """A line about it."""
    sys.stderr.write(f"{_harmless(text)}\n")


def show(document: Callable[[], Mapping[str, object]], lines: Iterable[str], *, json: bool) -> None:
    """What a looking command found: its one document with --json, else its lines."""
    if json:
        emit_json(document())
        return
    for line in lines:
        result(line)


def failure(text: str, hint: str) -> None:
    """What went wrong and what to do next; what was typed may be very long, and is then cut."""
    message(f"错误：{_cut(text)}")
    if hint:
        message(f"下一步：{_cut(hint)}")


def _harmless(text: str) -> str:
    """The text without what could move a terminal's cursor or turn its lines round."""
    from yuetan.cli.tables import clean

    return "\n".join(clean(line) for line in text.split("\n"))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def emit_json(document: Mapping[str, object]) -> None:
    """The one document of a --json command: sorted keys, Chinese as it is."""
    import json
    from datetime import date

    def plain(value: object) -> str:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value).__name__)

    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, default=plain)
    sys.stdout.write(f"{text}\n")


def terminal_width() -> int | None:
    """Columns of the terminal that results go to; None where it is none."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
