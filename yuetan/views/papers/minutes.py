"""约谈记录: what was said, for both sides and the recorder to sign (第七条（三）). Nothing sealed is in this view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yuetan.views.official_text import day_text, moment_text, post_texts
from yuetan.views.papers import fields
from yuetan.views.papers.order import PaperOrder, kind_text
from yuetan.views.papers.people import InterviewerRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.model import Interview, State
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.model.talk import Talk
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation
    from yuetan.views.papers.order import OfRecord

NAME, TITLE = "约谈记录", "廉政约谈记录"
SECRECY = "约谈人、记录人应严守保密纪律；本记录不得复印、外传。"
FORM = "表单"
"""What a form's file name ends in."""


class OwnStatement(fields.View):
    """One thing that a subject said, under the subject's name."""

    item: str = fields.text("项目", "哪一项，如 解释说明")
    content: str = fields.text("内容", "说了什么，可有几段")


class Statement(fields.View):
    """One thing that was said, and by whom."""

    subject: str = fields.text("对象", "谁说的；只有一位对象时为空")
    item: str = fields.text("项目", "哪一项，如 解释说明")
    content: str = fields.text("内容", "说了什么，可有几段")


class MinutesSubject(fields.View):
    """A subject, and what the subject said."""

    name: str = fields.text("姓名", "约谈对象姓名；缺席的注明")
    unit: str = fields.text("单位", "约谈对象当日的单位")
    post: str = fields.text("职务", "约谈对象当日的职务")
    statements: tuple[OwnStatement, ...] = fields.rows(
        "陈述们", "这位对象的各项陈述，每项有 项目、内容；还没有记的内容为空，缺席的没有", OwnStatement, ()
    )


_SUBJECTS = (
    MinutesSubject("赵甲子", "市发展和改革委员会", "副主任", (OwnStatement("解释说明", "第一段。\n第二段。"),)),
    MinutesSubject("钱乙丑（缺席）", "市发展和改革委员会", "总经济师", ()),
)
_INTERVIEWERS = (InterviewerRow("孙丙寅", "市纪委监委", "副书记", "主谈"),)
_EXPLAINED = {True: "已向约谈对象说明约谈主题及原因。", False: "未说明约谈主题及原因。", None: ""}


class MinutesView(fields.View):
    """What the minutes say."""

    title: str = fields.text("标题", "文书的标题", TITLE)
    number: str = fields.text("编号", "记录的编号；内部编号不印在文书上，现为空", "")
    subjects: tuple[MinutesSubject, ...] = fields.rows(
        "对象们", "各约谈对象，每位有 姓名、单位、职务", MinutesSubject, _SUBJECTS,
        least=(MinutesSubject("赵甲子", "", "", ()),),
    )  # fmt: skip
    kind: str = fields.text("类型", "约谈情形和方式", "示例约谈（集体谈话）")
    place: str = fields.text("地点", "约谈地点", "第一会议室")
    time: str = fields.text(
        "时间", "约谈时间，如 2026年3月10日（星期二）上午9时35分", "2026年3月10日（星期二）上午9时35分"
    )
    interviewers: tuple[InterviewerRow, ...] = fields.rows(
        "约谈人们", "到场的各约谈人，每位有 姓名、单位、职务、分工", InterviewerRow, _INTERVIEWERS
    )
    recorder: str = fields.text("记录人", "记录的工作人员", "李丁卯", optional=True)
    topic: str = fields.text("主题", "约谈主题", "公务接待管理")
    reason: str = fields.text("事由", "告知约谈对象的事由，可空", "规范公务接待管理", optional=True)
    explained: str = fields.text("说明主题原因", "是否说明了主题及原因", _EXPLAINED[True], optional=True)
    statements: tuple[Statement, ...] = fields.rows(
        "陈述们", "对象的各项陈述，每项有 对象、项目、内容", Statement,
        (Statement("赵甲子", "解释说明", "第一段。\n第二段。"),), least=(),
    )  # fmt: skip
    reminder: str = fields.text("教育提醒", "教育和提醒的内容，可有几段", "第一段。\n第二段。", optional=True)
    signatures: str = fields.text("签字", "已由谁签字，可空", "约谈人、约谈对象、记录人", optional=True)
    day: str = fields.text("日期", "约谈日期，如 2026年3月10日", "2026年3月10日")
    secrecy: str = fields.text("声明", "保密的提示", SECRECY, optional=True)


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """The minutes of an interview that was held."""
    record = source.record
    if record.talk is not None:
        view = minutes_view(record, source.state, source.law)
        yield PaperOrder(NAME, record.id, None, view, f"{NAME}-{record.id}", record.talk.time.date())


