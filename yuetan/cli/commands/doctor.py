"""doctor: what the environment lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.doctor import Check


def doctor(ctx: typer.Context, json: options.Json = False) -> None:
    """示例：
    yuetan doctor
    """
    from yuetan.cli.output import show
    from yuetan.desk.doctor import checks

    context = Context.of(ctx)
    found = checks(session.open_desk(context))
    lines = (line for check in found for line in _lines(check))
    show(lambda: {"version": 1, "items": [check.as_json() for check in found]}, lines, json=json)


def _lines(check: Check) -> Iterator[str]:
    yield f"{'正常' if check.sound else '注意'}  {check.name}：{check.found}"
    if check.advice:
        yield f"      {check.advice}"
