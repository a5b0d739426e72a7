"""Results to stdout, messages to stderr, one JSON document and nothing beside it."""

from __future__ import annotations

import sys
from typing import Any


def result(text: str) -> None:
    """A line of what was asked for."""
    sys.stdout.write(f"{text}\n")


def message(text: str) -> None:
    """A line about it."""
    sys.stderr.write(f"{text}\n")


def emit_json(document: dict[str, Any]) -> None:
    """The one document of a --json command: sorted keys, Chinese as it is."""
    import json
    from datetime import date

    def plain(value: Any) -> str:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value).__name__)

    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, default=plain)
    sys.stdout.write(f"{text}\n")


def terminal_width() -> int | None:
    """Columns of the terminal that results go to; None where it is none."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
