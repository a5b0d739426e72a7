"""整改落实情况报告: the form that the subject fills in and hands back (第八条（三）). Nothing sealed is in this view.

Neither the source of the problem nor its gist is printed: the subject writes what was talked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.coordination import body_text
from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text
from yuetan.views.papers import fields, minutes
from yuetan.views.papers.order import PaperOrder, basis_text
from yuetan.views.papers.people import person_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import FollowUp
    from yuetan.views.papers.order import OfRecord

NAME = "整改落实情况报告"
ROWS = 5
"""Rows to fill; a form in a word processor grows more."""


class BlankRow(fields.View):
    """A row to fill."""

    number: str = fields.text("序号", "第几行")


_BLANK = tuple(BlankRow(str(number)) for number in range(1, ROWS + 1))


class RectificationView(fields.View):
    """What the form says before it is filled in."""

    title: str = fields.text("标题", "文书的标题，即办法中后续文书的名称", NAME)
    name: str = fields.text("姓名", "报告人姓名", "赵甲子")
    unit: str = fields.text("单位", "报告人当日的单位", "市发展和改革委员会", optional=True)
    post: str = fields.text("职务", "报告人当日的职务", "副主任", optional=True)
    talk_day: str = fields.text("约谈日期", "约谈日期，如 2026年3月10日", "2026年3月10日")
    interviewers: str = fields.text("约谈人", "到场的约谈人", "孙丙寅（市纪委监委副书记）", optional=True)
    topic: str = fields.text("主题", "约谈主题", "公务接待管理")
    reason: str = fields.text("事由", "告知约谈对象的事由，可空", "规范公务接待管理", optional=True)
    basis: str = fields.text("条款", "须报告的依据", "《示例办法》第八条第（三）项")
    due: str = fields.text("期限", "最迟形成的日期，如 2026年3月25日", "2026年3月25日", optional=True)
    recipient: str = fields.text("报送", "报给哪个机关", "市纪委监委", optional=True)
    blank: tuple[BlankRow, ...] = fields.rows("空行", "供填写的各行，每行只有 序号", BlankRow, _BLANK, one="行")


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """One for each follow-up document of each subject who was there."""
    talk = source.record.talk
    for subject, follow_up in owed(source):
        if talk is not None:
            yield _order(source, subject, follow_up, talk.time.date())


def form_orders(source: OfRecord) -> Iterator[PaperOrder]:
    """The forms to be filled in, before the talk as well; none for who was not there."""
    situation = source.situation
    for subject in source.record.subjects:
        for follow_up in situation.follow_ups if situation is not None and subject.present is not False else ():
            yield _order(source, subject, follow_up, source.record.drafted, f"-{minutes.FORM}")


def owed(source: OfRecord) -> Iterator[tuple[Subject, FollowUp]]:
    """Each follow-up document of each subject who was there."""
    if source.record.talk is not None and source.situation is not None:
        for _, subject in source.record.present_subjects:
            for follow_up in source.situation.follow_ups:
                yield subject, follow_up


def _order(source: OfRecord, subject: Subject, follow_up: FollowUp, day: date, end: str = "") -> PaperOrder:
    record = source.record
    view = rectification_view(record, source.state, source.law, subject, follow_up)
    stem = f"{follow_up.document}-{record.id}-{subject.id}{end}"
    return PaperOrder(NAME, record.id, subject.id, view, stem, day)


def rectification_view(
    interview: Interview, state: State, law: Law, subject: Subject, follow_up: FollowUp
) -> RectificationView:
    """The form of this follow-up document for this subject, with the known facts filled in."""
    name, unit, post = person_texts(subject)
    return RectificationView(
        title=follow_up.document,
        name=name,
        unit=unit,
        post=post,
        talk_day=day_text(interview.talk.time.date() if interview.talk is not None else None),
        interviewers=_interviewers(interview),
        topic=interview.topic or "",
        reason=interview.reason or "",
        basis=basis_text(law, follow_up.article),
        due=_due(interview, law, follow_up),
        recipient=recipient_text(state, law, follow_up),
        blank=_BLANK,
    )


def recipient_text(state: State, law: Law, follow_up: FollowUp) -> str:
    """The bodies that the document is sent to, by their names of that day; else this archive's own unit."""
    named = [body_text(law, name, law.day) for name in follow_up.recipients]
    return "、".join(named) or own_unit_text(state, law.day)


def _interviewers(interview: Interview) -> str:
    present = (person_texts(one) for one in interview.interviewers if one.present is not False)
    return "、".join(f"{name}（{unit}{post}）" for name, unit, post in present)


def _due(interview: Interview, law: Law, follow_up: FollowUp) -> str:
    situation = law.situation(interview.kind)
    if interview.talk is None or situation is None:
        return ""
    return day_text(follow_up_due(law, situation, follow_up, interview.talk.time.date()).due)
