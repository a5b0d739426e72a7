"""What a command still needs to know, asked at a terminal with the sensible answer filled in.

The interviewer is one whom 第五条 entitles, the time the earliest lawful one; whoever knows better types over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.cli import session
from yuetan.cli.asking_facts import YES, ask_facts, ask_missing
from yuetan.cli.prompts import answer, interactive, optional_answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.cli.asking_facts import Facts
    from yuetan.cli.context import Context
    from yuetan.cli.verb import Typed
    from yuetan.codec.plain import Plain
    from yuetan.desk.load import Desk
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

_MORNING = "09:30"


def complete(context: Context, typed: Typed, day: date) -> Typed:
    """What was typed for a draft of that day, and beside it the answers; as it is where nobody is there to answer."""
    if not interactive():
        return typed
    desk = session.open_desk(context)
    law = desk.laws.on(day)
    situation = law.situation(typed["kind"]) if law is not None else None
    if law is None or situation is None:
        return typed
    facts = {name: item for name, item in typed.items() if item not in (None, [], ())}
    earliest = _earliest(law, context.today)
    ask_missing(facts, "at", lambda: optional_answer("时间（回车取最早的合规时间，- 为以后再定）", earliest))
    ask_missing(facts, "interviewers", lambda: _interviewers(desk, law, situation, facts, day))
    ask_missing(facts, "place", lambda: optional_answer("地点"))
    ask_missing(facts, "topic", lambda: optional_answer("主题（约谈对象会看到）"))
    ask_missing(facts, "reason", lambda: optional_answer("事由（约谈对象会看到）", facts.get("topic")))
    ask_facts(law, situation, facts, context.today)
    return facts


def _earliest(law: Law, today: date) -> str:
    """The morning of the first working day for which a notice given today is in time."""
    from yuetan.regulation.deadlines import earliest_talk

    first = earliest_talk(law, today)
    return f"{(first.workday or first.due).isoformat()}T{_MORNING}"


def _interviewers(desk: Desk, law: Law, situation: Situation, facts: Facts, day: date) -> tuple[str, ...] | None:
    """Whom 第五条 entitles that day, the first of them filled in; None where that cannot be told."""
    from yuetan.actions.drafting.entitlement import Question, candidates
    from yuetan.actions.people import person
    from yuetan.actions.plan import Refusal
    from yuetan.cli.output import message
    from yuetan.model.interview import Basis

    people = [person(desk.state.roster, word) for word in facts["subjects"]]
    known = tuple(one for one in people if not isinstance(one, Refusal))
    if len(known) < len(people):
        return None
    if "at" in facts:
        from yuetan.cli.dates import parse_moment

        day = parse_moment(facts["at"], today=desk.today).date()
    found = candidates(Question(law, desk.state.roster, situation, known, day, Basis()))
    if len(found) <= 1:
        return None
    message("有权约谈的人：" + "、".join(f"{held.post.name}（{one}，{held.post.post}）" for one, held in found))
    chosen = optional_answer("约谈人（编号或姓名）", found[0][0])
    return (chosen,) if chosen is not None else None


def minutes_form(desk: Desk, record_id: str) -> Plain:
    """What was said, asked piece by piece: the form that `minutes` takes; the planned time is filled in."""
    from yuetan.actions.current import current
    from yuetan.cli.dates import parse_moment
    from yuetan.desk.refusals import or_raise

    now = or_raise(current(desk.setting, record_id))
    planned = now.record.schedule.time if now.record.schedule is not None else None
    at = answer("实际约谈的时间", "--at", planned.isoformat(timespec="minutes") if planned is not None else None)
    talk: Plain = {
        "时间": parse_moment(at, today=desk.today),
        "记录人": answer("记录的工作人员", "--recorder"),
        "说明主题原因": answer("谈话人说明了主题及原因（是/否）", "--explained", "是") in YES,
    }
    law = desk.laws.on(desk.today, now.record.regulation)
    situation = law.situation(now.record.kind) if law is not None else None
    items = situation.statements if situation is not None else {}
    rows = [_statements(subject, items) for subject in now.record.subjects]
    reminder = optional_answer("教育和提醒的内容")
    return {"谈话": {**talk, **({"教育提醒": reminder} if reminder is not None else {})}, "约谈对象": rows}


def _statements(subject: Subject, items: Mapping[str, str]) -> Plain:
    """Whether the subject came, and what was said on each item that the situation wants."""
    name = subject.name or subject.id
    if answer(f"{name} 到场（是/否）", "--absent", "是") not in YES:
        return {"编号": subject.id, "到场": False}
    said = {item: optional_answer(f"{name}：{item}（{about}）") for item, about in items.items()}
    return {"编号": subject.id, "陈述": {item: text for item, text in said.items() if text is not None}}
