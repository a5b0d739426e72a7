"""催办: a reminder of an overdue report, recorded only once it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import too_early
from yuetan.actions.request import Ask, Day, Exemption
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.codec import plain
from yuetan.model.choices import Way
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.model.interview import Subject

_ALLOWED = (Stage.RECTIFICATION_DUE, Stage.RECTIFIED)
_INSTEAD = dict.fromkeys(
    (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED), "还没有约谈；约谈后先用 yuetan minutes ID 登记"
) | {
    Stage.HELD: "这一情形不要求后续报告，没有可催办的",
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正",
}
_OCCASION = Occasion("登记催办", _ALLOWED, _INSTEAD, "催办日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindRequest:
    """Who was reminded of the report of which interview, when and how."""

    id: Annotated[
        str, Ask("--sent", "约谈", "催办已经发出，登记到这份约谈（编号、文号或姓名）", prompt="催办了哪份约谈")
    ]
    subject: Annotated[str | None, Ask("--subject", "对象", "催办的是哪位对象，编号或姓名；与 --sent 一起用")] = None
    by: Annotated[str, Ask("--by", "方式", "催办的方式，如 书面、电话")] = Way.WRITTEN
    day: Day
    override: Exemption = None


def remind(setting: Setting, request: RemindRequest) -> Plan | Refusal:
    """The plan that records the reminder with the subject."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    refusal = too_early(now, request.day, "催办", (("约谈", now.record.judged_day),))
    if refusal is not None:
        return refusal
    found = now.subject(request.subject)
    if isinstance(found, Refusal):
        return found
    index, subject = found
    refusal = _unfit(now, subject, request)
    if refusal is not None:
        return refusal
    value = now.value()
    row = plain.rows(value, "约谈对象")[index]
    row["催办"] = [*plain.items(row, "催办"), {"日期": request.day, "方式": request.by.strip() or Way.WRITTEN}]
    return plan_of(
        setting,
        now,
        value,
        action="remind",
        day=request.day,
        subject=f"催办 {now.id}：{subject.id}",
        override=request.override,
        notes=(f"收到后用 yuetan rectify {now.id} --subject {subject.id} 登记",),
    )


def _unfit(now: Current, subject: Subject, request: RemindRequest) -> Refusal | None:
    who = person_text(subject.id, subject.name)
    if subject.present is False:
        return Refusal(f"{who}缺席，没有后续报告可催办", hint="另行约谈（yuetan new）")
    if any(row.day == request.day and row.way == request.by for row in subject.reminders):
        return Refusal(
            f"{request.day.isoformat()} 对{who}的催办已经登记",
            hint=f"用 yuetan show {now.id} 查看；日期不对的，写 --date",
        )
    return None
