"""约谈登记审批表: who is to be interviewed, why, by whom, and who approved it. An internal paper, never sent out.

Where the source is a complaint it is not named: the table says that the matter was found at work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text, moment_text
from yuetan.views.papers.notice import own_name_text, person_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import Interview, State
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

NEUTRAL_SOURCE = "工作中发现"

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "编号": "约谈的编号",
    "起草日期": "起草的日期，如 2026年3月1日",
    "类型": "约谈情形",
    "方式": "个别谈话或集体谈话，可空",
    "条款": "这一情形依据的条款",
    "对象们": "各约谈对象，每位有 姓名、单位、职务、情况",
    "对象.姓名": "约谈对象姓名",
    "对象.单位": "约谈对象当日的单位",
    "对象.职务": "约谈对象当日的职务",
    "对象.情况": "为什么约谈这位对象：问题、拟任职务或所受处分；信访来源不写明",
    "约谈人们": "各约谈人，每位有 姓名、单位、职务、分工、依据",
    "约谈人.姓名": "约谈人姓名",
    "约谈人.单位": "约谈人当日的单位",
    "约谈人.职务": "约谈人当日的职务",
    "约谈人.分工": "主谈或参加",
    "约谈人.依据": "有权约谈的条款，可空",
    "主题": "约谈主题",
    "事由": "告知约谈对象的事由，可空",
    "建议": "拟怎样约谈",
    "时间": "拟约谈的时间，可空",
    "地点": "拟约谈的地点，可空",
    "协调": "联系协调和商请的单位，可空",
    "审批意见": "已经批准的，写意见；可空",
    "审批人": "谁批准的，可空",
    "审批日期": "批准的日期，可空",
    "承办单位": "起草的单位",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "廉政约谈登记审批表",
    "编号": "SL-202603-7K3FQ",
    "起草日期": "2026年3月1日",
    "类型": "示例约谈",
    "方式": "集体谈话",
    "条款": "《示例办法》第四条第（三）项",
    "对象们": [
        {
            "姓名": "赵甲子",
            "单位": "市发展和改革委员会",
            "职务": "副主任",
            "情况": "公务接待审批不严。（工作中发现；涉及分管部门；线索编号 XS-26-001）",
        },
        {"姓名": "钱乙丑", "单位": "市发展和改革委员会", "职务": "总经济师", "情况": ""},
    ],
    "约谈人们": [
        {
            "姓名": "孙丙寅",
            "单位": "市纪委监委",
            "职务": "副书记",
            "分工": "主谈",
            "依据": "第五条第（七）项",
        }
    ],
    "主题": "公务接待管理",
    "事由": "规范公务接待管理",
    "建议": "拟由孙丙寅对赵甲子、钱乙丑进行示例约谈（集体谈话）。集体谈话的原因：同一部门的同类问题。",
    "时间": "2026年3月10日（星期二）上午9时30分",
    "地点": "第一会议室",
    "协调": "市纪委监委；商请市委组织部（2026年3月1日）",
    "审批意见": "同意",
    "审批人": "李丁卯",
    "审批日期": "2026年3月2日",
    "承办单位": "市纪委监委",
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "方式": "",
    "对象们": [{"姓名": "赵甲子", "单位": "", "职务": "", "情况": ""}],
    "约谈人们": [],
    "事由": "",
    "时间": "",
    "地点": "",
    "协调": "",
    "审批意见": "",
    "审批人": "",
    "审批日期": "",
}
"""The same with everything left out that may be missing."""


def approval_view(interview: Interview, state: State, law: Law) -> Mapping[str, Any]:
    """What is put before whoever approves the interview, and what was decided if it was."""
    situation = law.situation(interview.kind)
    schedule = interview.schedule
    approval = interview.approval
    return {
        "标题": "廉政约谈登记审批表",
        "编号": interview.id,
        "起草日期": day_text(interview.drafted),
        "类型": situation.name if situation is not None else interview.kind,
        "方式": interview.mode or "",
        "条款": f"《{law.profile.title}》{situation.article if situation is not None else ''}",
        "对象们": [{**person_texts(one), "情况": _why(one, situation)} for one in interview.subjects],
        "约谈人们": [_interviewer(one) for one in interview.interviewers],
        "主题": interview.topic or "",
        "事由": interview.reason or "",
        "建议": _proposal(interview, situation),
        "时间": moment_text(schedule.time) if schedule is not None and schedule.time is not None else "",
        "地点": (schedule.place or "") if schedule is not None else "",
        "协调": _coordination(interview),
        "审批意见": approval.opinion if approval is not None else "",
        "审批人": _approver(interview, state),
        "审批日期": day_text(approval.day) if approval is not None else "",
        "承办单位": own_name_text(state, interview.drafted),
    }


def _interviewer(one: Interviewer) -> dict[str, str]:
    return {**person_texts(one), "分工": one.part, "依据": one.item or ""}


def _why(subject: Subject, situation: Situation | None) -> str:
    parts = [_problem(subject, situation), _appointment(subject), _sanctions(subject), subject.note or ""]
    return "\n".join(part for part in parts if part)


def _problem(subject: Subject, situation: Situation | None) -> str:
    problem = subject.problem
    if problem is None:
        return ""
    complaint = situation is not None and problem.source in situation.complaint_sources
    source = NEUTRAL_SOURCE if complaint else problem.source_note or problem.source or ""
    whose = f"涉及{'、'.join(problem.whose)}" if problem.whose else ""
    clue = f"线索编号 {problem.clue}" if problem.clue else ""
    about = "；".join(part for part in (source, whose, clue) if part)
    return f"{problem.gist or ''}{f'（{about}）' if about else ''}"


def _appointment(subject: Subject) -> str:
    planned = subject.appointment
    if planned is None:
        return ""
    kind = f"（{planned.kind}）" if planned.kind else ""
    return f"拟任{planned.unit or ''}{planned.post or ''}{kind}"


def _sanctions(subject: Subject) -> str:
    said = [
        f"{day_text(one.day) if one.day is not None else ''}受{one.decision or one.category or ''}处分"
        for one in subject.sanctions
    ]
    return "；".join(said)


def _proposal(interview: Interview, situation: Situation | None) -> str:
    kind = situation.name if situation is not None else interview.kind
    by = "、".join(one.name or one.id for one in interview.interviewers)
    who = "、".join(one.name or one.id for one in interview.subjects)
    mode = f"（{interview.mode}）" if interview.mode else ""
    why = f"集体谈话的原因：{interview.collective_reason.rstrip('。')}。" if interview.collective_reason else ""
    return f"拟{f'由{by}' if by else ''}对{who}进行{kind}{mode}。{why}"


def _coordination(interview: Interview) -> str:
    said = []
    for one in interview.coordination:
        asked = one.consulted
        day = f"（{day_text(asked.day)}）" if asked is not None and asked.day is not None else ""
        said.append(f"{one.unit}{f'；商请{asked.unit}{day}' if asked is not None else ''}")
    return "\n".join(said)


def _approver(interview: Interview, state: State) -> str:
    approver = interview.approval.approver if interview.approval is not None else None
    return (state.roster.name(approver) or approver) if approver else ""
