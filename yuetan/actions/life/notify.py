"""通知: tell the subject or the subject's party group, three days ahead (第七条（二）); number and paper included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.current import current
from yuetan.actions.life.number import next_number
from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import not_yet, too_early, wrong_stage
from yuetan.actions.request import Ask, Day, EachRecordId, Exemption
from yuetan.actions.step import plan_of
from yuetan.codec import plain
from yuetan.model.choices import Addressee, Way
from yuetan.model.life import Stage
from yuetan.views.papers import notice

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.codec.plain import Plain
    from yuetan.model import State
    from yuetan.model.interview import Subject
    from yuetan.views.papers.order import PaperOrder

_ALLOWED = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED)
_INSTEAD = {
    Stage.POSTPONED: "先用 yuetan reschedule ID --at 时间 定下新的时间",
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正",
} | dict.fromkeys((Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED), "已经约谈；漏记的通知用 yuetan edit 补记")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyRequest:
    """To whom, how and when a notice goes out."""

    id: EachRecordId
    to: Annotated[str, Ask("--to", "送达", "党组（所在单位党组、党委）或本人")] = Addressee.PARTY_GROUP
    by: Annotated[str, Ask("--by", "方式", "书面或电话；电话不编号、不出文书")] = Way.WRITTEN
    unit: Annotated[str | None, Ask("--unit", "单位", "送达单位，默认为对象所在单位")] = None
    number: Annotated[str | None, Ask("--number", "文号", "文号，默认取下一号")] = None
    subjects: Annotated[tuple[str, ...], Ask("--subject", "干部", "只通知这几位，默认全部")] = ()
    day: Day
    override: Exemption = None


def notify(setting: Setting, request: NotifyRequest) -> Plan | Refusal:
    """The plan that records the notice, gives it its number and orders its papers."""
    now = current(setting, request.id)
    if isinstance(now, Refusal):
        return now
    subjects = _subjects(now, request)
    if isinstance(subjects, Refusal):
        return subjects
    refusal = wrong_stage(now, _ALLOWED, "通知", _INSTEAD) or not_yet(request.day, setting.today, "通知日期")
    refusal = (
        refusal or _early(now, request) or _unsendable(request) or _incomplete(now) or _repeated(now, request, subjects)
    )
    if refusal is not None:
        return refusal
    number = _number(setting.state, request)
    if isinstance(number, Refusal):
        return number
    rows = _rows(now, request, subjects, number)
    value = now.value()
    first = len(now.record.notices)
    value["通知"] = [*plain.items(value, "通知"), *rows]
    return plan_of(
        setting,
        now,
        value,
        action="notify",
        day=request.day,
        subject=f"通知 {now.id}：{number or request.by}",
        override=request.override,
        notes=(f"对方签收后用 yuetan receipt {now.id} 登记",) if number else (),
        papers=lambda after: _papers(setting, after, range(first, first + len(rows))),
    )


def _papers(setting: Setting, after: Current, indexes: range) -> tuple[PaperOrder, ...]:
    """One 约谈通知书 for each of these notices, where they are written."""
    record = after.record
    law = after.law or setting.laws.on(record.notices[indexes[0]].day, record.regulation)
    return tuple(notice.orders_of(record, setting.state, law, indexes)) if law is not None else ()


def _subjects(now: Current, request: NotifyRequest) -> tuple[Subject, ...] | Refusal:
    if not request.subjects:
        return now.record.subjects
    found: list[Subject] = []
    for word in request.subjects:
        one = now.subject(word)
        if isinstance(one, Refusal):
            return one
        if one[1] not in found:
            found.append(one[1])
    return tuple(found)


def _early(now: Current, request: NotifyRequest) -> Refusal | None:
    """A refusal where something that comes first is dated later; an override writes it down instead."""
    if request.override is not None:
        return None
    approval = now.record.approval
    earlier = (("起草", now.record.drafted), ("审批", approval.day if approval is not None else None))
    notices = (("上次通知", max((one.day for one in now.record.notices), default=None)),)
    return too_early(now, request.day, "通知", (*earlier, *notices))


def _unsendable(request: NotifyRequest) -> Refusal | None:
    """A refusal where no notice goes to such an addressee, or in such a way."""
    if request.to not in tuple(Addressee):
        return Refusal(f"通知不能送给“{request.to}”", hint=f"--to 写 {' 或 '.join(Addressee)}")
    if request.by not in tuple(Way):
        return Refusal(f"没有“{request.by}”这种通知方式", hint=f"--by 写 {' 或 '.join(Way)}")
    if request.by == Way.TELEPHONE and request.number is not None:
        return Refusal("电话通知不编文号", hint=f"去掉 --number，或用 --by {Way.WRITTEN}")
    return None


def _incomplete(now: Current) -> Refusal | None:
    """A refusal where what 第七条（二） wants told is not known yet."""
    schedule = now.record.schedule
    if schedule is None or schedule.time is None or not schedule.place:
        return Refusal(
            f"{now.id} 还没有定下时间和地点，不能通知",
            hint=f"先用 yuetan reschedule {now.id} --at 时间 --place 地点",
        )
    if not now.record.topic:
        return Refusal(f"{now.id} 还没有写主题，不能通知", hint=f"先用 yuetan edit {now.id} --set 主题=…")
    return None


def _repeated(now: Current, request: NotifyRequest, subjects: tuple[Subject, ...]) -> Refusal | None:
    """A refusal where the same notice has already gone out to everybody named."""
    schedule = now.record.schedule
    same = (schedule and schedule.time, schedule and schedule.place, now.record.topic, request.to, request.by)
    last = [found[1] for one in subjects if (found := now.record.last_notice(one.id)) is not None]
    if len(last) < len(subjects) or any((n.time, n.place, n.topic, n.to, n.way) != same for n in last):
        return None
    which = "、".join(dict.fromkeys(n.number or f"{n.day.isoformat()} {n.way}" for n in last))
    names = "、".join(person_text(one.id, one.name) for one in subjects)
    return Refusal(
        f"{names}已经通知过（{which}），事项没有变",
        hint=f"要再出一份文书用 yuetan render {now.id} {notice.NAME}；改期用 yuetan reschedule {now.id}",
    )


def _number(state: State, request: NotifyRequest) -> str | Refusal | None:
    if request.by == Way.TELEPHONE:
        return None
    return request.number or next_number(state, request.day.year)


def _rows(now: Current, request: NotifyRequest, subjects: tuple[Subject, ...], number: str | None) -> list[Plain]:
    """One row a recipient: the party group of each unit, or each person; all under the same number."""
    schedule = now.record.schedule
    groups: dict[str, list[str]] = {}
    for one in subjects:
        recipient = one.id if request.to == Addressee.PERSON else request.unit or one.unit or ""
        groups.setdefault(recipient, []).append(one.id)
    return [
        {
            "日期": request.day,
            "对象": people,
            "送达": request.to,
            "送达单位": recipient if request.to == Addressee.PARTY_GROUP else request.unit,
            "方式": request.by,
            "文号": number,
            "主题": now.record.topic,
            "时间": schedule.time if schedule is not None else None,
            "地点": schedule.place if schedule is not None else None,
        }
        for recipient, people in groups.items()
    ]
