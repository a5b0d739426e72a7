"""催办函: an overdue follow-up document is asked for. Nothing sealed is in this view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Addressee, Way
from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text
from yuetan.views.papers import fields, rectification
from yuetan.views.papers.order import PaperOrder, basis_text
from yuetan.views.papers.people import addressee_text, contact_texts, person_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import FollowUp
    from yuetan.views.papers.order import OfRecord

NAME = "催办函"


class ReminderView(fields.View):
    """What the letter says."""

    title: str = fields.text("标题", "文书的标题", "关于尽快报送整改落实情况报告的函")
    number: str = fields.text("文号", "文号，可空，由办公室编", "示纪约函〔2026〕2号", optional=True)
    addressee: str = fields.text("收件", "收件的党组（党委）或本人", "市发展和改革委员会党组")
    in_person: bool = fields.flag("送本人", "是否直接送给约谈对象本人", sample=False, least=True)
    name: str = fields.text("姓名", "约谈对象姓名", "赵甲子")
    unit: str = fields.text("单位", "约谈对象当日的单位", "市发展和改革委员会", optional=True)
    post: str = fields.text("职务", "约谈对象当日的职务", "副主任", optional=True)
    talk_day: str = fields.text("约谈日期", "约谈日期，如 2026年4月24日", "2026年4月24日")
    document: str = fields.text("文书", "应报送的文书的名称", rectification.NAME)
    basis: str = fields.text("条款", "须报送的依据", "《示例办法》第八条第（三）项")
    due: str = fields.text("期限", "最迟的日期，如 2026年5月9日", "2026年5月9日")
    days_late: str = fields.text("逾期天数", "到函的日期为止逾期几天，如 11", "11")
    recipient: str = fields.text("报送", "报给哪个机关", "市纪委监委")
    contact: str = fields.text("联系人", "联系人，可空", "示例室", optional=True)
    telephone: str = fields.text("联系电话", "联系电话，可空", "0000-0000000", optional=True)
    sender: str = fields.text("署名", "发函的单位", "市纪委监委")
    day: str = fields.text("日期", "函的日期，如 2026年5月20日", "2026年5月20日")


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """One for each written reminder on record; one of today where there is none and the document is overdue."""
    for subject, follow_up in rectification.owed(source):
        for day in _days(source, subject, follow_up):
            view = reminder_view(source.record, source.state, source.law, subject, follow_up, day=day)
            stem = f"{NAME}-{source.record.id}-{subject.id}-{day.isoformat()}"
            yield PaperOrder(NAME, source.record.id, subject.id, view, stem, day)


def reminder_view(
    interview: Interview, state: State, law: Law, subject: Subject, follow_up: FollowUp, *, day: date
) -> ReminderView:
    """The letter of `day` that asks for the document; the interview must have been held."""
    found = interview.last_notice(subject.id)
    notice = found[1] if found is not None else None
    talk_day, due = _talk_day(interview), _due(interview, law, follow_up)
    name, unit, post = person_texts(subject)
    contact, telephone = contact_texts(state)
    return ReminderView(
        title=f"关于尽快报送{follow_up.document}的函",
        number="",
        addressee=addressee_text(state.roster, notice, [subject], day),
        in_person=notice is None or notice.to == Addressee.PERSON,
        name=name,
        unit=unit,
        post=post,
        talk_day=day_text(talk_day),
        document=follow_up.document,
        basis=basis_text(law, follow_up.article),
        due=day_text(due),
        days_late=str(max((day - due).days, 0)),
        recipient=rectification.recipient_text(state, law, follow_up),
        contact=contact,
        telephone=telephone,
        sender=own_unit_text(state, day),
        day=day_text(day),
    )


def _days(source: OfRecord, subject: Subject, follow_up: FollowUp) -> tuple[date, ...]:
    """The days of the written reminders on record; today where none is and the document is overdue."""
    due = _due(source.record, source.law, follow_up)
    sent = tuple(one.day for one in subject.reminders if one.way != Way.TELEPHONE and one.day > due)
    formed = any(one.formed is not None for one in subject.rectifications)
    return sent or ((source.today,) if source.today > due and not formed else ())


def _talk_day(interview: Interview) -> date:
    assert interview.talk is not None  # noqa: S101 - a follow-up is owed after a talk
    return interview.talk.time.date()


def _due(interview: Interview, law: Law, follow_up: FollowUp) -> date:
    situation = law.situation(interview.kind)
    assert situation is not None  # noqa: S101 - a follow-up is the situation's
    return follow_up_due(law, situation, follow_up, _talk_day(interview)).due
