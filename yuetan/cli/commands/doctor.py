"""doctor: what the environment lacks."""

from __future__ import annotations

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context


def doctor(ctx: typer.Context, json: options.Json = False) -> None:
    """示例：
    yuetan doctor
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.doctor import checks

    context = Context.of(ctx)
    found = checks(session.open_desk(context))
    if json:
        emit_json({"version": 1, "items": [check.as_json() for check in found]})
        return
    for check in found:
        result(f"{'正常' if check.sound else '注意'}  {check.name}：{check.found}")
        if check.advice:
            result(f"      {check.advice}")
