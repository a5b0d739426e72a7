"""What every command is given: where it works, which day it is, how it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import typer


@dataclass(frozen=True, slots=True)
class Context:
    """`directory` where the archive is looked for (-C), `today` the day that everything is judged by."""

    directory: Path
    today: date

    @classmethod
    def of(cls, ctx: typer.Context) -> Context:
        """The context that the root callback made."""
        found = ctx.find_root().obj
        assert isinstance(found, cls)  # noqa: S101 - the root callback always sets it
        return found
