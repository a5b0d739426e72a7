"""What a command still needs to know, asked at a terminal with the sensible answer filled in.

The interviewer is one whom 第五条 entitles, the time the earliest lawful one; whoever knows better types over it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from yuetan.cli.asking_facts import YES, facts_asked
from yuetan.cli.prompts import asked, interactive, optional

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.cli.context import Context
    from yuetan.desk.load import Desk
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

_MORNING = "09:30"


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a draft as typed; what is None or empty was not."""

    kind: str
    subjects: tuple[str, ...]
    day: date
    interviewers: tuple[str, ...] = ()
    at: str | None = None
    place: str | None = None
    topic: str | None = None
    reason: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the situation asks for besides, under the names of a draft's request; days as typed."""


def completed(context: Context, draft: Draft) -> Draft:
    """The draft with what was missing, asked for; as it is where nobody is there to answer."""
    from yuetan.cli.session import opened

    if not interactive():
        return draft
    desk = opened(context)
    law = desk.laws.on(draft.day)
    situation = law.situation(draft.kind) if law is not None else None
    if law is None or situation is None:
        return draft
    if draft.at is None:
        draft = replace(draft, at=optional("时间（回车取最早的合规时间，- 为以后再定）", _earliest(law, context.today)))
    if not draft.interviewers:
        draft = replace(draft, interviewers=_interviewers(desk, law, situation, draft, context.today))
    if draft.place is None:
        draft = replace(draft, place=optional("地点"))
    if draft.topic is None:
        draft = replace(draft, topic=optional("主题（约谈对象会看到）"))
    if draft.reason is None:
        draft = replace(draft, reason=optional("事由（约谈对象会看到）", draft.topic))
    return replace(draft, facts=facts_asked(law, situation, draft.facts, context.today))


def _earliest(law: Law, today: date) -> str:
    """The morning of the first working day for which a notice given today is in time."""
    from yuetan.regulation.deadlines import earliest_talk

    first = earliest_talk(law, today)
    return f"{(first.workday or first.due).isoformat()}T{_MORNING}"


def _interviewers(desk: Desk, law: Law, situation: Situation, draft: Draft, today: date) -> tuple[str, ...]:
    """Whom 第五条 entitles that day, the first of them filled in; none where that cannot be told."""
    from yuetan.actions.drafting.entitlement import Question, candidates
    from yuetan.actions.people import person
    from yuetan.actions.plan import Refusal
    from yuetan.cli.dates import parse_moment
    from yuetan.cli.output import message
    from yuetan.model.interview import Basis

    people = [person(desk.state.roster, word) for word in draft.subjects]
    known = tuple(one for one in people if not isinstance(one, Refusal))
    if len(known) < len(people):
        return ()
    day = parse_moment(draft.at, today=today).date() if draft.at is not None else draft.day
    found = candidates(Question(law, desk.state.roster, situation, known, day, Basis()))
    if len(found) <= 1:
        return ()
    message("有权约谈的人：" + "、".join(f"{held.post.name}（{one}，{held.post.post}）" for one, held in found))
    answer = optional("约谈人（编号或姓名）", found[0][0])
    return (answer,) if answer is not None else ()


def minutes_form(desk: Desk, record_id: str) -> dict[str, Any]:
    """What was said, asked piece by piece: the form that `minutes` takes; the planned time is filled in."""
    from yuetan.actions.current import current
    from yuetan.actions.plan import Refusal
    from yuetan.cli.dates import parse_moment
    from yuetan.errors import RefusedError

    now = current(desk.setting, record_id)
    if isinstance(now, Refusal):
        raise RefusedError(now.message, now.findings, hint=now.hint)
    planned = now.record.schedule.time if now.record.schedule is not None else None
    at = asked("实际约谈的时间", "--at", planned.isoformat(timespec="minutes") if planned is not None else None)
    talk: dict[str, Any] = {
        "时间": parse_moment(at, today=desk.today),
        "记录人": asked("记录的工作人员", "--recorder"),
        "说明主题原因": asked("谈话人说明了主题及原因（是/否）", "--explained", "是") in YES,
    }
    law = desk.laws.on(desk.today, now.record.regulation)
    situation = law.situation(now.record.kind) if law is not None else None
    rows = []
    for subject in now.record.subjects:
        name = subject.name or subject.id
        if asked(f"{name} 到场（是/否）", "--absent", "是") not in YES:
            rows.append({"编号": subject.id, "到场": False})
            continue
        items = situation.statements if situation is not None else {}
        said = {item: optional(f"{name}：{item}（{about}）") for item, about in items.items()}
        rows.append({"编号": subject.id, "陈述": {item: text for item, text in said.items() if text is not None}})
    talk["教育提醒"] = optional("教育和提醒的内容")
    return {"谈话": {name: item for name, item in talk.items() if item is not None}, "约谈对象": rows}
