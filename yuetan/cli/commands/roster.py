"""Units and cadres: import, list, show, move, retire."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.actions.request import rows
from yuetan.actions.roster import posts
from yuetan.actions.roster.posts import RosterMoveRequest, RosterRetireRequest
from yuetan.cli import options, session
from yuetan.cli.context import Context
from yuetan.cli.verb import command, make, manner, values

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.cli.verb import Typed
    from yuetan.desk.load import Desk

_ABOUT = """示例：
yuetan roster import 名册.xlsx
yuetan roster list --unit FGW
"""
app = typer.Typer(add_completion=False, help=_ABOUT, no_args_is_help=True)

Person = Annotated[str, typer.Argument(metavar="干部", help="人员编号，或唯一的姓名")]
On = Annotated[str | None, typer.Option("--on", metavar="日期", help="看哪一天的名册，默认今天")]


@app.command("import")
def import_(
    ctx: typer.Context,
    *,
    file: Annotated[str, typer.Argument(metavar="文件", help="Excel（.xlsx）或 CSV 名册")],
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """从 Excel 或 CSV 导入名册；重复导入不会重复，读不了的行和列逐一指出。

    示例：
    yuetan roster import 名册.xlsx --dry-run
    """
    from yuetan.desk.roster import roster_import
    from yuetan.errors import NotFoundError

    context = Context.of(ctx)
    path = Path(file)
    if not path.is_file():
        raise NotFoundError(f"没有文件 {file}", hint="写出名册文件的路径")
    data = path.read_bytes()

    def step(desk: Desk) -> Plan | Refusal:
        return roster_import(desk, data, path.name)

    session.carry(context, [step], dry_run=dry_run, json=json)


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只列某单位，编码或名称")] = None,
    on: On = None,
    json: options.Json = False,
) -> None:
    """列出某一天在任的干部。

    示例：
    yuetan roster list --unit FGW
    yuetan roster list --on 2026-01-01
    """
    from yuetan.cli.dates import parse_day
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.tables import table
    from yuetan.desk.find import known_unit
    from yuetan.views.roster import RosterRow, roster_rows

    context = Context.of(ctx)
    desk = session.open_desk(context)
    day = parse_day(on, today=context.today) if on else context.today
    if unit is not None:
        known_unit(desk, unit)
    rows = roster_rows(desk.state.roster, day, unit)
    if json:
        emit_json({"version": 1, "items": [row.as_json() for row in rows]})
        return
    if not rows:
        message("没有符合条件的干部。")
        return
    result(table(RosterRow.page_headings(), [row.texts() for row in rows]))
    message(f"{day.isoformat()} 在任 {len({row.person for row in rows})} 人、{len(rows)} 个职务。")


@app.command()
def show(ctx: typer.Context, person: Person, json: options.Json = False) -> None:
    """查看一名干部：历任职务、约谈经历、今年谁有权约谈。

    示例：
    yuetan roster show FGW-002
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk import find
    from yuetan.views.roster import person_lines, person_value

    context = Context.of(ctx)
    desk = session.open_desk(context)
    one = find.person(desk, person)
    if json:
        emit_json(person_value(desk.state, desk.laws, one, desk.today))
        return
    for line in person_lines(desk.state, desk.laws, one, desk.today):
        result(line)


@app.command("move")
@command(rows(RosterMoveRequest))
def move(context: Context, typed: Typed) -> None:
    """登记调动：旧职务到这一天为止，新职务从这一天起；指出受影响的约谈。

    示例：
    yuetan roster move FGW-002 --to JTJ --post 局长、党组书记 --role 主要负责人 --party-post 党组书记 --change 提拔
    """
    request = make(RosterMoveRequest, values(rows(RosterMoveRequest), typed, context))
    session.carry(context, [lambda desk: posts.roster_move(desk.setting, request)], **manner(typed))


@app.command("retire")
@command(rows(RosterRetireRequest))
def retire(context: Context, typed: Typed) -> None:
    """登记免职、退休：从这一天起不再任职；指出受影响的约谈。

    示例：
    yuetan roster retire FGW-002 --date 2026-08-01
    """
    request = make(RosterRetireRequest, values(rows(RosterRetireRequest), typed, context))
    session.carry(context, [lambda desk: posts.roster_retire(desk.setting, request)], **manner(typed))
