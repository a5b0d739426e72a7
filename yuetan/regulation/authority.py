"""Who may interview whom (第五条): the matrix of the profile, asked for people and a day.

Any post held that day counts, on either side. Nobody interviews themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.matrix import any_fits, candidates, is_narrow, mandates_of, permits, reaches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Held, Roster
    from yuetan.model.interview import Basis, Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Mandate, Situation

BASIS_READING = "专门机关日常.依据"
_EITHER = "或"
_SHOWN = 3

Entitled = tuple[str, "Held", "Mandate"]


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The lines of the matrix under which one person may interview another: by the text, and by wider readings."""

    mandates: tuple[Mandate, ...] = ()
    wide: tuple[Mandate, ...] = ()

    def __bool__(self) -> bool:
        """Whether the text itself entitles."""
        return bool(self.mandates)

    @property
    def items(self) -> tuple[str, ...]:
        """The items under which the text entitles, such as 第五条第（七）项: what an 依据 may truly say."""
        return tuple(dict.fromkeys(mandate.item for mandate in self.mandates))

    @property
    def only_by_arrangement(self) -> bool:
        """Whether every line that entitles asks for 安排依据 (第五条（七）, 日常约谈 by the inspection body)."""
        return bool(self.mandates) and all(mandate.needs_basis for mandate in self.mandates)


def entitlement(  # noqa: PLR0917 - the contract with the rules
    law: Law, roster: Roster, situation: Situation | str, interviewer_id: str, subject: Subject | str, day: date
) -> Entitlement:
    """Under which lines the interviewer may hold this situation's interview with the subject that day.

    A subject who is in no roster that day (a 任前 one may not be yet) fits only lines that mean everyone.
    """
    subject_id = _id(subject)
    if interviewer_id == subject_id:
        return Entitlement()
    theirs = roster.posts(subject_id, day)
    mine = roster.posts(interviewer_id, day)
    found = [
        mandate
        for mandate in mandates_of(law, situation)
        if any(_entitles(law, roster, mandate, held, theirs, day) for held in mine)
    ]
    narrow = tuple(mandate for mandate in found if is_narrow(law, mandate))
    return Entitlement(narrow, tuple(mandate for mandate in found if mandate not in narrow))


def _entitles(  # noqa: PLR0917 - what the question is made of
    law: Law, roster: Roster, mandate: Mandate, held: Held, theirs: tuple[Held, ...], day: date
) -> bool:
    """Whether a post is one of the line's interviewers, and may interview the holder of `theirs`."""
    return any_fits(law, roster, mandate.interviewers, held, day) and permits(law, roster, mandate, held, theirs, day)


def interviewers_for(
    law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date, *, wide: bool = False
) -> tuple[Entitled, ...]:
    """Everyone who may hold this interview that day: person, by which post, under which line; in the matrix's order.

    Only the lines of the text, unless `wide`.
    """
    lines = (line for line in mandates_of(law, situation) if wide or is_narrow(law, line))
    return tuple(found for line in lines for found in _holders(law, roster, line, _id(subject), day))


def reaching_lines(
    law: Law, roster: Roster, subject: Subject | str, situation: Situation | str, day: date, *, wide: bool = False
) -> tuple[Mandate, ...]:
    """Which lines make the person a subject of this situation that day, whoever may be in office to hold it.

    Somebody who is the interviewer of a line (the head of a unit, for its other cadres) is not its subject.
    """
    theirs = roster.posts(_id(subject), day)
    return tuple(
        mandate
        for mandate in mandates_of(law, situation)
        if (wide or is_narrow(law, mandate)) and reaches(law, roster, mandate, theirs, day)
    )


def is_vacant(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> bool:
    """Whether lines that settle who is whose subject reach the person, but nobody holds the entitled posts that day."""
    lines = [mandate for mandate in reaching_lines(law, roster, subject, situation, day) if mandate.reaches]
    return bool(lines) and not any(True for line in lines for _ in _holders(law, roster, line, _id(subject), day))


def is_beyond_reach(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> bool:
    """Whether no line but the inspection body's own reaches the person that day (other members of 市法院 …)."""
    return not any(mandate.reaches for mandate in reaching_lines(law, roster, subject, situation, day))


def basis_met(law: Law, situation: Situation, basis: Basis | None) -> bool:
    """Whether 安排依据 says what the inspection body must say of its own interview (第五条（七）): all, or one."""
    written = {"市委安排": basis.arrangement, "工作需要": basis.need} if basis is not None else {}
    there = [bool(written.get(name)) for name in situation.basis]
    if not there:
        return True
    return any(there) if law.text(BASIS_READING) == _EITHER else all(there)


def holders_text(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> str:
    """Who may hold the interview that day, in words: ``第五条第（一）项：赵甲子（市委书记）``; or why nobody may."""
    return _holder_words(law, roster, situation, subject, day) or _why_nobody(law, roster, situation, subject, day)


def holders_clause_text(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> str:
    """The same as part of a message: ``有权的是 第五条第（一）项：…``; or why nobody may."""
    named = _holder_words(law, roster, situation, subject, day)
    return f"有权的是 {named}" if named else _why_nobody(law, roster, situation, subject, day)


def _holder_words(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> str:
    by_item: dict[str, dict[str, None]] = {}
    for _, held, mandate in interviewers_for(law, roster, situation, subject, day):
        by_item.setdefault(mandate.item, {})[f"{held.post.name}（{post_text(held)}）"] = None
    return "；".join(f"{item}：{_people_words(tuple(people))}" for item, people in by_item.items())


def _why_nobody(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> str:
    lines = reaching_lines(law, roster, subject, situation, day)
    if lines:
        return "；".join(dict.fromkeys(f"{line.item}所列的职务当日空缺，或就是本人" for line in lines))
    return "本规范没有列出谁可以约谈此人"


def post_text(held: Held) -> str:
    """The post with its unit, without saying anything twice: 示东县委 and 县委书记 make 示东县委书记."""
    unit, post = held.era.name, held.post.post
    if not post.startswith(unit[:2]):
        overlap = next((size for size in range(len(unit), 1, -1) if post.startswith(unit[-size:])), 0)
        post = unit + post[overlap:]
    return f"{post}，主持工作" if held.acting else post


def _holders(law: Law, roster: Roster, mandate: Mandate, subject_id: str, day: date) -> Iterator[Entitled]:
    """Who holds a post that entitles under this line, the subject apart."""
    theirs = roster.posts(subject_id, day)
    for held in candidates(roster, mandate, theirs, day):
        if held.post.id != subject_id and _entitles(law, roster, mandate, held, theirs, day):
            yield held.post.id, held, mandate


def _people_words(people: tuple[str, ...]) -> str:
    shown = "、".join(people[:_SHOWN])
    return shown if len(people) <= _SHOWN else f"{shown}等{len(people)}人"


def _id(subject: Subject | str) -> str:
    return subject if isinstance(subject, str) else subject.id
