"""Before the talk: approve, notify, receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context
from yuetan.cli.naming import each, record_id
from yuetan.model.choices import Addressee, Opinion, Way

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def approve(
    ctx: typer.Context,
    words: options.Words,
    approver: Annotated[str | None, typer.Option("--approver", metavar="审批人", help="谁批准的")] = None,
    opinion: Annotated[str, typer.Option("--opinion", metavar="意见", help="同意或不同意")] = Opinion.APPROVED,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """登记审批。

    示例：
    yuetan approve JS-202603-7K3FQ --approver 某书记 --date 2026-03-04
    """
    from yuetan.actions.life.approve import ApproveRequest
    from yuetan.actions.life.approve import approve as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = ApproveRequest(id=record_id(desk, word), day=day, approver=approver, opinion=opinion, override=exempt)
        return act(desk.setting, request)

    carried(context, each(words, step), dry_run=dry_run, json=json)


def notify(
    ctx: typer.Context,
    words: options.Words,
    to: Annotated[
        str, typer.Option("--to", metavar="送达", help="党组（所在单位党组、党委）或本人")
    ] = Addressee.PARTY_GROUP,
    by: Annotated[str, typer.Option("--by", metavar="方式", help="书面或电话；电话不编号、不出文书")] = Way.WRITTEN,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="送达单位，默认为对象所在单位")] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="文号", help="文号，默认取下一号")] = None,
    subject: Annotated[
        list[str] | None, typer.Option("--subject", metavar="干部", help="只通知这几位，默认全部")
    ] = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """登记通知：检查提前天数，编文号，生成《约谈通知书》。

    示例：
    yuetan notify JS-202603-7K3FQ
    yuetan notify JS-202603-7K3FQ --to 本人 --by 电话 --date 昨天
    """
    from yuetan.actions.life.notify import NotifyRequest
    from yuetan.actions.life.notify import notify as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = NotifyRequest(
            id=record_id(desk, word),
            day=day,
            to=to,
            by=by,
            unit=unit,
            number=number,
            subjects=tuple(subject or ()),
            override=exempt,
        )
        return act(desk.setting, request)

    carried(context, each(words, step), dry_run=dry_run, json=json)


def receipt(
    ctx: typer.Context,
    word: options.Word,
    number: Annotated[str | None, typer.Option("--number", metavar="文号", help="哪个文号的通知")] = None,
    subject: Annotated[str | None, typer.Option("--subject", metavar="干部", help="给哪位对象的通知")] = None,
    everyone: Annotated[bool, typer.Option("--all", help="几份未签收的通知都在这一天签收")] = False,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """登记通知的签收。

    示例：
    yuetan receipt JS-202603-7K3FQ --date 2026-03-05
    """
    from yuetan.actions.life.receipt import ReceiptRequest
    from yuetan.actions.life.receipt import receipt as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = ReceiptRequest(
            id=record_id(desk, word), day=day, number=number, subject=subject, everyone=everyone, override=exempt
        )
        return act(desk.setting, request)

    carried(context, [step], dry_run=dry_run, json=json)
