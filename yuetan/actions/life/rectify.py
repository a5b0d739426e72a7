"""整改: a round of the follow-up document and its verdict (第八条（三）), and what followed where it was not done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.current import current
from yuetan.actions.life.follow_ups import unanswered
from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.refusals import not_yet, wrong_stage
from yuetan.actions.request import Ask, Day, Exemption, RecordId
from yuetan.actions.step import plan_of
from yuetan.codec import plain
from yuetan.model import Interview, build
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.codec.plain import Plain
    from yuetan.model.interview import Subject
    from yuetan.regulation.profile import Situation

_ALLOWED = (Stage.RECTIFICATION_DUE, Stage.RECTIFIED)
_INSTEAD = dict.fromkeys(
    (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED), "还没有约谈；约谈后先用 yuetan minutes ID 登记"
) | {
    Stage.HELD: "这一情形不要求后续报告，可用 yuetan close ID 办结",
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正",
}

_REWRITTEN = frozenset({"文书", "事项", "其他说明"})
"""What of a round that is open still may be given anew: no other round begins with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RectifyRequest:
    """One round of a subject's follow-up document, its verdict, and 追责."""

    id: RecordId
    subject: Annotated[str | None, Ask("--subject", "干部", "哪位对象，只有一位时可不写")] = None
    formed: Annotated[date | None, Ask("--formed", "日期", "报告形成的日期")] = None
    sent: Annotated[date | None, Ask("--sent", "日期", "报送的日期")] = None
    received: Annotated[date | None, Ask("--received", "日期", "收到的日期")] = None
    verdict: Annotated[str | None, Ask("--verdict", "评价", "如 到位、措施不到位、整改不力")] = None
    returned: Annotated[str | None, Ask("--returned", "原因", "退回重报的原因")] = None
    document: Annotated[str | None, Ask("--document", "文书", "后续文书有几种时写哪一种")] = None
    accountability_way: Annotated[str | None, Ask("--accountability", "方式", "追责的方式")] = None
    accountability_body: Annotated[str | None, Ask("--accountability-body", "机关", "作出追责的机关")] = None
    accountability_basis: Annotated[str | None, Ask("--accountability-basis", "依据", "追责的依据")] = None
    accountability_day: Annotated[date | None, Ask("--accountability-on", "日期", "追责的日期")] = None
    measures: tuple[Mapping[str, str], ...] = ()
    """报告的各项：问题、原因、措施、责任人、时限、完成情况、佐证。"""
    remark: str | None = None
    """报告中其他需要说明的情况。"""
    day: Day
    override: Exemption = None


def rectify(setting: Setting, request: RectifyRequest) -> Plan | Refusal:
    """The plan that registers a round, completes the last one, or records 追责."""
    now = current(setting, request.id)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, _ALLOWED, "登记后续报告", _INSTEAD)
    if refusal is not None or now.situation is None:
        return refusal or Refusal("")
    found = now.subject(request.subject)
    if isinstance(found, Refusal):
        return found
    index, subject = found
    refusal = _unfit(now.situation, request, subject, setting.today)
    if refusal is not None:
        return refusal
    value = now.value()
    row = plain.rows(value, "约谈对象")[index]
    round_ = _round(request)
    if round_:
        row["整改"] = _with_round(plain.rows(row, "整改"), round_, now.situation.follow_ups[0].document)
    answer = _accountability(request)
    if answer:
        row["追责"] = {**plain.block(row, "追责"), **answer}
    words = request.verdict or ("追责" if answer and not round_ else "登记")
    return plan_of(
        setting,
        now,
        value,
        action="rectify",
        day=request.day,
        subject=f"整改 {now.id}：{subject.id} {words}",
        override=request.override,
        notes=_notes(now, request, subject, build(Interview, value)[0]),
    )