def form_orders(source: OfRecord) -> Iterator[PaperOrder]:
    """The minutes as a form to be filled in."""
    record = source.record
    view = minutes_form_view(record, source.state, source.law)
    yield PaperOrder(NAME, record.id, None, view, f"{NAME}-{record.id}-{FORM}", record.drafted)


def minutes_view(interview: Interview, state: State, law: Law) -> MinutesView:
    """What the minutes say of an interview that was held; empty of what was said where it was not."""
    situation = law.situation(interview.kind)
    mode = f"（{interview.mode}）" if interview.mode else ""
    view = MinutesView(
        title=TITLE,
        number="",
        subjects=tuple(_subject(subject, situation) for subject in interview.subjects),
        kind=f"{kind_text(law, interview)}{mode}",
        place="",
        time="",
        interviewers=tuple(_interviewer(one) for one in interview.interviewers if one.present is not False),
        recorder="",
        topic=interview.topic or "",
        reason=interview.reason or "",
        explained="",
        statements=_statements(interview),
        reminder="",
        signatures="",
        day="",
        secrecy=SECRECY,
    )
    return view if interview.talk is None else _held(view, interview.talk, state)


def minutes_form_view(interview: Interview, state: State, law: Law) -> MinutesView:
    """The minutes as a form to fill in: with what was planned where nothing is recorded, and room for every item."""
    view = minutes_view(interview, state, law)
    asked, schedule = _asked(law.situation(interview.kind)), interview.schedule
    people = zip(interview.subjects, view.subjects, strict=True)
    view = replace(view, subjects=tuple(replace(row, statements=_rooms(one, asked)) for one, row in people))
    if interview.talk is not None or schedule is None:
        return view
    return replace(view, time=moment_text(schedule.time), place=schedule.place or "")


def _held(view: MinutesView, talk: Talk, state: State) -> MinutesView:
    return replace(
        view,
        place=talk.place or "",
        time=moment_text(talk.time),
        recorder=state.roster.name(talk.recorder or "") or talk.recorder or "",
        explained=_EXPLAINED[talk.explained],
        reminder=talk.reminder or "",
        signatures="、".join(talk.signatures),
        day=day_text(talk.time.date()),
    )


def _asked(situation: Situation | None) -> Mapping[str, str]:
    """What the situation asks for, with room to write it down."""
    return dict.fromkeys(situation.statements, "") if situation is not None else {}


def _rooms(subject: Subject, asked: Mapping[str, str]) -> tuple[OwnStatement, ...]:
    return () if subject.present is False else _own({**asked, **(subject.statements or {})})


def _subject(subject: Subject, situation: Situation | None) -> MinutesSubject:
    """The subject with what he or she said; before anything is recorded, with what the situation asks for."""
    name, (unit, post) = subject.name or subject.id, post_texts(subject.unit, subject.post)
    if subject.present is False:
        return MinutesSubject(f"{name}（缺席）", unit, post, ())
    return MinutesSubject(name, unit, post, _own(subject.statements or _asked(situation)))


def _own(statements: Mapping[str, str]) -> tuple[OwnStatement, ...]:
    return tuple(OwnStatement(item, content) for item, content in statements.items())


def _interviewer(one: Interviewer) -> InterviewerRow:
    return InterviewerRow(one.name or one.id, *post_texts(one.unit, one.post), one.part)


def _statements(interview: Interview) -> tuple[Statement, ...]:
    several = len(interview.subjects) > 1
    return tuple(
        Statement((subject.name or subject.id) if several else "", item, content)
        for subject in interview.subjects
        for item, content in (subject.statements or {}).items()
    )
