"""S6 and S7: the order of a record's events, and nothing that happened is dated after today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from yuetan.rules.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model import Interview
    from yuetan.model.interview import Subject
    from yuetan.model.rectification import Rectification
    from yuetan.rules.rule import StoredCase

Day = tuple["Path", "date | None"]


class Dated(Protocol):
    """Any group of facts with its day."""

    @property
    def day(self) -> date | None:
        """When it was."""


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
    yield from _closing(record)
    for index, subject in enumerate(record.subjects):
        for number, round_ in enumerate(subject.rectifications):
            yield from _round(record, ("约谈对象", index, "整改", number), round_)
    if record.cancellation is not None:
        yield from _after_cancellation(record, record.cancellation.day)


def _before_talk(record: Interview) -> Iterator[Breach]:
    talk = _talk_day(record)
    for index, notice in enumerate(record.notices):
        told, signed = ("通知", index, "日期"), ("通知", index, "签收")
        yield from _not_before("通知", notice.day, "起草", record.drafted, told)
        yield from _not_after("通知", notice.day, "谈话", talk, told)
        yield from _not_before("签收", notice.signed, "通知", notice.day, signed)
    yield from _not_before("审批", _day(record.approval), "起草", record.drafted, ("审批", "日期"))
    if not record.notices:
        yield from _not_before("谈话", talk, "起草", record.drafted, ("谈话", "时间"))


def _closing(record: Interview) -> Iterator[Breach]:
    path = ("办结", "日期")
    if record.closing is not None and not record.held:
        yield Breach(path, "还没有谈话，不应办结")
    yield from _not_before("办结", _day(record.closing), "谈话", _talk_day(record), path)


def _round(record: Interview, path: Path, round_: Rectification) -> Iterator[Breach]:
    if not record.held:
        yield Breach(path, "还没有谈话，不应有整改")
        return
    label, earlier, closing = "谈话", _talk_day(record), _day(record.closing)
    for name, day in (("形成日期", round_.formed), ("报送日期", round_.sent), ("收到日期", round_.received)):
        yield from _not_before(name, day, label, earlier, (*path, name))
        yield from _not_after(name, day, "办结", closing, (*path, name))
        if day is not None:
            label, earlier = name, day


def _after_cancellation(record: Interview, day: date) -> Iterator[Breach]:
    later: list[tuple[Path, str, bool]] = [
        (("谈话",), "谈话", record.held),
        (("办结",), "办结", record.closing is not None),
    ]
    for index, notice in enumerate(record.notices):
        told_later = notice.day > day
        later.append((("通知", index, "日期"), "通知", told_later))
        later.append((("通知", index, "签收"), "签收", not told_later and _is_before(day, notice.signed)))
    later.append((("审批", "日期"), "审批", _is_before(day, _day(record.approval))))
    for path, name, is_later in later:
        if is_later:
            yield Breach(path, f"{day.isoformat()} 已撤销，不应再有{name}")
    yield from _not_before("撤销", day, "起草", record.drafted, ("撤销", "日期"))


def _not_before(name: str, day: date | None, other_name: str, other: date | None, path: Path) -> Iterator[Breach]:
    if other is not None and _is_before(day, other):
        yield Breach(path, f"{name}早于{other_name} {other.isoformat()}")


def _not_after(name: str, day: date | None, other_name: str, other: date | None, path: Path) -> Iterator[Breach]:
    if other is not None and _is_before(other, day):
        yield Breach(path, f"{name}晚于{other_name} {other.isoformat()}")


def _is_before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second


def _talk_day(record: Interview) -> date | None:
    return record.talk.time.date() if record.talk is not None else None


def _day(fact: Dated | None) -> date | None:
    return fact.day if fact is not None else None


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
    yield from ((path, day) for path, day in _days_of(record) if day is not None)


def _days_of(record: Interview) -> Iterator[Day]:
    yield ("起草",), record.drafted
    yield ("审批", "日期"), _day(record.approval)
    for i, row in enumerate(record.coordination):
        yield ("协调", i, "商请", "日期"), _day(row.consulted)
    for i, notice in enumerate(record.notices):
        yield ("通知", i, "日期"), notice.day
        yield ("通知", i, "签收"), notice.signed
    yield ("谈话", "时间"), _talk_day(record)
    for i, subject in enumerate(record.subjects):
        yield from _days_of_subject(("约谈对象", i), subject)
    yield ("办结", "日期"), _day(record.closing)
    yield ("撤销", "日期"), _day(record.cancellation)
    yield from _listed(("更正",), record.amendments)
    yield from _listed(("例外",), record.exemptions)
    yield from _listed(("文书",), record.papers)


def _days_of_subject(base: Path, subject: Subject) -> Iterator[Day]:
    yield from _listed((*base, "处分"), subject.sanctions)
    for j, act in enumerate(subject.misconduct):
        yield (*base, "违纪", j, "日期"), act.day
        yield (*base, "违纪", j, "处理日期"), act.handled
    for j, round_ in enumerate(subject.rectifications):
        yield (*base, "整改", j, "形成日期"), round_.formed
        yield (*base, "整改", j, "报送日期"), round_.sent
        yield (*base, "整改", j, "收到日期"), round_.received
    yield from _listed((*base, "催办"), subject.reminders)
    yield (*base, "追责", "日期"), _day(subject.accountability)


def _listed(base: Path, facts: Sequence[Dated]) -> Iterator[Day]:
    for index, fact in enumerate(facts):
        yield (*base, index, "日期"), fact.day
