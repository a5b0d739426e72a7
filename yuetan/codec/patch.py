"""New values into old text: only what changed is cut out and replaced, all else keeps its letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from yuetan.codec.emit import inline, item_lines, lines_of
from yuetan.codec.order import Step, list_steps, mapping_steps, pair_steps
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
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            if place.flow:
                return self._brackets(place, mapping_steps(value, old))
            return self._mapping(place, mapping_steps(value, old)) if value else None
        if isinstance(value, list) and isinstance(old, list):
            if place.flow:
                return self._brackets(place, pair_steps(value, old))
            return self._list(place, list_steps(value, old)) if value else None
        return self._scalar(place, value, flow)

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
        first = next(iter(entries.values()))
        alone = self.source.alone(first.start)
        kinds = [step.kind for step in steps]
        lead = kinds.index("keep") if "keep" in kinds else len(kinds)
        found = [] if alone else self._head(first, entries, steps, [fresh(s) for s in steps[:lead] if s.kind == "new"])
        anchor = self.source.line_start(first.start)
        for index, step in enumerate(steps):
            if step.kind == "new":
                if alone or index > lead:
                    found.append(Edit(anchor, anchor, self._joined(fresh(step))))
                continue
            entry = entries[step.name]
            anchor = entry.end
            if step.kind == "keep":
                inner = self.edits(entry.place, step.value, step.old, flow=False)
                found.extend(self._anew(entry, fresh(step)) if inner is None else inner)
            elif alone or entry is not first:
                found.append(Edit(self.source.line_start(entry.start), entry.end, ""))
        return found

    def _head(
        self, first: Entry, entries: Mapping[str | int, Entry], steps: list[Step], leading: list[list[str]]
    ) -> list[Edit]:
        """Where the first entry shares its line with a dash: what comes before it, or instead of it."""
        text = self._joined([line for lines in leading for line in lines]).lstrip(" ")
        start, before = first.start, self.source.line_start(first.start)
        removed = {step.name for step in steps if step.kind == "remove"}
        if next(name for name, entry in entries.items() if entry is first) not in removed:
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
