"""remind: what is to be sent, and that a reminder was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.life.remind import RemindRequest
from yuetan.actions.request import Ask, rows
from yuetan.cli import session
from yuetan.cli.verb import command, manner, take, values
from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from yuetan.cli.context import Context
    from yuetan.cli.verb import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """Until when what is to be sent is listed."""

    week: Annotated[bool, Ask("--week", "", "到本周日为止要发的（默认）")] = False
    within: Annotated[int | None, Ask("--within", "天数", "不按周，看从今天起多少天以内要发的", least=0)] = None


_SENT, *_OTHERS = rows(RemindRequest)


@command((*rows(Until), _SENT, *_OTHERS))
def remind(context: Context, typed: Typed) -> None:
    """每件是一段可以粘贴的文字。

    示例：
    yuetan remind
    yuetan remind --within 14
    yuetan remind --sent JS-202603-7K3FQ --subject FGW-002 --by 电话
    """
    from yuetan.actions.life import remind

    word = typed[_SENT.name]
    if typed["week"] and typed["within"] is not None:
        raise BadInputError("--week 和 --within 不能一起用", hint="按周看用 --week，按天数看用 --within")
    if word is not None:
        take(context, remind.remind, RemindRequest, [word], values(_OTHERS, typed, context), **manner(typed))
        return
    if typed["subject"] is not None:
        raise BadInputError("--subject 要和 --sent 一起用", hint="用 --sent 写明是哪份约谈的催办")
    _list(context, typed["within"], json=typed["json"])


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
