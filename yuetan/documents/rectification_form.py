"""整改落实情况报告: a form for the subject to fill, row by row, with signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from yuetan.documents import paper
from yuetan.documents.blocks import FORM_NOTE, FORM_TITLE, end_of_form, rows_for
from yuetan.documents.shape import CELL, LABEL, NOTE, Look, paragraph, row, table
from yuetan.documents.sheet import blank_sheet, count_pages

_COLUMNS = (560, 1480, 1350, 1600, 895, 960, 1100, 900)
_HEADINGS = ("序号", "问题", "原因", "措施", "责任人", "时限", "完成情况", "佐证")
_WIDE = len(paper.SIX_COLUMNS) - 1
_SMALL = Look(size=paper.NOTE_SIZE, line=paper.NOTE_LINE, align="left")
_HEAD = replace(_SMALL, font=paper.HEADING_FONT, align="center")
_CENTRED = replace(CELL, align="center")
_LOW, _ROW, _SIGNATURE = 520, 780, 700
_DATE = "　　年　　月　　日"


def rectification_form() -> Any:
    """The template as a python-docx document."""
    document = blank_sheet("整改落实情况报告")
    count_pages(document)
    paragraph(document, "{{ 标题 }}", FORM_TITLE)
    due = "{% if 期限 %}请于{{ 期限 }}前形成本报告{% if 报送 %}，并报送{{ 报送 }}{% endif %}。{% endif %}"
    paragraph(document, f"依据：{{{{ 条款 }}}}。{due}", FORM_NOTE)
    _facts(table(document, paper.SIX_COLUMNS))
    paragraph(document, "整改情况（一个问题一行，可以加行）", replace(NOTE, before=160, after=60, keep_next=True))
    _measures(table(document, _COLUMNS))
    paragraph(document, "", replace(NOTE, line=160))
    _signatures(table(document, paper.SIX_COLUMNS))
    end_of_form(document)
    return document


def _facts(form: Any) -> None:
    row(form, ("报告人", 1, LABEL), ("{{ 姓名 }}", 1, _CENTRED), ("单位", 1, LABEL), ("{{ 单位 }}", 1, _CENTRED),
        ("职务", 1, LABEL), ("{{ 职务 }}", 1, _CENTRED), height=_LOW)  # fmt: skip
    row(form, ("约谈日期", 1, LABEL), ("{{ 约谈日期 }}", _WIDE, CELL), height=_LOW)
    row(form, ("约谈人", 1, LABEL), ("{{ 约谈人 }}", _WIDE, CELL), height=_LOW)
    subject = "{{ 主题 }}{% if 事由 %}（{{ 事由 }}）{% endif %}"
    row(form, ("约谈主题", 1, LABEL), (subject, _WIDE, CELL), height=_LOW)


def _measures(form: Any) -> None:
    row(form, *((heading, 1, _HEAD) for heading in _HEADINGS), height=_LOW, header=True)
    blank = [("{{ 行.序号 }}", 1, replace(_SMALL, align="center")), *(("", 1, _SMALL) for _ in _HEADINGS[1:])]
    rows_for(form, "行", "空行", lambda: row(form, *blank, height=_ROW))


def _signatures(form: Any) -> None:
    row(form, ("其他需要\n说明情况", 1, LABEL), ("", _WIDE, CELL), height=_ROW)
    for who in ("报告人签字", "单位主要负责人\n签字（盖章）"):
        row(form, (who, 2, LABEL), ("", 2, CELL), (_DATE, 2, _CENTRED), height=_SIGNATURE)
