"""更正: a closed record changes only so; both versions stay in history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.current import by_id, current, current_of
from yuetan.actions.life.edit import changes
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import not_yet, too_early, wrong_stage
from yuetan.actions.request import Ask, Assignments, Day, Exemption, RecordId
from yuetan.actions.step import plan_of
from yuetan.codec import plain
from yuetan.finding import path_text
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from yuetan.actions.current import Current

_INSTEAD = dict.fromkeys(Stage, "还没有办结，用 yuetan edit ID --set 路径=值 修改")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRequest:
    """What is put right in a closed record, and why."""

    id: RecordId
    sets: Assignments
    why: Annotated[str, Ask("--why", "原因", "为什么", prompt="更正的原因")]
    day: Day
    override: Exemption = None


def amend(setting: Setting, request: AmendRequest) -> Plan | Refusal:
    """The plan that puts a closed record right and says why."""
    now = _found(setting, request.id)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, (Stage.CLOSED,), "更正", _INSTEAD) or not_yet(request.day, setting.today, "更正日期")
    if refusal is not None:
        return refusal
    if not request.why.strip():
        return Refusal("没有写明为什么更正", hint="用 --why 写明原因")
    closed = now.record.closing
    earlier = (("办结", closed.day if closed is not None else None),)
    refusal = too_early(now, request.day, "更正", earlier)  # no rule judges this order: nothing to override
    if refusal is not None:
        return refusal
    changed = changes(now.stored.raw, request.sets)
    if isinstance(changed, Refusal):
        return changed
    value, paths = changed
    if value == now.stored.raw:
        return Refusal("写的与原来一样，没有要更正的", hint=f"用 yuetan show {now.id} 查看现在的内容")
    value["更正"] = [*plain.items(value, "更正"), {"日期": request.day, "原因": request.why}]
    subject = f"更正 {now.id}：{'、'.join(path_text(path) for path in paths)}"
    return plan_of(
        setting,
        now,
        value,
        action="amend",
        day=request.day,
        subject=subject,
        override=request.override,
    )


def _found(setting: Setting, record_id: str) -> Current | Refusal:
    """The record, with what does not match the table too: once it is closed nothing but an amendment mends it."""
    stored = by_id(setting.state, record_id)
    if isinstance(stored, Refusal) or stored.record is None:
        return current(setting, record_id)
    return current_of(stored, setting.laws)
