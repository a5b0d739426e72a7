"""延后: keep an interview alive without a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import earlier_steps, too_early
from yuetan.actions.request import Ask, Day, EachRecordId, Exemption
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.model.life import Stage

_ALLOWED = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED)
_INSTEAD = {
    Stage.POSTPONED: "定了新的时间后用 yuetan reschedule ID --at 时间",
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正",
} | dict.fromkeys((Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED), "已经约谈的不能延后")
_OCCASION = Occasion("延后", _ALLOWED, _INSTEAD, "延后日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeRequest:
    """Why an interview is put off without a new time."""

    id: EachRecordId
    why: Annotated[str, Ask("--why", "原因", "为什么", prompt="延后的原因")]
    day: Day
    override: Exemption = None


def postpone(setting: Setting, request: PostponeRequest) -> Plan | Refusal:
    """The plan that puts it off."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    if not request.why.strip():
        return Refusal("没有写明为什么延后", hint="用 --why 写明原因")
    # no rule judges 待定.日期, so an override would have nothing to write down
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
