"""What is to be sent: the remind command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context
from yuetan.model.choices import Way

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def remind(
    ctx: typer.Context,
    week: Annotated[bool, typer.Option("--week", help="到本周日为止要发的（默认）")] = False,
    within: Annotated[
        int | None, typer.Option("--within", metavar="天数", min=0, help="不按周，看从今天起多少天以内要发的")
    ] = None,
    sent: Annotated[
        str | None, typer.Option("--sent", metavar="约谈", help="催办已经发出，登记到这份约谈（编号、文号或姓名）")
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="对象", help="催办的是哪位对象，编号或姓名；与 --sent 一起用")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="方式", help="催办的方式，如 书面、电话")] = Way.WRITTEN,
    day: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """每件是一段可以粘贴的文字。

    示例：
    yuetan remind
    yuetan remind --within 14
    yuetan remind --sent JS-202603-7K3FQ --subject FGW-002 --by 电话
    """
    from yuetan.errors import BadInputError

    context = Context.of(ctx)
    if week and within is not None:
        raise BadInputError("--week 和 --within 不能一起用", hint="按周看用 --week，按天数看用 --within")
    if sent is None:
        if subject is not None:
            raise BadInputError("--subject 要和 --sent 一起用", hint="用 --sent 写明是哪份约谈的催办")
        _list(context, within, json=json)
        return
    from yuetan.actions.life.remind import RemindRequest
    from yuetan.actions.life.remind import remind as action

    when, why = session.day(context, day), session.override(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        from yuetan.cli.naming import record_id

        found = record_id(desk, sent)
        request = RemindRequest(id=found, day=when, subject=subject, by=by, override=why)
        return action(desk.setting, request)

    session.carry(context, [step], dry_run=dry_run, json=json)


def _list(context: Context, within: int | None, *, json: bool) -> None:
    from yuetan.cli.output import emit_json, message, result
    from yuetan.regulation.deadline import days_later
    from yuetan.views.remind import to_send

    desk = session.open_desk(context)
    last = days_later(context.today, within) if within is not None else None
    found = to_send(desk.state, desk.laws, context.today, last=last)
    if json:
        emit_json({"version": 1, "items": [one.as_json() for one in found]})
        return
    if not found:
        message("没有要发的通知、催办和报送提醒。")
        return
    for number, one in enumerate(found, start=1):
        result(f"【{number}】{one.letter.value}　{one.to}")
        result(one.text)
        result(f"命令：{one.command}\n")
    message(f"共 {len(found)} 件。催办发出后，用所列命令登记；没有发出的不登记。")
