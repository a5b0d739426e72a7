"""The end of an interview: close, or cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context
from yuetan.cli.naming import each, record_id

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def close(
    ctx: typer.Context,
    words: options.Words,
    conclusion: Annotated[str | None, typer.Option("--conclusion", metavar="结论", help="结论")] = None,
    file_number: Annotated[str | None, typer.Option("--file-number", metavar="档号", help="归档的档号")] = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """办结。办结后只能用 yuetan amend 更正。

    示例：
    yuetan close JS-202603-7K3FQ --conclusion 整改到位
    """
    from yuetan.actions.life.close import CloseRequest
    from yuetan.actions.life.close import close as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = CloseRequest(
            id=record_id(desk, word), day=day, conclusion=conclusion, file_number=file_number, override=exempt
        )
        return act(desk.setting, request)

    carried(context, each(words, step), dry_run=dry_run, json=json)


def cancel(
    ctx: typer.Context,
    words: options.Words,
    why: options.Why = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """撤销还没有进行的约谈。

    示例：
    yuetan cancel JS-202603-7K3FQ --why 对象已调离本市
    """
    from yuetan.actions.life.cancel import CancelRequest
    from yuetan.actions.life.cancel import cancel as act
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    reason = why if why is not None else asked("撤销的原因", "--why")
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = CancelRequest(id=record_id(desk, word), day=day, why=reason, override=exempt)
        return act(desk.setting, request)

    carried(context, each(words, step), dry_run=dry_run, json=json)
