"""The words of a paragraph as a reader sees them, whoever saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.documents.filled.xml import attribute, child, is_on, local

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def paragraph_words(paragraph: Any, numbers: Numbers) -> tuple[str, bool]:
    """What the paragraph says, its automatic number before it; and whether the next one goes on in the same line.

    It does where a tracked change has deleted the mark between them.
    """
    settings = child(paragraph, "pPr")
    mark = child(settings, "rPr") if settings is not None else None
    goes_on = mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)
    said = "".join(_pieces(paragraph))
    number = numbers.next(settings) if settings is not None and said.strip() else ""
    return f"{number}{said}", goes_on


def _pieces(holder: Any) -> Iterator[str]:
    for one in holder:
        name = local(one)
        if name == "t":
            yield (one.text or "").replace("\n", " ")
        elif name == "br":
            yield "\n" if attribute(one, "type") in {None, "textWrapping"} else ""
        elif name == "sym":
            yield _TICKED.get((attribute(one, "char") or "").upper(), "")
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _UNSEEN and not _hidden(one, name):
            yield from _pieces(one)


def _hidden(one: Any, name: str) -> bool:
    if name == "r":
        look = child(one, "rPr")
        return look is not None and is_on(child(look, "vanish"))
    if name == "sdt":
        settings = child(one, "sdtPr")
        return settings is not None and is_on(child(settings, "showingPlcHdr"))
    return False
