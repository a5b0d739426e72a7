"""The looking commands: list, show, log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yuetan.cli import options
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.views.listing import Filter


def list_(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Option("--type", metavar="情形", help="只列某一情形，如 警示 或 JS")] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="单位", help="只列对象在某单位的，单位编码或名称")
    ] = None,
    cadre: Annotated[str | None, typer.Option("--cadre", metavar="干部", help="只列某人的，编号或姓名")] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="状态", help="如 已起草、已通知、待整改、已办结")
    ] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="期间", help="如 2026H1、2026、2026-03")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="看某个提交时的档案")] = None,
    json: options.Json = False,
) -> None:
    """列出约谈，可按情形、单位、干部、状态、期间筛选。

    示例：
    yuetan list --state 待整改
    yuetan list --type 警示 --unit FGW --period 2026H1
    """
    from yuetan.cli.findings import unread
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.session import opened
    from yuetan.cli.tables import table
    from yuetan.views.listing import list_rows

    context = Context.of(ctx)
    desk = opened(context, rev=at)
    wanted = _filter(desk, kind, unit, cadre, state, period)
    rows = list_rows(desk.state, desk.laws, wanted)
    if json:
        emit_json({"version": 1, "items": [row.as_json() for row in rows]})
        return
    for words in unread(desk, "未列出"):
        message(words)
    if not rows:
        message("没有符合条件的约谈。")
        return
    result(table(("编号", "情形", "状态", "日期", "约谈对象", "主题"), [row.cells() for row in rows]))
    message(f"共 {len(rows)} 份。")


def _filter(
    desk: Desk, kind: str | None, unit: str | None, cadre: str | None, state: str | None, period: str | None
) -> Filter:
    """What is asked for; BadInputError where no interview could ever answer to it."""
    from yuetan.desk.find import known_cadre, known_unit
    from yuetan.errors import BadInputError
    from yuetan.views.listing import Filter, filter_fault

    wanted = Filter(kind=kind, unit=unit, cadre=cadre, state=state, period=period)
    fault = filter_fault(desk.laws, wanted, desk.today)
    if fault is not None:
        raise BadInputError(fault, hint="用 yuetan list --help 查看可以怎样筛选")
    if unit is not None:
        known_unit(desk, unit)
    if cadre is not None:
        known_cadre(desk, cadre)
    return wanted


def show(
    ctx: typer.Context,
    word: options.Word,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="看某个提交时的记录")] = None,
    json: options.Json = False,
) -> None:
    """显示一份约谈：全部内容、状态、期限和下一步。

    示例：
    yuetan show JS-202603-7K3FQ
    yuetan show 连纪约〔2026〕3号
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.cli.session import opened
    from yuetan.desk.find import find
    from yuetan.views.listing import show_lines, show_value

    context = Context.of(ctx)
    desk = opened(context, rev=at)
    stored = find(desk, word)
    if json:
        emit_json(show_value(stored, desk.state, desk.laws))
        return
    for line in show_lines(stored, desk.state, desk.laws, desk.today):
        result(line)


def log(
    ctx: typer.Context,
    word: Annotated[str | None, typer.Argument(metavar="约谈", help="编号、文号或姓名；不写则看整个档案")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="条数", min=1, help="最多显示几条")] = 50,
    json: options.Json = False,
) -> None:
    """用文字讲一份约谈（或整个档案）的经过：何时、何人、做了什么。

    示例：
    yuetan log JS-202603-7K3FQ
    yuetan log --limit 10
    """
    from yuetan.archive.history import log as history
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.session import opened
    from yuetan.cli.tables import table
    from yuetan.desk.find import find

    context = Context.of(ctx)
    desk = opened(context)
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
