"""Every kind of paper, one row each: what it is called, made from, filled with, and what it may not leave out.

A row's `stem` names everything else of the paper: its template ``templates/<stem>.docx``, the builder
``yuetan/documents/templates/<stem>.py`` with its one function ``template()``, its sample ``docs/samples/<stem>.docx``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.views.papers import (
    approval,
    brief,
    cover,
    minutes,
    narrative,
    notice,
    rectification,
    reminder,
    reschedule,
    sending,
    service,
    supervision,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from yuetan.views.papers.fields import View
    from yuetan.views.papers.order import OfPeriod, OfRecord, OfUnit, PaperOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """A kind of paper.

    It is made of a record, of a period's report, or of a unit that is behind: exactly one of `of_record`, `of_period`
    and `of_unit` stands. `form` makes it blank, to be filled in and read back. `received` says that a subject or the
    subject's unit gets it: nothing sealed may be in it. `own_words` says that it holds what the subject said. A
    template may change everything but leave out what `must_stand`. `not_yet` says what to do where a record has none.
    """

    name: str
    stem: str
    view: type[View]
    of_record: Callable[[OfRecord], Iterator[PaperOrder]] | None = None
    of_period: Callable[[OfPeriod], PaperOrder] | None = None
    of_unit: Callable[[OfUnit], PaperOrder] | None = None
    form: Callable[[OfRecord], Iterator[PaperOrder]] | None = None
    received: bool
    own_words: bool = False
    must_stand: tuple[str, ...] = ()
    not_yet: str

    @property
    def template(self) -> str:
        """The file name of its template."""
        return f"{self.stem}.docx"


_OF_A_PERIOD = "这是一期报送的文书，不是一次约谈的；用 yuetan brief 期间 生成"
_ROWS = (
    PaperKind(
        name=approval.NAME, stem="approval", view=approval.ApprovalView, of_record=approval.orders, received=False,
        must_stand=("主题", "对象们", "约谈人们", "建议"),
        not_yet="没有适用的办法",
    ),
    PaperKind(
        name=notice.NAME, stem="notice", view=notice.NoticeView, of_record=notice.orders, received=True,
        must_stand=("主题", "对象们", "时间", "地点"),
        not_yet="先用 yuetan notify 登记书面通知",
    ),
    PaperKind(
        name=reschedule.NAME, stem="reschedule", view=reschedule.RescheduleView, of_record=reschedule.orders,
        received=True,
        must_stand=("收件", "主题", "原时间", "时间", "地点"),
        not_yet="没有已通知而又改变的时间、地点；改期用 yuetan reschedule，延后用 yuetan postpone",
    ),
    PaperKind(
        name=service.NAME, stem="service", view=service.ServiceView, of_record=service.orders, received=True,
        must_stand=("文书", "文号", "受送达人"),
        not_yet="先用 yuetan notify 登记书面通知",
    ),
    PaperKind(
        name=minutes.NAME, stem="minutes", view=minutes.MinutesView, of_record=minutes.orders,
        form=minutes.form_orders, received=True, own_words=True,
        must_stand=("主题", "对象们", "约谈人们", "陈述们", "时间", "地点"),
        not_yet="先用 yuetan minutes 登记约谈的内容",
    ),
    PaperKind(
        name=rectification.NAME, stem="rectification", view=rectification.RectificationView,
        of_record=rectification.orders, form=rectification.form_orders, received=True,
        must_stand=("标题", "姓名", "主题", "期限"),
        not_yet="约谈之后、办法要求整改或承诺的才有；先用 yuetan minutes 登记约谈的内容",
    ),
    PaperKind(
        name=reminder.NAME, stem="reminder", view=reminder.ReminderView, of_record=reminder.orders, received=True,
        must_stand=("收件", "约谈日期", "文书", "期限", "条款"),
        not_yet="逾期没有报告的才催办；用 yuetan due 查看",
    ),
    PaperKind(
        name=supervision.NAME, stem="supervision", view=supervision.SupervisionView, of_unit=supervision.order,
        received=True,
        must_stand=("收件", "年度", "未谈们", "期限"),
        not_yet="督办函给单位，不是一次约谈的文书；用 yuetan coverage --letters 文件夹 生成",
    ),
    PaperKind(
        name=brief.NAME, stem="brief", view=brief.BriefView, of_period=brief.order, received=False,
        not_yet=_OF_A_PERIOD,
    ),
    PaperKind(
        name=narrative.NAME, stem="narrative", view=narrative.NarrativeView, of_period=narrative.order,
        received=False, not_yet=_OF_A_PERIOD,
    ),
    PaperKind(
        name=sending.NAME, stem="sending", view=sending.SendingView, of_period=sending.order, received=False,
        not_yet=_OF_A_PERIOD,
    ),
    PaperKind(
        name=cover.NAME, stem="cover", view=cover.CoverView, of_record=cover.orders, received=False,
        must_stand=("姓名", "题名", "编号", "文件们"),
        not_yet="办结之后才归档；先用 yuetan close 办结",
    ),
)  # fmt: skip

PAPERS: Mapping[str, PaperKind] = {row.name: row for row in _ROWS}
"""By the name that a clerk calls it by, in the order in which they are listed."""
