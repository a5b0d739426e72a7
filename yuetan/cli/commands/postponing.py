"""Another time for the talk: postpone, reschedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context
from yuetan.cli.naming import each, record_id

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def postpone(
    ctx: typer.Context,
    words: options.Words,
    why: options.Why = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """延后约谈，新的时间待定。

    示例：
    yuetan postpone JS-202603-7K3FQ --why 对象住院
    """
    from yuetan.actions.life.postpone import PostponeRequest
    from yuetan.actions.life.postpone import postpone as act
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    reason = why if why is not None else asked("延后的原因", "--why")
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = PostponeRequest(id=record_id(desk, word), day=day, why=reason, override=exempt)
        return act(desk.setting, request)

    carried(context, each(words, step), dry_run=dry_run, json=json)


def reschedule(
    ctx: typer.Context,
    word: options.Word,
    at: Annotated[str | None, typer.Option("--at", metavar="时间", help="新的时间，如 2026-03-13T09:30")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="地点", help="新的地点，默认仍在原处")] = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """改期或改地点；办法要求重新通知时会提醒。

    示例：
    yuetan reschedule JS-202603-7K3FQ --at 2026-03-13T09:30
    """
    from yuetan.actions.life.reschedule import RescheduleRequest
    from yuetan.actions.life.reschedule import reschedule as act
    from yuetan.cli.dates import parse_moment
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    moment = parse_moment(at if at is not None else asked("新的时间", "--at"), today=context.today)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = RescheduleRequest(id=record_id(desk, word), at=moment, day=day, place=place, override=exempt)
        return act(desk.setting, request)

    carried(context, [step], dry_run=dry_run, json=json)
