"""The verbs that lead an interview through its life: each parses, calls its action, prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yuetan.cli import options
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk

Why = Annotated[str | None, typer.Option("--why", metavar="原因", help="为什么")]


def edit(
    ctx: typer.Context,
    word: options.Word,
    sets: options.Sets = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """修改一份还没有办结的约谈，改后重新对照办法。

    示例：
    yuetan edit JS-202603-7K3FQ --set 主题=规范公务接待管理
    yuetan edit JS-2026 --set 约谈对象[0].问题.来源=监督检查 --set 协调[0].商请.日期=2026-03-01
    """
    from yuetan.actions.edit import EditRequest
    from yuetan.actions.edit import edit as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    changes = _assignments(sets)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = EditRequest(id=record_id(desk, word), sets=changes, day=day, override=exempt)
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, [step], dry_run=dry_run, json=json)


def approve(
    ctx: typer.Context,
    words: options.Words,
    approver: Annotated[str | None, typer.Option("--approver", metavar="审批人", help="谁批准的")] = None,
    opinion: Annotated[str, typer.Option("--opinion", metavar="意见", help="同意或不同意")] = "同意",
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
    from yuetan.actions.approve import ApproveRequest
    from yuetan.actions.approve import approve as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = ApproveRequest(id=record_id(desk, word), day=day, approver=approver, opinion=opinion, override=exempt)
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, _each(words, step), dry_run=dry_run, json=json)


def notify(
    ctx: typer.Context,
    words: options.Words,
    to: Annotated[str, typer.Option("--to", metavar="送达", help="党组（所在单位党组、党委）或本人")] = "党组",
    by: Annotated[str, typer.Option("--by", metavar="方式", help="书面或电话；电话不编号、不出文书")] = "书面",
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
    from yuetan.actions.notify import NotifyRequest
    from yuetan.actions.notify import notify as act
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
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, _each(words, step), dry_run=dry_run, json=json)


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
    from yuetan.actions.receipt import ReceiptRequest
    from yuetan.actions.receipt import receipt as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = ReceiptRequest(
            id=record_id(desk, word), day=day, number=number, subject=subject, everyone=everyone, override=exempt
        )
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, [step], dry_run=dry_run, json=json)


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
    from yuetan.actions.close import CloseRequest
    from yuetan.actions.close import close as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = CloseRequest(
            id=record_id(desk, word), day=day, conclusion=conclusion, file_number=file_number, override=exempt
        )
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, _each(words, step), dry_run=dry_run, json=json)


def cancel(
    ctx: typer.Context,
    words: options.Words,
    why: Why = None,
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
    from yuetan.actions.cancel import CancelRequest
    from yuetan.actions.cancel import cancel as act
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    reason = why if why is not None else asked("撤销的原因", "--why")
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = CancelRequest(id=record_id(desk, word), day=day, why=reason, override=exempt)
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, _each(words, step), dry_run=dry_run, json=json)


def postpone(
    ctx: typer.Context,
    words: options.Words,
    why: Why = None,
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
    from yuetan.actions.postpone import PostponeRequest
    from yuetan.actions.postpone import postpone as act
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    reason = why if why is not None else asked("延后的原因", "--why")
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk, word: str) -> Plan | Refusal:
        request = PostponeRequest(id=record_id(desk, word), day=day, why=reason, override=exempt)
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, _each(words, step), dry_run=dry_run, json=json)


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
    from yuetan.actions.reschedule import RescheduleRequest
    from yuetan.actions.reschedule import reschedule as act
    from yuetan.cli.dates import parse_moment
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    moment = parse_moment(at if at is not None else asked("新的时间", "--at"), today=context.today)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = RescheduleRequest(id=record_id(desk, word), at=moment, day=day, place=place, override=exempt)
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, [step], dry_run=dry_run, json=json)


def amend(
    ctx: typer.Context,
    word: options.Word,
    sets: options.Sets = None,
    why: Why = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """更正一份已办结的约谈；原来的和更正的都留在历史中。

    示例：
    yuetan amend JS-202603-7K3FQ --set 谈话.地点=第一会议室 --why 笔误
    """
    from yuetan.actions.amend import AmendRequest
    from yuetan.actions.amend import amend as act
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    changes = _assignments(sets)
    reason = why if why is not None else asked("更正的原因", "--why")
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = AmendRequest(id=record_id(desk, word), sets=changes, why=reason, day=day, override=exempt)
        return act(desk.state, request, desk.laws, desk.today)

    carried(context, [step], dry_run=dry_run, json=json)


def record_id(desk: Desk, word: str) -> str:
    """The full id of the record that a word names."""
    from yuetan.desk.find import find
    from yuetan.errors import BadInputError

    stored = find(desk, word)
    if stored.record is None:
        raise BadInputError(f"{stored.file} 读不了", hint=f"用 yuetan check {stored.file} 查看")
    return stored.record.id


def _each(words: list[str], step: Callable[[Desk, str], Plan | Refusal]) -> list[Callable[[Desk], Plan | Refusal]]:
    """The same step for each record, one commit each."""

    def bound(word: str) -> Callable[[Desk], Plan | Refusal]:
        return lambda desk: step(desk, word)

    return [bound(word) for word in dict.fromkeys(words)]


def _assignments(sets: list[str] | None) -> tuple[tuple[str, Any], ...]:
    """``路径=值`` pairs; an empty value removes."""
    from yuetan.errors import BadInputError

    if not sets:
        raise BadInputError("没有写要改什么", hint="用 --set 路径=值，如 --set 主题=…；值留空即删去")
    pairs: list[tuple[str, Any]] = []
    for text in sets:
        path, sign, value = text.partition("=")
        if not sign or not path.strip():
            raise BadInputError(f"“{text}”不是“路径=值”", hint="如 --set 约谈对象[0].问题.来源=监督检查")
        pairs.append((path.strip(), value if value != "" else None))
    return tuple(pairs)
