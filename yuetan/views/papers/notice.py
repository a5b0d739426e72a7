"""约谈通知书: what the subject or the subject's party group receives (第七条（二）). Nothing sealed is in this view.

Neither the source of a problem, nor its gist, nor a clue: only what the record says that the subject is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.model.choices import Addressee
from yuetan.views.official_text import day_text, moment_text, post_texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from yuetan.model import Interview, Roster, State
    from yuetan.model.interview import Interviewer, Notice, Subject
    from yuetan.regulation.law import Law

_TELLING = 2
"""So many signs of a unit's name at the head of a post name the unit."""

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文号": "文号，如 示纪约〔2026〕3号；电话通知没有",
    "收件": "收件的党组（党委）或本人",
    "条款": "依据的办法和条款",
    "主题": "约谈主题",
    "事由": "告知约谈对象的事由，可空",
    "对象们": "各约谈对象，每位有 姓名、单位、职务",
    "对象.姓名": "约谈对象姓名",
    "对象.单位": "约谈对象当日的单位",
    "对象.职务": "约谈对象当日的职务",
    "时间": "约谈时间，如 2026年3月10日（星期二）上午9时30分",
    "地点": "约谈地点",
    "约谈人们": "各约谈人，每位有 姓名、单位、职务、分工",
    "约谈人.姓名": "约谈人姓名",
    "约谈人.单位": "约谈人当日的单位",
    "约谈人.职务": "约谈人当日的职务",
    "约谈人.分工": "主谈或参加",
    "准备事项": "约谈对象应准备汇报的方面，可空",
    "联系人": "联系人，可空",
    "联系电话": "联系电话，可空",
    "署名": "发通知的单位",
    "日期": "通知日期，如 2026年3月5日",
    "回执说明": "回执怎样退回",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "廉政约谈通知书",
    "文号": "示纪约〔2026〕3号",
    "收件": "市发展和改革委员会党组",
    "条款": "《示例办法》第七条第（二）项",
    "主题": "公务接待管理",
    "事由": "规范公务接待管理",
    "对象们": [
        {"姓名": "赵甲子", "单位": "市发展和改革委员会", "职务": "副主任"},
        {"姓名": "钱乙丑", "单位": "市发展和改革委员会", "职务": "总经济师"},
    ],
    "时间": "2026年3月10日（星期二）上午9时30分",
    "地点": "第一会议室",
    "约谈人们": [{"姓名": "孙丙寅", "单位": "市纪委监委", "职务": "副书记", "分工": "主谈"}],
    "准备事项": "请就以下方面准备汇报：解释说明、整改措施。",
    "联系人": "示例室",
    "联系电话": "0000-0000000",
    "署名": "市纪委监委",
    "日期": "2026年3月5日",
    "回执说明": "请签收后将回执退回。",
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "文号": "",
    "事由": "",
    "对象们": [{"姓名": "赵甲子", "单位": "", "职务": ""}],
    "准备事项": "",
    "联系人": "",
    "联系电话": "",
    "回执说明": "",
}
"""The same with everything left out that may be missing."""


def notice_view(
    interview: Interview, state: State, law: Law, subject_ids: Sequence[str], index: int | None = None
) -> Mapping[str, Any]:
    """What the notice to these subjects says: the notice at `index`, else the last one to the first of them."""
    notice = _notice(interview, subject_ids, index)
    day = notice.day if notice is not None else interview.drafted
    subjects = [subject for subject in interview.subjects if subject.id in subject_ids]
    moment = notice.time if notice is not None else None
    contact = state.office.contact
    sender = own_name_text(state, day)
    return {
        "标题": "廉政约谈通知书",
        "文号": (notice.number or "") if notice is not None else "",
        "收件": addressee_text(state.roster, notice, subjects, day),
        "条款": f"《{law.profile.title}》{law.provision('B7.2') or ''}",
        "主题": (notice.topic if notice is not None else None) or interview.topic or "",
        "事由": interview.reason or "",
        "对象们": [person_texts(subject) for subject in subjects],
        "时间": moment_text(moment) if moment is not None else "",
        "地点": (notice.place or "") if notice is not None else "",
        "约谈人们": [{**person_texts(one), "分工": one.part} for one in interview.interviewers],
        "准备事项": _preparation(interview, law),
        "联系人": (contact.person or "") if contact is not None else "",
        "联系电话": (contact.phone or "") if contact is not None else "",
        "署名": sender,
        "日期": day_text(day),
        "回执说明": f"请签收后将回执退回{sender}。",
    }


def own_name_text(state: State, day: date) -> str:
    """What this archive's unit was called that day."""
    unit = state.roster.unit(state.office.unit)
    era = unit.era(day) if unit is not None else None
    return era.name if era is not None else state.office.unit


def _notice(interview: Interview, subject_ids: Sequence[str], index: int | None) -> Notice | None:
    if index is not None:
        return interview.notices[index]
    found = interview.last_notice(subject_ids[0]) if subject_ids else None
    return found[1] if found is not None else None


def person_texts(one: Subject | Interviewer) -> dict[str, str]:
    """Name, unit and post of that day, as they stand beside each other."""
    unit, post = post_texts(one.unit, one.post)
    if unit and post.startswith(unit[:_TELLING]):
        unit = ""  # 市纪委副书记 says the unit already
    return {"姓名": one.name or one.id, "单位": unit, "职务": post}


def addressee_text(roster: Roster, notice: Notice | None, subjects: list[Subject], day: date) -> str:
    """The party group of the unit, by what its members are called in the roster; or the subjects themselves."""
    unit = notice.unit if notice is not None and notice.to != Addressee.PERSON else None
    if not unit:
        return f"{'、'.join(subject.name or subject.id for subject in subjects)}同志"
    known = roster.unit_named(unit, day)
    if known is None:
        return f"{unit}党组（党委）"
    posts = [held.post.party_post or "" for held in roster.staff(known, day)]
    group = next((name for name in ("党工委", "党委", "党组") if any(post.startswith(name) for post in posts)), "")
    return f"{unit}{group}"


def _preparation(interview: Interview, law: Law) -> str:
    situation = law.situation(interview.kind)
    wanted = [name for name in situation.statements if name not in situation.optional_statements] if situation else []
    return f"请就以下方面准备汇报：{'、'.join(wanted)}。" if wanted else ""
