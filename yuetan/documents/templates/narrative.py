"""约谈工作情况报告: the narrative in the official format; what the office itself must write stands out in red."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import PLAIN, head, signed
from yuetan.documents.templates.report_table import figures_table
from yuetan.documents.templates.shape import BODY, paragraph
from yuetan.documents.templates.sheet import blank_sheet, number_pages

if TYPE_CHECKING:
    from docx.document import Document

_HEADING = replace(BODY, font=measures.HEADING_FONT, keep_next=True)
_OPEN = replace(BODY, font=measures.KAITI, color=measures.RED)


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("约谈工作情况报告")
    number_pages(document)
    head(document)
    paragraph(document, "{{ 收件 }}：", PLAIN)
    paragraph(document, "根据{{ 依据 }}，现将{{ 期间 }}廉政约谈工作情况报告如下（数据截至{{ 截至 }}）。")
    paragraph(document, "一、总体情况", _HEADING)
    paragraph(document, "{{ 期间 }}，{{ 总体 }}；{{ 比较 }}。{{ 覆盖 }}。各情形的情况如下：")
    figures_table(document)
    paragraph(document, "二、主要做法", replace(_HEADING, before=measures.LINE // 2))
    paragraph(document, "【请本单位补充：组织领导、谈前准备、谈话质量等方面的做法】", _OPEN)
    paragraph(document, "三、整改落实", _HEADING)
    paragraph(document, "{{ 整改 }}")
    paragraph(document, "【请本单位补充：整改的主要成效和典型做法，不写个人隐私和信访来源】", _OPEN)
    paragraph(document, "四、补报和更正", _HEADING)
    paragraph(document, "{{ 补报 }}")
    paragraph(document, "五、存在的问题", _HEADING)
    paragraph(document, "{{ 检查 }}")
    paragraph(document, "【请本单位补充：产生问题的原因】", _OPEN)
    paragraph(document, "六、下一步打算", _HEADING)
    paragraph(document, "【请本单位补充：改进的措施和时间安排】", _OPEN)
    signed(document)
    return document
