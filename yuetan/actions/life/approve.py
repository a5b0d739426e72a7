"""审批: record the approval, where a regulation asks for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import too_early
from yuetan.actions.request import Ask, Day, EachRecordId, Exemption
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.model.choices import Opinion
from yuetan.model.life import Stage

_ALLOWED = (Stage.DRAFTED, Stage.NOTIFIED, Stage.POSTPONED)
_INSTEAD = {
    Stage.APPROVED: "审批已经登记；登记错了的，用 yuetan edit ID --set 审批.日期=… 修改",
    Stage.CLOSED: "用 yuetan amend ID --set 审批.日期=… --why 原因 更正",
} | dict.fromkeys((Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED), "补记用 yuetan edit ID --set 审批.日期=…")
_OCCASION = Occasion("审批", _ALLOWED, _INSTEAD, "审批日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveRequest:
    """Who approved an interview, and when."""

    id: EachRecordId
    approver: Annotated[str | None, Ask("--approver", "审批人", "谁批准的")] = None
    opinion: Annotated[str, Ask("--opinion", "意见", "同意或不同意")] = Opinion.APPROVED
    day: Day
    override: Exemption = None


def approve(setting: Setting, request: ApproveRequest) -> Plan | Refusal:
    """The plan that records the approval."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    refusal = None
    if request.override is None:
        refusal = too_early(now, request.day, "审批", (("起草", now.record.drafted),))
    if refusal is not None:
        return refusal
    if now.record.approval is not None:
        return Refusal(f"{now.id} 的审批已经登记", hint=f"用 yuetan edit {now.id} --set 审批.日期=… 修改")
    value = now.value()
    value["审批"] = {"日期": request.day, "审批人": request.approver, "意见": request.opinion}
    return plan_of(
        setting,
        now,
        value,
        action="approve",
        day=request.day,
        subject=f"审批 {now.id}：{request.opinion}",
        override=request.override,
    )
