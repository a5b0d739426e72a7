"""The people of a draft: as they were that day, with what the situation asks of each subject."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.drafting.entitlement import Question, candidates, entitled_text, item
from yuetan.actions.people import as_written, main_post, not_in_office, person
from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Refusal
from yuetan.codec import plain
from yuetan.model.choices import Part
from yuetan.regulation.choices import Element
from yuetan.regulation.yearly import is_yearly_subject

if TYPE_CHECKING:
    from yuetan.actions.drafting.request import NewRequest
    from yuetan.codec.plain import Plain
    from yuetan.model import Held
    from yuetan.regulation.profile import Situation


@dataclass(frozen=True, slots=True)
class People:
    """约谈人 and 约谈对象 of a draft as plain values, and what the clerk should know."""

    interviewers: list[Plain]
    subjects: list[Plain]
    notes: tuple[str, ...]


def people(question: Question, request: NewRequest) -> People | Refusal:
    """Both sides of the interview as they were that day."""
    written = _subjects(question, request)
    if isinstance(written, Refusal):
        return written
    chosen = _interviewers(question, request)
    if isinstance(chosen, Refusal):
        return chosen
    rows: list[Plain] = []
    for one, held in chosen:
        rows.append({**as_written(one, held), "分工": Part.CONDUCTS, "依据": item(question, one)})
    for word in request.companions:
        companion = _in_office(question, word)
        if isinstance(companion, Refusal):
            return companion
        rows.append({**as_written(*companion), "分工": Part.ATTENDS})
    first = person_text(plain.text(rows[0], "编号"), plain.text(rows[0], "姓名"))
    notes = () if request.interviewers else (f"约谈人：{first}",)
    return People(rows, written, notes)


def element(situation: Situation, request: NewRequest) -> Plain | Refusal:
    """What the situation asks of each subject, from what was given; a refusal for what belongs to another situation."""
    sanction: Plain = {
        "类别": request.sanction_category,
        "决定": request.sanction_decision,
        "日期": request.sanction_day,
    }
    blocks: dict[str, Plain] = {
        Element.PROBLEM: {
            "来源": request.source,
            "来源说明": request.source_note,
            "归属": list(request.whose),
            "概述": request.gist,
            "线索编号": request.clue,
        },
        Element.APPOINTMENT: {
            "拟任单位": request.new_unit,
            "拟任职务": request.new_post,
            "拟任职级": request.new_rank,
            "拟任市管": request.new_managed,
            "情形": request.new_kind,
        },
        Element.SANCTION: sanction,
    }
    given = {name: block for name, block in blocks.items() if any(item not in (None, []) for item in block.values())}
    for name in given:
        if name != situation.element:
            return Refusal(f"{situation.name}不写“{name}”的内容", hint="检查情形，或去掉这些选项")
    return {name: [block] if name == Element.SANCTION else block for name, block in given.items()}


def _subjects(question: Question, request: NewRequest) -> list[Plain] | Refusal:
    rows: list[Plain] = []
    roster, day = question.roster, question.day
    facts = element(question.situation, request)
    if isinstance(facts, Refusal):
        return facts
    noted = _noted(question)
    for one in question.subjects:
        if roster.known(one):
            refusal = not_in_office(roster, one, day) if question.situation.element != Element.APPOINTMENT else None
            if refusal is not None:
                return refusal
            who = as_written(one, main_post(roster, one, day), roster.name(one))
        else:
            who = as_written(one, None, request.subject_name)
            who |= {"单位": request.subject_unit, "职务": request.subject_post}
        rows.append({**who, "说明": request.note if one in noted else None, **deepcopy(facts)})
    return rows


def _noted(question: Question) -> tuple[str, ...]:
    """Whom a 说明 is about: the subjects whom the 办法 does not name; everybody where it names them all."""
    law, roster, day = question.law, question.roster, question.day
    others = tuple(one for one in question.subjects if not is_yearly_subject(law, roster, one, day))
    return others or question.subjects


def _interviewers(question: Question, request: NewRequest) -> list[tuple[str, Held]] | Refusal:
    found = candidates(question)
    if not request.interviewers:
        return _only(question, found)
    entitling = dict(found)
    chosen: list[tuple[str, Held]] = []
    for word in request.interviewers:
        one = _in_office(question, word)
        if isinstance(one, Refusal):
            return one
        chosen.append((one[0], entitling.get(one[0], one[1])))
    return chosen


def _only(question: Question, found: tuple[tuple[str, Held], ...]) -> list[tuple[str, Held]] | Refusal:
    """The one who is entitled, where there is only one."""
    if len(found) == 1:
        return [found[0]]
    if found:
        names = "、".join(person_text(one, held.post.name) for one, held in found)
        return Refusal(f"可以约谈的不止一人，须写明约谈人：{names}", hint="用 --interviewer 编号 写明")
    return Refusal(f"推定不出约谈人：{entitled_text(question)}", hint="用 --interviewer 编号 写明")


def _in_office(question: Question, word: str) -> tuple[str, Held] | Refusal:
    one = person(question.roster, word)
    if isinstance(one, Refusal):
        return one
    held = main_post(question.roster, one, question.day)
    if held is None:
        return not_in_office(question.roster, one, question.day) or Refusal("")
    return one, held
