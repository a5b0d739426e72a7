"""送达回证: that a notice reached whom it was sent to. Nothing sealed is in this view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Way
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text
from yuetan.views.papers import fields, notice
from yuetan.views.papers.order import PaperOrder
from yuetan.views.papers.people import addressee_text, names_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Interview, State
    from yuetan.views.papers.order import OfRecord

NAME = "送达回证"


class ServiceView(fields.View):
    """What the proof of service says."""

    title: str = fields.text("标题", "文书的标题", NAME)
    paper: str = fields.text("文书", "送达的文书的名称", notice.TITLE)
    number: str = fields.text("文号", "送达的文书的文号，可空", "示纪约〔2026〕3号", optional=True)
    addressee: str = fields.text("受送达人", "送给哪个党组（党委）或哪位对象", "市发展和改革委员会党组")
    subjects: str = fields.text("对象", "文书涉及的约谈对象", "赵甲子、钱乙丑")
    way: str = fields.text("送达方式", "书面或电话，可空", "书面", optional=True)
    sent: str = fields.text("送达日期", "发出的日期，如 2026年3月5日", "2026年3月5日")
    signed: str = fields.text("签收日期", "已登记的签收日期，可空，由收件人手写", "2026年3月5日", optional=True)
    sender: str = fields.text("署名", "送达的单位", "市纪委监委")


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """One for each notice that was not given by telephone."""
    for index, sent in enumerate(source.record.notices):
        if sent.way != Way.TELEPHONE:
            view = service_view(source.record, source.state, index)
            stem = f"{NAME}-{sent.number or sent.day.isoformat()}-{index + 1}"
            yield PaperOrder(NAME, source.record.id, None, view, stem, sent.day)


def service_view(interview: Interview, state: State, index: int) -> ServiceView:
    """The proof of service of the notice at `index`."""
    sent = interview.notices[index]
    subjects = [subject for subject in interview.subjects if subject.id in sent.subjects]
    return ServiceView(
        title=NAME,
        paper=notice.TITLE,
        number=sent.number or "",
        addressee=addressee_text(state.roster, sent, subjects, sent.day),
        subjects=names_text(subjects),
        way=sent.way or "",
        sent=day_text(sent.day),
        signed=day_text(sent.signed),
        sender=own_unit_text(state, sent.day),
    )
