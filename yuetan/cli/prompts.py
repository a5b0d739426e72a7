"""Asking at a terminal only; without one a missing value is an error, so that scripts never hang."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Sequence


def interactive() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def answer(label: str, option: str, default: str | None = None) -> str:
    """The answer to a question, with a default to accept; BadInputError naming the option without a terminal."""
    if not interactive():
        raise BadInputError(f"缺少{label}", hint=f"用 {option} 写明；在终端中运行时会逐项询问")
    import typer

    found: str = typer.prompt(label, default=default, err=True, show_default=bool(default))
    return found.strip()


def optional_answer(label: str, default: str | None = None) -> str | None:
    """The answer; None where it is left empty or struck out with a dash."""
    found = answer(label, "", default or "")
    return None if found in ("", "-") else found


def choice(label: str, words: Sequence[str]) -> str | None:
    """One of a few words, typed or by its number; None where left empty. What else is typed the command judges."""
    listed = "、".join(f"{number} {word}" for number, word in enumerate(words, start=1))
    found = optional_answer(f"{label}（{listed}）" if words else label)
    return {str(number): word for number, word in enumerate(words, start=1)}.get(found or "", found)
