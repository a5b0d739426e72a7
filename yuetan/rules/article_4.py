"""第四条: what an interview of each situation is about, and what is said in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.rules.person import is_blank, person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.finding import Path
    from yuetan.model.interview import Appointment, Problem, Subject
    from yuetan.regulation.profile import Situation

DAILY, PRE_APPOINTMENT, WARNING, FOLLOW_UP = "B4.1", "B4.2", "B4.3", "B4.4"


def daily(case: Case) -> Iterator[Breach]:
    """日常约谈：对象汇报了履行党风廉政建设责任、个人廉洁自律两项情况，谈话人作了教育提醒。

    书面材料可以附上，不能代替。

    合格：
    ```yaml
    类型: 日常约谈
    约谈对象: [{陈述: {责任制履行情况: 汇报了履行责任的情况。, 个人廉洁自律情况: 汇报了廉洁自律的情况。}}]
    ```
    不合格：
    ```yaml
    类型: 日常约谈
    约谈对象: [{陈述: {责任制履行情况: 汇报了履行责任的情况。, 个人廉洁自律情况: ''}}]
    ```
    """
    yield from _contents(case, DAILY)


def pre_appointment(case: Case) -> Iterator[Breach]:
    """任前约谈：写明拟任的职务，是提拔还是调整到重要领导岗位；谈话人作了教育提醒。

    按拟任的职务看：不是规范所管、或职级不在所指范围内的，作警告。

    合格：
    ```yaml
    类型: 任前约谈
    约谈对象: [{任前: {拟任职务: 局长, 拟任职级: 正处, 拟任市管: true, 情形: 提拔}}]
    ```
    不合格：
    ```yaml
    类型: 任前约谈
    约谈对象:
      - 任前:
          拟任职务: 局长
          情形:        # 没有写是提拔还是调整
    ```
    """
    situation = _of(case, PRE_APPOINTMENT)
    if situation is None:
        return
    for index, subject in enumerate(case.record.subjects):
        base: Path = ("约谈对象", index, "任前")
        if subject.appointment is not None:
            yield from _post_to_be(case, situation, base, subject.appointment)
        elif case.under_way:
            yield Breach(base, f"没有写{person_text(subject)}拟任的职务（任前）")
    yield from _contents(case, PRE_APPOINTMENT)


def warning(case: Case) -> Iterator[Breach]:
    """警示约谈：每名对象写明问题的来源和归属；对象作了解释说明，提出整改措施；谈话人作了教育提醒。

    来源是办法列明的几种之一；其他来源须写来源说明。

    合格：
    ```yaml
    类型: 警示约谈
    约谈对象: [{问题: {来源: 其他, 来源说明: 审计移送, 归属: [分管部门]}}]
    ```
    不合格：
    ```yaml
    类型: 警示约谈
    约谈对象: [{问题: {来源: 其他, 归属: [分管部门]}}]
    ```
    """
    situation = _of(case, WARNING)
    if situation is None:
        return
    for index, subject in enumerate(case.record.subjects):
        yield from _problem(case, situation, index, subject)
    yield from _contents(case, WARNING)


def follow_up(case: Case) -> Iterator[Breach]:
    """回访约谈：写明受到的处分，处分在约谈之前；对象谈了对错误的认识和整改情况；谈话人作了教育提醒。

    合格：
    ```yaml
    类型: 回访约谈
    约谈对象: [{处分: [{类别: 党纪, 决定: 党内警告, 日期: 2026-03-10}]}]   # 约谈当日
    ```
    不合格：
    ```yaml
    类型: 回访约谈
    约谈对象: [{处分: [{类别: 党纪, 决定: 党内警告, 日期: 2026-03-11}]}]   # 约谈次日
    ```
    """
    if _of(case, FOLLOW_UP) is None:
        return
    for index, subject in enumerate(case.record.subjects):
        base: Path = ("约谈对象", index, "处分")
        if case.under_way:
            yield from _sanctions_written(base, subject)
        yield from _sanctions_earlier(case, base, subject)
    yield from _contents(case, FOLLOW_UP)


def _sanctions_written(base: Path, subject: Subject) -> Iterator[Breach]:
    who = person_text(subject)
    if not subject.sanctions:
        yield Breach(base, f"没有写{who}受到的处分；回访约谈在处分之后进行")
    for row, sanction in enumerate(subject.sanctions):
        if sanction.day is None:
            yield Breach((*base, row, "日期"), f"没有写{who}的处分日期，看不出约谈是否在处分之后")


def _sanctions_earlier(case: Case, base: Path, subject: Subject) -> Iterator[Breach]:
    for row, sanction in enumerate(subject.sanctions):
        if sanction.day is not None and sanction.day > case.day:
            days = f"处分日期 {sanction.day.isoformat()} 在约谈日 {case.day.isoformat()} 之后"
            yield Breach((*base, row, "日期"), f"{days}；检查两个日期")


def _of(case: Case, rule: str) -> Situation | None:
    """The record's situation where this rule judges its contents."""
    situation = case.situation
    return situation if situation is not None and situation.rule == rule else None


