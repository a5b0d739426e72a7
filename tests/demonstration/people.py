"""Look-ups in the fictional roster that several kinds of cases need."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from tests.demonstration.roster import units
from yuetan.model import Roster, Unit, build

DISCIPLINE = "市纪委监委"
ORGANISATION = "市委组织部"


@cache
def roster() -> Roster:
    """The whole city."""
    built = [build(Unit, unit)[0] for unit in units()]
    return Roster(tuple(unit for unit in built if unit is not None))


def in_leadership(person: str, kind: str, day: date) -> bool:
    """Whether the person sits in the 市委 or 市政府 leadership that day."""
    return any(held.era.kind == kind for held in roster().posts(person, day))


def coordination(interviewer: str, subjects: tuple[str, ...], day: date) -> tuple[dict[str, Any], ...]:
    """第七条（一） under both readings: the offices of those who talk and of those who are talked to."""
    people = (interviewer, *subjects)
    found: list[dict[str, Any]] = [
        {"单位": office}
        for kind, office in (("市委", "市委办公室"), ("市政府", "市政府办公室"))
        if any(in_leadership(person, kind, day) for person in people)
    ]
    others = [p for p in subjects if not in_leadership(p, "市委", day) and not in_leadership(p, "市政府", day)]
    if others or not found:
        consulted = {"单位": ORGANISATION, "日期": consulted_on(day)}
        found.append({"单位": DISCIPLINE, "商请": consulted})
    return tuple(found)


def consulted_on(day: date) -> date:
    """When the organisation department was consulted: two weeks before, on a working day."""
    from tests.demonstration.days import on_or_before

    return on_or_before(day - timedelta(days=14))
