"""约谈登记审批表: who is to be interviewed, why, by whom, and who approved it. An internal paper, never sent out.

Where the source is a complaint it is not named: the table says that the matter was found at work.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text, moment_text
from yuetan.views.papers import fields
from yuetan.views.papers.order import PaperOrder, basis_text, kind_text
from yuetan.views.papers.people import InterviewerRow, SubjectRow, names_text, person_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Interview, State
    from yuetan.model.interview import Coordination, Interviewer, Problem, Sanction, Subject
    from yuetan.model.talk import Schedule
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation
    from yuetan.views.papers.order import OfRecord

NAME, TITLE = "约谈登记审批表", "廉政约谈登记审批表"
NEUTRAL_SOURCE = "工作中发现"


class ApprovalSubject(SubjectRow):
    """A subject, and why."""

    why: str = fields.text("情况", "为什么约谈这位对象：问题、拟任职务或所受处分；信访来源不写明")


class ApprovalInterviewer(InterviewerRow):
    """An interviewer, and by which item entitled."""

    item: str = fields.text("依据", "有权约谈的条款，可空")


_SUBJECTS = (
    ApprovalSubject(
        "赵甲子", "市发展和改革委员会", "副主任", "公务接待审批不严。（工作中发现；涉及分管部门；线索编号 XS-26-001）"
    ),
    ApprovalSubject("钱乙丑", "市发展和改革委员会", "总经济师", ""),
)
_INTERVIEWERS = (ApprovalInterviewer("孙丙寅", "市纪委监委", "副书记", "主谈", "第五条第（七）项"),)
_PROPOSAL = "拟由孙丙寅对赵甲子、钱乙丑进行示例约谈（集体谈话）。集体谈话的原因：同一部门的同类问题。"


class ApprovalView(fields.View):
    """What is put before whoever approves the interview."""

    title: str = fields.text("标题", "文书的标题", TITLE)
    id: str = fields.text("编号", "约谈的编号", "SL-202603-7K3FQ")
    drafted: str = fields.text("起草日期", "起草的日期，如 2026年3月1日", "2026年3月1日")
    kind: str = fields.text("类型", "约谈情形", "示例约谈")
    mode: str = fields.text("方式", "个别谈话或集体谈话，可空", "集体谈话", optional=True)
    basis: str = fields.text("条款", "这一情形依据的条款", "《示例办法》第四条第（三）项")
    subjects: tuple[ApprovalSubject, ...] = fields.rows(
        "对象们", "各约谈对象，每位有 姓名、单位、职务、情况", ApprovalSubject, _SUBJECTS,
        least=(ApprovalSubject("赵甲子", "", "", ""),),
    )  # fmt: skip
    interviewers: tuple[ApprovalInterviewer, ...] = fields.rows(
        "约谈人们", "各约谈人，每位有 姓名、单位、职务、分工、依据", ApprovalInterviewer, _INTERVIEWERS, least=()
    )
    topic: str = fields.text("主题", "约谈主题", "公务接待管理")
    reason: str = fields.text("事由", "告知约谈对象的事由，可空", "规范公务接待管理", optional=True)
    proposal: str = fields.text("建议", "拟怎样约谈", _PROPOSAL)
    time: str = fields.text("时间", "拟约谈的时间，可空", "2026年3月10日（星期二）上午9时30分", optional=True)
    place: str = fields.text("地点", "拟约谈的地点，可空", "第一会议室", optional=True)
    coordination: str = fields.text(
        "协调", "联系协调和商请的单位，可空", "市纪委监委；商请市委组织部（2026年3月1日）", optional=True
    )
    opinion: str = fields.text("审批意见", "已经批准的，写意见；可空", "同意", optional=True)
    approver: str = fields.text("审批人", "谁批准的，可空", "李丁卯", optional=True)
    approved: str = fields.text("审批日期", "批准的日期，可空", "2026年3月2日", optional=True)
    unit: str = fields.text("承办单位", "起草的单位", "市纪委监委")


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """The one table of a record."""
    record = source.record
    view = approval_view(record, source.state, source.law)
    yield PaperOrder(NAME, record.id, None, view, f"{NAME}-{record.id}", record.drafted)


def approval_view(interview: Interview, state: State, law: Law) -> ApprovalView:
    """What is put before whoever approves the interview, and what was decided if it was."""
    situation = law.situation(interview.kind)
    view = ApprovalView(
        title=TITLE,
        id=interview.id,
        drafted=day_text(interview.drafted),
        kind=kind_text(law, interview),
        mode=interview.mode or "",
        basis=basis_text(law, situation.article if situation is not None else None),
        subjects=tuple(ApprovalSubject(*person_texts(one), _why(one, situation)) for one in interview.subjects),
        interviewers=tuple(map(_interviewer, interview.interviewers)),
        topic=interview.topic or "",
        reason=interview.reason or "",
        proposal=_proposal(interview, law),
        time="",
        place="",
        coordination="\n".join(map(_coordination, interview.coordination)),
        opinion="",
        approver="",
        approved="",
        unit=own_unit_text(state, interview.drafted),
    )
    return _decided(_scheduled(view, interview.schedule), interview, state)


def _scheduled(view: ApprovalView, schedule: Schedule | None) -> ApprovalView:
    return view if schedule is None else replace(view, time=moment_text(schedule.time), place=schedule.place or "")


def _decided(view: ApprovalView, interview: Interview, state: State) -> ApprovalView:
    approval = interview.approval
    if approval is None:
        return view
    approver = approval.approver or ""
    name = state.roster.name(approver) or approver
    return replace(view, opinion=approval.opinion, approver=name, approved=day_text(approval.day))


def _interviewer(one: Interviewer) -> ApprovalInterviewer:
    return ApprovalInterviewer(*person_texts(one), one.part, one.item or "")


def _why(subject: Subject, situation: Situation | None) -> str:
    problem = _problem(subject.problem, situation) if subject.problem is not None else ""
    sanctions = "；".join(map(_sanction, subject.sanctions))
    return "\n".join(part for part in (problem, _appointment(subject), sanctions, subject.note) if part)


def _problem(problem: Problem, situation: Situation | None) -> str:
    complaint = situation is not None and problem.source in situation.complaint_sources
    source = NEUTRAL_SOURCE if complaint else problem.source_note or problem.source
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


def _sanction(one: Sanction) -> str:
    return f"{day_text(one.day)}受{one.decision or one.category or ''}处分"


def _proposal(interview: Interview, law: Law) -> str:
    by = f"由{names_text(interview.interviewers)}" if interview.interviewers else ""
    mode = f"（{interview.mode}）" if interview.mode else ""
    why = f"集体谈话的原因：{interview.collective_reason.rstrip('。')}。" if interview.collective_reason else ""
    return f"拟{by}对{names_text(interview.subjects)}进行{kind_text(law, interview)}{mode}。{why}"


def _coordination(one: Coordination) -> str:
    asked = one.consulted
    if asked is None:
        return one.unit
    return f"{one.unit}；商请{asked.unit}{f'（{day_text(asked.day)}）' if asked.day is not None else ''}"
