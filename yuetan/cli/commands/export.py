"""export: any list as a file for Excel, WPS or another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context


def export(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="名单",
            help="约谈（interviews）、人次（attendances）、名册（roster）、期限（due）、覆盖（coverage）、收到的报送（received）",
        ),
    ] = "约谈",
    csv: Annotated[
        bool, typer.Option("--csv", help="写成 .csv（UTF-8 带标记，Excel 可直接打开）；-o 以 .csv 结尾时不必写")
    ] = False,
    kind: Annotated[str | None, typer.Option("--type", metavar="情形", help="只要某一情形的约谈")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只要某单位的，编码或名称")] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="状态", help="只要某一状态的约谈")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="期间", help="如 2026H1、2026、2026-03")] = None,
    output: options.Output = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan export 约谈 --period 2026H1 -o 上半年.xlsx
    yuetan export 人次 --unit FGW -o 发改委.csv
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.exporting import exported, list_named
    from yuetan.desk.files import save
    from yuetan.views.listing import Filter

    context = Context.of(ctx)
    desk = session.open_desk(context)
    name = list_named(what)
    plain = csv or (output is not None and output.casefold().endswith(".csv"))
    target = Path(output) if output is not None else desk.store.root / "out" / f"{name}.{'csv' if plain else 'xlsx'}"
    wanted = Filter(kind=kind, unit=unit, state=state, period=period)
    table, content = exported(desk, name, wanted, plain=plain)
    save(target, content)
    if json:
        emit_json({"version": 1, "file": str(target), "items": table.as_json()})
        return
    result(f"已写出{name} {len(table.rows)} 行：{target}")
