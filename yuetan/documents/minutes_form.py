"""约谈记录: a six-column form, then full-width blocks, then the signatures of both sides and the recorder, by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from yuetan.documents import paper
from yuetan.documents.shape import CELL, LABEL, NOTE, TITLE, Look, paragraph, row, table, tag_row
from yuetan.documents.sheet import blank_sheet, count_pages

_COLUMNS = (1300, 1750, 900, 2045, 900, 1950)
_WIDE = len(_COLUMNS) - 1
_CENTRED = replace(CELL, align="center")
_TEXT = replace(CELL, indent=True)
_NUMBER = Look(size=paper.FORM_SIZE, line=paper.FORM_LINE, align="right")
_LOW, _HIGH, _SIGNATURE = 560, 1100, 760


def minutes_form() -> Any:
    """The template as a python-docx document."""
    document = blank_sheet("约谈记录")
    count_pages(document)
    paragraph(document, "{{ 标题 }}", TITLE)
    paragraph(document, "{%p if 编号 %}")
    paragraph(document, "编号：{{ 编号 }}", _NUMBER)
    paragraph(document, "{%p endif %}")
    form = table(document, _COLUMNS)
    _people(form)
    _talk(form)
    _signatures(form)
    paragraph(document, "{{ 声明 }}", replace(NOTE, before=100))
    return document


def _people(form: Any) -> None:
    _person(form, "约谈对象", "对象", "对象们")
    row(form, ("类　型", 1, LABEL), ("{{ 类型 }}", 1, _CENTRED), ("地　点", 1, LABEL), ("{{ 地点 }}", 1, _CENTRED),
        ("时　间", 1, LABEL), ("{{ 时间 }}", 1, _CENTRED), height=_LOW)  # fmt: skip
    _person(form, "约谈人", "约谈人", "约谈人们", "{% if 约谈人.分工 %}（{{ 约谈人.分工 }}）{% endif %}")
    row(form, ("记 录 人", 1, LABEL), ("{{ 记录人 }}", _WIDE, CELL), height=_LOW)


def _person(form: Any, label: str, one: str, many: str, after_name: str = "") -> None:
    tag_row(form, f"{{%tr for {one} in {many} %}}")
    row(form, (label, 1, LABEL), (f"{{{{ {one}.姓名 }}}}{after_name}", 1, _CENTRED),
        ("单　位", 1, LABEL), (f"{{{{ {one}.单位 }}}}", 1, _CENTRED),
        ("职　务", 1, LABEL), (f"{{{{ {one}.职务 }}}}", 1, _CENTRED), height=_LOW)  # fmt: skip
    tag_row(form, "{%tr endfor %}")


def _talk(form: Any) -> None:
    row(form, ("约谈主题", 1, LABEL), ("{{ 主题 }}", _WIDE, CELL), height=_LOW)
    row(form, ("约谈事由", 1, LABEL), ("{{ 事由 }}", _WIDE, CELL), height=_LOW)
    row(form, ("说明主题\n及原因", 1, LABEL), ("{{ 说明主题原因 }}", _WIDE, CELL), height=_LOW)
    tag_row(form, "{%tr for 陈述 in 陈述们 %}")
    heading = "{% if 陈述.对象 %}{{ 陈述.对象 }}：{% endif %}{{ 陈述.项目 }}"
    row(form, (heading, len(_COLUMNS), replace(LABEL, align="left", keep_next=True)), height=_LOW)
    row(form, ("{{ 陈述.内容 }}", len(_COLUMNS), _TEXT), height=_HIGH, whole=False)
    tag_row(form, "{%tr endfor %}")
    row(form, ("教育和提醒", len(_COLUMNS), replace(LABEL, align="left", keep_next=True)), height=_LOW)
    row(form, ("{{ 教育提醒 }}", len(_COLUMNS), _TEXT), height=_HIGH, whole=False)


def _signatures(form: Any) -> None:
    said = "以上记录经核对无误。{% if 签字 %}签字：{{ 签字 }}。{% endif %}{% if 日期 %}记录日期：{{ 日期 }}{% endif %}"
    row(form, (said, len(_COLUMNS), replace(CELL, keep_next=True)), height=_LOW)
    for who in ("约谈对象", "约 谈 人", "记 录 人"):
        last = replace(CELL, keep_next=who != "记 录 人")
        row(form, (f"{who}签字", 2, replace(LABEL, keep_next=last.keep_next)), ("", 2, last),
            ("　　年　　月　　日", 2, replace(_CENTRED, keep_next=last.keep_next)), height=_SIGNATURE)  # fmt: skip
