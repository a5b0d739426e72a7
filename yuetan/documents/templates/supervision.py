"""督办函: a letter (信函格式) with the list of those who are still to be interviewed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import PLAIN, contact, letter_number, rows_for, signed
from yuetan.documents.templates.letter import letter_sheet
from yuetan.documents.templates.shape import Look, paragraph, row, table

if TYPE_CHECKING:
    from docx.document import Document

_COLUMNS = (700, 1400, 2545, 2100, 2100)
_HEADINGS = ("序号", "姓名", "职务", "有权约谈的人", "最迟日期")
_SMALL = Look(size=measures.NOTE_SIZE, line=measures.NOTE_LINE, align="left")
_CENTRED = replace(_SMALL, align="center")
_HEAD = replace(_CENTRED, font=measures.HEADING_FONT)
_LOW = 520


def template() -> Document:
    """The template as a python-docx document."""
    document = letter_sheet("督办函")
    letter_number(document)
    paragraph(document, "{{ 收件 }}：", PLAIN)
    paragraph(
        document,
        "根据{{ 条款 }}，你单位{{ 年度 }}年度应约谈{{ 应谈人数 }}人。截至{{ 日期 }}，已约谈{{ 已谈人数 }}人，"
        "还有{{ 未谈人数 }}人没有约谈，名单如下：",
    )
    form = table(document, _COLUMNS)
    row(form, *((heading, 1, _HEAD) for heading in _HEADINGS), height=_LOW, header=True)
    cells = (
        ("{{ 未谈.序号 }}", 1, _CENTRED), ("{{ 未谈.姓名 }}", 1, _CENTRED), ("{{ 未谈.职务 }}", 1, _SMALL),
        ("{{ 未谈.有权约谈的人 }}", 1, _SMALL), ("{{ 未谈.期限 }}", 1, _CENTRED),
    )  # fmt: skip
    rows_for(form, "未谈", "未谈们", lambda: row(form, *cells, height=_LOW))
    paragraph(
        document,
        "请抓紧安排，最迟于{{ 期限 }}前完成，并按规定报送；因故不能约谈的，请说明原因，按规定确认免谈。",
        replace(Look(), before=measures.NOTE_LINE),
    )
    contact(document)
    signed(document)
    return document
