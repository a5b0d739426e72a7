"""One line of the matrix of 第五条, asked for posts: whom it means, and how the two sides must be related."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.choices import Reading, Relation
from yuetan.regulation.who import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.model import Held, Roster, Unit
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Mandate, Situation, Who


def mandates_of(law: Law, situation: Situation | str) -> tuple[Mandate, ...]:
    """The lines of the matrix for a situation, by the situation or its name."""
    name = situation if isinstance(situation, str) else situation.name
    known = law.situation(name)
    wanted = known.name if known is not None else name
    return tuple(mandate for mandate in law.profile.mandates if wanted in mandate.situations)


def is_narrow(law: Law, mandate: Mandate) -> bool:
    """Whether a line holds under the text, or under a wider reading that the office has chosen."""
    if mandate.reading == Reading.NARROW:
        return True
    return mandate.settled_by is not None and law.value(mandate.settled_by) == mandate.settled_value


def any_fits(law: Law, roster: Roster, people: Iterable[Who], held: Held, day: date) -> bool:
    """Whether a post is one of those meant."""
    return any(fits(law, roster, who, held, day) for who in people)


def permits(  # noqa: PLR0917 - what the question is made of
    law: Law, roster: Roster, mandate: Mandate, held: Held, theirs: tuple[Held, ...], day: date
) -> bool:
    """Whether the holder of an interviewer's post may interview the holder of `theirs` under this line."""
    if any(who.everyone for who in mandate.subjects):
        return True
    return any(
        any_fits(law, roster, mandate.subjects, other, day) and _related(mandate, held, other) for other in theirs
    )


def reaches(law: Law, roster: Roster, mandate: Mandate, theirs: tuple[Held, ...], day: date) -> bool:
    """Whether the holder of `theirs` is a subject of this line, and not its interviewer."""
    if any(who.everyone for who in mandate.subjects):
        return True
    meant = [
        held for held in theirs if _has_leader(mandate, held) and any_fits(law, roster, mandate.subjects, held, day)
    ]
    return bool(meant) and _is_another(law, roster, mandate, theirs, meant, day)


def _is_another(  # noqa: PLR0917 - what `reaches` is asked
    law: Law, roster: Roster, mandate: Mandate, theirs: tuple[Held, ...], meant: list[Held], day: date
) -> bool:
    """Whether one of the posts meant has its interviewer in somebody else."""
    own = [held for held in theirs if any_fits(law, roster, mandate.interviewers, held, day)]
    return any(not any(_related(mandate, mine, held) for mine in own) for held in meant)


def _has_leader(mandate: Mandate, held: Held) -> bool:
    """Whether somebody is in charge of the unit, where the line is about that."""
    return mandate.relation != Relation.IN_CHARGE or bool(held.era.in_charge)


def candidates(roster: Roster, mandate: Mandate, theirs: tuple[Held, ...], day: date) -> Iterator[Held]:
    """The posts among which a line's interviewers are to be sought, so that not everybody need be asked."""
    if mandate.relation == Relation.IN_CHARGE:
        for person in dict.fromkeys(code for held in theirs for code in held.era.in_charge):
            yield from roster.posts(person, day)
        return
    for unit in _units(roster, mandate, theirs):
        era = unit.era(day)
        if era is not None and _may_hold(mandate.interviewers, era.kind):
            yield from roster.staff(unit, day)


def _units(roster: Roster, mandate: Mandate, theirs: tuple[Held, ...]) -> Iterable[Unit]:
    if mandate.relation != Relation.OWN_UNIT:
        return roster.units
    return {held.unit.code: held.unit for held in theirs}.values()


def _may_hold(people: Iterable[Who], kind: str) -> bool:
    return any(not who.kinds or kind in who.kinds for who in people)


def _related(mandate: Mandate, held: Held, other: Held) -> bool:
    if mandate.relation == Relation.OWN_UNIT:
        return held.unit.code == other.unit.code
    if mandate.relation == Relation.SAME_COUNTY:
        return held.era.county is not None and held.era.county == other.era.county
    return mandate.relation != Relation.IN_CHARGE or held.post.id in other.era.in_charge
