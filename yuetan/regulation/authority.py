"""Who may interview whom (第五条): the matrix of the profile, asked for people and a day.

Any post held that day counts, on either side. Nobody interviews themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.interview import Subject
from yuetan.regulation.who import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.model import Held, Roster
    from yuetan.model.interview import Basis
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Mandate, Situation, Who

BASIS_READING = "专门机关日常.依据"
_EITHER = "或"
_NARROW = "窄"
_SHOWN = 3
_OWN_UNIT = "本单位"
_SAME_COUNTY = "同县区"
_IN_CHARGE = "分管"

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


def entitled(  # noqa: PLR0917 - the contract with the rules
    law: Law, roster: Roster, situation: Situation | str, interviewer_id: str, subject: Subject | str, day: date
) -> Entitlement:
    """Under which lines the interviewer may hold this situation's interview with the subject that day.

    A subject who is in no roster that day (a 任前 one may not be yet) fits only lines that mean everyone.
    """
    subject_id = _id(subject)
    if interviewer_id == subject_id:
        return Entitlement()
    theirs = roster.posts(subject_id, day)
    found = [
        mandate
        for mandate in mandates_of(law, situation)
        if any(
            _matches(law, roster, mandate, held, theirs, day)
            for held in _interviewer_posts(law, roster, mandate, interviewer_id, day)
        )
    ]
    narrow = tuple(mandate for mandate in found if is_narrow(law, mandate))
    return Entitlement(narrow, tuple(mandate for mandate in found if mandate not in narrow))


def mandates_of(law: Law, situation: Situation | str) -> tuple[Mandate, ...]:
    """The lines of the matrix for a situation, by the situation or its name."""
    name = situation if isinstance(situation, str) else situation.name
    known = law.situation(name)
    wanted = known.name if known is not None else name
    return tuple(mandate for mandate in law.profile.mandates if wanted in mandate.situations)


def is_narrow(law: Law, mandate: Mandate) -> bool:
    """Whether a line holds under the text, or under a wider reading that the office has chosen."""
    if mandate.reading == _NARROW:
        return True
    return mandate.settled_by is not None and law.value(mandate.settled_by) == mandate.settled_value


def interviewers_for(
    law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date, *, wide: bool = False
) -> tuple[Entitled, ...]:
    """Everyone who may hold this interview that day: person, by which post, under which line; in the matrix's order.

    Only the lines of the text, unless `wide`.
    """
    subject_id = _id(subject)
    theirs = roster.posts(subject_id, day)
    found: list[Entitled] = []
    for mandate in mandates_of(law, situation):
        if wide or is_narrow(law, mandate):
            found.extend(
                (held.post.id, held, mandate)
                for held in _candidates(roster, mandate, theirs, day)
                if held.post.id != subject_id
                and _any_fits(law, roster, mandate.interviewers, held, day)
                and _matches(law, roster, mandate, held, theirs, day)
            )
    return tuple(found)


def reached(
    law: Law, roster: Roster, subject: Subject | str, situation: Situation | str, day: date, *, wide: bool = False
) -> tuple[Mandate, ...]:
    """Which lines make the person a subject of this situation that day, whoever may be in office to hold it.

    Somebody who is the interviewer of a line (the head of a unit, for its other cadres) is not its subject.
    """
    person = _id(subject)
    theirs = roster.posts(person, day)
    return tuple(
        mandate
        for mandate in mandates_of(law, situation)
        if (wide or is_narrow(law, mandate)) and reaches(law, roster, mandate, theirs, day)
    )


def vacant(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> bool:
    """Whether lines that settle who is whose subject reach the person, but nobody holds the entitled posts that day."""
    lines = [mandate for mandate in reached(law, roster, subject, situation, day) if mandate.reaches]
    if not lines:
        return False
    return not any(mandate in lines for _, _, mandate in interviewers_for(law, roster, situation, subject, day))


def unreached(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> bool:
    """Whether no line but the inspection body's own reaches the person that day (other members of 市法院 …)."""
    return not any(mandate.reaches for mandate in reached(law, roster, subject, situation, day))


def basis_met(law: Law, situation: Situation, basis: Basis | None) -> bool:
    """Whether 安排依据 says what the inspection body must say of its own interview (第五条（七）): all, or one."""
    written = {"市委安排": basis.arrangement, "工作需要": basis.need} if basis is not None else {}
    there = [bool(written.get(name)) for name in situation.basis]
    if not there:
        return True
    return any(there) if law.text(BASIS_READING) == _EITHER else all(there)


