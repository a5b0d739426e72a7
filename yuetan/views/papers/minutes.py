"""约谈记录: what was said, for both sides and the recorder to sign (第七条（三）). Nothing sealed is in this view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text, moment_text, post_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import Interview, State
    from yuetan.model.interview import Interviewer, Subject, Talk
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "编号": "记录的编号；内部编号不印在文书上，现为空",
    "对象们": "各约谈对象，每位有 姓名、单位、职务",
    "对象.姓名": "约谈对象姓名；缺席的注明",
    "对象.单位": "约谈对象当日的单位",
    "对象.职务": "约谈对象当日的职务",
    "对象.陈述们": "这位对象的各项陈述，每项有 项目、内容；还没有记的内容为空，缺席的没有",
    "陈述.项目": "哪一项，如 解释说明",
    "陈述.内容": "说了什么，可有几段",
    "类型": "约谈情形和方式",
    "地点": "约谈地点",
    "时间": "约谈时间，如 2026年3月10日（星期二）上午9时35分",
    "约谈人们": "到场的各约谈人，每位有 姓名、单位、职务、分工",
    "约谈人.姓名": "约谈人姓名",
    "约谈人.单位": "约谈人当日的单位",
    "约谈人.职务": "约谈人当日的职务",
    "约谈人.分工": "主谈或参加",
    "记录人": "记录的工作人员",
    "主题": "约谈主题",
    "事由": "告知约谈对象的事由，可空",
    "说明主题原因": "是否说明了主题及原因",
    "陈述们": "对象的各项陈述，每项有 对象、项目、内容",
    "陈述.对象": "谁说的；只有一位对象时为空",
    "教育提醒": "教育和提醒的内容，可有几段",
    "签字": "已由谁签字，可空",
    "日期": "约谈日期，如 2026年3月10日",
    "声明": "保密的提示",
}
"""Every variable that a template of this paper may use, and what it means."""

SECRECY = "约谈人、记录人应严守保密纪律；本记录不得复印、外传。"

SAMPLE: Mapping[str, Any] = {
    "标题": "廉政约谈记录",
    "编号": "",
    "对象们": [
        {
            "姓名": "赵甲子",
            "单位": "市发展和改革委员会",
            "职务": "副主任",
            "陈述们": [{"项目": "解释说明", "内容": "第一段。\n第二段。"}],
        },
        {"姓名": "钱乙丑（缺席）", "单位": "市发展和改革委员会", "职务": "总经济师", "陈述们": []},
    ],
    "类型": "示例约谈（集体谈话）",
    "地点": "第一会议室",
    "时间": "2026年3月10日（星期二）上午9时35分",
    "约谈人们": [{"姓名": "孙丙寅", "单位": "市纪委监委", "职务": "副书记", "分工": "主谈"}],
    "记录人": "李丁卯",
    "主题": "公务接待管理",
    "事由": "规范公务接待管理",
    "说明主题原因": "已向约谈对象说明约谈主题及原因。",
    "陈述们": [{"对象": "赵甲子", "项目": "解释说明", "内容": "第一段。\n第二段。"}],
    "教育提醒": "第一段。\n第二段。",
    "签字": "约谈人、约谈对象、记录人",
    "日期": "2026年3月10日",
    "声明": SECRECY,
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "对象们": [{"姓名": "赵甲子", "单位": "", "职务": "", "陈述们": []}],
    "记录人": "",
    "事由": "",
    "说明主题原因": "",
    "陈述们": [],
    "教育提醒": "",
    "签字": "",
    "声明": "",
}
"""The same with everything left out that may be missing."""


def minutes_view(interview: Interview, state: State, law: Law) -> Mapping[str, Any]:
    """What the minutes say of an interview that was held; empty of what was said where it was not."""
    talk = interview.talk
    situation = law.situation(interview.kind)
    kind = situation.name if situation is not None else interview.kind
    return {
        "标题": "廉政约谈记录",
        "编号": "",
        "对象们": [_subject(subject, situation) for subject in interview.subjects],
        "类型": f"{kind}（{interview.mode}）" if interview.mode else kind,
        "地点": (talk.place or "") if talk is not None else "",
        "时间": moment_text(talk.time) if talk is not None else "",
        "约谈人们": [_interviewer(one) for one in interview.interviewers if one.present is not False],
        "记录人": _recorder(talk, state),
        "主题": interview.topic or "",
        "事由": interview.reason or "",
        "说明主题原因": _explained(talk),
        "陈述们": _statements(interview),
        "教育提醒": (talk.reminder or "") if talk is not None else "",
        "签字": "、".join(talk.signatures) if talk is not None else "",
        "日期": day_text(talk.time.date()) if talk is not None else "",
        "声明": SECRECY,
    }


def minutes_form_view(interview: Interview, state: State, law: Law) -> Mapping[str, Any]:
    """The minutes as a form to fill in: with what was planned where nothing is recorded, and room for every item."""
    view = minutes_view(interview, state, law)
    situation, schedule = law.situation(interview.kind), interview.schedule
    people = zip(interview.subjects, view["对象们"], strict=True)
    rooms = [{**row, "陈述们": [] if one.present is False else _rooms(one, situation)} for one, row in people]
    planned = schedule if interview.talk is None else None
    time = moment_text(planned.time) if planned is not None and planned.time is not None else view["时间"]
    place = (planned.place or "") if planned is not None else view["地点"]
    return {**view, "对象们": rooms, "时间": time, "地点": place}


def _rooms(subject: Subject, situation: Situation | None) -> list[dict[str, str]]:
    asked = dict.fromkeys(situation.statements, "") if situation is not None else {}
    return [{"项目": name, "内容": text} for name, text in {**asked, **(subject.statements or {})}.items()]


def _subject(subject: Subject, situation: Situation | None) -> dict[str, Any]:
    unit, post = post_texts(subject.unit, subject.post)
    absent = "（缺席）" if subject.present is False else ""
    said = _own_statements(subject, situation) if not absent else []
    return {"姓名": f"{subject.name or subject.id}{absent}", "单位": unit, "职务": post, "陈述们": said}


def _own_statements(subject: Subject, situation: Situation | None) -> list[dict[str, str]]:
    """What the subject said; before anything is recorded, what the situation asks for, to be written down."""
    asked = dict.fromkeys(situation.statements, "") if situation is not None else {}
    return [{"项目": name, "内容": text} for name, text in (subject.statements or asked).items()]


def _interviewer(one: Interviewer) -> dict[str, str]:
    unit, post = post_texts(one.unit, one.post)
    return {"姓名": one.name or one.id, "单位": unit, "职务": post, "分工": one.part}


def _recorder(talk: Talk | None, state: State) -> str:
    if talk is None or not talk.recorder:
        return ""
    return state.roster.name(talk.recorder) or talk.recorder


def _explained(talk: Talk | None) -> str:
    if talk is None or talk.explained is None:
        return ""
    return "已向约谈对象说明约谈主题及原因。" if talk.explained else "未说明约谈主题及原因。"


def _statements(interview: Interview) -> list[dict[str, str]]:
    several = len(interview.subjects) > 1
    return [
        {"对象": (subject.name or subject.id) if several else "", "项目": name, "内容": text}
        for subject in interview.subjects
        for name, text in (subject.statements or {}).items()
    ]
