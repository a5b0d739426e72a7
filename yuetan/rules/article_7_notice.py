"""第七条第（二）项: notice in time (B7.2, W7.2), and what it says and to whom it went (B7.2c)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Addressee, Way
from yuetan.regulation.choices import NoticeChange
from yuetan.regulation.deadlines import latest_notice, notice_days, notice_provisional
from yuetan.rules.person import is_blank, person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from yuetan.finding import Path
    from yuetan.model.interview import Notice, Subject

DAYS, UNIT, CLEAR, CHANGED, MINUTES = "通知.提前", "通知.计日", "通知.净天", "通知.变更重新通知", "通知.钟点"
_PARTY = "党"
"""How every word for a unit's party group (党组, 党委, 党工委) begins."""
_PARAMETERS = (DAYS, UNIT, CLEAR, CHANGED, MINUTES)


@dataclass(frozen=True, slots=True)
class Last:
    """A notice that is the last one to some subjects: its index, and those subjects."""

    index: int
    notice: Notice
    subjects: tuple[Subject, ...]

    def served(self) -> date:
        """送达: the day of 签收 if given, else of the notice."""
        return self.notice.signed or self.notice.day

    @property
    def place(self) -> Path:
        """Where the day of service is written."""
        return ("通知", self.index, "日期" if self.notice.signed is None else "签收")


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
        day = _talk_day(case, last.notice)
        if day is not None:
            yield from _late(case, last, day)
        yield from _changed(case, last)
    if case.record.held:
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
    needed = case.law.number(DAYS)
    if needed is None or case.law.flag(CLEAR):
        return
    for last in last_notices(case):
        day = _talk_day(case, last.notice)
        if day is not None and notice_days(case.law, last.served(), day) == needed:
            unit = "个工作日" if case.law.text(UNIT) == "工作日" else "天"
            apart = f"送达日 {last.served().isoformat()} 与约谈日 {day.isoformat()} 正好相隔{needed}{unit}"
            yield Breach(last.place, f"{apart}，首尾之间不满{needed}整{unit}")


def notice_complete(case: Case) -> Iterator[Breach]:
    """通知写明主题、对象、时间、地点，送给对象所在单位的党组（党委）或本人。可以电话通知，电话通知不编文号。

    合格：
    ```yaml
    通知: [{送达: 党组, 送达单位: 市发展和改革委员会}]
    ```
    不合格：
    ```yaml
    通知: [{送达: 党组, 送达单位: 市财政局}]   # 对象在市发展和改革委员会
    ```
    """
    known = {subject.id for subject in case.record.subjects}
    for index, notice in enumerate(case.record.notices):
        for row, person in enumerate(notice.subjects):
            if person not in known:
                yield Breach(("通知", index, "对象", row), f"{person} 不是本次约谈的对象")
    if case.record.notices and not case.record.notices[-1].subjects:
        yield Breach(("通知", len(case.record.notices) - 1, "对象"), "通知没有写明约谈对象")
    for last in last_notices(case):
        yield from _missing(last)
        yield from _recipient(case, last)


def last_notices(case: Case) -> tuple[Last, ...]:
    """Each notice that is the last one to somebody, with whom, in the record's order."""
    found: dict[int, list[Subject]] = {}
    for subject in case.record.subjects:
        last = case.record.last_notice(subject.id)
        if last is not None:
            found.setdefault(last[0], []).append(subject)
    return tuple(Last(index, case.record.notices[index], tuple(found[index])) for index in sorted(found))


def _talk_day(case: Case, notice: Notice) -> date | None:
    """The day that the notice was for: of the talk if it was held, else the one notified, else the one planned."""
    if case.record.talk is None and notice.time is not None:
        return notice.time.date()
    return case.record.day


def _late(case: Case, last: Last, day: date) -> Iterator[Breach]:
    needed = case.law.number(DAYS)
    if needed is None:
        return
    days = notice_days(case.law, last.served(), day)
    if days >= needed:
        return
    names = "、".join(person_text(subject) for subject in last.subjects)
    unit = "个工作日" if case.law.text(UNIT) == "工作日" else "天"
    ahead = f"只提前{days}{unit}" if days > 0 else "没有提前" if days == 0 else "在约谈之后"
    certain = (day - last.served()).days < needed  # no calendar makes more working days than there are days
    provisional = not certain and notice_provisional(case.law, last.served(), day)
    settled = "（其间的工作日尚未公布，暂定）" if provisional else ""
    yield Breach(
        last.place,
        f"{names}：送达日 {last.served().isoformat()}，约谈日 {day.isoformat()}，{ahead}，"
        f"应不少于{needed}{unit}{settled}；{latest_notice(case.law, day).trace}",
        Level.WARNING if provisional else None,
    )


