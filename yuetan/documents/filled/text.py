"""The words of a paragraph as a reader sees them, whoever saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.documents.filled.xml import attribute, child, is_on, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.documents.element import Element
    from yuetan.documents.filled.numbers import Numbers

_UNSEEN = frozenset(
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "instrText", "rt", "drawing",
        "pict", "object", "footnoteReference", "endnoteReference", "commentReference", "annotationRef", "Fallback",
    }
)  # fmt: skip
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_TICKED = {"F052": "☑", "F0FE": "☑", "F0FC": "√", "F050": "√", "F06F": "□", "F0A8": "□", "F0A3": "□", "F053": "☒"}
_SPACES = str.maketrans(
    {
        **dict.fromkeys([0x00A0, 0x202F, 0x205F, *range(0x2000, 0x200B)], " "),
        **dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x00AD], None),
        **dict.fromkeys([0x000B, 0x000C, 0x0085, 0x2028, 0x2029, 0x000D], "\n"),
    }
)
_EDGE = " \t\u3000"


def tidy(text: str) -> str:
    """The text with plain spaces, lines without spaces at their ends, and no empty lines before or after."""
    lines = [line.strip(_EDGE) for line in text.translate(_SPACES).split("\n")]
    return "\n".join(lines).strip("\n")


def paragraph_text(paragraph: Element, numbers: Numbers) -> tuple[str, bool]:
    """What the paragraph says, its automatic number before it; and whether the next one goes on in the same line.

    It does where a tracked change has deleted the mark between them.
    """
    settings = child(paragraph, "pPr")
    goes_on = any(child(settings, "rPr", change) is not None for change in ("del", "moveFrom"))
    text = "".join(_pieces(paragraph))
    return f"{numbers.next(settings) if text.strip() else ''}{text}", goes_on


def _pieces(holder: Element) -> Iterator[str]:
    for one in holder:
        name = local(one)
        mark = _mark(one, name)
        if mark is not None:
            yield mark
        elif name not in _UNSEEN and not _hidden(one, name):
            yield from _pieces(one)


def _mark(one: Element, name: str) -> str | None:
    """What an element of the text stands for; None where the text is further down."""
    if name == "t":
        return (one.text or "").replace("\n", " ")
    if name == "br":
        return "\n" if attribute(one, "type") in {None, "textWrapping"} else ""
    if name == "sym":
        return _TICKED.get((attribute(one, "char") or "").upper(), "")
    return _MARKS.get(name)


def _hidden(one: Element, name: str) -> bool:
    if name == "r":
        return is_on(child(one, "rPr", "vanish"))
    return name == "sdt" and is_on(child(one, "sdtPr", "showingPlcHdr"))
