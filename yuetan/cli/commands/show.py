"""show: one interview in full."""

from __future__ import annotations

from typing import Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context


def show(
    ctx: typer.Context,
    *,
    word: options.Word,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="看某个提交时的记录")] = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan show JS-202603-7K3FQ
    yuetan show 连纪约〔2026〕3号
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.find import find
    from yuetan.views.interviews.show import show_lines, show_value

    context = Context.of(ctx)
    desk = session.open_desk(context, rev=at)
    stored = find(desk, word)
    if json:
        emit_json(show_value(stored, desk.laws))
        return
    for line in show_lines(stored, desk.laws, desk.today):
        result(line)
