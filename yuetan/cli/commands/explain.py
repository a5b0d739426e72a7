"""explain: what a rule asks, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context


def explain(
    ctx: typer.Context,
    *,
    code: Annotated[str | None, typer.Argument(metavar="代码", help="规则代码，如 B7.2；不写则列出全部规则")] = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan explain
    yuetan explain B7.2
    """
    from yuetan.cli.output import show
    from yuetan.cli.tables import table
    from yuetan.desk.explaining import index_rows, page

    context = Context.of(ctx)
    if code is None:
        rows = index_rows(context.directory, context.today)
        page_lines = [table(("代码", "级别", "条款", "规则"), [row.cells() for row in rows])]
        show(lambda: {"version": 1, "items": [row.as_json() for row in rows]}, page_lines, json=json)
        return
    found = page(context.directory, context.today, code)
    show(found.as_json, found.lines(), json=json)
