"""adopt: a paper that was touched up elsewhere and issued so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context


def adopt(
    ctx: typer.Context,
    *,
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
    from yuetan.desk import proof
    from yuetan.desk.templates import kind_named

    name = kind_named(kind).name
    steps = [lambda desk: proof.adoption(desk, record_id(desk, word), name, Path(file))]
    session.carry(Context.of(ctx), steps, dry_run=dry_run, json=json)
