"""第七条第（二）项: notice in time, and anew where day or place is another (B7.2, W7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.regulation.choices import NoticeChange
from yuetan.regulation.deadlines import (
    NOTICE_CLEAR,
    NOTICE_DAYS,
    NOTICE_UNIT,
    WORKING_DAYS,
    latest_notice,
    notice_days,
    notice_provisional,
)
from yuetan.rules.last_notice import Last, last_notices
from yuetan.rules.person import person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from yuetan.finding import Path
    from yuetan.model.talk import Notice
    from yuetan.regulation.law import Law

CHANGED, MINUTES = "通知.变更重新通知", "通知.钟点"
_APART = (NOTICE_DAYS, NOTICE_UNIT, NOTICE_CLEAR)


def notified_in_time(case: Case) -> Iterator[Breach]:
    """对每名对象，约谈日减送达日不少于三天；送达日是签收日，没有签收的是通知日期。只看最后一次通知。

    约谈的日期或地点与通知不同而没有重新通知的，也是违反；只是钟点不同的，作警告。

    合格：
    ```yaml
    通知: [{日期: 2026-03-06, 签收: 2026-03-06}]   # 约谈日 3月10日，相隔四天
    ```
    不合格：
    ```yaml
    通知: [{日期: 2026-03-06, 签收: 2026-03-08}]   # 相隔两天
    ```
    """
    for last in last_notices(case):
        yield from _late(case, last)
        yield from _changed(case, last)
    if case.record.held:
        yield from _untold(case)


def _untold(case: Case) -> Iterator[Breach]:
    """Who was present at the talk without ever having been notified of it."""
    told = {subject.id for last in last_notices(case) for subject in last.subjects}
    for index, subject in case.present():
        if subject.id not in told:
            path: Path = ("约谈对象", index) if told else ("通知",)
            yield Breach(path, f"没有通知过{person_text(subject)}，就进行了约谈；确已通知的，补记通知")


def three_days_exactly(case: Case) -> Iterator[Breach]:
    """送达日与约谈日正好相隔三天，中间只有两个整天：合于办法的字面，要求三个整天的地方会有不同看法，作警告。

    合格：
    ```yaml
    通知: [{日期: 2026-03-06, 签收: 2026-03-06}]   # 约谈日 3月10日
    ```
    不合格：
    ```yaml
    通知: [{日期: 2026-03-06, 签收: 2026-03-07}]
    ```
    """
    needed = case.law.number(NOTICE_DAYS)
    if needed is None or case.law.flag(NOTICE_CLEAR):
        return
    unit = _unit(case.law)
    for last in last_notices(case):
        day = _talk_day(case, last.notice)
        if day is not None and notice_days(case.law, last.served(), day) == needed:
            apart = f"送达日 {last.served().isoformat()} 与约谈日 {day.isoformat()} 正好相隔{needed}{unit}"
            yield Breach(last.place, f"{apart}，首尾之间不满{needed}整{unit}")


def _unit(law: Law) -> str:
    return "个工作日" if law.text(NOTICE_UNIT) == WORKING_DAYS else "天"


def _talk_day(case: Case, notice: Notice) -> date | None:
    """The day that the notice was for: of the talk if it was held, else the one notified, else the one planned."""
    if case.record.talk is None and notice.time is not None:
        return notice.time.date()
    return case.record.day


def _late(case: Case, last: Last) -> Iterator[Breach]:
    law, served, day, needed = case.law, last.served(), _talk_day(case, last.notice), case.law.number(NOTICE_DAYS)
    if day is None or needed is None:
        return
    days = notice_days(law, served, day)
    if days >= needed:
        return
    certain = (day - served).days < needed  # no calendar makes more working days than there are days
    provisional = not certain and notice_provisional(law, served, day)
    settled = "（其间的工作日尚未公布，暂定）" if provisional else ""
    names = "、".join(person_text(subject) for subject in last.subjects)
    yield Breach(
        last.place,
        f"{names}：送达日 {served.isoformat()}，约谈日 {day.isoformat()}，{_ahead_text(days, _unit(law))}，"
        f"应不少于{needed}{_unit(law)}{settled}；{latest_notice(law, day).trace}",
        Level.WARNING if provisional else None,
    )


def _ahead_text(days: int, unit: str) -> str:
    if days > 0:
        return f"只提前{days}{unit}"
    return "没有提前" if days == 0 else "在约谈之后"


def _changed(case: Case, last: Last) -> Iterator[Breach]:
    """Held on another day or place than notified, without a new notice; or at another hour."""
    talk, notice = case.record.talk, last.notice
    if talk is None or not case.law.flag(CHANGED):
        return
    if notice.time is not None:
        yield from _another_time(case, notice.time, talk.time)
    if NoticeChange.PLACE in case.law.profile.changes:
        yield from _another_place(notice.place or "", talk.place or "")


def _another_place(told: str, held: str) -> Iterator[Breach]:
    if told.strip() and held.strip() and told.strip() != held.strip():
        yield Breach(("谈话", "地点"), f"通知的地点是“{told}”，约谈在“{held}”，没有重新通知")


def _another_time(case: Case, told: datetime, held: datetime) -> Iterator[Breach]:
    if told.date() == held.date():
        if _another_hour(case, told, held):
            message = f"通知的是 {told:%H:%M}，约谈在 {held:%H:%M}，同一天里改了钟点，没有重新通知"
            yield Breach(("谈话", "时间"), message, Level.WARNING)
    elif NoticeChange.DAY in case.law.profile.changes:
        message = f"通知的是 {told.date().isoformat()}，约谈在 {held.date().isoformat()}，没有重新通知"
        yield Breach(("谈话", "时间"), message)


def _another_hour(case: Case, notified: datetime, held: datetime) -> bool:
    """Whether the talk began so many minutes from what was notified that it is another hour."""
    allowed = case.law.number(MINUTES)
    return allowed is not None and abs((held - notified).total_seconds()) > allowed * 60


RULES: tuple[RecordRule, ...] = (
    RecordRule("B7.2", "提前通知", Level.ERROR, notified_in_time, parameters=(*_APART, CHANGED, MINUTES)),
    RecordRule(
        "W7.2", "提前的天数正好", Level.WARNING, three_days_exactly, parameters=(NOTICE_DAYS, NOTICE_UNIT, NOTICE_CLEAR)
    ),
)
