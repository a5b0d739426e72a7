"""约谈通知书: what the subject or the subject's party group receives (第七条（二）). Nothing sealed is in this view.

Neither the source of a problem, nor its gist, nor a clue: only what the record says that the subject is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Addressee, Way
from yuetan.model.talk import Notice
from yuetan.regulation.deadlines import NOTICE_RULE
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text, moment_text
from yuetan.views.papers import fields
from yuetan.views.papers.order import PaperOrder, basis_text
from yuetan.views.papers.people import (
    InterviewerRow,
    SubjectRow,
    addressee_text,
    contact_texts,
    person_texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.model import Interview, State
    from yuetan.regulation.law import Law
    from yuetan.views.papers.order import OfRecord

NAME, TITLE = "约谈通知书", "廉政约谈通知书"
_SUBJECTS = (
    SubjectRow("赵甲子", "市发展和改革委员会", "副主任"),
    SubjectRow("钱乙丑", "市发展和改革委员会", "总经济师"),
)
_INTERVIEWERS = (InterviewerRow("孙丙寅", "市纪委监委", "副书记", "主谈"),)


class NoticeView(fields.View):
    """What the notice says."""

    title: str = fields.text("标题", "文书的标题", TITLE)
    number: str = fields.text("文号", "文号，如 示纪约〔2026〕3号；电话通知没有", "示纪约〔2026〕3号", optional=True)
    addressee: str = fields.text("收件", "收件的党组（党委）或本人", "市发展和改革委员会党组")
    basis: str = fields.text("条款", "依据的办法和条款", "《示例办法》第七条第（二）项")
    topic: str = fields.text("主题", "约谈主题", "公务接待管理")
    reason: str = fields.text("事由", "告知约谈对象的事由，可空", "规范公务接待管理", optional=True)
    subjects: tuple[SubjectRow, ...] = fields.rows(
        "对象们", "各约谈对象，每位有 姓名、单位、职务", SubjectRow, _SUBJECTS, least=(SubjectRow("赵甲子", "", ""),)
    )
    time: str = fields.text(
        "时间", "约谈时间，如 2026年3月10日（星期二）上午9时30分", "2026年3月10日（星期二）上午9时30分"
    )
    place: str = fields.text("地点", "约谈地点", "第一会议室")
    interviewers: tuple[InterviewerRow, ...] = fields.rows(
        "约谈人们", "各约谈人，每位有 姓名、单位、职务、分工", InterviewerRow, _INTERVIEWERS
    )
    preparation: str = fields.text(
        "准备事项", "约谈对象应准备汇报的方面，可空", "请就以下方面准备汇报：解释说明、整改措施。", optional=True
    )
    contact: str = fields.text("联系人", "联系人，可空", "示例室", optional=True)
    telephone: str = fields.text("联系电话", "联系电话，可空", "0000-0000000", optional=True)
    sender: str = fields.text("署名", "发通知的单位", "市纪委监委")
    day: str = fields.text("日期", "通知日期，如 2026年3月5日", "2026年3月5日")
    slip: str = fields.text("回执说明", "回执怎样退回", "请签收后将回执退回。", optional=True)


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """One for each written notice."""
    yield from orders_of(source.record, source.state, source.law, range(len(source.record.notices)))


def orders_of(record: Interview, state: State, law: Law, indexes: range) -> Iterator[PaperOrder]:
    """One for each written notice among these."""
    for index in indexes:
        notice = record.notices[index]
        if notice.way != Way.TELEPHONE:
            only = notice.subjects[0] if len(notice.subjects) == 1 else None
            view = notice_view(record, state, law, notice.subjects, index)
            stem = f"{NAME}-{notice.number or notice.day.isoformat()}-{_recipient(notice)}"
            yield PaperOrder(NAME, record.id, only, view, stem, notice.day)


def notice_view(
    interview: Interview, state: State, law: Law, subject_ids: Sequence[str], index: int | None = None
) -> NoticeView:
    """What the notice to these subjects says: the notice at `index`, else the last one to the first of them."""
    notice = _notice(interview, subject_ids, index)
    subjects = [subject for subject in interview.subjects if subject.id in subject_ids]
    contact, telephone = contact_texts(state)
    sender = own_unit_text(state, notice.day)
    return NoticeView(
        title=TITLE,
        number=notice.number or "",
        addressee=addressee_text(state.roster, notice, subjects, notice.day),
        basis=basis_text(law, law.provision(NOTICE_RULE)),
        topic=notice.topic or interview.topic or "",
        reason=interview.reason or "",
        subjects=tuple(SubjectRow(*person_texts(one)) for one in subjects),
        time=moment_text(notice.time),
        place=notice.place or "",
        interviewers=tuple(InterviewerRow(*person_texts(one), one.part) for one in interview.interviewers),
        preparation=_preparation(interview, law),
        contact=contact,
        telephone=telephone,
        sender=sender,
        day=day_text(notice.day),
        slip=f"请签收后将回执退回{sender}。",
    )


def _notice(interview: Interview, subject_ids: Sequence[str], index: int | None) -> Notice:
    """The notice; before any is given, an empty one of the day of drafting."""
    if index is not None:
        return interview.notices[index]
    found = interview.last_notice(subject_ids[0]) if subject_ids else None
    return found[1] if found is not None else Notice(day=interview.drafted)


def _recipient(notice: Notice) -> str:
    """The unit, else the subjects' codes: a file's name carries no personal name."""
    return notice.unit if notice.to == Addressee.PARTY_GROUP and notice.unit else "、".join(notice.subjects)


def _preparation(interview: Interview, law: Law) -> str:
    situation = law.situation(interview.kind)
    wanted = [name for name in situation.statements if name not in situation.optional_statements] if situation else []
    return f"请就以下方面准备汇报：{'、'.join(wanted)}。" if wanted else ""