def _contents(case: Case, rule: str) -> Iterator[Breach]:
    """What each subject present had to say, and the reminder, once the talk was held."""
    situation, talk = _of(case, rule), case.record.talk
    if situation is None or talk is None:
        return
    for index, subject in case.present():
        for name, meaning in _owed_statements(situation, subject):
            path = ("约谈对象", index, "陈述", name)
            yield Breach(path, f"没有记{person_text(subject)}的{name}（{meaning}）")
    if situation.reminder and is_blank(talk.reminder):
        yield Breach(("谈话", "教育提醒"), f"没有记谈话人的教育提醒；{situation.name}要教育和提醒约谈对象")


def _owed_statements(situation: Situation, subject: Subject) -> Iterator[tuple[str, str]]:
    """What the subject had to say and did not: name and meaning."""
    given = subject.statements or {}
    for name, meaning in situation.statements.items():
        if name not in situation.optional_statements and is_blank(given.get(name)):
            yield name, meaning


def _post_to_be(case: Case, situation: Situation, base: Path, appointment: Appointment) -> Iterator[Breach]:
    if case.under_way or appointment.post is not None:
        if is_blank(appointment.post):
            yield Breach((*base, "拟任职务"), "没有写拟任职务")
        if appointment.kind is None:
            yield Breach((*base, "情形"), f"没有写任前的情形：{'或'.join(situation.kinds)}")
    yield from _meant_post(case, situation, base, appointment)


def _meant_post(case: Case, situation: Situation, base: Path, appointment: Appointment) -> Iterator[Breach]:
    """Whether the post is one before which the 办法 asks for a talk: doubtful where it is none."""
    managed, ranks = "、".join(case.law.profile.managed), "、".join(situation.ranks)
    if appointment.city_managed is not True:
        unsaid = f"拟任的职务没有写明是{managed}；{situation.name}是对{managed}干部的"
        yield Breach((*base, "拟任市管"), unsaid, Level.WARNING)
    elif situation.ranks and appointment.rank not in situation.ranks:
        rank = f"拟任职级“{appointment.rank}”" if appointment.rank else "没有写的拟任职级"
        yield Breach((*base, "拟任职级"), f"{rank}不在{situation.name}所指的职级（{ranks}）之内", Level.WARNING)


def _problem(case: Case, situation: Situation, index: int, subject: Subject) -> Iterator[Breach]:
    base: Path = ("约谈对象", index, "问题")
    problem = subject.problem
    if problem is None:
        if case.under_way:
            yield Breach(base, f"没有写约谈{person_text(subject)}所针对的问题（来源、归属）")
        return
    if problem.source is not None or case.under_way:
        yield from _source(situation, base, problem)
    if not problem.whose and case.under_way:
        yield Breach((*base, "归属"), f"没有写是谁的问题：{'、'.join(situation.whose)}")


def _source(situation: Situation, base: Path, problem: Problem) -> Iterator[Breach]:
    listed = "、".join(situation.sources)
    if problem.source is None:
        yield Breach((*base, "来源"), f"没有写问题的来源：{listed}；其他来源写来源说明")
    elif problem.source == situation.other_source:
        if is_blank(problem.source_note):
            yield Breach((*base, "来源"), f"来源为“{problem.source}”的，须写来源说明")
    elif problem.source not in situation.sources:
        yield Breach(
            (*base, "来源"),
            f"“{problem.source}”不是办法列明的来源：{listed}；其他来源写“{situation.other_source}”和来源说明",
        )


RULES: tuple[RecordRule, ...] = (
    RecordRule(DAILY, "日常约谈的内容", Level.ERROR, daily),
    RecordRule(PRE_APPOINTMENT, "任前约谈的内容", Level.ERROR, pre_appointment),
    RecordRule(WARNING, "警示约谈的内容", Level.ERROR, warning),
    RecordRule(FOLLOW_UP, "回访约谈的内容", Level.ERROR, follow_up),
)