def _unfit(situation: Situation, request: RectifyRequest, subject: Subject, today: date) -> Refusal | None:
    who = person_text(subject.id, subject.name)
    if subject.present is False:
        return Refusal(f"{who}缺席，没有后续报告可登记", hint="另行约谈后再登记")
    if not _round(request) and not _accountability(request):
        return Refusal("没有写明登记什么", hint="用 --formed、--sent、--received、--verdict，或追责的各项")
    refusal = _unknown(situation, request)
    if refusal is not None:
        return refusal
    for name, day in _days(request):
        refusal = not_yet(day, today, name) if day is not None else None
        if refusal is not None:
            return refusal
    return None


def _unknown(situation: Situation, request: RectifyRequest) -> Refusal | None:
    """A refusal where the document or its verdict is none of the situation's."""
    documents = tuple(row.document for row in situation.follow_ups)
    if request.document is not None and request.document not in documents:
        return Refusal(f"{situation.name}的后续文书没有“{request.document}”", hint=f"可用：{'、'.join(documents)}")
    if request.document is None and len(documents) > 1 and _round(request):
        return Refusal(f"{situation.name}的后续文书有几种，须写明哪一种", hint=f"用 --document：{'、'.join(documents)}")
    asked = next(row for row in situation.follow_ups if request.document in (None, row.document))
    if request.verdict is not None and asked.verdicts and request.verdict not in asked.verdicts:
        return Refusal(f"没有“{request.verdict}”这一评价", hint=f"可用的评价：{'、'.join(asked.verdicts)}")
    return None


def _days(request: RectifyRequest) -> tuple[tuple[str, date | None], ...]:
    return (
        ("形成日期", request.formed),
        ("报送日期", request.sent),
        ("收到日期", request.received),
        ("追责日期", request.accountability_day),
    )


def _round(request: RectifyRequest) -> Plain:
    row: Plain = {
        "形成日期": request.formed,
        "报送日期": request.sent,
        "收到日期": request.received,
        "评价": request.verdict,
        "退回原因": request.returned,
        "事项": [dict(row) for row in request.measures] or None,
        "其他说明": request.remark,
    }
    given: Plain = {name: item for name, item in row.items() if item is not None}
    return {**given, "文书": request.document} if given and request.document is not None else given


def _accountability(request: RectifyRequest) -> Plain:
    row = {
        "方式": request.accountability_way,
        "机关": request.accountability_body,
        "依据": request.accountability_basis,
        "日期": request.accountability_day,
    }
    return {name: item for name, item in row.items() if item is not None}


def _with_round(rounds: list[Plain], given: Plain, first: str) -> list[Plain]:
    """The rounds with this one: it completes the document's last one where that is open, or follows all of them.

    `first` is the document meant where a round names none.
    """
    wanted = given.get("文书", first)
    for index in range(len(rounds) - 1, -1, -1):
        last = rounds[index]
        if last.get("文书", first) != wanted:
            continue
        is_open = last.get("评价") is None and last.get("退回原因") is None
        if is_open and all(last.get(name) in (None, item) for name, item in given.items() if name not in _REWRITTEN):
            return [*rounds[:index], {**last, **given}, *rounds[index + 1 :]]
        break
    return [*rounds, given]


def _notes(now: Current, request: RectifyRequest, subject: Subject, after: Interview | None) -> tuple[str, ...]:
    """What comes next: 追责, another round, what others still owe, or closing."""
    if request.verdict is None or after is None or now.situation is None:
        return ()
    failing = {word for row in now.situation.follow_ups for word in row.failing}
    same = next(one for one in after.subjects if one.id == subject.id)
    if request.verdict in failing and same.accountability is None:
        who = person_text(subject.id, subject.name)
        return (f"评价为{request.verdict}，办结前须登记{who}的追责，或登记整改到位的下一轮报告",)
    owed = "、".join(one.text for one in unanswered(after, now.situation))
    return (f"还没有评价的：{owed}",) if owed else (f"下一步：yuetan close {now.id} 办结",)
