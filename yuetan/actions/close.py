"""办结: the last step; a record that is closed changes only by an amendment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.record import current, earlier_steps, named, not_yet, too_early, wrong_stage
from yuetan.actions.step import planned
from yuetan.model.life import Stage
from yuetan.regulation.deadlines import follow_up_due, spoken

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Override
    from yuetan.actions.record import Current, Plain
    from yuetan.model import State
    from yuetan.regulation.law import Laws

FOLLOW_UP_RULE = "B8.3"
_ALLOWED = (Stage.HELD, Stage.RECTIFIED, Stage.RECTIFICATION_DUE)
_INSTEAD = dict.fromkeys(
    (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED),
    "还没有约谈；约谈后用 yuetan minutes ID 登记，不谈了用 yuetan cancel ID --why 原因 撤销",
) | {Stage.CLOSED: "更正用 yuetan amend ID --set 路径=值 --why 原因"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRequest:
    """With what conclusion an interview is closed."""

    id: str
    """约谈的完整编号。"""
    day: date
    """办结的日期。"""
    conclusion: str | None = None
    """结论。"""
    file_number: str | None = None
    """归档的档号。"""
    override: Override | None = None
    """违反规定的事确已发生、须如实记录时的原因和批准人。"""


def close(state: State, request: CloseRequest, laws: Laws, today: date) -> Plan | Refusal:
    """The plan that closes the record; every follow-up document must have its verdict first."""
    now = current(state, request.id, laws)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, _ALLOWED, "办结", _INSTEAD) or not_yet(request.day, today, "办结日期")
    if refusal is None and request.override is None:
        refusal = _open_follow_ups(now) or too_early(now, request.day, "办结", earlier_steps(now.record))
    if refusal is not None:
        return refusal
    value = now.value()
    value["办结"] = {"日期": request.day, "结论": request.conclusion, "档号": request.file_number}
    if request.override is not None and now.stage is Stage.RECTIFICATION_DUE:
        value["例外"] = [*value.get("例外", []), *_closed_all_the_same(now, request.override, request.day)]
    return planned(
        Setting(state, laws, today),
        now,
        value,
        action="close",
        day=request.day,
        subject=f"办结 {now.id}",
        override=request.override,
        notes=_absent(now),
    )


def lacking(now: Current) -> tuple[tuple[int, str], ...]:
    """Index and name of every subject present whose last round has no verdict yet."""
    return tuple(
        (index, named(subject.id, subject.name))
        for index, subject in now.record.present_subjects
        if not (subject.rectifications and subject.rectifications[-1].verdict)
    )


def _open_follow_ups(now: Current) -> Refusal | None:
    if now.stage is not Stage.RECTIFICATION_DUE or now.situation is None or now.law is None:
        return None
    documents = "、".join(row.document for row in now.situation.follow_ups)
    names = "、".join(name for _, name in lacking(now))
    due = follow_up_due(now.law, now.situation, now.situation.follow_ups[0], now.record.judged_day)
    return Refusal(
        f"{names}的{documents}还没有评价，不能办结（期限{spoken(due.due, now.record.judged_day)}，{due.trace}）",
        hint=f"收到后用 yuetan rectify {now.id} --subject 编号 --verdict 评价 登记",
    )


def _closed_all_the_same(now: Current, override: Override, day: date) -> list[Plain]:
    row = {"规则": FOLLOW_UP_RULE, "原因": override.reason, "批准": override.approved_by, "日期": day}
    return [{**row, "路径": f"约谈对象[{index}].整改"} for index, _ in lacking(now)]


def _absent(now: Current) -> tuple[str, ...]:
    names = [named(one.id, one.name) for one in now.record.subjects if one.present is False]
    return (f"{'、'.join(names)}缺席，不计入约谈，须另行约谈（yuetan new）",) if names else ()
