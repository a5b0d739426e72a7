"""brief: the papers that go with a period's report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context


def brief(
    ctx: typer.Context,
    *,
    period: Annotated[str, typer.Argument(metavar="期间", help="如 2026H1（上半年）、2026H2（下半年）")],
    folder: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="目录", help="写到哪个目录，默认 out")
    ] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="按某个提交计算，默认最新的提交")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="日期", help="数据截至哪一天（含当日）")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只写一个单位，编码或名称")] = None,
    json: options.Json = False,
) -> None:
    """简报上是数据、红色名单、需要决定的事项。

    示例：
    yuetan brief 2026H1
    yuetan brief 2026H1 --unit FGW -o 上半年
    """
    from yuetan.cli.dates import parse_day
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.briefing import briefing
    from yuetan.desk.files import save
    from yuetan.desk.reporting import rows_of

    context = Context.of(ctx)
    desk = session.open_desk(context, rev=at or "HEAD")
    day = parse_day(as_of, today=context.today) if as_of is not None else None
    rows = rows_of(desk, period.upper(), as_of=day, unit=unit)
    target = folder or desk.store.root / "out"
    files = []
    for paper in briefing(desk, rows):
        files.append(str(target / Path(paper.path).name))
        save(Path(files[-1]), paper.content)
    if json:
        emit_json({"version": 1, "period": rows.period, "documents": files})
        return
    for file in files:
        result(f"已生成文书：{file}")
