"""The letter format (信函格式): mark and double rule in the first page's head, another double rule at its foot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import mark
from yuetan.documents.templates.shape import NOTE, Rule, paragraph
from yuetan.documents.templates.sheet import blank_sheet, number_pages, page_settings

if TYPE_CHECKING:
    from docx.document import Document

_UPPER = Rule("bottom", "thickThinSmallGap", 24, 4)
_LOWER = Rule("bottom", "thinThickSmallGap", 24, 1)
_OUT = (measures.TEXT_WIDTH - measures.LETTER_WIDTH) // 2
"""How far the rules reach over the text on each side, as a (negative) indent."""
_FOOT = replace(NOTE, left=_OUT, right=_OUT, rule=_LOWER)


def letter_sheet(title: str) -> Document:
    """A document without paragraphs in the letter format; its first page has no number."""
    document = blank_sheet(title)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    page_settings(section, header=measures.LETTER_MARK_TOP, footer=measures.LETTER_FOOT)
    number_pages(document, after=measures.FOOTER - measures.LETTER_FOOT)
    mark(section.first_page_header, first=True, below=_UPPER, out=_OUT)
    paragraph(section.first_page_footer, "", _FOOT, first=True)
    return document
