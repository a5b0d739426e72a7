"""约谈记录: a six-column form, a block for each subject, one for all, then the signatures of both sides, by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import FORM_NOTE, FORM_TITLE, SIDE, end_of_form, only_if_row, rows_for
from yuetan.documents.templates.shape import CELL, LABEL, paragraph, row, table
from yuetan.documents.templates.sheet import blank_sheet, count_pages
from yuetan.views import form_labels as labels

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_WHOLE, _WIDE = len(measures.SIX_COLUMNS), len(measures.SIX_COLUMNS) - 1
_CENTRED = replace(CELL, align="center")
_TEXT = replace(CELL, indent=True)
_LOW, _HIGH, _SIGNATURE = 540, 720, 640
_WARNING = "本记录不是谈话笔录。"


def template() -> Document:
    """The template as a python-docx document."""
    document = blank_sheet("约谈记录")
    count_pages(document)
    paragraph(document, "{{ 标题 }}", FORM_TITLE)
    paragraph(document, f"{_WARNING}{{{{ 声明 }}}}", FORM_NOTE)
    form = table(document, measures.SIX_COLUMNS)
    rows_for(form, "对象", "对象们", lambda: _person(form, labels.ONE_SUBJECT, "对象"))
    _facts(form)
    rows_for(form, "对象", "对象们", lambda: _block(form))
    row(form, (labels.REMINDER, _WHOLE, SIDE), height=_LOW)
    row(form, ("{{ 教育提醒 }}", _WHOLE, _TEXT), height=_HIGH, whole=False)
    _signatures(form)
    end_of_form(document)
    return document


def _person(form: Table, label: str, one: str) -> None:
    row(form, (label, 1, LABEL), (f"{{{{ {one}.姓名 }}}}", 1, _CENTRED),
        (labels.UNIT, 1, LABEL), (f"{{{{ {one}.单位 }}}}", 1, _CENTRED),
        (labels.POST, 1, LABEL), (f"{{{{ {one}.职务 }}}}", 1, _CENTRED), height=_LOW)  # fmt: skip


def _facts(form: Table) -> None:
    row(form, (labels.KIND, 1, LABEL), ("{{ 类型 }}", 1, _CENTRED),
        (labels.PLACE, 1, LABEL), ("{{ 地点 }}", 1, _CENTRED),
        (labels.TIME, 1, LABEL), ("{{ 时间 }}", 1, _CENTRED), height=_LOW)  # fmt: skip
    rows_for(
        form, "约谈人", "约谈人们", lambda: _person(form, f"{labels.ONE_INTERVIEWER}\n{{{{ 约谈人.分工 }}}}", "约谈人")
    )
    _wide(form, labels.RECORDER, "{{ 记录人 }}")
    only_if_row(form, "编号", (labels.NUMBER, 1, LABEL), ("{{ 编号 }}", _WIDE, CELL), height=_LOW)
    _wide(form, labels.TOPIC, "{{ 主题 }}")
    _wide(form, labels.REASON, "{{ 事由 }}")
    _wide(form, labels.EXPLAINED, "{{ 说明主题原因 }}")


def _wide(form: Table, label: str, text: str) -> None:
    row(form, (label, 1, LABEL), (text, _WIDE, CELL), height=_LOW)


def _block(form: Table) -> None:
    """What one subject said, and that subject's signature."""
    rows_for(form, "陈述", "对象.陈述们", lambda: _statement(form))
    signature = replace(LABEL, align="right")
    only_if_row(form, "对象.陈述们", (labels.subject_signs("{{ 对象.姓名 }}"), 3, signature), ("", 1, CELL),
                (labels.NO_DATE, 2, _CENTRED), height=_SIGNATURE)  # fmt: skip


def _statement(form: Table) -> None:
    row(form, (labels.statement_heading("{{ 对象.姓名 }}", "{{ 陈述.项目 }}"), _WHOLE, SIDE), height=_LOW)
    row(form, ("{{ 陈述.内容 }}", _WHOLE, _TEXT), height=_HIGH, whole=False)


def _signatures(form: Table) -> None:
    day = "{% if 日期 %}（{{ 日期 }}）{% endif %}"
    said = f"{labels.CHECKED}{day}。{{% if 签字 %}}{{{{ 签字 }}}}{labels.HAVE_SIGNED}。{{% endif %}}"
    row(form, (said, _WHOLE, replace(CELL, keep_next=True)), height=_LOW)
    date = replace(CELL, align="right")
    row(form, (labels.INTERVIEWER_SIGNS, 1, LABEL), (labels.NO_DATE, 2, date),
        (labels.RECORDER_SIGNS, 1, LABEL), (labels.NO_DATE, 2, date), height=_SIGNATURE)  # fmt: skip
