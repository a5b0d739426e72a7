"""list: the interviews, filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.views.interviews.filter import Filter


def list_(
    ctx: typer.Context,
    *,
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
    """示例：
    yuetan list --state 待整改
    yuetan list --type 警示 --unit FGW --period 2026H1
    """
    from yuetan.cli.findings import unread_lines
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.tables import table
    from yuetan.views.interviews.filter import Filter
    from yuetan.views.interviews.rows import InterviewRow, list_rows

    context = Context.of(ctx)
    desk = session.open_desk(context, rev=at)
    wanted = _checked(desk, Filter(kind=kind, unit=unit, cadre=cadre, state=state, period=period))
    rows = list_rows(desk.state, desk.laws, wanted)
    if json:
        emit_json({"version": 1, "items": [row.as_json() for row in rows]})
        return
    for words in unread_lines(desk, "未列出"):
        message(words)
    if not rows:
        message("没有符合条件的约谈。")
        return
    result(table(InterviewRow.page_headings(), [row.texts() for row in rows]))
    message(f"共 {len(rows)} 份。")


def _checked(desk: Desk, wanted: Filter) -> Filter:
    """What is asked for; BadInputError where no interview could ever answer to it."""
    from yuetan.desk.find import known_cadre, known_unit
    from yuetan.errors import BadInputError
    from yuetan.views.interviews.filter import filter_fault

    fault = filter_fault(desk.laws, wanted, desk.today)
    if fault is not None:
        raise BadInputError(fault, hint="用 yuetan list --help 查看可以怎样筛选")
    if wanted.unit is not None:
        known_unit(desk, wanted.unit)
    if wanted.cadre is not None:
        known_cadre(desk, wanted.cadre)
    return wanted
