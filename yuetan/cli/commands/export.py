"""export: any list as a file for Excel, WPS or another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

What = Annotated[
    str,
    typer.Argument(
        metavar="名单",
        help="约谈（interviews）、人次（attendances）、名册（roster）、期限（due）、覆盖（coverage）、收到的报送（received）；"
        "供分析的：人次数据（attendances-data）、覆盖数据（coverage-data）、期限数据（due-data）、"
        "问题数据（findings-data）、人次计数（counts）",
    ),
]
Csv = Annotated[
    bool, typer.Option("--csv", help="写成 .csv（UTF-8 带标记，Excel 可直接打开）；-o 以 .csv 结尾时不必写")
]
Names = Annotated[
    bool, typer.Option("--names", help="供分析的数据写出姓名、职务、编号和原数，只在本单位内用；要写 --why")
]


def export(
    ctx: typer.Context,
    *,
    what: What = "约谈",
    csv: Csv = False,
    kind: Annotated[str | None, typer.Option("--type", metavar="情形", help="只要某一情形的约谈")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只要某单位的，编码或名称")] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="状态", help="只要某一状态的约谈")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="期间", help="如 2026H1、2026、2026-03")] = None,
    output: options.Output = None,
    names: Names = False,
    why: Annotated[str | None, typer.Option("--why", metavar="原因", help="为什么要写出姓名，记在导出日志里")] = None,
    json: options.Json = False,
) -> None:
    """供分析的数据默认不带姓名：人员和约谈以代号表示，计数少于3的不显示；文件只有本人可读，每次导出都记入本机的
    .git/yuetan/exports.log。各列见 docs/frames.md。

    示例：
    yuetan export 约谈 --period 2026H1 -o 上半年.xlsx
    yuetan export 人次 --unit FGW -o 发改委.csv
    yuetan export 人次计数 --period 2026 -o 计数.csv
    """
    from yuetan.cli.output import emit_json, message, result
    from yuetan.frames import export as data
    from yuetan.views.interviews.filter import Filter

    desk = session.open_desk(Context.of(ctx))
    plain = csv or (output is not None and output.casefold().endswith(".csv"))
    request = data.Request(what, Filter(kind=kind, unit=unit, state=state, period=period), plain, names, why)
    done = data.export(desk, request, Path(output) if output is not None else None)
    if json:
        emit_json({"version": 1, "file": str(done.file), "items": done.table.as_json()})
        return
    result(f"已写出{done.name} {len(done.table.rows)} 行：{done.file}")
    if done.note:
        message(done.note)
