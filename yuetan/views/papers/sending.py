"""报送函: the letter that goes with the workbook, with the figures and the digest by which a copy is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.official_text import day_text
from yuetan.views.papers import fields
from yuetan.views.papers.people import contact_texts
from yuetan.views.report.figures import coverage_words

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.views.papers.order import OfPeriod, PaperOrder
    from yuetan.views.report.rows import ReportRows

NAME = "报送函"
_DIGITS = 16
"""Of the digest: enough to compare by eye; the whole stands in the workbook."""


class SendingView(fields.View):
    """What the letter says."""

    title: str = fields.text("标题", "文书的标题", "关于报送2026年上半年廉政约谈情况的函")
    number: str = fields.text("文号", "文号，可空，由办公室编", "示发函〔2026〕7号", optional=True)
    addressee: str = fields.text("收件", "报送给谁", "市纪委监委")
    basis: str = fields.text("依据", "依据的规范和条款", "《示例办法》第七条第（四）项")
    period: str = fields.text("期间", "报送的期间，如 2026年上半年", "2026年上半年")
    total: str = fields.text("总体", "几次、几人次，没有约谈的也写明", "约谈10次、10人次", least="没有进行约谈")
    coverage: str = fields.text(
        "覆盖", "年度应谈、已谈、覆盖率", "年度应谈6人，已谈6人，覆盖率100.0%", least="本年度没有应约谈的干部"
    )
    attachment: str = fields.text("附件", "所附工作簿的名称", "市示例局2026年上半年廉政约谈情况报送表")
    digest: str = fields.text("摘要", "工作簿明细的摘要，收到的机关可以核对", "0123456789abcdef")
    contact: str = fields.text("联系人", "联系人，可空", "示例室", optional=True)
    telephone: str = fields.text("联系电话", "联系电话，可空", "0000-0000000", optional=True)
    sender: str = fields.text("署名", "报送的单位", "市示例局")
    day: str = fields.text("日期", "函的日期", "2026年6月26日")


def order(source: OfPeriod) -> PaperOrder:
    """The letter with a period's report."""
    return source.order(NAME, sending_view(source.rows, source.state, source.recipient, source.basis))


def sending_view(rows: ReportRows, state: State, recipient: str, basis: str) -> SendingView:
    """The letter with a period's report."""
    count, name = rows.total.all, rows.comparison.names[0]
    contact, telephone = contact_texts(state)
    return SendingView(
        title=f"关于报送{name}廉政约谈情况的函",
        number="",
        addressee=recipient,
        basis=basis,
        period=name,
        total=f"约谈{count.interviews}次、{count.attendances}人次" if count.interviews else "没有进行约谈",
        coverage=coverage_words(rows),
        attachment=rows.title,
        digest=rows.digest[:_DIGITS],
        contact=contact,
        telephone=telephone,
        sender=rows.unit,
        day=day_text(rows.as_of),
    )
