"""谈话: what was said and done (第七条（三）), merged from a form; renders 约谈记录."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

from yuetan.actions import papers
from yuetan.actions.current import current
from yuetan.actions.filled import yaml_minutes
from yuetan.actions.life.pieces import people_rows
from yuetan.actions.person_text import absent_notes, person_text
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import wrong_stage
from yuetan.actions.request import Ask, Exemption, RecordId
from yuetan.actions.step import plan_of
from yuetan.codec import plain
from yuetan.model.life import Stage
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.papers.minutes import NAME

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.codec.plain import Plain
    from yuetan.regulation.law import Laws

_ALLOWED = (
    Stage.DRAFTED,
    Stage.APPROVED,
    Stage.NOTIFIED,
    Stage.HELD,
    Stage.RECTIFICATION_DUE,
    Stage.RECTIFIED,
)
_INSTEAD = {
    Stage.POSTPONED: "先用 yuetan reschedule ID --at 时间 定下新的时间，再通知",
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRequest:
    """What was said: as a form, and piece by piece beside it."""

    id: RecordId
    at: Annotated[datetime | None, Ask("--at", "时间", "实际约谈的时间")] = None
    """不写即表单中的 谈话.时间。"""
    place: Annotated[str | None, Ask("--place", "地点", "实际约谈的地点")] = None
    recorder: Annotated[str | None, Ask("--recorder", "姓名", "记录的工作人员")] = None
    explained: Annotated[bool | None, Ask("--explained/--not-explained", "", "谈话人是否说明了主题及原因")] = None
    reminder: Annotated[str | None, Ask("--reminder", "文字", "教育和提醒的内容")] = None
    said: Annotated[
        tuple[str, ...], Ask("--said", "项=文字", "陈述的一项，如 解释说明=…；几位对象时写 编号.项=文字")
    ] = ()
    absent: Annotated[tuple[str, ...], Ask("--absent", "干部", "没有到场的对象")] = ()
    signed: Annotated[tuple[str, ...], Ask("--signed", "谁", "谁签了字，如 约谈人")] = ()
    value: Mapping[str, Any] = field(default_factory=dict)
    """表单的内容：谈话、约谈对象（编号或姓名，到场、陈述、违纪）、约谈人（到场）；只有一位对象时可直接写其各项。"""
    override: Exemption = None


def minutes(setting: Setting, request: MinutesRequest) -> Plan | Refusal:
    """The plan that records the talk and orders 约谈记录; may be repeated until the record is closed."""
    now = current(setting, request.id)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, _ALLOWED, "登记约谈", _INSTEAD)
    if refusal is not None:
        return refusal
    form = _form(now, request)
    value = yaml_minutes.value_with(now, form) if not isinstance(form, Refusal) else form
    if isinstance(value, Refusal):
        return value
    absent = _absent(value)
    if len(absent) == len(now.record.subjects):
        return _nobody(now)
    held = _held(now, value, request.at, setting.today)
    if isinstance(held, Refusal):
        return held
    return plan_of(
        setting,
        now,
        value,
        action="minutes",
        day=held,
        subject=f"谈话 {now.id}：{held.isoformat()}",
        override=request.override,
        notes=(*absent_notes(absent), *_notes(now, setting.laws, held)),
        papers=lambda after: papers.paper_orders(setting, after, NAME),
    )


def _form(now: Current, request: MinutesRequest) -> Plain | Refusal:
    """The form with what the request says beside it; of the talk the request's word counts."""
    people = people_rows(request.said, request.absent, now.record.subjects)
    if isinstance(people, Refusal):
        return people
    form = dict(request.value)
    talk, given = form.get("谈话") or {}, _talk(request)
    if (given or request.at is not None) and isinstance(talk, Mapping):
        form["谈话"] = {**talk, **given}
    if people:
        form["约谈对象"] = [*(form.get("约谈对象") or []), *people]
    return form


def _talk(request: MinutesRequest) -> Plain:
    talk = {
        "地点": request.place,
        "记录人": request.recorder,
        "说明主题原因": request.explained,
        "教育提醒": request.reminder,
        "签字": list(request.signed) or None,
    }
    return {name: item for name, item in talk.items() if item is not None}


def _absent(value: Plain) -> tuple[str, ...]:
    return tuple(
        person_text(plain.text(row, "编号"), plain.text(row, "姓名"))
        for row in plain.rows(value, "约谈对象")
        if row.get("到场") is False
    )


def _nobody(now: Current) -> Refusal:
    """Nobody came: no interview was held, so none is recorded."""
    again = f"用 yuetan reschedule {now.id} --at 时间 改期，或用 yuetan postpone {now.id} --why 原因 延后"
    return Refusal("约谈对象都没有到场，约谈没有进行，不能登记", hint=again)


def _held(now: Current, value: Plain, at: datetime | None, today: date) -> date | Refusal:
    """The day of the talk, once 谈话 has its time (and its place, by default where it was planned)."""
    talk = plain.block(value, "谈话")
    if at is not None:
        talk["时间"] = at
    if talk.get("时间") is None:
        return Refusal("没有写明实际约谈的时间", hint="在表单中写 谈话.时间，如 2026-03-10T09:35:00")
    moment = talk["时间"]
    if not isinstance(moment, datetime):
        return Refusal(f"谈话.时间 “{moment}”不是时间", hint="写法如 2026-03-10T09:35:00，不加引号")
    day = moment.date()
    if day > today:
        return Refusal(
            f"约谈时间 {day.isoformat()} 在今天（{today.isoformat()}）之后，还没有发生的事不能登记",
            hint="约谈之后再登记",
        )
    schedule = now.record.schedule
    if talk.get("地点") is None and schedule is not None:
        talk["地点"] = schedule.place
    return day


def _notes(now: Current, laws: Laws, day: date) -> tuple[str, ...]:
    """What follows the talk: the follow-up document with its day, or closing."""
    law = laws.on(day, now.record.regulation)
    situation = law.situation(now.record.kind) if law is not None else None
    if law is None or situation is None:
        return ()
    if not situation.follow_ups:
        return (f"下一步：yuetan close {now.id} 办结",)
    dues = [(row, follow_up_due(law, situation, row, day)) for row in situation.follow_ups]
    return tuple(f"{row.document}最迟{short_day_text(due.due, day)}（{due.trace}）" for row, due in dues)