def _changed(case: Case, last: Last) -> Iterator[Breach]:
    """Held on another day or place than notified, without a new notice; or at another hour."""
    talk, notice = case.record.talk, last.notice
    if talk is None or not case.law.flag(CHANGED):
        return
    changes = case.law.profile.changes
    if notice.time is not None and notice.time.date() != talk.time.date():
        if NoticeChange.DAY in changes:
            message = f"通知的是 {notice.time.date().isoformat()}，约谈在 {talk.time.date().isoformat()}，没有重新通知"
            yield Breach(("谈话", "时间"), message)
    elif notice.time is not None and _another_hour(case, notice.time, talk.time):
        message = f"通知的是 {notice.time:%H:%M}，约谈在 {talk.time:%H:%M}，同一天里改了钟点，没有重新通知"
        yield Breach(("谈话", "时间"), message, Level.WARNING)
    moved = (
        not is_blank(notice.place) and not is_blank(talk.place) and str(notice.place).strip() != str(talk.place).strip()
    )
    if moved and NoticeChange.PLACE in changes:
        message = f"通知的地点是“{notice.place}”，约谈在“{talk.place}”，没有重新通知"
        yield Breach(("谈话", "地点"), message)


def _another_hour(case: Case, notified: datetime, held: datetime) -> bool:
    """Whether the talk began so many minutes from what was notified that it is another hour."""
    allowed = case.law.number(MINUTES)
    return allowed is not None and abs((held - notified).total_seconds()) > allowed * 60


def _missing(last: Last) -> Iterator[Breach]:
    notice, base = last.notice, ("通知", last.index)
    for name, there in (
        ("主题", not is_blank(notice.topic)),
        ("时间", notice.time is not None),
        ("地点", not is_blank(notice.place)),
    ):
        if not there:
            yield Breach((*base, name), f"通知没有写明{name}")
    if notice.way == Way.TELEPHONE and notice.number is not None:
        yield Breach((*base, "文号"), "电话通知不编文号")


def _recipient(case: Case, last: Last) -> Iterator[Breach]:
    notice, base = last.notice, ("通知", last.index)
    to = (notice.to or "").strip()
    if to.endswith(Addressee.PERSON):
        return
    if not to.startswith(_PARTY):
        shown = f"现为“{to}”" if to else "没有写"
        yield Breach((*base, "送达"), f"通知应送给约谈对象所在单位的党组（党委）或本人，{shown}")
        return
    for subject in last.subjects:
        units = _units(case, subject)
        if is_blank(notice.unit):
            yield Breach(
                (*base, "送达单位"), f"没有写送给哪个单位的党组（党委）；{person_text(subject)}在{'、'.join(units)}"
            )
            return
        codes = {one.unit.code for one in case.roster.posts(subject.id, case.day)}
        if units and str(notice.unit).strip() not in {*units, *codes}:
            message = f"通知送给了{notice.unit}的党组（党委），{person_text(subject)}在{'、'.join(units)}"
            yield Breach((*base, "送达单位"), message)


def _units(case: Case, subject: Subject) -> tuple[str, ...]:
    """The names of the units that the subject belongs to that day, or is to belong to."""
    held = case.roster.posts(subject.id, case.day)
    to_be = subject.appointment.unit if subject.appointment is not None else None
    written = (subject.unit, to_be) if to_be or not held else ()
    names = (*(one.era.name for one in held), *(name for name in written if name))
    return tuple(dict.fromkeys(names))


RULES: tuple[RecordRule, ...] = (
    RecordRule("B7.2", "提前通知", Level.ERROR, notified_in_time, parameters=_PARAMETERS),
    RecordRule("W7.2", "提前的天数正好", Level.WARNING, three_days_exactly, parameters=(DAYS, UNIT, CLEAR)),
    RecordRule("B7.2c", "通知的内容和送达", Level.ERROR, notice_complete),
)
