"""延后: keep an interview alive without a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from yuetan.actions.current import current
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import earlier_steps, not_yet, too_early, wrong_stage
from yuetan.actions.request import Ask, Day, EachRecordId, Exemption
from yuetan.actions.step import plan_of
from yuetan.model.life import Stage

_ALLOWED = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED)
_INSTEAD = {
    Stage.POSTPONED: "定了新的时间后用 yuetan reschedule ID --at 时间",
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正",
} | dict.fromkeys((Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED), "已经约谈的不能延后")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeRequest:
    """Why an interview is put off without a new time."""

    id: EachRecordId
    why: Annotated[str, Ask("--why", "原因", "为什么", prompt="延后的原因")]
    day: Day
    override: Exemption = None


def postpone(setting: Setting, request: PostponeRequest) -> Plan | Refusal:
    """The plan that puts it off."""
    now = current(setting, request.id)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, _ALLOWED, "延后", _INSTEAD) or not_yet(request.day, setting.today, "延后日期")
    if refusal is None and not request.why.strip():
        refusal = Refusal("没有写明为什么延后", hint="用 --why 写明原因")
    if refusal is None:  # no rule judges 待定.日期, so an override would have nothing to write down
        refusal = too_early(now, request.day, "延后", earlier_steps(now.record))
    if refusal is not None:
        return refusal
    value = now.value()
    value["安排"] = {"待定": {"日期": request.day, "原因": request.why}}
    told = ("已经通知过，请告知约谈对象及其单位",) if now.record.notices else ()
    return plan_of(
        setting,
        now,
        value,
        action="postpone",
        day=request.day,
        subject=f"延后 {now.id}",
        override=request.override,
        notes=(*told, f"定了新的时间后用 yuetan reschedule {now.id} --at 时间"),
    )
