"""Two profiles side by side: everything in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.codec.plain import texts
from yuetan.model.build import plain
from yuetan.regulation.compare import Verdict, compare, value_text
from yuetan.regulation.law import value_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.regulation.profile import Profile

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
        *_named("情形", first.situations, second.situations, "name"),
        *_named("权限", first.mandates, second.mandates, "label"),
        *_named("报送期间", first.periods, second.periods, "code"),
        *_lists(first, second),
    )


def _parameters(first: Profile, second: Profile, day: date) -> Iterator[Difference]:
    for name in dict.fromkeys(p.name for p in (*first.parameters, *second.parameters)):
        one, other = first.parameter(name), second.parameter(name)
        values = [value_on(p, day) if p is not None else None for p in (one, other)]
        ruling = one or other
        verdict = compare(ruling, values[0], values[1]) if ruling is not None else None
        if verdict is not None:
            yield Difference(name, value_text(values[0], one), value_text(values[1], other), verdict)


def _named(topic: str, first: Iterable[Any], second: Iterable[Any], name: str) -> Iterator[Difference]:
    ones = {getattr(item, name): item for item in first}
    others = {getattr(item, name): item for item in second}
    for label in dict.fromkeys((*ones, *others)):
        one, other = ones.get(label), others.get(label)
        if one != other:
            yield Difference(
                f"{topic} {label}", _item_words(one, other), _item_words(other, one), _presence(one, other)
            )


def _lists(first: Profile, second: Profile) -> Iterator[Difference]:
    for topic in _LISTS:
        one, other = (texts(plain(profile), topic) for profile in (first, second))
        if one != other:
            yield Difference(topic, "、".join(one), "、".join(other), _presence(one, other))


def _presence(one: object, other: object) -> Verdict:
    if not one:
        return Verdict.ONLY_SECOND
    return Verdict.DIFFERENT if other else Verdict.ONLY_FIRST


def _item_words(item: Any, other: Any) -> str:
    """What an item says where the other one says otherwise, or that it is there."""
    if item is None:
        return ""
    if other is None:
        return "有"
    mine, theirs = plain(item), plain(other)
    return "；".join(f"{key}：{_short(value)}" for key, value in mine.items() if value != theirs.get(key)) or "（无）"


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return "、".join(f"{key}{'' if item is True else f'＝{_short(item)}'}" for key, item in value.items())
    if isinstance(value, list):
        return "、".join(f"（{_short(item)}）" if isinstance(item, dict) else _short(item) for item in value)
    return "是" if value is True else "否" if value is False else str(value)
