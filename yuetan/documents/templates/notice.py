"""约谈通知书 with its 回执: what 第七条第（二）项 wants told, whom to ask, and a slip to cut off and return."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import PLAIN, contact, each, fact, head, only_if, signed
from yuetan.documents.templates.shape import CELL, LABEL, NOTE, Look, Rule, paragraph, row, table
from yuetan.documents.templates.sheet import blank_sheet, number_pages

if TYPE_CHECKING:
    from docx.document import Document

_CUT = replace(NOTE, align="center", before=measures.LINE, rule=Rule("top", "dashed", 6, 4, "000000"))
_SLIP_TITLE = Look(
    font=measures.TITLE_FONT,
    size=measures.TITLE_SIZE,
    line=measures.TITLE_LINE,
    align="center",
    after=300,
    new_page=True,
)
_SLIP_COLUMNS = (1600, 2822, 1600, 2823)
_ROW = 720
_NAMES = "{% for 对象 in 对象们 %}{{ 对象.姓名 }}{% if not loop.last %}、{% endif %}{% endfor %}"
_SUBJECT = "{{ 对象.姓名 }}（{{ 对象.单位 }}{{ 对象.职务 }}）"
_INTERVIEWER = (
    "{{ 约谈人.姓名 }}（{{ 约谈人.单位 }}{{ 约谈人.职务 }}）{% if 约谈人.分工 %}　{{ 约谈人.分工 }}{% endif %}"
)


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("约谈通知书")
    number_pages(document)
    head(document)
    paragraph(document, "{{ 收件 }}：", PLAIN)
    paragraph(document, "根据{{ 条款 }}，现将廉政约谈的有关事项通知如下：")
    _facts(document)
    paragraph(document, "请按时参加。确有特殊情况不能按时参加的，请及时与我们联系。")
    paragraph(document, "附件：廉政约谈通知书回执", replace(PLAIN, indent=True, before=measures.LINE, keep_next=True))
    signed(document)
    _slip(document)
    return document


def _facts(document: Document) -> None:
    fact(document, "约谈主题", "{{ 主题 }}")
    only_if(document, "事由", lambda: fact(document, "约谈事由", "{{ 事由 }}"))
    each(document, "约谈对象", "对象", "对象们", _SUBJECT)
    fact(document, "约谈时间", "{{ 时间 }}")
    fact(document, "约谈地点", "{{ 地点 }}")
    each(document, "约谈人", "约谈人", "约谈人们", _INTERVIEWER)
    only_if(document, "准备事项", lambda: fact(document, "准备事项", "{{ 准备事项 }}"))
    contact(document)


def _slip(document: Document) -> None:
    paragraph(document, "廉政约谈通知书回执", _SLIP_TITLE)
    paragraph(document, "{{ 署名 }}：", PLAIN)
    paragraph(document, "廉政约谈通知书{% if 文号 %}（{{ 文号 }}）{% endif %}已收到，现将有关情况回复如下。")
    slip = table(document, _SLIP_COLUMNS)
    whole = len(_SLIP_COLUMNS) - 1
    row(slip, ("约谈对象", 1, LABEL), (_NAMES, whole, CELL), height=_ROW)
    row(slip, ("约谈时间", 1, LABEL), ("{{ 时间 }}", whole, CELL), height=_ROW)
    row(slip, ("约谈地点", 1, LABEL), ("{{ 地点 }}", whole, CELL), height=_ROW)
    row(slip, ("能否参加", 1, LABEL), ("□ 按时参加\n□ 不能按时参加，原因：", whole, CELL), height=2 * _ROW)
    row(slip, ("签 收 人", 1, LABEL), ("", 1, CELL), ("联系电话", 1, LABEL), ("", 1, CELL), height=_ROW)
    row(slip, ("签收日期", 1, LABEL), ("　　　　年　　月　　日", 1, CELL), ("单位盖章", 1, LABEL), ("", 1, CELL),
        height=_ROW)  # fmt: skip
    only_if(document, "回执说明", lambda: paragraph(document, "{{ 回执说明 }}", replace(NOTE, before=120)))
    paragraph(document, "（沿此线剪下）", _CUT)
