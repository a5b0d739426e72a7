"""Small builders over python-docx: paragraphs, runs and tables with every setting written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from yuetan.documents.templates import measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document
    from docx.oxml.table import CT_Tc
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from yuetan.documents.element import Element

    Holder: TypeAlias = Document | BlockItemContainer


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along a paragraph: `edge` top or bottom, its style in Word's words, eighths of a point, points away."""

    edge: str = "bottom"
    style: str = "single"
    width: int = measures.RULE_WIDTH
    space: int = measures.RULE_SPACE
    color: str = measures.RED


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph and its text look; sizes in half points, distances in twips."""

    font: str = measures.FANGSONG
    size: int = measures.BODY_SIZE
    line: int = measures.LINE
    align: str = "both"
    indent: bool = False
    before: int = 0
    after: int = 0
    spacing: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    left: int = 0
    right: int = 0
    hanging: int = 0
    bold: bool = False
    color: str = ""
    rule: Rule | None = None


Cell: TypeAlias = tuple[str, int, Look]
"""A cell of a row: its text, the columns that it spans, its look."""
BODY = Look(indent=True, spacing=measures.BODY_SPACING)
TITLE = Look(font=measures.TITLE_FONT, size=measures.TITLE_SIZE, line=measures.TITLE_LINE, align="center", after=300)
CELL = Look(size=measures.FORM_SIZE, line=measures.FORM_LINE, align="left")
LABEL = Look(font=measures.HEADING_FONT, size=measures.FORM_SIZE, line=measures.FORM_LINE, align="center")
NOTE = Look(size=measures.NOTE_SIZE, line=measures.NOTE_LINE, align="left")


def paragraph(holder: Holder, text: str, look: Look = BODY, *, first: bool = False) -> Paragraph:
    """Add a paragraph to a document, cell or footer; `first` takes the empty one that is there already."""
    made: Paragraph = holder.paragraphs[0] if first else holder.add_paragraph()
    _paragraph_settings(made, look)
    if text:
        run(made, text, look)
    return made


def run(made: Paragraph, text: str, look: Look) -> Run:
    """Add text to a paragraph with its fonts for every script."""
    piece = made.add_run(text)
    properties = piece._r.get_or_add_rPr()  # noqa: SLF001 - python-docx has no public way to East Asian fonts
    fonts = element("w:rFonts", ascii=look.font, hAnsi=look.font, eastAsia=look.font, cs=look.font, hint="eastAsia")
    properties.append(fonts)
    if look.bold:
        properties.append(element("w:b"))
    if look.color:
        properties.append(element("w:color", val=look.color))
    if look.spacing:
        properties.append(element("w:spacing", val=look.spacing))
    properties.append(element("w:sz", val=look.size))
    properties.append(element("w:szCs", val=look.size))
    return piece


def table(document: Document, widths: tuple[int, ...]) -> Table:
    """An empty table of fixed column widths with single borders, as wide as the text."""
    made: Table = document.add_table(rows=0, cols=len(widths))
    made.autofit = False
    properties = made._tbl.tblPr  # noqa: SLF001
    for old in properties.xpath("w:tblW | w:tblLook"):
        properties.remove(old)
    borders = element("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{edge}", val="single", sz=6, space=0, color="000000"))
    margins = element("w:tblCellMar")
    for edge, room in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        margins.append(element(f"w:{edge}", w=room, type="dxa"))
    layout = properties.xpath("w:tblLayout")[0]
    layout.addprevious(element("w:tblW", w=sum(widths), type="dxa"))
    layout.addprevious(element("w:jc", val="center"))
    layout.addprevious(borders)
    layout.addnext(margins)
    for column, width in zip(made._tbl.tblGrid.xpath("w:gridCol"), widths, strict=True):  # noqa: SLF001
        column.set(qualified("w:w"), str(width))
    return made


def row(made: Table, *cells: Cell, height: int = 0, whole: bool = True, header: bool = False) -> None:
    """Add a row of (text, columns spanned, look).

    `whole` keeps it on one page, `height` is the least it takes, `header` repeats it at the top of every page.
    """
    added = made._tbl.add_tr()  # noqa: SLF001 - python-docx would fill it with cells of its own
    _row_settings(added.get_or_add_trPr(), height=height, whole=whole, header=header)
    widths = [int(c.get(qualified("w:w"))) for c in made._tbl.tblGrid.xpath("w:gridCol")]  # noqa: SLF001
    start = 0
    for text, span, look in cells:
        holder = _cell(span, sum(widths[start : start + span]))
        added.append(holder)
        _lines(made, holder, text, look)
        start += span


def _row_settings(properties: Element, *, height: int, whole: bool, header: bool) -> None:
    if whole:
        properties.append(element("w:cantSplit"))
    if height:
        properties.append(element("w:trHeight", val=height, hRule="atLeast"))
    if header:
        properties.append(element("w:tblHeader"))


def tag_row(made: Table, tag: str) -> None:
    """A row that holds nothing but a docxtpl row tag; it vanishes when the template is filled."""
    columns = len(made._tbl.tblGrid.xpath("w:gridCol"))  # noqa: SLF001
    row(made, (tag, columns, CELL))


def field(made: Paragraph, code: str, look: Look) -> None:
    """A field that the word processor computes: PAGE, NUMPAGES."""
    for kind in ("begin", code, "separate", "1", "end"):
        piece = run(made, "1" if kind == "1" else "", look)
        if kind in ("begin", "separate", "end"):
            piece._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001
        elif kind == code:
            instruction = element("w:instrText")
            instruction.text = f" {code} "
            piece._r.append(instruction)  # noqa: SLF001


def element(name: str, /, **attributes: str | int) -> Element:
    """An XML element of WordprocessingML with its attributes in that namespace."""
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qualified(f"w:{attribute}"), str(value))
    return made


def qualified(name: str) -> str:
    """``w:p`` as the name lxml knows."""
    from docx.oxml.ns import qn

    return str(qn(name))


def _cell(span: int, width: int) -> Element:
    holder = element("w:tc")
    properties = element("w:tcPr")
    properties.append(element("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    properties.append(element("w:vAlign", val="center"))
    holder.append(properties)
    holder.append(element("w:p"))
    return holder


def _lines(made: Table, holder: Element, text: str, look: Look) -> None:
    """The text of a cell, a paragraph a line."""
    from docx.table import _Cell

    cell = _Cell(cast("CT_Tc", holder), made)
    for index, line in enumerate(text.split("\n")):
        paragraph(cell, line, look, first=index == 0)


def _paragraph_settings(made: Paragraph, look: Look) -> None:
    properties = made._p.get_or_add_pPr()  # noqa: SLF001
    for old in list(properties):
        properties.remove(old)
    for setting in _settings(look):
        properties.append(setting)


def _settings(look: Look) -> Iterator[Element]:
    """What a paragraph is set to, in the order that the format wants."""
    switches = (("keepNext", look.keep_next), ("keepLines", look.keep_lines), ("pageBreakBefore", look.new_page))
    yield from (element(f"w:{name}") for name, wanted in switches if wanted)
    yield element("w:widowControl", val=0)
    if look.rule is not None:
        yield _rule(look.rule)
    yield element("w:overflowPunct", val=measures.HANGING_PUNCTUATION)
    yield element("w:snapToGrid", val=0)
    rule = "exact" if look.line else "auto"
    yield element("w:spacing", before=look.before, after=look.after, line=look.line or 240, lineRule=rule)
    if look.indent:
        yield element("w:ind", firstLineChars=measures.TWO_CHARACTERS, firstLine=look.size * 20)
    elif look.left or look.right:
        yield element("w:ind", left=look.left, right=look.right, hanging=look.hanging)
    yield element("w:jc", val=look.align)


def _rule(rule: Rule) -> Element:
    borders = element("w:pBdr")
    borders.append(element(f"w:{rule.edge}", val=rule.style, sz=rule.width, space=rule.space, color=rule.color))
    return borders
