"""S6 and S7: the order of a record's events, and nothing that happened is dated after today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.rules.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model import Interview
    from yuetan.model.interview import Subject
    from yuetan.rules.rule import StoredCase


def in_order(case: StoredCase) -> Iterator[Breach]:
    """先后不乱：起草 ≤ 通知 ≤ 谈话 ≤ 整改 ≤ 办结；撤销之后不再有别的事。处理、追责、更正可以在后。

    合格：
    ```yaml
    通知: [{日期: 2026-03-05}]
    谈话: {时间: 2026-03-10T09:30:00}
    ```
    不合格：
    ```yaml
    通知: [{日期: 2026-03-12}]
    谈话: {时间: 2026-03-10T09:30:00}
    ```
    """
    record = case.record
    if record is None:
        return
    yield from _before_talk(record)
    yield from _after_talk(record)
    if record.cancellation is not None:
        day = record.cancellation.day
        if record.talk is not None:
            yield Breach(("谈话",), f"{day.isoformat()} 已撤销，不应再有谈话")
        if record.closing is not None:
            yield Breach(("办结",), f"{day.isoformat()} 已撤销，不应再有办结")
        for index, notice in enumerate(record.notices):
            if notice.day > day:
                yield Breach(("通知", index, "日期"), f"{day.isoformat()} 已撤销，不应再有通知")
            elif notice.signed is not None and notice.signed > day:
                yield Breach(("通知", index, "签收"), f"{day.isoformat()} 已撤销，不应再有签收")
        if record.approval is not None and record.approval.day > day:
            yield Breach(("审批", "日期"), f"{day.isoformat()} 已撤销，不应再有审批")
        if day < record.drafted:
            yield Breach(("撤销", "日期"), f"撤销早于起草 {record.drafted.isoformat()}")


def _before_talk(record: Interview) -> Iterator[Breach]:
    talk = record.talk.time.date() if record.talk is not None else None
    for index, notice in enumerate(record.notices):
        if notice.day < record.drafted:
            yield Breach(("通知", index, "日期"), f"通知早于起草 {record.drafted.isoformat()}")
        if talk is not None and notice.day > talk:
            yield Breach(("通知", index, "日期"), f"通知晚于谈话 {talk.isoformat()}")
        if notice.signed is not None and notice.signed < notice.day:
            yield Breach(("通知", index, "签收"), f"签收早于通知 {notice.day.isoformat()}")
    if record.approval is not None and record.approval.day < record.drafted:
        yield Breach(("审批", "日期"), f"审批早于起草 {record.drafted.isoformat()}")
    if talk is not None and talk < record.drafted and not record.notices:
        yield Breach(("谈话", "时间"), f"谈话早于起草 {record.drafted.isoformat()}")


def _after_talk(record: Interview) -> Iterator[Breach]:
    talk = record.talk.time.date() if record.talk is not None else None
    closing = record.closing.day if record.closing is not None else None
    if closing is not None and (talk is None or closing < talk):
        words = f"办结早于谈话 {talk.isoformat()}" if talk is not None else "还没有谈话，不应办结"
        yield Breach(("办结", "日期"), words)
    for index, subject in enumerate(record.subjects):
        for number, round_ in enumerate(subject.rectifications):
            path = ("约谈对象", index, "整改", number)
            days = (("形成日期", round_.formed), ("报送日期", round_.sent), ("收到日期", round_.received))
            earlier, label = talk, "谈话"
            if talk is None:
                yield Breach(path, "还没有谈话，不应有整改")
                continue
            for name, day in days:
                if day is None:
                    continue
                if earlier is not None and day < earlier:
                    yield Breach((*path, name), f"{name}早于{label} {earlier.isoformat()}")
                if closing is not None and day > closing:
                    yield Breach((*path, name), f"{name}晚于办结 {closing.isoformat()}")
                earlier, label = day, name


def nothing_in_the_future(case: StoredCase) -> Iterator[Breach]:
    """已经发生的事，日期不在今天之后。

    合格：
    ```yaml
    通知: [{签收: 2026-03-05}]   # 今天是 2026-06-24
    ```
    不合格：
    ```yaml
    通知: [{签收: 2026-06-25}]   # 今天是 2026-06-24
    ```
    """
    if case.record is None:
        return
    for path, day in _happened(case.record):
        if day > case.today:
            yield Breach(path, f"{day.isoformat()} 在今天 {case.today.isoformat()} 之后，还没有发生")


def _happened(record: Interview) -> Iterator[tuple[Path, date]]:
    days: list[tuple[Path, date | None]] = [(("起草",), record.drafted)]
    days += [(("审批", "日期"), record.approval.day if record.approval else None)]
    for i, row in enumerate(record.coordination):
        days.append((("协调", i, "商请", "日期"), row.consulted.day if row.consulted else None))
    for i, notice in enumerate(record.notices):
        days += [(("通知", i, "日期"), notice.day), (("通知", i, "签收"), notice.signed)]
    days.append((("谈话", "时间"), record.talk.time.date() if record.talk else None))
    for i, subject in enumerate(record.subjects):
        days += _of_subject(("约谈对象", i), subject)
    days.append((("办结", "日期"), record.closing.day if record.closing else None))
    days.append((("撤销", "日期"), record.cancellation.day if record.cancellation else None))
    days += [(("更正", i, "日期"), row.day) for i, row in enumerate(record.amendments)]
    days += [(("例外", i, "日期"), exemption.day) for i, exemption in enumerate(record.exemptions)]
    days += [(("文书", i, "日期"), paper.day) for i, paper in enumerate(record.papers)]
    yield from ((path, day) for path, day in days if day is not None)


def _of_subject(base: Path, subject: Subject) -> list[tuple[Path, date | None]]:
    days: list[tuple[Path, date | None]] = []
    for j, sanction in enumerate(subject.sanctions):
        days.append(((*base, "处分", j, "日期"), sanction.day))
    for j, act in enumerate(subject.misconduct):
        days += [((*base, "违纪", j, "日期"), act.day), ((*base, "违纪", j, "处理日期"), act.handled)]
    for j, r in enumerate(subject.rectifications):
        place = (*base, "整改", j)
        days += [((*place, "形成日期"), r.formed), ((*place, "报送日期"), r.sent), ((*place, "收到日期"), r.received)]
    days += [((*base, "催办", j, "日期"), reminder.day) for j, reminder in enumerate(subject.reminders)]
    days.append(((*base, "追责", "日期"), subject.accountability.day if subject.accountability else None))
    return days
