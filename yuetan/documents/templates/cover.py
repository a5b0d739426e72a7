"""个人约谈档案封面 and 目录: what a closed case bears when it goes to the archives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import FORM_TITLE, end_of_form, rows_for
from yuetan.documents.templates.shape import CELL, LABEL, Look, paragraph, row, table
from yuetan.documents.templates.sheet import blank_sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_UNIT = Look(size=36, line=measures.TITLE_LINE, align="center", before=2 * measures.LINE)
_TITLE = Look(
    font=measures.TITLE_FONT, size=56, line=900, align="center", before=measures.LINE, after=2 * measures.LINE
)
_FACT_COLUMNS = (2000, 2422, 2000, 2423)
_LIST_COLUMNS = (600, 1250, 2200, 2400, 1150, 645, 600)
_HEADINGS = ("序号", "责任者", "文号", "题名", "日期", "页号", "备注")
_WIDE = len(_FACT_COLUMNS) - 1
_CENTRED = replace(CELL, align="center")
_SMALL = Look(size=measures.NOTE_SIZE, line=measures.NOTE_LINE, align="left")
_SMALL_CENTRED = replace(_SMALL, align="center")
_HEAD = replace(_SMALL, font=measures.HEADING_FONT, align="center")
_HIGH, _LOW = 800, 620


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("个人约谈档案")
    paragraph(document, "{{ 署名 }}", _UNIT)
    paragraph(document, "{{ 标题 }}", _TITLE)
    _facts(table(document, _FACT_COLUMNS))
    paragraph(document, "卷内文件目录", replace(FORM_TITLE, new_page=True))
    _list(table(document, _LIST_COLUMNS))
    end_of_form(document)
    return document


def _facts(form: Table) -> None:
    for label, text in (("姓　　名", "{{ 姓名 }}"), ("单　　位", "{{ 单位 }}"), ("职　　务", "{{ 职务 }}"),
                        ("案卷题名", "{{ 题名 }}"), ("约谈类型", "{{ 类型 }}")):  # fmt: skip
        row(form, (label, 1, LABEL), (text, _WIDE, CELL), height=_HIGH)
    span = "{{ 起 }}至{{ 止 }}"
    row(form, ("起止日期", 1, LABEL), (span, _WIDE, CELL), height=_HIGH)
    pairs = (
        ("约谈编号", "{{ 编号 }}", "档　　号", "{{ 档号 }}"),
        ("保管期限", "{{ 保管期限 }}", "归档日期", "{{ 归档日期 }}"),
        ("本卷件数", "{{ 件数 }}件", "本卷页数", "　　　页"),
        ("立 卷 人", "", "检 查 人", ""),
    )
    for one, first, other, second in pairs:
        row(form, (one, 1, LABEL), (first, 1, _CENTRED), (other, 1, LABEL), (second, 1, _CENTRED), height=_HIGH)


def _list(form: Table) -> None:
    row(form, *((heading, 1, _HEAD) for heading in _HEADINGS), height=_LOW, header=True)
    cells = (
        ("{{ 文件.序号 }}", 1, _SMALL_CENTRED), ("{{ 文件.责任者 }}", 1, _SMALL), ("{{ 文件.文号 }}", 1, _SMALL),
        ("{{ 文件.题名 }}", 1, _SMALL), ("{{ 文件.日期 }}", 1, _SMALL_CENTRED), ("", 1, _SMALL), ("", 1, _SMALL),
    )  # fmt: skip
    rows_for(form, "文件", "文件们", lambda: row(form, *cells, height=_LOW))
