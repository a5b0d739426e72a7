"""Which of two values of a parameter is laxer, by the direction that the parameter states (第九条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from yuetan.regulation.choices import Stricter
from yuetan.regulation.law import ParameterValue, value_on

if TYPE_CHECKING:
    from yuetan.regulation.profile import Parameter, Profile


class Verdict(Enum):
    """How the second compares with the first."""

    STRICTER = "更严"
    LAXER = "更宽"
    DIFFERENT = "不同"
    ONLY_FIRST = "仅前者有"
    ONLY_SECOND = "仅后者有"


@dataclass(frozen=True, slots=True)
class Laxer:
    """A parameter of a local profile that asks less than its parent's, with both values in words."""

    name: str
    own: str
    parents: str
    index: int | None

    @property
    def message(self) -> str:
        """The finding's words."""
        return f"“{self.name}”比上位规范宽松：本规范{self.own}，上位规范{self.parents}"


def laxer(profile: Profile, parent: Profile, day: date) -> tuple[Laxer, ...]:
    """Each parameter that is laxer than the parent's on that day, in the parent's order.

    The parent says which direction is stricter. A number or a yes on which the local profile is silent asks nothing,
    and so is laxer; a reading on which it is silent is not compared, since it may have no use there.
    """
    found = []
    for theirs in parent.parameters:
        own = profile.parameter(theirs.name)
        mine = value_on(own, day) if own is not None else None
        if compare(theirs, value_on(theirs, day), mine) is Verdict.LAXER:
            index = next((i for i, p in enumerate(profile.parameters) if p.name == theirs.name), None)
            found.append(Laxer(theirs.name, value_text(mine, own), value_text(value_on(theirs, day), theirs), index))
    return tuple(found)


def compare(parameter: Parameter, first: ParameterValue, second: ParameterValue) -> Verdict | None:
    """How a second value compares with a first, by the direction of the parameter; None where they are the same."""
    if first == second:
        return None
    if first is None:
        return Verdict.ONLY_SECOND
    order = parameter.stricter_order
    if first in order and second in order:
        return _stricter(order.index(str(second)) > order.index(str(first)))
    if parameter.stricter is None:
        return Verdict.DIFFERENT if second is not None else Verdict.ONLY_FIRST
    if second is None:
        return _silence(parameter, first)
    return _by_direction(parameter.stricter, first, second)


def _stricter(second_is: bool) -> Verdict:
    return Verdict.STRICTER if second_is else Verdict.LAXER


def _silence(parameter: Parameter, first: ParameterValue) -> Verdict:
    """The second says nothing: laxer where the first asks for something."""
    asks = {
        Stricter.MORE: bool(first),
        Stricter.TRUE: first is True,
        Stricter.LESS: not isinstance(first, str),
        Stricter.FALSE: first is False,
    }
    return Verdict.LAXER if parameter.stricter is not None and asks[parameter.stricter] else Verdict.ONLY_FIRST


def _by_direction(stricter: Stricter, first: ParameterValue, second: ParameterValue) -> Verdict:
    if isinstance(first, bool) or isinstance(second, bool):
        return _stricter(second is (stricter == Stricter.TRUE))
    more = _is_more(first, second)
    return Verdict.DIFFERENT if more is None else _stricter(more == (stricter == Stricter.MORE))


def _is_more(first: ParameterValue, second: ParameterValue) -> bool | None:
    """Whether the second is the greater number or the later month and day; None for values that differ in kind."""
    if isinstance(first, int) and isinstance(second, int):
        return second > first
    if isinstance(first, str) and isinstance(second, str):
        return second > first
    return None


def value_text(value: ParameterValue, parameter: Parameter | None) -> str:
    """A parameter's value in words, with its unit; 未规定 where there is none."""
    if value is None:
        return "未规定"
    if isinstance(value, bool):
        return "是" if value else "否"
    unit = parameter.unit if parameter is not None and isinstance(value, int) else None
    return f"{value}{unit or ''}"
