"""Parts that several papers share: head with the red rule, title, facts, signature, conditional paragraphs and rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.documents.templates.shape import BODY, LABEL, NOTE, TITLE, Look, Rule, paragraph, row, run, tag_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from yuetan.documents.templates.shape import Cell, Holder

PLAIN = replace(BODY, indent=False)
NAMED = replace(BODY, font=measures.HEADING_FONT)
LISTED = replace(PLAIN, left=7 * measures.CHARACTER, hanging=5 * measures.CHARACTER)
FORM_TITLE = replace(TITLE, after=measures.LINE // 2)
FORM_NOTE = replace(NOTE, after=60)
"""What a form says below its title, so that no note is left over for a page of its own."""
SIDE = replace(LABEL, align="left", keep_next=True)
_NUMBER = replace(PLAIN, align="center", before=2 * measures.LINE, rule=Rule())
_LETTER_NUMBER = replace(PLAIN, align="right")
_DOCUMENT_TITLE = replace(TITLE, before=2 * measures.LINE, after=measures.LINE)
_SIGNED = Look(align="center", left=measures.SIGNED_LEFT, keep_next=True)
_MARK_STEPS = (9, 12, 16, 22)
_TALLER = 12
_LABEL = 4


def head(document: Document) -> None:
    """发文机关标志, 文号 and red rule, then the title two lines below."""
    mark(document, top=measures.MARK_TOP)
    paragraph(document, "{{ 文号 }}", _NUMBER)
    paragraph(document, "{{ 标题 }}", _DOCUMENT_TITLE)


def letter_number(document: Document) -> None:
    """A letter's 文号 at the right of the first line, and the title two lines below."""
    paragraph(document, "{{ 文号 }}", _LETTER_NUMBER)
    paragraph(document, "{{ 标题 }}", _DOCUMENT_TITLE)


def mark(holder: Holder, *, top: int = 0, first: bool = False, below: Rule | None = None, out: int = 0) -> None:
    """The 发文机关标志 in the largest size that its characters leave room for, one paragraph a step."""
    condition = "if"
    for step in _MARK_STEPS:
        size = measures.mark_size(step)
        tag = f"{{%p {condition} 署名|length <= {step} %}}"
        paragraph(holder, tag, first=first and condition == "if")
        _mark_line(holder, Look(size=size, before=top, rule=below, left=out, right=out))
        condition = "elif"
    paragraph(holder, "{%p else %}")
    _mark_line(holder, Look(size=measures.BODY_SIZE, before=top, rule=below, left=out, right=out))
    paragraph(holder, "{%p endif %}")


def _mark_line(holder: Holder, look: Look) -> None:
    red = replace(look, font=measures.TITLE_FONT, color=measures.RED, align="center", line=look.size * _TALLER)
    paragraph(holder, "{{ 署名 }}", red)


def contact(document: Document) -> None:
    """联系人 and telephone, where the office has named them."""
    who = "{{ 联系人 }}{% if 联系电话 %}　{{ 联系电话 }}{% endif %}"
    only_if(document, "联系人 or 联系电话", lambda: fact(document, "联系人", who))


def end_of_form(document: Document) -> None:
    """The paragraph that must follow a last table, too low to take a page of its own."""
    paragraph(document, "", Look(size=2, line=20))


def signed(document: Document) -> None:
    """署名 over 成文日期, both centred on the same axis; what stands before stays on their page."""
    paragraph(document, "{{ 署名 }}", replace(_SIGNED, before=measures.LINE))
    paragraph(document, "{{ 日期 }}", replace(_SIGNED, keep_next=False))


def fact(document: Document, label: str, value: str) -> None:
    """A paragraph ``约谈主题：……`` with its label in 黑体."""
    _labelled(paragraph(document, "", BODY), label, value)


def each(document: Document, label: str, one: str, many: str, text: str) -> None:
    """A paragraph for each of a list, the label on the first, the others under its text."""
    paragraph(document, f"{{%p for {one} in {many} %}}")
    paragraph(document, "{%p if loop.first %}")
    _labelled(paragraph(document, "", LISTED), label, text)
    paragraph(document, "{%p else %}")
    paragraph(document, text, replace(LISTED, hanging=0))
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p endfor %}")


def _labelled(made: Paragraph, label: str, text: str) -> None:
    """The label in 黑体, spread to the width of four characters where it has fewer."""
    lacking = max(_LABEL - len(label), 0)
    if lacking:
        run(made, label[:-1], replace(NAMED, spacing=lacking * measures.CHARACTER // (len(label) - 1)))
        label = label[-1]
    run(made, f"{label}：", NAMED)
    run(made, text, BODY)


def only_if(document: Document, condition: str, add: Callable[[], object]) -> None:
    """What `add` adds stands only where the condition holds."""
    paragraph(document, f"{{%p if {condition} %}}")
    add()
    paragraph(document, "{%p endif %}")


def only_if_row(made: Table, condition: str, *cells: Cell, height: int = 0) -> None:
    """A row that stands only where the condition holds."""
    tag_row(made, f"{{%tr if {condition} %}}")
    row(made, *cells, height=height)
    tag_row(made, "{%tr endif %}")


def rows_for(made: Table, one: str, many: str, add: Callable[[], object]) -> None:
    """The rows that `add` adds stand once for each of a list."""
    tag_row(made, f"{{%tr for {one} in {many} %}}")
    add()
    tag_row(made, "{%tr endfor %}")
