"""撤销: call an interview off, from any state before it was held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import earlier_steps, too_early
from yuetan.actions.request import Ask, Day, EachRecordId, Exemption
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.model.life import Stage

_ALLOWED = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED)
_INSTEAD = dict.fromkeys(
    (Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED), "已经约谈的不能撤销；做完后用 yuetan close ID 办结"
) | {Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正"}
_OCCASION = Occasion("撤销", _ALLOWED, _INSTEAD, "撤销日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRequest:
    """Why an interview is called off."""

    id: EachRecordId
    why: Annotated[str, Ask("--why", "原因", "为什么", prompt="撤销的原因")]
    day: Day
    override: Exemption = None


def cancel(setting: Setting, request: CancelRequest) -> Plan | Refusal:
    """The plan that calls it off; whoever was notified should be told."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    if not request.why.strip():
        return Refusal("没有写明为什么撤销", hint="用 --why 写明原因")
    refusal = None
    if request.override is None:
        refusal = too_early(now, request.day, "撤销", earlier_steps(now.record))
    if refusal is not None:
        return refusal
    value = now.value()
    value["撤销"] = {"日期": request.day, "原因": request.why}
    notes = ("已经通知过，请告知约谈对象及其单位",) if now.record.notices else ()
    return plan_of(
        setting,
        now,
        value,
        action="cancel",
        day=request.day,
        subject=f"撤销 {now.id}",
        override=request.override,
        notes=notes,
    )
