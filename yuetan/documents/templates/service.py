"""送达回证: that a paper reached whom it was sent to, to be signed by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates.blocks import FORM_NOTE, FORM_TITLE, end_of_form
from yuetan.documents.templates.shape import CELL, LABEL, paragraph, row, table
from yuetan.documents.templates.sheet import blank_sheet, count_pages

if TYPE_CHECKING:
    from docx.document import Document

_COLUMNS = (1800, 2622, 1800, 2623)
_WIDE = len(_COLUMNS) - 1
_CENTRED = replace(CELL, align="center")
_LOW, _HIGH, _HIGHEST = 760, 1000, 1600
_DATE = "　　年　　月　　日"


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("送达回证")
    count_pages(document)
    paragraph(document, "{{ 署名 }}", replace(FORM_TITLE, size=36, after=0))
    paragraph(document, "{{ 标题 }}", FORM_TITLE)
    paragraph(document, "请收件人在本回证上签字或盖章，由送达人带回存档。", FORM_NOTE)
    form = table(document, _COLUMNS)
    what = "{{ 文书 }}{% if 文号 %}（{{ 文号 }}）{% endif %}"
    row(form, ("送达文书", 1, LABEL), (what, _WIDE, CELL), height=_LOW)
    row(form, ("受送达人", 1, LABEL), ("{{ 受送达人 }}", _WIDE, CELL), height=_LOW)
    row(form, ("约谈对象", 1, LABEL), ("{{ 对象 }}", _WIDE, CELL), height=_LOW)
    row(form, ("送达方式", 1, LABEL), ("{{ 送达方式 }}", 1, _CENTRED), ("发出日期", 1, LABEL),
        ("{{ 送达日期 }}", 1, _CENTRED), height=_LOW)  # fmt: skip
    row(form, ("送达地点", 1, LABEL), ("", _WIDE, CELL), height=_LOW)
    row(form, ("送达人签字", 1, LABEL), ("", 1, CELL), ("送达日期", 1, LABEL), (_DATE, 1, _CENTRED), height=_HIGH)
    signed = "{% if 签收日期 %}{{ 签收日期 }}{% else %}" + _DATE + "{% endif %}"
    row(form, ("收件人签字\n或　盖　章", 1, LABEL), ("", 1, CELL), ("签收日期", 1, LABEL), (signed, 1, _CENTRED),
        height=_HIGH)  # fmt: skip
    row(form, ("代收人签字\n及代收理由", 1, LABEL), ("", _WIDE, CELL), height=_HIGH)
    row(form, ("备　注", 1, LABEL), ("", _WIDE, CELL), height=_HIGHEST)
    end_of_form(document)
    return document