def words_for(law: Law, roster: Roster, situation: Situation | str, subject: Subject | str, day: date) -> str:
    """Who may hold the interview that day, in words: ``第五条第（一）项：赵甲子（市委书记）``; or why nobody may."""
    by_line: dict[tuple[str, str], list[str]] = {}
    for _, held, mandate in interviewers_for(law, roster, situation, subject, day):
        people = by_line.setdefault((mandate.item, mandate.label), [])
        named = f"{held.post.name}（{_post_words(held)}）"
        if named not in people:
            people.append(named)
    if by_line:
        return "；".join(f"{item}：{_people_words(people)}" for (item, _), people in by_line.items())
    lines = reached(law, roster, subject, situation, day)
    if lines:
        return "；".join(dict.fromkeys(f"{line.item}所列的人当日空缺或就是本人" for line in lines))
    return "本规范没有列出谁可以约谈此人"


def _people_words(people: list[str]) -> str:
    shown = "、".join(people[:_SHOWN])
    return shown if len(people) <= _SHOWN else f"{shown}等{len(people)}人"


def _post_words(held: Held) -> str:
    """The post with its unit, without saying anything twice: 示东县委 and 县委书记 make 示东县委书记."""
    unit, post = held.era.name, held.post.post
    if not post.startswith(unit[:2]):
        overlap = next((size for size in range(len(unit), 0, -1) if post.startswith(unit[-size:])), 0)
        post = unit + post[overlap:]
    return f"{post}，主持工作" if held.acting else post


def _id(subject: Subject | str) -> str:
    return subject if isinstance(subject, str) else subject.id


def _interviewer_posts(law: Law, roster: Roster, mandate: Mandate, person: str, day: date) -> Iterator[Held]:
    return (held for held in roster.posts(person, day) if _any_fits(law, roster, mandate.interviewers, held, day))


def _any_fits(law: Law, roster: Roster, people: Iterable[Who], held: Held, day: date) -> bool:
    return any(fits(law, roster, who, held, day) for who in people)


def _matches(  # noqa: PLR0917 - what the question is made of
    law: Law, roster: Roster, mandate: Mandate, held: Held, theirs: tuple[Held, ...], day: date
) -> bool:
    """Whether the holder of an interviewer's post may interview the holder of one of `theirs` under this line."""
    if any(who.everyone for who in mandate.subjects):
        return True
    return any(
        _any_fits(law, roster, mandate.subjects, other, day) and _related(mandate, held, other) for other in theirs
    )


def _related(mandate: Mandate, held: Held, other: Held) -> bool:
    if mandate.relation == _OWN_UNIT:
        return held.unit.code == other.unit.code
    if mandate.relation == _SAME_COUNTY:
        return held.era.county is not None and held.era.county == other.era.county
    return mandate.relation != _IN_CHARGE or held.post.id in other.era.in_charge


def _candidates(roster: Roster, mandate: Mandate, theirs: tuple[Held, ...], day: date) -> Iterator[Held]:
    """The posts among which a line's interviewers are to be sought."""
    if mandate.relation == _OWN_UNIT:
        for code in dict.fromkeys(held.unit.code for held in theirs):
            unit = roster.unit(code)
            yield from roster.staff(unit, day) if unit is not None else ()
        return
    if mandate.relation == _IN_CHARGE:
        for person in dict.fromkeys(p for held in theirs for p in held.era.in_charge):
            yield from roster.posts(person, day)
        return
    yield from roster.in_office(day)


def reaches(law: Law, roster: Roster, mandate: Mandate, theirs: tuple[Held, ...], day: date) -> bool:
    """Whether the holder of `theirs` is a subject of this line, and not its interviewer."""
    if any(who.everyone for who in mandate.subjects):
        return True
    own = [held for held in theirs if _any_fits(law, roster, mandate.interviewers, held, day)]
    return any(
        _any_fits(law, roster, mandate.subjects, held, day)
        and (mandate.relation != _IN_CHARGE or bool(held.era.in_charge))
        and not any(_related(mandate, mine, held) for mine in own)
        for held in theirs
    )
