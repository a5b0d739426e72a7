"""撤销: call an interview off, from any state before it was held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.current import current
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import earlier_steps, not_yet, too_early, wrong_stage
from yuetan.actions.step import planned
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Override

_ALLOWED = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED)
_INSTEAD = dict.fromkeys(
    (Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED), "已经约谈的不能撤销；做完后用 yuetan close ID 办结"
) | {Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRequest:
    """Why an interview is called off."""

    id: str
    """约谈的完整编号。"""
    day: date
    """撤销的日期。"""
    why: str
    """原因。"""
    override: Override | None = None
    """违反规定的事确已发生、须如实记录时的原因和批准人。"""


def cancel(setting: Setting, request: CancelRequest) -> Plan | Refusal:
    """The plan that calls it off; whoever was notified should be told."""
    now = current(setting, request.id)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, _ALLOWED, "撤销", _INSTEAD) or not_yet(request.day, setting.today, "撤销日期")
    if refusal is None and not request.why.strip():
        refusal = Refusal("没有写明为什么撤销", hint="用 --why 写明原因")
    if refusal is None and request.override is None:
        refusal = too_early(now, request.day, "撤销", earlier_steps(now.record))
    if refusal is not None:
        return refusal
    value = now.value()
    value["撤销"] = {"日期": request.day, "原因": request.why}
    notes = ("已经通知过，请告知约谈对象及其单位",) if now.record.notices else ()
    return planned(
        setting,
        now,
        value,
        action="cancel",
        day=request.day,
        subject=f"撤销 {now.id}",
        override=request.override,
        notes=notes,
    )
