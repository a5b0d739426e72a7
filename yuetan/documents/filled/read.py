"""A form that came back in: a .docx as Word, WPS or LibreOffice saved it, read into the cells that are seen.

Only the text is read, by local names (transitional and strict files alike); nothing is run, followed or fetched.
What another cell covers, what a tracked change has deleted, hidden text and a content control's own invitation are
left out; what a tracked change has inserted stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.documents.filled.numbers import Numbers, numbers_of
from yuetan.documents.filled.package import Package, main_part, open_package
from yuetan.documents.filled.text import paragraph_words, tidy
from yuetan.documents.filled.xml import attribute, child, children, is_on, local
from yuetan.errors import BadInputError
from yuetan.views.form_cells import Form, FormCell, FormRow

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 5_000
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})


@dataclass(slots=True)
class _Reading:
    """Where the reader has got to: what is numbered so far, rows seen, tables seen."""

    numbers: Numbers
    rows: int = 0
    tables: int = 0


def read_form(content: bytes, name: str) -> Form:
    """The rows and paragraphs of a .docx; `name` is what messages call the file.

    Raises BadInputError, within a second, for what is no .docx, is encrypted, damaged or beyond all measure.
    """
    with open_package(content, name) as package:
        body = child(main_part(package), "body")
        numbers = numbers_of(_numbering(package))
    if body is None:
        raise BadInputError(f"{name} 里没有正文", hint="用 WPS 或 Word 打开后重新保存一次")
    reading = _Reading(numbers)
    paragraphs: list[str] = []
    rows: list[FormRow] = []
    for block in _blocks(body):
        if local(block) == "p":
            paragraphs.append(tidy(paragraph_words(block, reading.numbers)[0]))
        else:
            rows.extend(_table(block, reading, name))
    return Form(tuple(text for text in paragraphs if text), tuple(rows))


def _numbering(package: Package) -> Any:
    return package.part("word/numbering.xml")


def _blocks(holder: Any) -> Iterator[Any]:
    """Paragraphs and tables in reading order, through whatever wraps them."""
    for one in holder:
        name = local(one)
        if name in {"p", "tbl"}:
            yield one
        elif name in _WRAPPERS and not _invitation(one):
            yield from _blocks(one)


def _wrapped(holder: Any, wanted: str) -> Iterator[Any]:
    for one in holder:
        name = local(one)
        if name == wanted:
            yield one
        elif name in _WRAPPERS:
            yield from _wrapped(one, wanted)


def _invitation(control: Any) -> bool:
    """Whether a content control shows nothing but its own “click here to type”."""
    settings = child(control, "sdtPr")
    return settings is not None and is_on(child(settings, "showingPlcHdr"))


def _table(table: Any, reading: _Reading, name: str) -> Iterator[FormRow]:
    reading.tables += 1
    number = reading.tables
    shown = 0
    for row in _wrapped(table, "tr"):
        settings = child(row, "trPr")
        if settings is not None and child(settings, "del") is not None:
            continue
        shown += 1
        reading.rows += 1
        if reading.rows > MOST_ROWS:
            raise BadInputError(f"{name} 的表格超过 {MOST_ROWS} 行，不像是填好的表单")
        before = child(settings, "gridBefore") if settings is not None else None
        start = _number(before, 0) if before is not None else 0
        cells = tuple(_cells(row, number, shown, start, reading))
        yield FormRow(number, shown, cells)


def _cells(row: Any, table: int, number: int, start: int, reading: _Reading) -> Iterator[FormCell]:
    column = start
    for cell in _wrapped(row, "tc"):
        settings = child(cell, "tcPr")
        span = _number(child(settings, "gridSpan"), 1) if settings is not None else 1
        if settings is None or not _covered(settings):
            text, picture = _cell_words(cell, reading)
            yield FormCell(table, number, column, span, tidy(text), picture)
        column += span


def _covered(settings: Any) -> bool:
    """Whether the cell is deleted, or lies under the one above or beside it."""
    if child(settings, "cellDel") is not None:
        return True
    merges = [one for one in children(settings) if local(one) in {"vMerge", "hMerge"}]
    return any(attribute(one, "val") in {None, "continue"} for one in merges)


def _cell_words(cell: Any, reading: _Reading) -> tuple[str, bool]:
    """The cell's paragraphs, one a line; a table within it is read cell by cell. And whether a picture is there."""
    pieces: list[str] = []
    picture = False
    for block in _blocks(cell):
        if local(block) == "p":
            text, goes_on = paragraph_words(block, reading.numbers)
            pieces.append(text if goes_on else f"{text}\n")
            picture = picture or _has_picture(block)
        else:
            inner = [_cell_words(one, reading) for row in _wrapped(block, "tr") for one in _wrapped(row, "tc")]
            pieces.extend(f"{text}\n" for text, _ in inner)
            picture = picture or any(seen for _, seen in inner)
    return "".join(pieces).removesuffix("\n"), picture


def _has_picture(block: Any) -> bool:
    return any(local(one) in {"blip", "imagedata"} for one in block.iter())


def _number(element: Any, default: int) -> int:
    word = attribute(element, "val") if element is not None else None
    return min(int(word), 1_000) if word is not None and word.isascii() and word.isdigit() else default
