"""An empty page of the official format: python-docx's own document, stripped to what a paper needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.shape import Look, element, field, paragraph, qualified, run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part
    from docx.section import Section

_SUPERFLUOUS = ("customXml", "stylesWithEffects", "thumbnail")
_NUMBER = Look(font=measures.SONG, size=measures.PAGE_NUMBER_SIZE, line=0, align="center")
_SMALL_NUMBER = replace(_NUMBER, size=measures.NOTE_SIZE)
_ONE_CHARACTER = measures.PAGE_NUMBER_SIZE * 10


def blank_sheet(title: str) -> Document:
    """A document without paragraphs: page, grid, default fonts, properties without a person or a date of today."""
    from datetime import datetime

    from docx import Document

    document = Document()
    _drop(document.part.package)
    _drop(document.part)
    _defaults(document)
    _font_table(document)
    _page(document.sections[0])
    properties = document.core_properties
    for name in ("author", "comments", "keywords", "category", "subject", "last_modified_by"):
        setattr(properties, name, "")
    properties.title = title
    properties.revision = 1
    properties.created = properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001 - a template has no day
    return document


def number_pages(document: Document, *, after: int = 0) -> None:
    """The page number ``— 1 —`` in the footer: right on odd pages, left on even ones, one character in.

    `after` lifts it where the footer lies lower than on an ordinary page.
    """
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    odd = replace(_NUMBER, align="right", right=_ONE_CHARACTER, after=after)
    even = replace(_NUMBER, align="left", left=_ONE_CHARACTER, after=after)
    for footer, look in ((section.footer, odd), (section.even_page_footer, even)):
        made = paragraph(footer, "— ", look, first=True)
        field(made, "PAGE", look)
        run(made, " —", look)


def count_pages(document: Document) -> None:
    """``第 1 页 共 3 页`` in the footer: a form of several pages is signed as a whole."""
    made = paragraph(document.sections[0].footer, "第 ", _SMALL_NUMBER, first=True)
    field(made, "PAGE", _SMALL_NUMBER)
    run(made, " 页　共 ", _SMALL_NUMBER)
    field(made, "NUMPAGES", _SMALL_NUMBER)
    run(made, " 页", _SMALL_NUMBER)


def page_settings(section: Section, *, footer: int = measures.FOOTER, header: int = measures.HEADER) -> None:
    """The distances of header and footer from the page's edges, where a paper has its own."""
    margins = section._sectPr.xpath("w:pgMar")[0]  # noqa: SLF001
    margins.set(qualified("w:footer"), str(footer))
    margins.set(qualified("w:header"), str(header))


def _drop(holder: Part | OpcPackage) -> None:
    for key, relation in list(holder.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _SUPERFLUOUS:
            del holder.rels[key]


def _page(section: Section) -> None:
    properties = section._sectPr  # noqa: SLF001
    for old in list(properties):
        properties.remove(old)
    width, height = measures.PAGE
    properties.append(element("w:pgSz", w=width, h=height))
    properties.append(
        element(
            "w:pgMar",
            top=measures.MARGIN_TOP,
            right=measures.MARGIN_RIGHT,
            bottom=measures.MARGIN_BOTTOM,
            left=measures.MARGIN_LEFT,
            header=measures.HEADER,
            footer=measures.FOOTER,
            gutter=0,
        )
    )
    properties.append(element("w:docGrid", type="lines", linePitch=measures.LINE))


def _defaults(document: Document) -> None:
    normal = document.styles["Normal"]
    properties = normal.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    font = measures.FANGSONG
    properties.append(element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
    properties.append(element("w:sz", val=measures.BODY_SIZE))
    properties.append(element("w:szCs", val=measures.BODY_SIZE))
    properties.append(element("w:lang", val="en-US", eastAsia="zh-CN"))
    for old in document.styles.element.xpath("w:docDefaults/w:pPrDefault/w:pPr/*"):
        old.getparent().remove(old)
    _paragraph_defaults(document)
    for theme in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        theme.set(qualified("w:eastAsia"), "zh-CN")


def _paragraph_defaults(document: Document) -> None:
    """No hanging punctuation, no widow control, no snapping: in the defaults, the base style and the table style."""
    for properties in document.styles.element.xpath("w:docDefaults/w:pPrDefault/w:pPr"):
        for name in ("w:widowControl", "w:overflowPunct", "w:snapToGrid"):
            properties.append(element(name, val=0))
    normal = document.styles["Normal"].element.get_or_add_pPr()
    for name in ("w:widowControl", "w:overflowPunct", "w:snapToGrid"):
        normal.append(element(name, val=0))
    for language in document.settings.element.xpath("w:themeFontLang"):
        language.set(qualified("w:val"), "en-US")
        language.set(qualified("w:eastAsia"), "zh-CN")


def _font_table(document: Document) -> None:
    """Name what stands in for a font that a machine does not have."""
    from lxml import etree

    part = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("/fontTable"))
    table = element("w:fonts")
    for name, other in measures.ALTERNATIVES.items():
        font = element("w:font", name=name)
        font.append(element("w:altName", val=other))
        table.append(font)
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
