"""改期通知: another time or place than notified, or that the time is open. Nothing sealed, not even the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.deadlines import NOTICE_RULE
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text, moment_text
from yuetan.views.papers import fields
from yuetan.views.papers.order import PaperOrder, basis_text
from yuetan.views.papers.people import SubjectRow, addressee_text, contact_texts, person_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from yuetan.model import Interview, State
    from yuetan.model.talk import Notice
    from yuetan.regulation.law import Law
    from yuetan.views.papers.order import OfRecord

NAME, TITLE = "改期通知", "廉政约谈改期通知"
_SUBJECT = SubjectRow("赵甲子", "市发展和改革委员会", "副主任")


class RescheduleView(fields.View):
    """What replaces a notice."""

    title: str = fields.text("标题", "文书的标题", TITLE)
    number: str = fields.text("文号", "文号，可空", "示纪约〔2026〕4号", optional=True)
    addressee: str = fields.text("收件", "收件的党组（党委）或本人", "市发展和改革委员会党组")
    former_number: str = fields.text("原文号", "原通知的文号，可空", "示纪约〔2026〕3号", optional=True)
    basis: str = fields.text("条款", "依据的办法和条款", "《示例办法》第七条第（二）项")
    topic: str = fields.text("主题", "约谈主题", "公务接待管理")
    subjects: tuple[SubjectRow, ...] = fields.rows(
        "对象们", "各约谈对象，每位有 姓名、单位、职务", SubjectRow, (_SUBJECT,), least=(SubjectRow("赵甲子", "", ""),)
    )
    former_time: str = fields.text("原时间", "原定的约谈时间", "2026年3月10日（星期二）上午9时30分")
    former_place: str = fields.text("原地点", "原定的约谈地点", "第一会议室")
    time: str = fields.text("时间", "改定的时间；为空即另行通知", "2026年3月17日（星期二）下午3时", optional=True)
    place: str = fields.text("地点", "改定的地点；为空即另行通知", "第二会议室", optional=True)
    contact: str = fields.text("联系人", "联系人，可空", "示例室", optional=True)
    telephone: str = fields.text("联系电话", "联系电话，可空", "0000-0000000", optional=True)
    sender: str = fields.text("署名", "发通知的单位", "市纪委监委")
    day: str = fields.text("日期", "通知日期，如 2026年3月6日", "2026年3月6日")


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """One for each notice whose time or place changed afterwards; none of a cancelled interview."""
    record = source.record
    for index, former in enumerate(record.notices):
        law = source.laws.on(former.day, record.regulation)
        if law is not None and not record.cancelled and changed(record, index):
            day = issued_day(record, index) or source.today
            view = reschedule_view(record, source.state, law, index, day)
            stem = f"{NAME}-{former.number or former.day.isoformat()}-{index + 1}"
            yield PaperOrder(NAME, record.id, None, view, stem, day)


def changed(interview: Interview, index: int) -> bool:
    """Whether time or place changed, or became open, after the notice at `index`."""
    former = interview.notices[index]
    return former.time is not None and _next(interview, index) != (former.time, former.place)


def reschedule_view(interview: Interview, state: State, law: Law, index: int, day: date) -> RescheduleView:
    """What replaces the notice at `index`: the next notice to the same subjects, else the schedule as it stands.

    `day` dates the paper where neither the next notice nor the postponement does.
    """
    former = interview.notices[index]
    following = _following(interview, index)
    when, where = _next(interview, index)
    issued = issued_day(interview, index) or day
    subjects = [subject for subject in interview.subjects if subject.id in former.subjects]
    contact, telephone = contact_texts(state)
    return RescheduleView(
        title=TITLE,
        number=(following.number if following is not None else None) or "",
        addressee=addressee_text(state.roster, following or former, subjects, issued),
        former_number=former.number or "",
        basis=basis_text(law, law.provision(NOTICE_RULE)),
        topic=former.topic or interview.topic or "",
        subjects=tuple(SubjectRow(*person_texts(subject)) for subject in subjects),
        former_time=moment_text(former.time),
        former_place=former.place or "",
        time=moment_text(when),
        place=where or "",
        contact=contact,
        telephone=telephone,
        sender=own_unit_text(state, issued),
        day=day_text(issued),
    )


def issued_day(interview: Interview, index: int) -> date | None:
    """The day that the record gives the change of the notice at `index`; None where it does not say."""
    following = _following(interview, index)
    return following.day if following is not None else _decided(interview)


def _following(interview: Interview, index: int) -> Notice | None:
    subjects = set(interview.notices[index].subjects)
    return next((one for one in interview.notices[index + 1 :] if subjects & set(one.subjects)), None)


def _next(interview: Interview, index: int) -> tuple[datetime | None, str | None]:
    holder = _following(interview, index) or interview.schedule
    return (holder.time, holder.place) if holder is not None else (None, None)


def _decided(interview: Interview) -> date | None:
    pending = interview.schedule.pending if interview.schedule is not None else None
    return pending.day if pending is not None else None
