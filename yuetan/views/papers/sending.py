"""报送函: the letter that goes with the workbook, with the figures and the digest by which a copy is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text
from yuetan.views.report.figures import coverage_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import State
    from yuetan.views.report.rows import ReportRows

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文号": "文号，可空，由办公室编",
    "收件": "报送给谁",
    "依据": "依据的规范和条款",
    "期间": "报送的期间，如 2026年上半年",
    "总体": "几次、几人次，没有约谈的也写明",
    "覆盖": "年度应谈、已谈、覆盖率",
    "附件": "所附工作簿的名称",
    "摘要": "工作簿明细的摘要，收到的机关可以核对",
    "联系人": "联系人，可空",
    "联系电话": "联系电话，可空",
    "署名": "报送的单位",
    "日期": "函的日期",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "关于报送2026年上半年廉政约谈情况的函",
    "文号": "示发函〔2026〕7号",
    "收件": "市纪委监委",
    "依据": "《示例办法》第七条第（四）项",
    "期间": "2026年上半年",
    "总体": "约谈10次、10人次",
    "覆盖": "年度应谈6人，已谈6人，覆盖率100.0%",
    "附件": "市示例局2026年上半年廉政约谈情况报送表",
    "摘要": "0123456789abcdef",
    "联系人": "示例室",
    "联系电话": "0000-0000000",
    "署名": "市示例局",
    "日期": "2026年6月26日",
}
"""A full view of invented figures, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE, "文号": "", "总体": "没有进行约谈", "覆盖": "本年度没有应约谈的干部", "联系人": "", "联系电话": "",
}  # fmt: skip
"""The same with everything left out that may be missing."""

_DIGITS = 16
"""Of the digest: enough to compare by eye; the whole stands in the workbook."""


def sending_view(rows: ReportRows, state: State, recipient: str, basis: str) -> Mapping[str, Any]:
    """The letter with a period's report."""
    contact, count, name = state.office.contact, rows.total.all, rows.comparison.names[0]
    held = f"约谈{count.interviews}次、{count.attendances}人次" if count.interviews else "没有进行约谈"
    return {
        "标题": f"关于报送{name}廉政约谈情况的函",
        "文号": "",
        "收件": recipient,
        "依据": basis,
        "期间": name,
        "总体": held,
        "覆盖": coverage_words(rows),
        "附件": rows.title,
        "摘要": rows.digest[:_DIGITS],
        "联系人": (contact.person or "") if contact is not None else "",
        "联系电话": (contact.phone or "") if contact is not None else "",
        "署名": rows.unit,
        "日期": day_text(rows.as_of),
    }
