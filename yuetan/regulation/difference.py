"""Two profiles side by side: everything in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.codec.plain import texts
from yuetan.model.build import plain
from yuetan.regulation.compare import Verdict, compare, value_text
from yuetan.regulation.law import ParameterValue, value_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.codec.plain import Value
    from yuetan.regulation.profile import Mandate, Parameter, Period, Profile, Situation

    Named = Situation | Mandate | Period

_LISTS = ("对象管理", "报送机关", "违纪行为", "信访违纪行为", "处理方式", "签字", "重新通知", "解释机关")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two profiles differ; both sides in words, empty where there is nothing."""

    topic: str
    first: str
    second: str
    verdict: Verdict

    def cells(self) -> tuple[str, str, str, str]:
        """A row of a table: what, first, second, how the second compares."""
        return (self.topic, self.first, self.second, self.verdict.value)

    def as_json(self) -> dict[str, str]:
        """The documented JSON shape."""
        return {"item": self.topic, "first": self.first, "second": self.second, "verdict": self.verdict.value}


def diff_profiles(first: Profile, second: Profile, day: date) -> tuple[Difference, ...]:
    """Everything in which two profiles differ on that day: parameters, situations, matrix, periods, the rest."""
    return (
        *_parameters(first, second, day),
        *_named("情形", *({one.name: one for one in profile.situations} for profile in (first, second))),
        *_named("权限", *({one.label: one for one in profile.mandates} for profile in (first, second))),
        *_named("报送期间", *({one.code: one for one in profile.periods} for profile in (first, second))),
        *_lists(first, second),
    )


def _parameters(first: Profile, second: Profile, day: date) -> Iterator[Difference]:
    for name in dict.fromkeys(p.name for p in (*first.parameters, *second.parameters)):
        one, other = first.parameter(name), second.parameter(name)
        mine, theirs = _value(one, day), _value(other, day)
        ruling = one or other
        verdict = compare(ruling, mine, theirs) if ruling is not None else None
        if verdict is not None:
            yield Difference(name, value_text(mine, one), value_text(theirs, other), verdict)


def _value(parameter: Parameter | None, day: date) -> ParameterValue:
    return value_on(parameter, day) if parameter is not None else None


def _named(topic: str, first: Mapping[str, Named], second: Mapping[str, Named]) -> Iterator[Difference]:
    """What two profiles have under names of their own."""
    for label in dict.fromkeys((*first, *second)):
        one, other = first.get(label), second.get(label)
        if one != other:
            yield Difference(f"{topic} {label}", _item_text(one, other), _item_text(other, one), _presence(one, other))


def _lists(first: Profile, second: Profile) -> Iterator[Difference]:
    for topic in _LISTS:
        one, other = (texts(plain(profile), topic) for profile in (first, second))
        if one != other:
            yield Difference(topic, "、".join(one), "、".join(other), _presence(one, other))


def _presence(one: object, other: object) -> Verdict:
    if not one:
        return Verdict.ONLY_SECOND
    return Verdict.DIFFERENT if other else Verdict.ONLY_FIRST


def _item_text(item: Named | None, other: Named | None) -> str:
    """What an item says where the other one says otherwise, or that it is there."""
    if item is None:
        return ""
    if other is None:
        return "有"
    mine, theirs = plain(item), plain(other)
    return "；".join(f"{key}：{_short(value)}" for key, value in mine.items() if value != theirs.get(key)) or "（无）"


def _short(value: Value) -> str:
    if isinstance(value, dict):
        return "、".join(f"{key}{_after(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "、".join(f"（{_short(item)}）" if isinstance(item, dict) else _short(item) for item in value)
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def _after(item: Value) -> str:
    """What follows a key: nothing where it is simply so."""
    return "" if item is True else f"＝{_short(item)}"
