"""What becomes of each entry of a collection, and where a new one goes: a person's order is kept."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from operator import ne
from typing import TYPE_CHECKING, Literal, NamedTuple

from yuetan.codec.sameness import empty, kept

if TYPE_CHECKING:
    from yuetan.codec.plain import Value


class Step(NamedTuple):
    """Keep an old entry (with a value that may be new), remove it, or put a new one here.

    `name` is a key or index, of a new item the one to be.
    """

    kind: Literal["keep", "remove", "new"]
    name: str | int
    value: Value = None
    old: Value = None


def steps_between(value: Value, old: Value, *, flow: bool) -> list[Step] | None:
    """What makes one collection into another of its kind, in brackets item by item; None for anything else."""
    if isinstance(value, Mapping) and isinstance(old, Mapping):
        return mapping_steps(value, old)
    if isinstance(value, list) and isinstance(old, list):
        return pair_steps(value, old) if flow or not value else list_steps(value, old)
    return None


def mapping_steps(value: Mapping[str, Value], old: Mapping[str, Value]) -> list[Step]:
    """Steps in the file's order; a new key goes behind the key that stands before it in `value`."""
    steps = []
    for name in _merged(list(old), list(value)):
        if name not in old:
            steps.append(Step("new", name, value[name]))
        elif name in value:
            steps.append(Step("keep", name, value[name], old[name]))
        elif empty(kept(old[name])):
            steps.append(Step("keep", name, kept(old[name]), old[name]))
        else:
            steps.append(Step("remove", name))
    return steps


def _merged(present: list[str], wanted: list[str]) -> list[str]:
    order = list(present)
    known = set(order)
    at = 0
    for name in wanted:
        if name in known:
            at = order.index(name) + 1
        else:
            order.insert(at, name)
            known.add(name)
            at += 1
    return order


def list_steps(value: list[Value], old: list[Value]) -> list[Step]:
    """Steps in the new order: items are known by their first key where that tells them apart, else by all they are."""
    steps: list[Step] = []
    for a1, a2, b1, b2 in _stretches(*_identities(old, value)):
        paired = min(a2 - a1, b2 - b1)
        steps.extend(Step("keep", a1 + step, value[b1 + step], old[a1 + step]) for step in range(paired))
        steps.extend(Step("remove", index) for index in range(a1 + paired, a2))
        steps.extend(Step("new", index, value[index]) for index in range(b1 + paired, b2))
    return steps


def pair_steps(value: list[Value], old: list[Value]) -> list[Step]:
    """Steps item by item, where neither list is longer than the other; else one that no brackets can take."""
    if len(value) != len(old):
        return [Step("new", 0)]
    return [Step("keep", index, *pair) for index, pair in enumerate(zip(value, old, strict=True))]


def _stretches(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Which items stand for which: place by place where that changes no more than the best match does."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    cost = sum(max(a2 - a1, b2 - b1) for tag, a1, a2, b1, b2 in codes if tag != "equal")
    if len(old) == len(new) and sum(map(ne, old, new)) <= cost:
        return [(0, len(old), 0, len(new))]
    return [code[1:] for code in codes]


def _identities(old: list[Value], value: list[Value]) -> tuple[list[str], list[str]]:
    first = value[0]
    if isinstance(first, Mapping) and first:
        name = next(iter(first))
        sides = _texts_at(old, name), _texts_at(value, name)
        if all(len(set(side)) == len(side) for side in sides):
            return sides
    return [repr(kept(item)) for item in old], [repr(item) for item in value]


def _texts_at(side: list[Value], name: str) -> list[str]:
    return [repr(item.get(name)) if isinstance(item, Mapping) else "" for item in side]
