"""约谈情况简报: one page, for whoever signs the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import FORM_TITLE, only_if, signed
from yuetan.documents.templates.report_table import figures_table
from yuetan.documents.templates.shape import BODY, Look, paragraph
from yuetan.documents.templates.sheet import blank_sheet, number_pages

if TYPE_CHECKING:
    from docx.document import Document

_HEADING = replace(BODY, font=measures.HEADING_FONT, keep_next=True)
_SMALL = Look(size=measures.FORM_SIZE, line=measures.FORM_LINE, indent=True)


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("约谈情况简报")
    number_pages(document)
    paragraph(document, "{{ 标题 }}", FORM_TITLE)
    paragraph(document, "{{ 概况 }}")
    figures_table(document)
    paragraph(document, "一、需要注意的单位", replace(_HEADING, before=measures.LINE // 3))
    paragraph(document, "{{ 红榜 }}", _SMALL)
    paragraph(document, "{%p for 红灯 in 红灯们 %}")
    paragraph(document, "{{ 红灯.单位 }}：{{ 红灯.情况 }}", _SMALL)
    paragraph(document, "{%p endfor %}")
    paragraph(document, "二、需要决定的事项", _HEADING)
    only_if(document, "not 事项们", lambda: paragraph(document, "没有需要决定的事项。", _SMALL))
    paragraph(document, "{%p for 事项 in 事项们 %}")
    paragraph(document, "{{ 事项.序号 }}. {{ 事项.内容 }}", _SMALL)
    paragraph(document, "{%p endfor %}")
    signed(document)
    return document
