"""The old text of a file, and where in it keys, values, dashes and comments stand: offsets in code points."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.codec.document import Mark, Place

_NOTE = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)


class Source:
    """A text with its lines' beginnings; `newline` is what new lines end with, as the file's first one does."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.text = text
        self.newline = "\r\n" if lines[0].endswith("\r") else "\n"
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def at(self, mark: Mark) -> int:
        """The offset of a parser's mark."""
        offset: int = self._starts[mark.line] + mark.column
        return min(offset, len(self.text))

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line after an offset begins; the text's end behind its last line."""
        return self.text.find("\n", offset) + 1 or len(self.text)

    def alone(self, offset: int) -> bool:
        """Whether nothing but spaces stands before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def end_of(self, place: Place) -> int:
        """Where the lines of an entry end: after its last content and the remark behind it, before later remarks."""
        while place.inside and not place.flow:
            place = next(reversed(place.inside.values()))
        start, end = self.at(place.first.start_mark), self.at(place.last.end_mark)
        if place.inside is None and start == end:
            return self.line_end(self.at(place.key.end_mark))
        if getattr(place.first, "style", None) in ("|", ">"):
            return self._block_end(start, end)
        return self.line_end(end)

    def _block_end(self, start: int, end: int) -> int:
        """Blank lines behind a literal text are its own only where its head has a plus sign."""
        head = self.line_end(start)
        if end < len(self.text):
            end = self.line_start(end)
        if "+" in self.text[start:head].split("#")[0]:
            return max(end, head)
        kept = self.text[:end].rstrip("\r\n \t")
        return max(self.line_end(len(kept)), head)

    def dashes(self, place: Place) -> list[int]:
        """The dash of each item of a block list."""
        mark = place.first.start_mark
        found = []
        for item in (place.inside or {}).values():
            line = item.key.start_mark.line
            while line > mark.line and not self._has_dash(line, mark.column):
                line -= 1
            found.append(self._starts[line] + mark.column)
        return found

    def _has_dash(self, line: int, column: int) -> bool:
        start = self._starts[line]
        return self.text[start : start + column + 1] == " " * column + "-"

    def notes(self, start: int, end: int, place: Place) -> list[str]:
        """The remarks (# …) between two offsets; what looks like one inside a text is none."""
        if self.text.find("#", start, end) < 0:
            return []
        texts = list(self._texts(place))
        found: list[str] = []
        for sign in _NOTE.finditer(self.text, start, end):
            at = sign.start()
            if at >= start and not any(low <= at < high for low, high in texts):
                start = self.line_end(at)
                found.append(self.text[at:start].rstrip("\r\n"))
        return found

    def _texts(self, place: Place) -> Iterator[tuple[int, int]]:
        """From where to where scalars go, keys among them; of a literal text all but its head."""
        for event in {id(event): event for event in (place.key, place.first)}.values():
            style = getattr(event, "style", None)
            start = self.at(event.start_mark)
            if hasattr(event, "value"):
                yield (self.line_end(start) if style in ("|", ">") else start), self.at(event.end_mark)
        for inner in (place.inside or {}).values():
            yield from self._texts(inner)
