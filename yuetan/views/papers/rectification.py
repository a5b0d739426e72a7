"""整改落实情况报告: the form that the subject fills in and hands back (第八条（三）). Nothing sealed is in this view.

Neither the source of the problem nor its gist is printed: the subject writes what was talked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.regulation.coordination import body_text
from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.official_text import day_text
from yuetan.views.papers.notice import own_name_text, person_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import FollowUp, Situation

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题，即办法中后续文书的名称",
    "姓名": "报告人姓名",
    "单位": "报告人当日的单位",
    "职务": "报告人当日的职务",
    "约谈日期": "约谈日期，如 2026年3月10日",
    "约谈人": "到场的约谈人",
    "主题": "约谈主题",
    "事由": "告知约谈对象的事由，可空",
    "条款": "须报告的依据",
    "期限": "最迟形成的日期，如 2026年3月25日",
    "报送": "报给哪个机关",
    "空行": "供填写的各行，每行只有 序号",
    "行.序号": "第几行",
}
"""Every variable that a template of this paper may use, and what it means."""

ROWS = 5
"""Rows to fill; a form in a word processor grows more."""

SAMPLE: Mapping[str, Any] = {
    "标题": "整改落实情况报告",
    "姓名": "赵甲子",
    "单位": "市发展和改革委员会",
    "职务": "副主任",
    "约谈日期": "2026年3月10日",
    "约谈人": "孙丙寅（市纪委监委副书记）",
    "主题": "公务接待管理",
    "事由": "规范公务接待管理",
    "条款": "《示例办法》第八条第（三）项",
    "期限": "2026年3月25日",
    "报送": "市纪委监委",
    "空行": [{"序号": str(number)} for number in range(1, ROWS + 1)],
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {**SAMPLE, "单位": "", "职务": "", "约谈人": "", "事由": "", "期限": "", "报送": ""}
"""The same with everything left out that may be missing."""


def rectification_view(
    interview: Interview, state: State, law: Law, subject: Subject, follow_up: FollowUp
) -> Mapping[str, Any]:
    """The form of this follow-up document for this subject, with the known facts filled in."""
    situation = law.situation(interview.kind)
    talk_day = interview.talk.time.date() if interview.talk is not None else None
    return {
        "标题": follow_up.document,
        **person_texts(subject),
        "约谈日期": day_text(talk_day) if talk_day is not None else "",
        "约谈人": "、".join(_interviewers(interview)),
        "主题": interview.topic or "",
        "事由": interview.reason or "",
        "条款": f"《{law.profile.title}》{follow_up.article}",
        "期限": _due(interview, law, situation, follow_up),
        "报送": recipient_text(state, law, follow_up),
        "空行": [{"序号": str(number)} for number in range(1, ROWS + 1)],
    }


def recipient_text(state: State, law: Law, follow_up: FollowUp) -> str:
    """The bodies that the document is sent to, by their names of that day; else this archive's own unit."""
    named = [body_text(law, name, law.day) for name in follow_up.recipients]
    return "、".join(named) or own_name_text(state, law.day)


def _interviewers(interview: Interview) -> list[str]:
    present = [one for one in interview.interviewers if one.present is not False]
    return [f"{one['姓名']}（{one['单位']}{one['职务']}）" for one in map(person_texts, present)]


def _due(interview: Interview, law: Law, situation: Situation | None, follow_up: FollowUp) -> str:
    if interview.talk is None or situation is None:
        return ""
    return day_text(follow_up_due(law, situation, follow_up, interview.talk.time.date()).due)
