"""约谈通知书 with its 回执: what 第七条第（二）项 wants told, whom to ask, and a slip to cut off and return."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from yuetan.documents import paper
from yuetan.documents.shape import BODY, CELL, LABEL, NOTE, TITLE, Look, paragraph, row, run, table, tag_row
from yuetan.documents.sheet import blank_sheet, number_pages

_PLAIN = replace(BODY, indent=False)
_NUMBER = replace(BODY, indent=False, align="center", after=200)
_NAMED = replace(BODY, font=paper.HEADING_FONT)
_CHARACTER = paper.BODY_SIZE * 10
_LISTED = replace(_PLAIN, left=7 * _CHARACTER, hanging=5 * _CHARACTER)
_SIGNED = Look(align="center", left=4600, keep_next=True)
_CUT = replace(NOTE, align="center", before=400, keep_next=True)
_SLIP_TITLE = Look(font=paper.TITLE_FONT, size=36, align="center", after=80, keep_next=True)
_SLIP = replace(CELL, keep_next=True)
_SLIP_LABEL = replace(LABEL, keep_next=True)
_SLIP_COLUMNS = (1500, 2920, 1500, 2925)
_NAMES = "{% for 对象 in 对象们 %}{{ 对象.姓名 }}{% if not loop.last %}、{% endif %}{% endfor %}"
_SUBJECT = "{{ 对象.姓名 }}（{{ 对象.单位 }}{{ 对象.职务 }}）"
_INTERVIEWER = (
    "{{ 约谈人.姓名 }}（{{ 约谈人.单位 }}{{ 约谈人.职务 }}）{% if 约谈人.分工 %}　{{ 约谈人.分工 }}{% endif %}"
)


def notice_form() -> Any:
    """The template as a python-docx document."""
    document = blank_sheet("约谈通知书")
    number_pages(document)
    _letter(document)
    _facts(document)
    _closing(document)
    _slip(document)
    return document


def _letter(document: Any) -> None:
    paragraph(document, "{{ 标题 }}", TITLE)
    _only_if(document, "文号", lambda: paragraph(document, "{{ 文号 }}", _NUMBER))
    paragraph(document, "{{ 收件 }}：", _PLAIN)
    paragraph(document, "根据{{ 条款 }}，现将廉政约谈的有关事项通知如下：")


def _facts(document: Any) -> None:
    _fact(document, "约谈主题", "{{ 主题 }}")
    _only_if(document, "事由", lambda: _fact(document, "约谈事由", "{{ 事由 }}"))
    _each(document, "约谈对象", "对象", "对象们", _SUBJECT)
    _fact(document, "约谈时间", "{{ 时间 }}")
    _fact(document, "约谈地点", "{{ 地点 }}")
    _each(document, "约 谈 人", "约谈人", "约谈人们", _INTERVIEWER)
    _only_if(document, "准备事项", lambda: _fact(document, "准备事项", "{{ 准备事项 }}"))
    contact = "{{ 联系人 }}{% if 联系电话 %}　{{ 联系电话 }}{% endif %}"
    _only_if(document, "联系人 or 联系电话", lambda: _fact(document, "联 系 人", contact))


def _closing(document: Any) -> None:
    paragraph(document, "请按时参加。确有特殊情况不能按时参加的，请及时与我们联系。")
    paragraph(document, "{{ 署名 }}", replace(_SIGNED, before=paper.LINE))
    paragraph(document, "{{ 日期 }}", replace(_SIGNED, keep_next=False))


def _slip(document: Any) -> None:
    paragraph(document, "－－－－－－－－－－－－－－（沿此线剪下）－－－－－－－－－－－－－－", _CUT)
    paragraph(document, "回　　执", _SLIP_TITLE)
    slip = table(document, _SLIP_COLUMNS)
    whole = len(_SLIP_COLUMNS) - 1
    _only_if_row(slip, "文号", ("文　号", 1, _SLIP_LABEL), ("{{ 文号 }}", whole, _SLIP))
    row(slip, ("约谈对象", 1, _SLIP_LABEL), (_NAMES, whole, _SLIP), height=560)
    row(slip, ("约谈时间", 1, _SLIP_LABEL), ("{{ 时间 }}", whole, _SLIP), height=560)
    row(slip, ("能否参加", 1, _SLIP_LABEL), ("□ 按时参加　　□ 不能按时参加，原因：", whole, _SLIP), height=560)
    row(slip, ("签 收 人", 1, _SLIP_LABEL), ("", 1, _SLIP), ("签收日期", 1, _SLIP_LABEL),
        ("　　 年　 月　 日", 1, _SLIP), height=700)  # fmt: skip
    _only_if(document, "回执说明", lambda: paragraph(document, "{{ 回执说明 }}", replace(NOTE, before=80)))


def _fact(document: Any, label: str, value: str) -> None:
    made = paragraph(document, "", BODY)
    run(made, f"{label}：", _NAMED)
    run(made, value, BODY)


def _each(document: Any, label: str, one: str, many: str, text: str) -> None:
    paragraph(document, f"{{%p for {one} in {many} %}}")
    paragraph(document, "{%p if loop.first %}")
    made = paragraph(document, "", _LISTED)
    run(made, f"{label}：", _NAMED)
    run(made, text, BODY)
    paragraph(document, "{%p else %}")
    paragraph(document, text, replace(_LISTED, hanging=0))
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p endfor %}")


def _only_if(document: Any, condition: str, add: Any) -> None:
    paragraph(document, f"{{%p if {condition} %}}")
    add()
    paragraph(document, "{%p endif %}")


def _only_if_row(made: Any, condition: str, *cells: tuple[str, int, Look]) -> None:
    tag_row(made, f"{{%tr if {condition} %}}")
    row(made, *cells, height=560)
    tag_row(made, "{%tr endif %}")
