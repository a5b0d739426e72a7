"""The table of figures that brief and narrative share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.blocks import rows_for
from yuetan.documents.templates.shape import CELL, row, table

if TYPE_CHECKING:
    from docx.document import Document

_COLUMNS = (2445, 1600, 1600, 1600, 1600)
_CENTRED = replace(CELL, align="center")
_HEAD = replace(_CENTRED, font=measures.HEADING_FONT)
_LOW = 460


def figures_table(document: Document) -> None:
    """Situations down; 次, 人次 and the two periods to compare with across."""
    form = table(document, _COLUMNS)
    heads = ("情形", "次", "人次", "上期（次）", "上年同期（次）")
    row(form, *((head, 1, _HEAD) for head in heads), height=_LOW, header=True)
    cells = (
        ("{{ 数据.情形 }}", 1, CELL),
        *((f"{{{{ 数据.{name} }}}}", 1, _CENTRED) for name in ("次", "人次", "上期次", "上年次")),
    )
    rows_for(form, "数据", "数据们", lambda: row(form, *cells, height=_LOW))
