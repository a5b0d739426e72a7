"""How each subject of an interview is provided for: by somebody entitled, by nobody, or doubtfully (第五条)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.model.choices import Part
from yuetan.regulation.authority import (
    BASIS_READING,
    basis_met,
    entitlement,
    holders_clause_text,
    is_beyond_reach,
    is_vacant,
)
from yuetan.rules.person import person_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.regulation.authority import Entitlement
    from yuetan.regulation.profile import Mandate, Situation
    from yuetan.rules.rule import Case

Conducting = tuple[tuple[int, "Interviewer"], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one subject's interviewers stand: entitled (both None), in breach, or only doubtful; with the place."""

    path: Path = ()
    breach: str | None = None
    doubt: str | None = None

    @property
    def entitled(self) -> bool:
        """Whether somebody is entitled without doubt."""
        return self.breach is None and self.doubt is None


@dataclass(frozen=True, slots=True)
class Question:
    """Who may hold this situation's interview with one subject, that day and by what the record says of its basis."""

    case: Case
    situation: Situation
    subject: Subject

    def entitlement(self, person: str) -> Entitlement:
        """What entitles this person."""
        case = self.case
        return entitlement(case.law, case.roster, self.situation, person, self.subject, case.day)

    def counts(self, mandates: Iterable[Mandate]) -> Mandate | None:
        """The first line that entitles: one that asks for 安排依据 only where that is written (第五条（七）)."""
        arranged = basis_met(self.case.law, self.situation, self.case.record.basis)
        return next((line for line in mandates if arranged or not line.needs_basis), None)

    @property
    def text(self) -> str:
        """What is to be held: ``对钱乙丑（FGW-002）进行警示约谈``."""
        return f"对{person_text(self.subject)}进行{self.situation.name}"

    @property
    def holders_text(self) -> str:
        """Who may hold it, or why nobody may."""
        return holders_clause_text(self.case.law, self.case.roster, self.situation, self.subject, self.case.day)


def standings(case: Case) -> tuple[Standing, ...]:
    """How each subject who counts is provided for; nothing where the record names no interviewer yet."""
    situation = case.situation
    if situation is None:
        return ()
    rows = [(index, Question(case, situation, subject)) for index, subject in subjects_known(case)]
    conducting = _conducting(case)
    if not conducting:
        return tuple(_nobody(question) for _, question in rows) if case.under_way else ()
    found = [(index, _standing(question, conducting)) for index, question in rows]
    all_alike = not any(one.entitled for _, one in found)
    return tuple(one if one.path else replace(one, path=_place(conducting, i, all_alike)) for i, one in found)


def subjects_known(case: Case) -> tuple[tuple[int, Subject], ...]:
    """The subjects present whom the roster knows that day, and those who are to take office."""
    roster, day = case.roster, case.day
    return tuple((i, s) for i, s in case.present() if s.appointment is not None or roster.posts(s.id, day))


def lawfully_met(case: Case, person: str) -> bool:
    """Whether the interview with this person was held by somebody entitled: what 第六条 counts. W5 does count."""
    return not any(
        standing.breach is not None and subject.id == person
        for (_, subject), standing in zip(subjects_known(case), standings(case), strict=True)
    )


def sender(one: Interviewer, day: date) -> str | None:
    """Who had sent the interviewer by that day: a 委托 of a later day sends nobody."""
    sent = one.delegation
    return sent.person if sent is not None and (sent.day is None or sent.day <= day) else None


def _conducting(case: Case) -> Conducting:
    return tuple(
        (index, one)
        for index, one in enumerate(case.record.interviewers)
        if one.part == Part.CONDUCTS and one.present is not False
    )


def _nobody(question: Question) -> Standing:
    return Standing(("约谈人",), f"没有到场的约谈人（主谈）；{question.holders_text}")


def _standing(question: Question, conducting: Conducting) -> Standing:
    """The best that any interviewer can say of this subject; without a place where it is the interviewers'."""
    people = [(one, question.entitlement(one.id)) for _, one in conducting]
    if any(question.counts(found.mandates) for _, found in people):
        return Standing()
    if any(found.only_by_arrangement for _, found in people):
        return Standing(("安排依据",), _unarranged(question))
    doubt = _doubt(question, people)
    if doubt is not None:
        return Standing(doubt=f"{doubt}；{question.holders_text}")
    names = "、".join(person_text(one) for one, _ in people)
    return Standing(breach=f"{names}无权{question.text}；{question.holders_text}")


def _unarranged(question: Question) -> str:
    wanted = "和" if question.case.law.text(BASIS_READING) != "或" else "或"
    return f"专门机关{question.text}，须在 安排依据 中写明{wanted.join(question.situation.basis)}"


def _doubt(question: Question, people: list[tuple[Interviewer, Entitlement]]) -> str | None:
    """Why the interview is doubtful and not in breach, in words; None where it is in breach."""
    for one, found in people:
        doubt = _wide(question, one, found) or _sent(question, one)
        if doubt is not None:
            return doubt
    return _gap(question, people)


def _wide(question: Question, one: Interviewer, found: Entitlement) -> str | None:
    line = question.counts(found.wide)
    if line is None:
        return None
    reading = f"{line.item}：{line.article or '较宽的理解'}"
    return f"{person_text(one)}约谈{person_text(question.subject)}，只在较宽的理解下有权（{reading}）"


def _sent(question: Question, one: Interviewer) -> str | None:
    """Sent by somebody who is entitled, which the 办法 does not speak of."""
    case, subject = question.case, question.subject
    by = sender(one, case.day) if one.id != subject.id else None
    if by is None or question.counts(question.entitlement(by).mandates) is None:
        return None
    name = case.roster.name(by) or by
    return f"{person_text(one)}受 {name}（{by}）委托约谈{person_text(subject)}；办法没有写可以委托"


def _gap(question: Question, people: list[tuple[Interviewer, Entitlement]]) -> str | None:
    """Nobody can be entitled, and somebody in office other than the subject held it all the same."""
    case, subject = question.case, question.subject
    law, roster, situation, day = case.law, case.roster, question.situation, case.day
    if not any(one.id != subject.id and roster.posts(one.id, day) for one, _ in people):
        return None
    if is_beyond_reach(law, roster, situation, subject, day):
        return f"除专门机关外，没有哪一项写由谁{question.text}"
    if is_vacant(law, roster, situation, subject, day):
        return f"有权{question.text}的职务当日空缺"
    return None


def _place(conducting: Conducting, index: int, all_alike: bool) -> Path:
    """The only interviewer where nobody is provided for; all of them; or the subject that alone is not."""
    if not all_alike:
        return ("约谈对象", index)
    return ("约谈人", conducting[0][0]) if len(conducting) == 1 else ("约谈人",)
