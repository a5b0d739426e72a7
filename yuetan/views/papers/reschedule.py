"""改期通知: another time or place than notified, or that the time is open. Nothing sealed, not even the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text, moment_text
from yuetan.views.papers.notice import addressee_text, own_name_text, person_texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from yuetan.model import Interview, State
    from yuetan.model.interview import Notice
    from yuetan.regulation.law import Law

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文号": "文号，可空",
    "收件": "收件的党组（党委）或本人",
    "原文号": "原通知的文号，可空",
    "条款": "依据的办法和条款",
    "主题": "约谈主题",
    "对象们": "各约谈对象，每位有 姓名、单位、职务",
    "对象.姓名": "约谈对象姓名",
    "对象.单位": "约谈对象当日的单位",
    "对象.职务": "约谈对象当日的职务",
    "原时间": "原定的约谈时间",
    "原地点": "原定的约谈地点",
    "时间": "改定的时间；为空即另行通知",
    "地点": "改定的地点；为空即另行通知",
    "联系人": "联系人，可空",
    "联系电话": "联系电话，可空",
    "署名": "发通知的单位",
    "日期": "通知日期，如 2026年3月6日",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "廉政约谈改期通知",
    "文号": "示纪约〔2026〕4号",
    "收件": "市发展和改革委员会党组",
    "原文号": "示纪约〔2026〕3号",
    "条款": "《示例办法》第七条第（二）项",
    "主题": "公务接待管理",
    "对象们": [{"姓名": "赵甲子", "单位": "市发展和改革委员会", "职务": "副主任"}],
    "原时间": "2026年3月10日（星期二）上午9时30分",
    "原地点": "第一会议室",
    "时间": "2026年3月17日（星期二）下午3时",
    "地点": "第二会议室",
    "联系人": "示例室",
    "联系电话": "0000-0000000",
    "署名": "市纪委监委",
    "日期": "2026年3月6日",
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "文号": "",
    "原文号": "",
    "对象们": [{"姓名": "赵甲子", "单位": "", "职务": ""}],
    "时间": "",
    "地点": "",
    "联系人": "",
    "联系电话": "",
}
"""The same with everything left out that may be missing."""


def changed(interview: Interview, index: int) -> bool:
    """Whether time or place changed, or became open, after the notice at `index`."""
    notice = interview.notices[index]
    when, where = _next(interview, index)
    return notice.time is not None and (when, where) != (notice.time, notice.place)


def reschedule_view(interview: Interview, state: State, law: Law, index: int, day: date) -> Mapping[str, Any]:
    """What replaces the notice at `index`: the next notice to the same subjects, else the schedule as it stands.

    `day` dates the paper where neither the next notice nor the postponement does.
    """
    notice = interview.notices[index]
    following = _following(interview, index)
    when, where = _next(interview, index)
    issued = issued_day(interview, index) or day
    subjects = [subject for subject in interview.subjects if subject.id in notice.subjects]
    contact = state.office.contact
    return {
        "标题": "廉政约谈改期通知",
        "文号": (following.number or "") if following is not None else "",
        "收件": addressee_text(state.roster, following or notice, subjects, issued),
        "原文号": notice.number or "",
        "条款": f"《{law.profile.title}》{law.provision('B7.2') or ''}",
        "主题": notice.topic or interview.topic or "",
        "对象们": [person_texts(subject) for subject in subjects],
        "原时间": moment_text(notice.time) if notice.time is not None else "",
        "原地点": notice.place or "",
        "时间": moment_text(when) if when is not None else "",
        "地点": where or "",
        "联系人": (contact.person or "") if contact is not None else "",
        "联系电话": (contact.phone or "") if contact is not None else "",
        "署名": own_name_text(state, issued),
        "日期": day_text(issued),
    }


def _following(interview: Interview, index: int) -> Notice | None:
    subjects = set(interview.notices[index].subjects)
    return next((one for one in interview.notices[index + 1 :] if subjects & set(one.subjects)), None)


def _next(interview: Interview, index: int) -> tuple[datetime | None, str | None]:
    following = _following(interview, index)
    if following is not None:
        return following.time, following.place
    schedule = interview.schedule
    return (schedule.time, schedule.place) if schedule is not None else (None, None)


def _decided(interview: Interview) -> date | None:
    pending = interview.schedule.pending if interview.schedule is not None else None
    return pending.day if pending is not None else None


def issued_day(interview: Interview, index: int) -> date | None:
    """The day that the record gives the change of the notice at `index`; None where it does not say."""
    following = _following(interview, index)
    return following.day if following is not None else _decided(interview)
