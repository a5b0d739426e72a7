"""New values into old text: only what changed is cut out and replaced, all else keeps its letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from yuetan.codec.emit import inline, item_lines, lines_of
from yuetan.codec.order import Step, steps_between
from yuetan.codec.sameness import same

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.codec.document import Place
    from yuetan.codec.plain import Value
    from yuetan.codec.source import Source


class Edit(NamedTuple):
    """What stands between two offsets gives way to a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value or an item with its dash: where it begins, where its lines end, and where its value is."""

    start: int
    end: int
    place: Place


def patched(source: Source, value: Mapping[str, Value], old: Mapping[str, Value], root: Place) -> str | None:
    """The text with `value` instead of `old`; None where the whole must be written anew."""
    edits = _Patch(source).edits(root, value, old, flow=False)
    return None if edits is None else _applied(source, edits)


def _applied(source: Source, edits: list[Edit]) -> str:
    """The edits carried out; a line put behind a last line without a line break gives it one."""
    text, cursor = "", 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        text += source.text[cursor : edit.start]
        if edit.start == edit.end == len(source.text) and not text.endswith("\n"):
            text += source.newline
        text += edit.text
        cursor = edit.end
    return text + source.text[cursor:]


class _Patch:
    def __init__(self, source: Source) -> None:
        self.source = source

    def edits(self, place: Place, value: Value, old: Value, *, flow: bool) -> list[Edit] | None:
        """What makes `old` into `value`; None where the entry that holds it must be written anew."""
        if same(value, old):
            return []
        steps = steps_between(value, old, flow=place.flow)
        if steps is None:
            return self._scalar(place, value, flow)
        if place.flow:
            return self._brackets(place, steps)
        if not value:
            return None
        return self._mapping(place, steps) if isinstance(old, Mapping) else self._list(place, steps)

    def _scalar(self, place: Place, value: Value, flow: bool) -> list[Edit] | None:
        text = inline(value, flow=flow)
        start, end = place.first.start_mark, place.last.end_mark
        if text is None or place.inside is not None or start.line != end.line or start.column == end.column:
            return None
        return [Edit(self.source.at(start), self.source.at(end), text)]

    def _brackets(self, place: Place, steps: list[Step]) -> list[Edit] | None:
        """Inside brackets single values are replaced; anything else makes the entry a block."""
        found: list[Edit] = []
        for step in steps:
            inside = (place.inside or {}).get(step.name)
            inner = self.edits(inside, step.value, step.old, flow=True) if inside and step.kind == "keep" else None
            if inner is None:
                return None
            found.extend(inner)
        return found

    def _mapping(self, place: Place, steps: list[Step]) -> list[Edit]:
        inside = place.inside or {}
        entries = {
            name: Entry(self.source.at(inner.key.start_mark), self.source.end_of(inner), inner)
            for name, inner in inside.items()
        }
        indent = next(iter(inside.values())).key.start_mark.column
        return self._spliced(entries, steps, lambda step: lines_of(str(step.name), step.value, indent))

    def _list(self, place: Place, steps: list[Step]) -> list[Edit]:
        inside = place.inside or {}
        entries = {
            index: Entry(dash, self.source.end_of(inner), inner)
            for (index, inner), dash in zip(inside.items(), self.source.dashes(place), strict=True)
        }
        indent = place.first.start_mark.column
        return self._spliced(entries, steps, lambda step: item_lines(step.value, indent))

    def _spliced(
        self, entries: Mapping[str | int, Entry], steps: list[Step], fresh: Callable[[Step], list[str]]
    ) -> list[Edit]:
        """The edits of a block's entries in the order of the steps; a first one behind a dash has edits of its own."""
        first = next(iter(entries.values()))
        if self.source.alone(first.start):
            return self._lines(entries, steps, fresh, self.source.line_start(first.start))
        lead = next((index for index, step in enumerate(steps) if step.kind == "keep"), len(steps))
        leading = [line for step in steps[:lead] if step.kind == "new" for line in fresh(step)]
        later = [step for step in steps[:lead] if step.kind == "remove" and entries[step.name] is not first]
        removed = {step.name for step in steps if step.kind == "remove"}
        head = self._head(entries, removed, self._joined(leading).lstrip(" "))
        return [*head, *self._lines(entries, [*later, *steps[lead:]], fresh, first.start)]

    def _lines(
        self, entries: Mapping[str | int, Entry], steps: list[Step], fresh: Callable[[Step], list[str]], anchor: int
    ) -> list[Edit]:
        """Whole lines put in behind the entry before them, taken out, or changed inside."""
        found: list[Edit] = []
        for step in steps:
            if step.kind == "new":
                found.append(Edit(anchor, anchor, self._joined(fresh(step))))
                continue
            entry = entries[step.name]
            anchor = entry.end
            if step.kind == "remove":
                found.append(Edit(self.source.line_start(entry.start), entry.end, ""))
            else:
                inner = self.edits(entry.place, step.value, step.old, flow=False)
                found.extend(self._anew(entry, fresh(step)) if inner is None else inner)
        return found

    def _head(self, entries: Mapping[str | int, Entry], removed: set[str | int], text: str) -> list[Edit]:
        """Where the first entry shares its line with a dash: what comes before it, or instead of it."""
        name, first = next(iter(entries.items()))
        start, before = first.start, self.source.line_start(first.start)
        if name not in removed:
            return [Edit(start, start, text + " " * (start - before))] if text else []
        if text:
            return [Edit(start, first.end, text)]
        name, second = list(entries.items())[1]
        if name not in removed and self.source.line_start(second.start) == first.end:
            return [Edit(start, second.start, "")]
        return [Edit(len(self.source.text[:start].rstrip(" ")), first.end, self.source.newline)]

    def _anew(self, entry: Entry, lines: list[str]) -> list[Edit]:
        """An entry written anew: one remark stays behind a single line, others stand above."""
        before = self.source.line_start(entry.start)
        alone = self.source.alone(entry.start)
        start = before if alone else entry.start
        notes = self.source.notes(start, entry.end, entry.place)
        if len(notes) == 1 and len(lines) == 1:
            lines, notes = [f"{lines[0]}  {notes[0]}"], []
        margin = self.source.text[before : entry.start]
        pad = margin[: len(margin) - len(margin.lstrip(" "))]
        text = self._joined(lines)
        above = Edit(before, before, self._joined([f"{pad}{note}" for note in notes]))
        return [above, Edit(start, entry.end, text if alone else text.lstrip(" "))]

    def _joined(self, lines: list[str]) -> str:
        return "".join(f"{line}{self.source.newline}" for line in lines)
