"""改期通知: another time or place than notified, or that the time will be told later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.documents.templates.blocks import PLAIN, contact, each, fact, head, only_if, signed
from yuetan.documents.templates.shape import paragraph
from yuetan.documents.templates.sheet import blank_sheet, number_pages

if TYPE_CHECKING:
    from docx.document import Document

_SUBJECT = "{{ 对象.姓名 }}（{{ 对象.单位 }}{{ 对象.职务 }}）"
_INTRODUCTION = (
    "因工作安排，原定于{{ 原时间 }}{% if 原地点 %}在{{ 原地点 }}{% endif %}进行的廉政约谈"
    "{% if 原文号 %}（{{ 原文号 }}）{% endif %}"
    "{% if 时间 %}改期。根据{{ 条款 }}，现将有关事项通知如下：{% else %}延后，具体时间和地点另行通知。{% endif %}"
)


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("改期通知")
    number_pages(document)
    head(document)
    paragraph(document, "{{ 收件 }}：", PLAIN)
    paragraph(document, _INTRODUCTION)
    fact(document, "约谈主题", "{{ 主题 }}")
    each(document, "约谈对象", "对象", "对象们", _SUBJECT)
    only_if(document, "时间", lambda: fact(document, "改定时间", "{{ 时间 }}"))
    only_if(document, "时间 and 地点", lambda: fact(document, "约谈地点", "{{ 地点 }}"))
    contact(document)
    paragraph(document, "{% if 时间 %}其他事项不变，请按时参加。{% endif %}由此带来的不便，请予谅解。")
    signed(document)
    return document
