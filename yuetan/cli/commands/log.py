"""log: what happened to an interview, or to the archive."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context


def log(
    ctx: typer.Context,
    *,
    word: Annotated[str | None, typer.Argument(metavar="约谈", help="编号、文号或姓名；不写则看整个档案")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="条数", min=1, help="最多显示几条")] = 50,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan log JS-202603-7K3FQ
    yuetan log --limit 10
    """
    from yuetan.archive.history import log as history
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.tables import table
    from yuetan.desk.find import find

    context = Context.of(ctx)
    desk = session.open_desk(context)
    path = find(desk, word).file if word is not None else None
    entries = history(desk.store, path, limit=limit)
    items: list[dict[str, Any]] = [
        {
            "commit": entry.commit,
            "when": entry.when.isoformat(),
            "author": entry.author,
            "action": entry.action,
            "subject": entry.subject,
        }
        for entry in entries
    ]
    if json:
        emit_json({"version": 1, "items": items})
    elif not items:
        message("还没有任何提交。")
    else:
        cells = [(i["commit"][:10], i["when"][:16].replace("T", " "), i["author"], i["subject"]) for i in items]
        result(table(("提交", "时间", "何人", "做了什么"), cells))
