"""催办函: an overdue follow-up document is asked for. Nothing sealed is in this view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.model.choices import Addressee
from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.official_text import day_text
from yuetan.views.papers.notice import addressee_text, own_name_text, person_texts
from yuetan.views.papers.rectification import recipient_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import FollowUp

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文号": "文号，可空，由办公室编",
    "收件": "收件的党组（党委）或本人",
    "送本人": "是否直接送给约谈对象本人",
    "姓名": "约谈对象姓名",
    "单位": "约谈对象当日的单位",
    "职务": "约谈对象当日的职务",
    "约谈日期": "约谈日期，如 2026年4月24日",
    "文书": "应报送的文书的名称",
    "条款": "须报送的依据",
    "期限": "最迟的日期，如 2026年5月9日",
    "逾期天数": "到函的日期为止逾期几天，如 11",
    "报送": "报给哪个机关",
    "联系人": "联系人，可空",
    "联系电话": "联系电话，可空",
    "署名": "发函的单位",
    "日期": "函的日期，如 2026年5月20日",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "关于尽快报送整改落实情况报告的函",
    "文号": "示纪约函〔2026〕2号",
    "收件": "市发展和改革委员会党组",
    "送本人": False,
    "姓名": "赵甲子",
    "单位": "市发展和改革委员会",
    "职务": "副主任",
    "约谈日期": "2026年4月24日",
    "文书": "整改落实情况报告",
    "条款": "《示例办法》第八条第（三）项",
    "期限": "2026年5月9日",
    "逾期天数": "11",
    "报送": "市纪委监委",
    "联系人": "示例室",
    "联系电话": "0000-0000000",
    "署名": "市纪委监委",
    "日期": "2026年5月20日",
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "文号": "",
    "送本人": True,
    "单位": "",
    "职务": "",
    "联系人": "",
    "联系电话": "",
}
"""The same with everything left out that may be missing."""


def reminder_view(
    interview: Interview, state: State, law: Law, subject: Subject, follow_up: FollowUp, *, day: date
) -> Mapping[str, Any]:
    """The letter of `day` that asks for the document; the interview must have been held."""
    found = interview.last_notice(subject.id)
    notice = found[1] if found is not None else None
    situation = law.situation(interview.kind)
    assert interview.talk is not None and situation is not None  # noqa: S101, PT018 - a follow-up stands on both
    talk_day = interview.talk.time.date()
    due = follow_up_due(law, situation, follow_up, talk_day).due
    contact = state.office.contact
    return {
        "标题": f"关于尽快报送{follow_up.document}的函",
        "文号": "",
        "收件": addressee_text(state.roster, notice, [subject], day),
        "送本人": notice is None or notice.to == Addressee.PERSON,
        **person_texts(subject),
        "约谈日期": day_text(talk_day),
        "文书": follow_up.document,
        "条款": f"《{law.profile.title}》{follow_up.article}",
        "期限": day_text(due),
        "逾期天数": str(max((day - due).days, 0)),
        "报送": recipient_text(state, law, follow_up),
        "联系人": (contact.person or "") if contact is not None else "",
        "联系电话": (contact.phone or "") if contact is not None else "",
        "署名": own_name_text(state, day),
        "日期": day_text(day),
    }
