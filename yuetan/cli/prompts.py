"""Asking at a terminal only; without one a missing value is an error, so that scripts never hang."""

from __future__ import annotations

import sys

from yuetan.errors import BadInputError


def interactive() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(label: str, option: str, default: str | None = None) -> str:
    """The answer to a question, with a default to accept; BadInputError naming the option without a terminal."""
    if not interactive():
        raise BadInputError(f"缺少{label}", hint=f"用 {option} 写明；在终端中运行时会逐项询问")
    import typer

    answer: str = typer.prompt(label, default=default, err=True, show_default=bool(default))
    return answer.strip()
