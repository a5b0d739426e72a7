"""Changing a record: edit while it is open, amend once it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from yuetan.cli import options
from yuetan.cli.context import Context
from yuetan.cli.naming import assignments, record_id

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


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
    from yuetan.actions.life.edit import EditRequest
    from yuetan.actions.life.edit import edit as act
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    changes = assignments(sets)
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = EditRequest(id=record_id(desk, word), sets=changes, day=day, override=exempt)
        return act(desk.setting, request)

    carried(context, [step], dry_run=dry_run, json=json)


def amend(
    ctx: typer.Context,
    word: options.Word,
    sets: options.Sets = None,
    why: options.Why = None,
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
    from yuetan.actions.life.amend import AmendRequest
    from yuetan.actions.life.amend import amend as act
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    changes = assignments(sets)
    reason = why if why is not None else asked("更正的原因", "--why")
    day, exempt = happened(context, date), overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        request = AmendRequest(id=record_id(desk, word), sets=changes, why=reason, day=day, override=exempt)
        return act(desk.setting, request)

    carried(context, [step], dry_run=dry_run, json=json)
