"""约谈登记审批表: who, why, what is proposed, and columns for whoever approves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import FORM_TITLE, end_of_form, rows_for
from yuetan.documents.templates.shape import CELL, LABEL, NOTE, paragraph, row, table
from yuetan.documents.templates.sheet import blank_sheet, count_pages

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_WIDE = len(measures.SIX_COLUMNS) - 1
_CENTRED = replace(CELL, align="center")
_TEXT = replace(CELL, indent=True)
_ABOVE = replace(NOTE, align="right", after=80)
_SIGN = replace(CELL, align="right")
_LOW, _HIGH = 540, 700
_ITEM = "{% if 约谈人.依据 %}（{{ 约谈人.依据 }}）{% endif %}"
_BY_HAND = "\n签字：　　　　　　　　　年　　月　　日"


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("约谈登记审批表")
    count_pages(document)
    paragraph(document, "{{ 标题 }}", FORM_TITLE)
    paragraph(document, "承办单位：{{ 承办单位 }}　　编号：{{ 编号 }}　　填表日期：{{ 起草日期 }}", _ABOVE)
    form = table(document, measures.SIX_COLUMNS)
    rows_for(form, "对象", "对象们", lambda: _person(form, "约谈对象", "对象"))
    _proposed(form)
    rows_for(form, "约谈人", "约谈人们", lambda: _person(form, "约谈人\n{{ 约谈人.分工 }}", "约谈人", _ITEM))
    _opinions(form)
    end_of_form(document)
    return document


def _person(form: Table, label: str, one: str, after: str = "") -> None:
    row(form, (label, 1, LABEL), (f"{{{{ {one}.姓名 }}}}", 1, _CENTRED),
        ("单位", 1, LABEL), (f"{{{{ {one}.单位 }}}}", 1, _CENTRED),
        ("职务", 1, LABEL), (f"{{{{ {one}.职务 }}}}{after}", 1, _CENTRED), height=_LOW)  # fmt: skip


def _proposed(form: Table) -> None:
    kind = "{{ 类型 }}{% if 方式 %}（{{ 方式 }}）{% endif %}"
    row(form, ("类型", 1, LABEL), (kind, 1, _CENTRED), ("地点", 1, LABEL), ("{{ 地点 }}", 1, _CENTRED),
        ("时间", 1, LABEL), ("{{ 时间 }}", 1, _CENTRED), height=_LOW)  # fmt: skip
    _wide(form, "约谈主题", "{{ 主题 }}")
    _wide(form, "约谈事由", "{{ 事由 }}")
    _wide(form, "约谈依据", "{{ 条款 }}")
    why = "{% if 对象们|length > 1 %}{{ 对象.姓名 }}：{% endif %}{{ 对象.情况 }}"
    rows_for(form, "对象", "对象们 if 对象.情况", lambda: _wide(form, "有关情况", why, _HIGH))
    _wide(form, "拟办意见", "{{ 建议 }}", _HIGH)
    _wide(form, "联系协调", "{{ 协调 }}")


def _wide(form: Table, label: str, text: str, height: int = _LOW) -> None:
    row(form, (label, 1, LABEL), (text, _WIDE, CELL), height=height, whole=height == _LOW)


def _opinions(form: Table) -> None:
    decided = "{% if 审批意见 %}{{ 审批意见 }}。　审批人：{{ 审批人 }}　{{ 审批日期 }}{% endif %}"
    _opinion(form, "承办部门\n意　　见", _BY_HAND)
    _opinion(form, "组织人事\n部门意见", _BY_HAND)
    _opinion(form, "领导审批\n意　　见", decided + _BY_HAND, last=True)


def _opinion(form: Table, label: str, text: str, *, last: bool = False) -> None:
    row(form, (label, 1, replace(LABEL, keep_next=not last)), (text, _WIDE, replace(_SIGN, keep_next=not last)),
        height=_HIGH)  # fmt: skip
