"""adopt, and the words of render --verify: papers proved against what the archive issued."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.desk.load import Desk


def adopt(
    ctx: typer.Context,
    word: options.Word,
    file: Annotated[str, typer.Argument(metavar="文件", help="在 WPS 等处改过、已经这样发出的 .docx")],
    kind: Annotated[str, typer.Option("--kind", metavar="文书", help="是哪种文书")] = "约谈通知书",
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan adopt JS-202603-7K3FQ 约谈通知书.docx
    yuetan adopt JS-202603-7K3FQ 记录.docx --kind 约谈记录
    """
    from yuetan.cli.naming import record_id
    from yuetan.desk.proof import adopted
    from yuetan.desk.templates import kind_named

    name = kind_named(kind).name
    session.carry(
        Context.of(ctx),
        [lambda desk: adopted(desk, record_id(desk, word), name, Path(file))],
        dry_run=dry_run,
        json=json,
    )


def shown(desk: Desk, record_id: str, kind: str, file: str, *, json: bool) -> None:
    """What `render --verify` says; exits 1 where the paper is not the one that was issued."""
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.proof import verified

    verdict = verified(desk, record_id, kind, Path(file) if file else None)
    if json:
        emit_json({"version": 1, "same": verdict.same, "lines": list(verdict.lines)})
    else:
        for line in verdict.lines:
            result(line)
    if not verdict.same:
        raise typer.Exit(1)
