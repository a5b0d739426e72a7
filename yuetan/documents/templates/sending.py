"""报送函: a letter (信函格式) that goes with the workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import PLAIN, contact, letter_number, signed
from yuetan.documents.templates.letter import letter_sheet
from yuetan.documents.templates.shape import BODY, paragraph

if TYPE_CHECKING:
    from docx.document import Document

_LEFT = replace(BODY, align="left")


def template() -> Document:
    """The template as a python-docx document."""
    document = letter_sheet("报送函")
    letter_number(document)
    paragraph(document, "{{ 收件 }}：", PLAIN)
    paragraph(
        document,
        "根据{{ 依据 }}，现将{{ 期间 }}廉政约谈情况随函报送，请查收。{{ 期间 }}我单位{{ 总体 }}；{{ 覆盖 }}。",
    )
    paragraph(document, "所附工作簿可凭“填报说明”中的数据摘要核对，其前16位为：{{ 摘要 }}。", _LEFT)
    paragraph(document, "附件：{{ 附件 }}", replace(PLAIN, indent=True, before=measures.LINE, keep_next=True))
    contact(document)
    signed(document)
    return document
