"""催办函: a letter (信函格式) that asks for an overdue document; no number stands on its first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.documents.templates.blocks import PLAIN, contact, letter_number, signed
from yuetan.documents.templates.letter import letter_sheet
from yuetan.documents.templates.shape import paragraph

if TYPE_CHECKING:
    from docx.document import Document

_WHO = "{% if 送本人 %}你{% else %}你单位{{ 姓名 }}同志{% if 职务 %}（{{ 职务 }}）{% endif %}{% endif %}"
_OVERDUE = (
    "根据{{ 条款 }}，应于{{ 期限 }}前形成{{ 文书 }}并报送{{ 报送 }}。"
    "截至{{ 日期 }}，我们尚未收到该报告，已逾期{{ 逾期天数 }}天。"
)
_ASKED = (
    "请{% if not 送本人 %}督促其{% endif %}抓紧落实整改，尽快形成{{ 文书 }}并报送我们；"
    "已经报送的，请告知报送的时间和方式；确有困难的，请书面说明原因。"
)


def template() -> Document:
    """The template as a python-docx document."""
    document = letter_sheet("催办函")
    letter_number(document)
    paragraph(document, "{{ 收件 }}：", PLAIN)
    paragraph(document, f"{_WHO}于{{{{ 约谈日期 }}}}接受廉政约谈。{_OVERDUE}")
    paragraph(document, _ASKED)
    contact(document)
    signed(document)
    return document
