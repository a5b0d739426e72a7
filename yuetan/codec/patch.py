"""New values into old text: what did not change keeps its letters, comments and order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from yuetan.codec.emit import item_lines, lines_of

if TYPE_CHECKING:
    from yuetan.codec.document import Place

_COMMENT = re.compile(r"\s*#|\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one entry: comments above it, its own, and where its own begin."""

    above: list[str]
    own: list[str]
    place: Place
    first: int


def patched(lines: list[str], value: Mapping[str, Any], old: Mapping[str, Any], root: Place) -> list[str]:
    """The file's lines with `value` instead of `old`."""
    blocks, head, tail = _blocks(lines, 0, len(lines), root)
    return [*head, *_mapping(blocks, value, old, 0), *tail]


def _blocks(lines: list[str], first: int, end: int, place: Place) -> tuple[dict[Any, Block], list[str], list[str]]:
    """Blocks of a block-style collection between two lines; text before the first, and after the last."""
    starts = [(name, inner.span.line - 1) for name, inner in place.inside.items()]
    starts = [(name, _dash_line(lines, line)) for name, line in starts]
    blocks: dict[Any, Block] = {}
    cursor = first
    for index, (name, start) in enumerate(starts):
        stop = starts[index + 1][1] if index + 1 < len(starts) else end
        own_end = _own_end(lines, start, stop, place.inside[name])
        blocks[name] = Block(lines[cursor:start], lines[start:own_end], place.inside[name], start)
        cursor = own_end
    return blocks, [], lines[cursor:end]


def _dash_line(lines: list[str], line: int) -> int:
    return line


def _own_end(lines: list[str], start: int, stop: int, place: Place) -> int:
    """Comments and blank lines at the end of a stretch belong to what follows, unless they are indented deeper."""
    literal_end = place.end[0] + (1 if place.end[1] > 0 else 0)
    end = stop
    while end > max(start + 1, min(literal_end, stop)) and _COMMENT.match(lines[end - 1]):
        end -= 1
    return max(end, start + 1)


def _mapping(blocks: dict[Any, Block], value: Mapping[str, Any], old: Mapping[str, Any], indent: int) -> list[str]:
    order = _merged_order(list(blocks), list(value))
    result: list[str] = []
    for name in order:
        block = blocks.get(name)
        if block is None:
            result.extend(lines_of(name, value[name], indent))
        elif name not in value:
            result.extend(block.above if _empty(old.get(name)) is False else [*block.above, *block.own])
        else:
            result.extend([*block.above, *_entry(block, name, value[name], old.get(name), indent)])
    return result


def _empty(value: Any) -> bool:
    return value is None or value in ([], {}, "")


def _entry(block: Block, name: str, value: Any, old: Any, indent: int) -> list[str]:
    if value == old and type(value) is type(old):
        return block.own
    if _same_shape(block, value, old):
        offset = block.first
        body = _shifted(block)
        if isinstance(value, Mapping):
            inner, _, tail = _blocks(body, offset + 1, offset + len(block.own), block.place)
            depth = _indent_of(inner, indent + 2)
            return [block.own[0], *_mapping(inner, value, old, depth), *tail]
        inner, _, tail = _blocks(body, offset + 1, offset + len(block.own), block.place)
        depth = _dash_indent(inner, indent + 2)
        return [block.own[0], *_sequence(inner, value, old, depth), *tail]
    fresh = lines_of(name, value, indent)
    return _with_comments(block.own, fresh, indent)


def _shifted(block: Block) -> list[str]:
    """The block's lines at their places in the file, so that positions need no arithmetic."""
    return [""] * block.first + block.own


def _same_shape(block: Block, value: Any, old: Any) -> bool:
    both_maps = isinstance(value, Mapping) and isinstance(old, Mapping)
    both_lists = isinstance(value, list) and isinstance(old, list)
    if not (both_maps or both_lists) or block.place.flow or not block.place.inside or not value:
        return False
    return min(inner.span.line - 1 for inner in block.place.inside.values()) > block.first


def _indent_of(inner: dict[Any, Block], default: int) -> int:
    return next((block.place.span.column - 1 for block in inner.values()), default)


def _dash_indent(inner: dict[Any, Block], default: int) -> int:
    for block in inner.values():
        return len(block.own[0]) - len(block.own[0].lstrip(" "))
    return default


def _sequence(inner: dict[Any, Block], value: list[Any], old: list[Any], indent: int) -> list[str]:
    matcher = SequenceMatcher(None, [repr(item) for item in old], [repr(item) for item in value], autojunk=False)
    result: list[str] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        paired = min(a2 - a1, b2 - b1)
        for step in range(paired):
            block = inner[a1 + step]
            result.extend([*block.above, *_item(block, value[b1 + step], old[a1 + step], indent)])
        for step in range(a1 + paired, a2):
            result.extend(inner[step].above)
        if tag != "equal":
            for step in range(b1 + paired, b2):
                result.extend(item_lines(value[step], indent))
    return result


def _item(block: Block, value: Any, old: Any, indent: int) -> list[str]:
    if value == old and type(value) is type(old):
        return block.own
    compact = isinstance(value, Mapping) and isinstance(old, Mapping) and not block.place.flow and block.place.inside
    if compact and value and block.own[0].lstrip(" ").startswith("- "):
        depth = block.place.span.column - 1
        own = [block.own[0].replace("- ", "  ", 1), *block.own[1:]]
        inner, _, tail = _blocks([""] * block.first + own, block.first, block.first + len(own), block.place)
        body = [*_mapping(inner, value, old, depth), *tail]
        lead = next((i for i, line in enumerate(body) if not _COMMENT.match(line)), 0)
        first = body[lead]
        body[lead] = f"{first[:indent]}-{first[indent + 1 :]}"
        return body
    return _with_comments(block.own, item_lines(value, indent), indent)


def _with_comments(before: list[str], after: list[str], indent: int) -> list[str]:
    """Comments of replaced lines: one behind a single value stays there, the others stand above."""
    notes = [note for line in before for note in _comment_of(line)]
    if len(notes) == 1 and len(before) == 1 and len(after) == 1:
        return [f"{after[0]}  {notes[0]}"]
    return [*(f"{' ' * indent}{note}" for note in notes), *after]


def _comment_of(line: str) -> list[str]:
    match = re.search(r"(?:^|\s)(#.*)$", line)
    return [match.group(1)] if match and line[: match.start()].count('"') % 2 == 0 else []


def _merged_order(present: list[Any], wanted: list[Any]) -> list[Any]:
    """A person's order is kept; a new key goes behind the key that stands before it in the table's order."""
    order = list(present)
    for index, name in enumerate(wanted):
        if name in order:
            continue
        before = [other for other in wanted[:index] if other in order]
        at = order.index(before[-1]) + 1 if before else 0
        order.insert(at, name)
    return order
