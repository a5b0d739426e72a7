"""改期: a new time or place, and whether that owes a new notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.request import Ask, Day, Exemption, RecordId
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.model.life import Stage
from yuetan.regulation.choices import NoticeChange
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import earliest_talk, latest_notice

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.regulation.law import Law

_ALLOWED = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED)
_INSTEAD = dict.fromkeys(
    (Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED),
    "已经约谈的不能改期；实际时间写错了的，用 yuetan edit ID --set 谈话.时间=… 修改",
) | {Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正"}
_OCCASION = Occasion("改期", _ALLOWED, _INSTEAD, "改期日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class RescheduleRequest:
    """When and where the interview is to be held instead."""

    id: RecordId
    at: Annotated[datetime, Ask("--at", "时间", "新的时间，如 2026-03-13T09:30", prompt="新的时间")]
    place: Annotated[str | None, Ask("--place", "地点", "新的地点，默认仍在原处")] = None
    day: Day
    override: Exemption = None


def reschedule(setting: Setting, request: RescheduleRequest) -> Plan | Refusal:
    """The plan that sets the new time and says whether the subjects must be notified again."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    if request.at.date() < now.record.drafted:
        return Refusal(
            f"新的时间 {request.at.date().isoformat()} 早于起草 {now.record.drafted.isoformat()}", hint="检查 --at"
        )
    place = request.place or _place(now)
    value = now.value()
    value["安排"] = {"时间": request.at, "地点": place}
    law = setting.laws.on(request.at.date(), now.record.regulation)
    notes = _notes(now, law, request.at, place, request.day) if law is not None else ()
    if place is None:
        notes = (f"还没有地点，定下后才能通知：yuetan edit {now.id} --set 安排.地点=…", *notes)
    return plan_of(
        setting,
        now,
        value,
        action="reschedule",
        day=request.day,
        subject=f"改期 {now.id}：{request.at:%Y-%m-%d %H:%M}",
        override=request.override,
        notes=notes,
    )


def _place(now: Current) -> str | None:
    schedule = now.record.schedule
    if schedule is not None and schedule.place:
        return schedule.place
    return next((notice.place for notice in reversed(now.record.notices) if notice.place), None)


def _notes(now: Current, law: Law, at: datetime, place: str | None, day: date) -> tuple[str, ...]:
    owed = tuple(
        person_text(subject.id, subject.name)
        for subject in now.record.subjects
        if _owes_notice(now, law, subject.id, at, place)
    )
    hours = not owed and any(notice.time is not None and notice.time != at for notice in now.record.notices)
    if not owed:
        return ("只改了钟点，不须重新通知，请告知约谈对象及其单位",) if hours else ()
    last = latest_notice(law, at.date())
    by = last.workday if last.workday is not None and last.workday >= day else last.due
    again = "重新通知" if now.record.notices else "通知"
    if by < day:
        first = earliest_talk(law, day)
        late = f"现在通知已来不及：{first.trace}；可再改到{short_day_text(first.workday or first.due, day)}或以后"
        return (f"须{again}{'、'.join(owed)}", late)
    return (f"须{again}{'、'.join(owed)}，最迟{short_day_text(by, at.date())}：yuetan notify {now.id}（{last.trace}）",)


def _owes_notice(now: Current, law: Law, subject: str, at: datetime, place: str | None) -> bool:
    """Whether the last notice to the subject is no longer one for this day and place (第七条（二）)."""
    found = now.record.last_notice(subject)
    if found is None:
        return True
    notice = found[1]
    moved = NoticeChange.DAY in law.profile.changes and (notice.time is None or notice.time.date() != at.date())
    return moved or (NoticeChange.PLACE in law.profile.changes and notice.place != place)
