"""办结: the last step; a record that is closed changes only by an amendment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.life.follow_ups import unanswered
from yuetan.actions.person_text import absent_notes, person_text
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import earlier_steps, too_early
from yuetan.actions.request import Ask, Day, EachRecordId, Exemption
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.codec import plain
from yuetan.model.life import Stage
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import FOLLOW_UP_RULE, follow_up_due

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.actions.life.follow_ups import Unanswered
    from yuetan.actions.plan import Override
    from yuetan.codec.plain import Plain

_ALLOWED = (Stage.HELD, Stage.RECTIFIED, Stage.RECTIFICATION_DUE)
_INSTEAD = dict.fromkeys(
    (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED),
    "还没有约谈；约谈后用 yuetan minutes ID 登记，不谈了用 yuetan cancel ID --why 原因 撤销",
) | {Stage.CLOSED: "更正用 yuetan amend ID --set 路径=值 --why 原因"}
_OCCASION = Occasion("办结", _ALLOWED, _INSTEAD, "办结日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRequest:
    """With what conclusion an interview is closed."""

    id: EachRecordId
    conclusion: Annotated[str | None, Ask("--conclusion", "结论", "结论")] = None
    file_number: Annotated[str | None, Ask("--file-number", "档号", "归档的档号")] = None
    day: Day
    override: Exemption = None


def close(setting: Setting, request: CloseRequest) -> Plan | Refusal:
    """The plan that closes the record; every follow-up document must have its verdict first."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    owed = unanswered(now.record, now.situation)
    refusal = None
    if request.override is None:
        refusal = _open_follow_ups(now, owed) or too_early(now, request.day, "办结", earlier_steps(now.record))
    if refusal is not None:
        return refusal
    value = now.value()
    value["办结"] = {"日期": request.day, "结论": request.conclusion, "档号": request.file_number}
    if request.override is not None and owed:
        value["例外"] = [*plain.items(value, "例外"), *_closed_all_the_same(owed, request.override, request.day)]
    return plan_of(
        setting,
        now,
        value,
        action="close",
        day=request.day,
        subject=f"办结 {now.id}",
        override=request.override,
        notes=absent_notes(tuple(person_text(one.id, one.name) for one in now.record.subjects if one.present is False)),
    )


def _open_follow_ups(now: Current, owed: tuple[Unanswered, ...]) -> Refusal | None:
    if not owed or now.law is None or now.situation is None:
        return None
    day = now.record.judged_day
    dues: dict[str, None] = {}
    for one in owed:
        due = follow_up_due(now.law, now.situation, one.document, day)
        dues[f"{one.document.document}期限{short_day_text(due.due, day)}，{due.trace}"] = None
    names = "、".join(one.text for one in owed)
    return Refusal(
        f"{names}还没有评价，不能办结（{'；'.join(dues)}）",
        hint=f"收到后用 yuetan rectify {now.id} --subject 编号 --verdict 评价 登记",
    )


def _closed_all_the_same(owed: tuple[Unanswered, ...], override: Override, day: date) -> list[Plain]:
    row = {"规则": FOLLOW_UP_RULE, "原因": override.reason, "批准": override.approved_by, "日期": day}
    places = dict.fromkeys(f"约谈对象[{one.index}].整改" for one in owed)
    return [{**row, "路径": place} for place in places]
