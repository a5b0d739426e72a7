"""Profiles of regulations: show, check, diff, new."""

from __future__ import annotations

from typing import Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

_ABOUT = """示例：
yuetan regulation show
yuetan regulation check
"""
app = typer.Typer(add_completion=False, help=_ABOUT, no_args_is_help=True)


@app.command()
def show(
    ctx: typer.Context,
    *,
    name: Annotated[str | None, typer.Argument(metavar="规范", help="规范的代号；不写为本单位今日的规范")] = None,
    json: options.Json = False,
) -> None:
    """显示一份规范：条款、情形、参数及其理由、谁约谈谁、期间。

    示例：
    yuetan regulation show
    yuetan regulation show yunxi-2024
    """
    from yuetan.cli.output import show
    from yuetan.desk.regulations import profile_lines, profile_named, profile_value

    context = Context.of(ctx)
    profile = profile_named(context.directory, context.today, name)
    show(lambda: {"version": 1, **profile_value(profile)}, profile_lines(profile, context.today), json=json)


@app.command()
def check(
    ctx: typer.Context,
    *,
    names: Annotated[list[str] | None, typer.Argument(metavar="规范或文件…", help="代号或文件；不写为全部")] = None,
    json: options.Json = False,
) -> None:
    """检查规范文件：键、引用、期间是否周全、比上位规范宽松之处。

    示例：
    yuetan regulation check
    yuetan regulation check 草案.yaml
    """
    from yuetan.cli.findings import as_json, report
    from yuetan.cli.output import emit_json, message, result
    from yuetan.desk.judging import exit_status
    from yuetan.desk.regulations import profile_faults

    context = Context.of(ctx)
    found = profile_faults(context.directory, names or ())
    if json:
        emit_json(as_json(found))
    else:
        lines, summary = report(found)
        for line in lines:
            result(line)
        message(summary)
    raise typer.Exit(exit_status(found, strict=False))


@app.command()
def diff(
    ctx: typer.Context,
    *,
    first: Annotated[str, typer.Argument(metavar="甲", help="规范的代号或文件")],
    second: Annotated[str, typer.Argument(metavar="乙", help="规范的代号或文件")],
    json: options.Json = False,
) -> None:
    """比较两份规范：哪些参数、情形、权限、期间不同，哪边更严。

    示例：
    yuetan regulation diff lianyungang-2015 yunxi-2024
    """
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.tables import table
    from yuetan.desk.regulations import differences

    context = Context.of(ctx)
    rows = differences(context.directory, context.today, first, second)
    if json:
        emit_json({"version": 1, "items": [row.as_json() for row in rows]})
    elif not rows:
        message("两份规范没有不同。")
    else:
        result(table(("项目", first, second, "比较"), [row.cells() for row in rows]))


@app.command()
def new(
    ctx: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="代号", help="新规范的代号，如 shidong-2027，即文件名")],
    from_: Annotated[str, typer.Option("--from", metavar="规范", help="以哪份规范为底稿")] = "lianyungang-2015",
    since: Annotated[str | None, typer.Option("--since", metavar="日期", help="拟施行的日期，默认今天")] = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """起草一份规范：照底稿写出 schemas/regulations/代号.yaml，状态为草案，供修改、检查、试算。

    示例：
    yuetan regulation new shidong-2027 --from lianyungang-2015
    yuetan check --regulation schemas/regulations/shidong-2027.yaml --since 2026-01-01
    """
    from yuetan.desk.regulations import profile_named
    from yuetan.desk.what_if import new_draft

    context = Context.of(ctx)
    source = profile_named(context.directory, context.today, from_)
    start = session.day(context, since)
    session.carry(context, [lambda desk: new_draft(desk, name, source, start)], dry_run=dry_run, json=json)
