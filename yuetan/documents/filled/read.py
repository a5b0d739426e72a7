"""A form that came back in: a .docx as Word, WPS or LibreOffice saved it, read into the cells that are seen.

Only the text is read, by local names (transitional and strict files alike); nothing is run, followed or fetched.
What another cell covers, what a tracked change has deleted, hidden text and a content control's own invitation are
left out; what a tracked change has inserted stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.documents.filled.numbers import Numbers, numbers_of
from yuetan.documents.filled.package import main_part, open_package
from yuetan.documents.filled.text import paragraph_text, tidy
from yuetan.documents.filled.xml import attribute, child, children, is_on, local, value
from yuetan.errors import BadInputError
from yuetan.views.form_cells import Form, FormCell, FormRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.documents.element import Element

MOST_ROWS = 5_000
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})


@dataclass(slots=True)
class _Reading:
    """What is read, and where the reader has got to: what is numbered so far, rows seen, tables seen."""

    name: str
    numbers: Numbers
    rows: int = 0
    tables: int = 0


def read_form(content: bytes, name: str) -> Form:
    """The rows and paragraphs of a .docx; `name` is what messages call the file.

    Raises BadInputError, within a second, for what is no .docx, is encrypted, damaged or beyond all measure.
    """
    with open_package(content, name) as package:
        body = child(main_part(package), "body")
        reading = _Reading(name, numbers_of(package.part("word/numbering.xml")))
    if body is None:
        raise BadInputError(f"{name} 里没有正文", hint="用 WPS 或 Word 打开后重新保存一次")
    paragraphs: list[str] = []
    rows: list[FormRow] = []
    for block in _blocks(body):
        if local(block) == "p":
            paragraphs.append(tidy(paragraph_text(block, reading.numbers)[0]))
        else:
            rows.extend(_table(block, reading))
    return Form(tuple(text for text in paragraphs if text), tuple(rows))


def _blocks(holder: Element) -> Iterator[Element]:
    """Paragraphs and tables in reading order, through whatever wraps them."""
    for one in holder:
        name = local(one)
        if name in {"p", "tbl"}:
            yield one
        elif name in _WRAPPERS and not is_on(child(one, "sdtPr", "showingPlcHdr")):
            yield from _blocks(one)  # a control that shows its own “click here to type” says nothing


def _wrapped(holder: Element, wanted: str) -> Iterator[Element]:
    for one in holder:
        name = local(one)
        if name == wanted:
            yield one
        elif name in _WRAPPERS:
            yield from _wrapped(one, wanted)


def _table(table: Element, reading: _Reading) -> Iterator[FormRow]:
    reading.tables += 1
    number = reading.tables
    seen = (row for row in _wrapped(table, "tr") if child(row, "trPr", "del") is None)
    for place, row in enumerate(seen, 1):
        reading.rows += 1
        if reading.rows > MOST_ROWS:
            raise BadInputError(f"{reading.name} 的表格超过 {MOST_ROWS} 行，不像是填好的表单")
        yield FormRow(number, place, tuple(_cells(row, number, place, reading)))


def _cells(row: Element, table: int, number: int, reading: _Reading) -> Iterator[FormCell]:
    column = _number(value(row, "trPr", "gridBefore"), 0)
    for cell in _wrapped(row, "tc"):
        span = _number(value(cell, "tcPr", "gridSpan"), 1)
        if not _covered(child(cell, "tcPr")):
            text, picture = _cell_text(cell, reading)
            yield FormCell(table, number, column, span, tidy(text), picture)
        column += span


def _covered(settings: Element | None) -> bool:
    """Whether the cell is deleted, or lies under the one above or beside it."""
    if settings is None:
        return False
    merges = (one for one in children(settings) if local(one) in {"vMerge", "hMerge"})
    under = any(attribute(one, "val") in {None, "continue"} for one in merges)
    return under or child(settings, "cellDel") is not None


def _cell_text(cell: Element, reading: _Reading) -> tuple[str, bool]:
    """The cell's paragraphs, one a line; a table within it is read cell by cell. And whether a picture is there."""
    pieces = [piece for block in _blocks(cell) for piece in _block_pieces(block, reading)]
    return "".join(text for text, _ in pieces).removesuffix("\n"), any(picture for _, picture in pieces)


def _block_pieces(block: Element, reading: _Reading) -> Iterator[tuple[str, bool]]:
    if local(block) == "p":
        text, goes_on = paragraph_text(block, reading.numbers)
        yield text if goes_on else f"{text}\n", _has_picture(block)
        return
    for row in _wrapped(block, "tr"):
        for one in _wrapped(row, "tc"):
            text, picture = _cell_text(one, reading)
            yield f"{text}\n", picture


def _has_picture(block: Element) -> bool:
    return any(local(one) in {"blip", "imagedata"} for one in block.iter())


def _number(word: str | None, default: int) -> int:
    return min(int(word), 1_000) if word is not None and word.isascii() and word.isdigit() else default
