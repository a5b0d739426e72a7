"""第七条第（一）项: who coordinates an interview, and what must precede it (B7.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Opinion
from yuetan.regulation.coordination import READING, ended_body, is_body, required_coordinators
from yuetan.regulation.parameters import MUST_APPROVE
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.model import Interview
    from yuetan.regulation.coordination import Coordinators


def coordinated(case: Case) -> Iterator[Breach]:
    """市委领导班子成员的约谈由市委办公室联系协调，市政府领导班子成员的由市政府办公室，其他由纪检监察机关商组织（人事）部门。

    “他们的约谈”可指他们接受的，也可指他们进行的：只合于一种理解的作警告。规范要求审批或规定了先后的，也在这里看。

    合格：
    ```yaml
    类型: 警示约谈
    协调: [{单位: 市纪委监委, 商请: {单位: 市委组织部, 日期: 2026-02-27}}]
    ```
    不合格：
    ```yaml
    类型: 警示约谈
    协调: [{单位: 市委办公室, 商请: {单位: 市委组织部, 日期: 2026-02-27}}]
    ```
    """
    yield from _coordination(case)
    yield from _approval(case)
    yield from _precedence(case)


def _coordination(case: Case) -> Iterator[Breach]:
    if not case.under_way:
        return
    yield from _ended(case)
    needed = required_coordinators(case.law, case.roster, case.record)
    if needed.met:
        return
    written = "、".join(row.unit for row in case.record.coordination) or "没有写"
    if needed.doubtful:
        missing, reading = (needed.interviewer_words, "约谈人") if needed.subject_met else (needed.words, "约谈对象")
        message = f"现由{written}联系协调；按{reading}理解，应由{missing}联系协调，办法两种理解都通"
        yield Breach(("协调",), message, Level.WARNING)
        return
    words = dict.fromkeys((needed.words, needed.interviewer_words))
    yield Breach(("协调",), f"应由{'，或（按约谈人）'.join(words)}联系协调，现为{written}{_unsaid(case, needed)}")


def _ended(case: Case) -> Iterator[Breach]:
    """A body named that no longer existed that day: doubtful, since who took over may have coordinated."""
    for index, row in enumerate(case.record.coordination):
        body = ended_body(case.law, row.unit, case.day)
        if body is not None and body.until is not None:
            since = f"{row.unit.strip()}到 {body.until.isoformat()} 为止"
            now = f"；此后是{body.successor}，应写当日的名称" if body.successor else "；应写当日的名称"
            yield Breach(("协调", index, "单位"), f"{since}{now}", Level.WARNING)


def _unsaid(case: Case, needed: Coordinators) -> str:
    """What to do where nobody is written, or the right body and only whom it consulted is not."""
    consulting = [one for need in needed.by_subject for one in need.options if one.consulted is not None]
    if not case.record.coordination:
        consulted = " --set 协调[0].商请.单位=… --set 协调[0].商请.日期=…" if consulting else ""
        return f"；已联系协调的补记：yuetan edit 编号 --set 协调[0].单位=…{consulted}"
    index = _silent_row(case, [one.body for one in consulting])
    if index is None:
        return ""
    place = f"协调[{index}].商请"
    return f"，没有写商请谁；已商请的补记：yuetan edit 编号 --set {place}.单位=… --set {place}.日期=…"


def _silent_row(case: Case, bodies: list[str]) -> int | None:
    """The first row that names one of these bodies and not whom it consulted."""
    for index, row in enumerate(case.record.coordination):
        if row.consulted is None and any(is_body(case.law, one, row.unit, case.roster, case.day) for one in bodies):
            return index
    return None


def _approval(case: Case) -> Iterator[Breach]:
    if not case.under_way:
        return
    approval = case.record.approval
    if approval is not None and approval.opinion == Opinion.REFUSED:
        yield Breach(("审批", "意见"), "审批意见为不同意，不能进行约谈；撤销本次约谈，或重新报批")
    elif approval is None and case.law.flag(MUST_APPROVE):
        yield Breach(("审批",), "约谈须先报批，没有写审批；用 yuetan approve 记录")


def _precedence(case: Case) -> Iterator[Breach]:
    days = _days(case.record)
    for row in case.law.profile.precedences:
        first, then = days.get(row.first), days.get(row.then)
        if first is not None and then is not None and first > then:
            late = f"{row.first}日期 {first.isoformat()} 在{row.then}日期 {then.isoformat()} 之后"
            yield Breach((row.first, "日期"), f"{late}；须先{row.first}，后{row.then}")


def _days(record: Interview) -> Mapping[str, date | None]:
    """When each group of facts first stood."""
    return {
        "起草": record.drafted,
        "审批": record.approval.day if record.approval is not None else None,
        "通知": min((notice.day for notice in record.notices), default=None),
        "谈话": record.talk.time.date() if record.talk is not None else None,
        "办结": record.closing.day if record.closing is not None else None,
    }


RULES: tuple[RecordRule, ...] = (
    RecordRule("B7.1", "联系协调与报批", Level.ERROR, coordinated, parameters=(READING, MUST_APPROVE)),
)
