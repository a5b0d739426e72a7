"""整改落实情况报告: a form for the subject to fill, row by row, with signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import FORM_NOTE, FORM_TITLE, end_of_form, rows_for
from yuetan.documents.templates.shape import CELL, LABEL, NOTE, Look, paragraph, row, table
from yuetan.documents.templates.sheet import blank_sheet, count_pages
from yuetan.views import form_labels as labels

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_COLUMNS = (560, 1480, 1350, 1600, 895, 960, 1100, 900)
_WIDE = len(measures.SIX_COLUMNS) - 1
_SMALL = Look(size=measures.NOTE_SIZE, line=measures.NOTE_LINE, align="left")
_HEAD = replace(_SMALL, font=measures.HEADING_FONT, align="center")
_CENTRED = replace(CELL, align="center")
_LOW, _ROW, _SIGNATURE = 520, 780, 700


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("整改落实情况报告")
    count_pages(document)
    paragraph(document, "{{ 标题 }}", FORM_TITLE)
    due = "{% if 期限 %}请于{{ 期限 }}前形成本报告{% if 报送 %}，并报送{{ 报送 }}{% endif %}。{% endif %}"
    paragraph(document, f"依据：{{{{ 条款 }}}}。{due}", FORM_NOTE)
    _facts(table(document, measures.SIX_COLUMNS))
    paragraph(document, "整改情况（一个问题一行，可以加行）", replace(NOTE, before=160, after=60, keep_next=True))
    _measures(table(document, _COLUMNS))
    paragraph(document, "", replace(NOTE, line=160))
    _signatures(table(document, measures.SIX_COLUMNS))
    end_of_form(document)
    return document


def _facts(form: Table) -> None:
    row(form, (labels.REPORTER, 1, LABEL), ("{{ 姓名 }}", 1, _CENTRED),
        (labels.UNIT, 1, LABEL), ("{{ 单位 }}", 1, _CENTRED),
        (labels.POST, 1, LABEL), ("{{ 职务 }}", 1, _CENTRED), height=_LOW)  # fmt: skip
    row(form, (labels.TALK_DAY, 1, LABEL), ("{{ 约谈日期 }}", _WIDE, CELL), height=_LOW)
    row(form, (labels.ONE_INTERVIEWER, 1, LABEL), ("{{ 约谈人 }}", _WIDE, CELL), height=_LOW)
    subject = "{{ 主题 }}{% if 事由 %}（{{ 事由 }}）{% endif %}"
    row(form, (labels.TOPIC, 1, LABEL), (subject, _WIDE, CELL), height=_LOW)


def _measures(form: Table) -> None:
    row(form, *((heading, 1, _HEAD) for heading in labels.MEASURES), height=_LOW, header=True)
    blank = [("{{ 行.序号 }}", 1, replace(_SMALL, align="center")), *(("", 1, _SMALL) for _ in labels.MEASURES[1:])]
    rows_for(form, "行", "空行", lambda: row(form, *blank, height=_ROW))


def _signatures(form: Table) -> None:
    row(form, (labels.OTHER, 1, LABEL), ("", _WIDE, CELL), height=_ROW)
    for who in (labels.REPORTER_SIGNS, labels.HEAD_SIGNS):
        row(form, (who, 2, LABEL), ("", 2, CELL), (labels.NO_DATE, 2, _CENTRED), height=_SIGNATURE)
