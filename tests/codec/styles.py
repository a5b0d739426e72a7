"""Records as people write them: the same value in any style that YAML has, with remarks in odd places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from yuetan.codec.emit import inline, item_lines, lines_of

if TYPE_CHECKING:
    from random import Random

SIGNS = st.sampled_from(list("甲约😀 ab01:#-?,[]{}'\"\\|>&*!%@`~=.\n\t　/é_eE+"))
NUMBER_LIKE = ["0123", "1e5", "91110000E12", "2026-03-05", "2026-02-30", "12:30", "0x1F", "1_000", "2026-03-05T10:00"]
WORD_LIKE = ["是", "null", "~", "true", "no", "---", "...", "<<"]
ODD = st.sampled_from([*NUMBER_LIKE, *WORD_LIKE, "", "- a", "a: b", "a #b", "x" * 300, "甲\n\n乙", "甲\n\n", " 甲\n乙"])
TEXTS = st.text(SIGNS, max_size=14) | ODD
KEYS = st.text(SIGNS, min_size=1, max_size=6).filter(lambda name: bool(name.strip()))
SINGLES = (
    TEXTS
    | st.integers(-(10**17), 10**17)
    | st.booleans()
    | st.dates()
    | st.datetimes().map(lambda moment: moment.replace(microsecond=0))
)
TREES = st.recursive(
    SINGLES,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    max_leaves=12,
)
RECORDS = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)


def styled(value: Mapping[str, Any], random: Random) -> tuple[str, list[str]]:
    """A text that reads as `value`, and the remarks in it."""
    writer = _Writer(random)
    return "\n".join(writer.mapping(value, 0)) + "\n", writer.notes


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.notes: list[str] = []

    def mapping(self, value: Mapping[str, Any], indent: int) -> list[str]:
        return [line for name, item in value.items() for line in [*self.above(indent), *self.entry(name, item, indent)]]

    def above(self, indent: int) -> list[str]:
        blank = [""] if self.random.random() < 0.1 else []
        return [*blank, f"{' ' * self.random.randint(0, indent)}{self.note()}"] if self.random.random() < 0.2 else blank

    def note(self) -> str:
        self.notes.append(f"# 注{len(self.notes)} ‘不是值’")
        return self.notes[-1]

    def behind(self) -> str:
        return f"{' ' * self.random.randint(1, 4)}{self.note()}" if self.random.random() < 0.25 else ""

    def entry(self, name: str, value: Any, indent: int) -> list[str]:
        key = self.key(name)
        pad = " " * indent
        if isinstance(value, Mapping | list) and self.random.random() < 0.3 and len(self.brackets(value)) < 500:
            return [f"{pad}{key}:{' ' * self.random.randint(1, 3)}{self.brackets(value)}{self.behind()}"]
        if isinstance(value, Mapping):
            return [f"{pad}{key}:{self.behind()}", *self.mapping(value, indent + self.random.randint(1, 4))]
        if isinstance(value, list):
            return [f"{pad}{key}:{self.behind()}", *self.items(value, indent + self.random.randint(0, 3))]
        if (text := self.single(value)) is not None:
            return [f"{pad}{key}:{' ' * self.random.randint(1, 3)}{text}{self.behind()}"]
        return lines_of(name, value, indent)

    def items(self, value: list[Any], indent: int) -> list[str]:
        return [line for item in value for line in [*self.above(indent), *self.item(item, indent)]]

    def item(self, value: Any, indent: int) -> list[str]:
        pad, gap = " " * indent, self.random.randint(1, 3)
        if isinstance(value, Mapping | list):
            if self.random.random() < 0.2:
                return [f"{pad}-{' ' * gap}{self.brackets(value)}{self.behind()}"]
            inner = self.mapping if isinstance(value, Mapping) else self.items
            body = inner(value, indent + 1 + gap)  # type: ignore[operator]
            if self.random.random() < 0.2 or body[0].lstrip(" ")[:1] in ("", "#"):
                return [f"{pad}-{self.behind()}", *body]
            return [f"{pad}-{body[0][indent + 1 :]}", *body[1:]]
        if (text := self.single(value)) is not None:
            return [f"{pad}-{' ' * gap}{text}{self.behind()}"]
        return item_lines(value, indent)

    def single(self, value: Any) -> str | None:
        if isinstance(value, str) and self.random.random() < 0.3:
            return _double(value)
        return inline(value, flow=False)

    def key(self, name: str) -> str:
        return _double(name) if self.random.random() < 0.3 else lines_of(name, None, 0)[0][:-1]

    def brackets(self, value: Any) -> str:
        if isinstance(value, Mapping):
            return "{" + ", ".join(f"{_double(name)}: {self.brackets(item)}" for name, item in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.brackets, value)) + "]"
        return inline(value, flow=True) or ""


def _double(text: str) -> str:
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(signs.get(sign, sign) for sign in text) + '"'


def changed(value: Any, random: Random, extra: Any) -> Any:
    """A copy with one to three things changed, removed or added, anywhere in it."""
    value = copied(value)
    for _ in range(random.randint(1, 3)):
        node = random.choice(list(_nodes(value)))
        names = list(node) if isinstance(node, dict) else list(range(len(node)))
        kind = random.choice(("change", "remove", "add"))
        if kind == "change" and names:
            node[random.choice(names)] = copied(extra)
        elif kind == "remove" and len(names) > 1:
            del node[random.choice(names)]
        elif isinstance(node, dict):
            entries = [*node.items()]
            entries.insert(random.randint(0, len(entries)), ("新", copied(extra)))
            node.clear()
            node.update(entries)
        else:
            node.insert(random.randint(0, len(node)), copied(extra))
    return value


def copied(value: Any) -> Any:
    """A deep copy of plain values."""
    if isinstance(value, Mapping):
        return {name: copied(item) for name, item in value.items()}
    return [copied(item) for item in value] if isinstance(value, list) else value


def _nodes(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(node for item in inner if isinstance(item, dict | list) for node in _nodes(item))]
