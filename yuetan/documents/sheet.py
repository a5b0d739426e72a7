"""An empty page of the official format: python-docx's own document, stripped to what a paper needs."""

from __future__ import annotations

from typing import Any

from yuetan.documents import paper
from yuetan.documents.shape import Look, element, field, paragraph, qualified, run

_SUPERFLUOUS = ("customXml", "stylesWithEffects", "thumbnail")
_NUMBER = Look(font=paper.SONG, size=paper.PAGE_NUMBER_SIZE, line=0, align="center")


def blank_sheet(title: str) -> Any:
    """A document without paragraphs: page, grid, default fonts, properties without a person or a date of today."""
    from datetime import datetime

    from docx import Document

    document = Document()
    _drop(document.part.package)
    _drop(document.part)
    _defaults(document)
    _page(document.sections[0])
    properties = document.core_properties
    for name in ("author", "comments", "keywords", "category", "subject", "last_modified_by"):
        setattr(properties, name, "")
    properties.title = title
    properties.revision = 1
    properties.created = properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001 - a template has no day
    return document


def number_pages(document: Any, *, of: bool = False) -> None:
    """The page number in the footer: ``— 1 —``, or ``第 1 页 共 3 页`` where `of`."""
    made = paragraph(document.sections[0].footer, "", _NUMBER, first=True)
    run(made, "第 " if of else "— ", _NUMBER)
    field(made, "PAGE", _NUMBER)
    run(made, " 页  共 " if of else " —", _NUMBER)
    if of:
        field(made, "NUMPAGES", _NUMBER)
        run(made, " 页", _NUMBER)


def _drop(holder: Any) -> None:
    for key, relation in list(holder.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _SUPERFLUOUS:
            del holder.rels[key]


def _page(section: Any) -> None:
    properties = section._sectPr  # noqa: SLF001
    for old in list(properties):
        properties.remove(old)
    width, height = paper.PAGE
    properties.append(element("w:pgSz", w=width, h=height))
    properties.append(
        element(
            "w:pgMar",
            top=paper.MARGIN_TOP,
            right=paper.MARGIN_RIGHT,
            bottom=paper.MARGIN_BOTTOM,
            left=paper.MARGIN_LEFT,
            header=851,
            footer=paper.FOOTER,
            gutter=0,
        )
    )
    properties.append(element("w:docGrid", type="lines", linePitch=paper.LINE))


def _defaults(document: Any) -> None:
    normal = document.styles["Normal"]
    properties = normal.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    font = paper.FANGSONG
    properties.append(element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
    properties.append(element("w:sz", val=paper.BODY_SIZE))
    properties.append(element("w:szCs", val=paper.BODY_SIZE))
    properties.append(element("w:lang", val="zh-CN", eastAsia="zh-CN"))
    for old in document.styles.element.xpath("w:docDefaults/w:pPrDefault/w:pPr/*"):
        old.getparent().remove(old)
    for theme in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        theme.set(qualified("w:eastAsia"), "zh-CN")
