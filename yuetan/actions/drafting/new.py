"""起草: a new interview, with what the roster and the law already say filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.actions.drafting.coordination import Given, coordination
from yuetan.actions.drafting.entitlement import Question
from yuetan.actions.drafting.people import people
from yuetan.actions.gate import admit
from yuetan.actions.people import person
from yuetan.actions.plan import Edit, Plan, Refusal, Setting
from yuetan.actions.refusals import not_yet
from yuetan.codec import plain
from yuetan.model.choices import Mode
from yuetan.model.interview import TOKEN_ALPHABET, Basis
from yuetan.model.paths import INTERVIEW_HEADER, interview_path
from yuetan.regulation.choices import Element
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import earliest_talk
from yuetan.regulation.parameters import MUST_APPROVE

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.drafting.request import NewRequest
    from yuetan.codec.plain import Plain
    from yuetan.model import State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation

TOKEN = re.compile(f"[{TOKEN_ALPHABET}]{{5}}")


def new(setting: Setting, request: NewRequest) -> Plan | Refusal:
    """The plan that drafts one interview."""
    day = request.at.date() if request.at is not None else request.day
    found = _situation(setting.laws, request, day)
    if isinstance(found, Refusal):
        return found
    law, situation = found
    refusal = _unfit(request, day, setting.today)
    if refusal is not None:
        return refusal
    record_id = f"{situation.code}-{request.day:%Y%m}-{request.token}"
    path = interview_path(record_id, request.day)
    if setting.state.interview(record_id) is not None or any(one.file == path for one in setting.state.interviews):
        return _taken(record_id)
    subjects = _subjects(setting.state, request, situation)
    if isinstance(subjects, Refusal):
        return subjects
    basis = Basis(arrangement=request.arrangement, need=request.need)
    who = people(Question(law, setting.state.roster, situation, subjects, day, basis), request)
    if isinstance(who, Refusal):
        return who
    value: Plain = {
        "编号": record_id,
        "类型": situation.name,
        "起草": request.day,
        **_frame(request, setting.laws, len(subjects)),
    }
    value |= {"约谈人": who.interviewers, "约谈对象": who.subjects}
    given = Given(request.coordinators, request.consulted, request.consulted_on)
    value["协调"], notes = coordination(setting.state, law, situation, value, given)
    told = (*who.notes, *notes, *_timely(law, request, setting.today), _next(law, record_id))
    return _drafted(setting, request, value, told)


def _next(law: Law, record_id: str) -> str:
    if law.flag(MUST_APPROVE):
        return f"下一步：补齐后用 yuetan approve {record_id} 登记审批，再通知"
    return f"下一步：补齐后用 yuetan notify {record_id} 通知"


def _drafted(setting: Setting, request: NewRequest, value: Plain, notes: tuple[str, ...]) -> Plan | Refusal:
    record_id = plain.text(value, "编号")
    path = interview_path(record_id, request.day)
    result = admit(setting, None, path, value, day=request.day, override=request.override)
    if isinstance(result, Refusal):
        return result
    edits = (Edit(path, result.value, INTERVIEW_HEADER),)
    return Plan("new", (record_id,), edits, (), f"起草 {record_id}：{value['类型']}", result.findings, notes)


def _taken(record_id: str) -> Refusal:
    return Refusal(f"编号 {record_id} 已有人用", hint="再试一次即可，编号末五位是随机的")


def _situation(laws: Laws, request: NewRequest, day: date) -> tuple[Law, Situation] | Refusal:
    """The law of that day and the situation asked for."""
    law = laws.on(day, request.regulation)
    if law is None:
        name = request.regulation or laws.office.regulation(day)
        return Refusal(
            f"{day.isoformat()} 没有可依据的规范{f'（{name} 当日不施行或不存在）' if name else ''}",
            hint="检查日期；本单位依据的规范写在 yuetan.yaml 的 规范 中",
        )
    situation = law.situation(request.kind)
    if situation is None:
        known = "、".join(f"{one.name}（{one.short}、{one.code}）" for one in law.profile.situations)
        return Refusal(f"{law.profile.title}没有“{request.kind}”这一情形", hint=f"可用的情形：{known}")
    return law, situation


def _unfit(request: NewRequest, day: date, today: date) -> Refusal | None:
    """A refusal where the request cannot be drafted at all."""
    if TOKEN.fullmatch(request.token) is None:
        return Refusal(f"编号末五位“{request.token}”不合规定", hint=f"五个字符，只用 {TOKEN_ALPHABET}")
    if not request.subjects:
        return Refusal("没有写明约谈对象", hint="用 --subject 编号 写明，可写多次")
    if request.at is not None and day < request.day:
        return Refusal(
            f"拟约谈的 {day.isoformat()} 早于起草的 {request.day.isoformat()}",
            hint="补记已经进行的约谈时，用 --date 写明当时起草的日期",
        )
    return not_yet(request.day, today, "起草日期")


def _subjects(state: State, request: NewRequest, situation: Situation) -> tuple[str, ...] | Refusal:
    found: list[str] = []
    for word in request.subjects:
        one = person(state.roster, word)
        if isinstance(one, Refusal):
            if situation.element != Element.APPOINTMENT or request.subject_name is None or not word.isascii():
                return one
            one = word
        if one in found:
            return Refusal(f"约谈对象“{word}”写了两次", hint="每人只写一次")
        found.append(one)
    return tuple(found)


def _frame(request: NewRequest, laws: Laws, count: int) -> Plain:
    """What stands beside the people: topic, mode, basis, schedule."""
    day = request.at.date() if request.at is not None else request.day
    usual = laws.office.regulation(day)
    return {
        "规范": request.regulation if request.regulation != usual else None,
        "主题": request.topic,
        "事由": request.reason,
        "方式": request.mode or (Mode.INDIVIDUAL if count == 1 else Mode.COLLECTIVE),
        "集体原因": request.collective_reason,
        "安排依据": {"市委安排": request.arrangement, "工作需要": request.need},
        "安排": {"时间": request.at, "地点": request.place},
    }


def _timely(law: Law, request: NewRequest, today: date) -> tuple[str, ...]:
    """Whether a notice of today could still be in time for the planned day."""
    if request.at is None or request.at.date() < today:
        return ()
    first = earliest_talk(law, today)
    if request.at.date() >= first.due:
        return ()
    best = first.workday or first.due
    return (f"今天通知已来不及：{first.trace}；可用 yuetan reschedule 改到{short_day_text(best, today)}或以后",)
