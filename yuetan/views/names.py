"""What units and people are called: by the roster, on a day; their codes where it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Roster, State, Unit


def unit_text(unit: Unit | None, day: date) -> str:
    """What the unit was called that day; nothing for no unit, and before it was one."""
    era = unit.era(day) if unit is not None else None
    return era.name if era is not None else ""


def own_unit_text(state: State, day: date) -> str:
    """What this archive's own unit was called that day, else its code."""
    return unit_text(state.roster.unit(state.office.unit), day) or state.office.unit


def person_text(roster: Roster, code: str) -> str:
    """The person's name, else the code."""
    return roster.name(code) or code


def listed_text(people: tuple[tuple[str, str], ...]) -> str:
    """``赵甲子（FGW-001）、钱乙丑（FGW-002）`` of codes and names."""
    return "、".join(f"{name}（{code}）" for code, name in people)


def unit_order(roster: Roster) -> dict[str, int]:
    """The place of every name that a unit has borne, in the roster's order."""
    return {era.name: index for index, unit in enumerate(roster.units) for era in unit.eras}
