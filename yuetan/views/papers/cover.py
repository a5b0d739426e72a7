"""个人约谈档案封面 and 目录: a closed case as it is handed to the archives. An internal paper, never sent out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text
from yuetan.views.papers.notice import own_name_text, person_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law

KEPT_YEARS = "保存.年限"

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "署名": "立卷的单位",
    "姓名": "约谈对象姓名",
    "单位": "约谈对象当日的单位",
    "职务": "约谈对象当日的职务",
    "题名": "案卷的题名",
    "类型": "约谈情形",
    "编号": "约谈的编号",
    "档号": "归档的档号，可空",
    "起": "最早的文件的日期",
    "止": "最晚的文件的日期",
    "保管期限": "如 30年；办法没有规定的为空",
    "件数": "共几件",
    "归档日期": "办结的日期，可空",
    "文件们": "目录的各行，每行有 序号、责任者、文号、题名、日期",
    "文件.序号": "第几件",
    "文件.责任者": "谁形成的",
    "文件.文号": "文号，可空",
    "文件.题名": "文件的题名",
    "文件.日期": "文件的日期，如 20260305",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "个人廉政约谈档案",
    "署名": "市纪委监委",
    "姓名": "赵甲子",
    "单位": "市发展和改革委员会",
    "职务": "副主任",
    "题名": "赵甲子示例约谈材料",
    "类型": "示例约谈",
    "编号": "SL-202603-7K3FQ",
    "档号": "示纪-2026-约谈-001",
    "起": "2026年3月1日",
    "止": "2026年4月2日",
    "保管期限": "30年",
    "件数": "4",
    "归档日期": "2026年4月2日",
    "文件们": [
        {"序号": "1", "责任者": "市纪委监委", "文号": "", "题名": "廉政约谈登记审批表", "日期": "20260301"},
        {
            "序号": "2",
            "责任者": "市纪委监委",
            "文号": "示纪约〔2026〕3号",
            "题名": "廉政约谈通知书、送达回证",
            "日期": "20260305",
        },
        {"序号": "3", "责任者": "市纪委监委", "文号": "", "题名": "廉政约谈记录", "日期": "20260310"},
        {"序号": "4", "责任者": "赵甲子", "文号": "", "题名": "整改落实情况报告", "日期": "20260325"},
    ],
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "单位": "",
    "职务": "",
    "档号": "",
    "保管期限": "",
    "归档日期": "",
    "文件们": [],
}
"""The same with everything left out that may be missing."""


@dataclass(frozen=True, slots=True)
class _Item:
    by: str
    number: str
    title: str
    day: date


def cover_view(interview: Interview, state: State, law: Law, subject: Subject) -> Mapping[str, Any]:
    """The cover and the list of what the record says was formed about this subject."""
    situation = law.situation(interview.kind)
    kind = situation.name if situation is not None else interview.kind
    items = sorted(_items(interview, state, law, subject), key=lambda item: item.day)
    years = law.number(KEPT_YEARS)
    closing = interview.closing
    last = closing.day if closing is not None else interview.judged_day
    days = [interview.drafted, *(item.day for item in items), last]
    return {
        "标题": "个人廉政约谈档案",
        "署名": own_name_text(state, last),
        **person_texts(subject),
        "题名": f"{subject.name or subject.id}{kind}材料",
        "类型": kind,
        "编号": interview.id,
        "档号": (closing.file_number or "") if closing is not None else "",
        "起": day_text(min(days)),
        "止": day_text(max(days)),
        "保管期限": f"{years}年" if years is not None else "",
        "件数": str(len(items)),
        "归档日期": day_text(closing.day) if closing is not None else "",
        "文件们": [_row(number, item) for number, item in enumerate(items, 1)],
    }


def _row(number: int, item: _Item) -> dict[str, str]:
    day = f"{item.day:%Y%m%d}"
    return {"序号": str(number), "责任者": item.by, "文号": item.number, "题名": item.title, "日期": day}


def _items(interview: Interview, state: State, law: Law, subject: Subject) -> Iterator[_Item]:
    own = own_name_text(state, interview.judged_day)
    approved = interview.approval.day if interview.approval is not None else interview.drafted
    yield _Item(own, "", "廉政约谈登记审批表", approved)
    for notice in interview.notices:
        if subject.id in notice.subjects:
            title = "廉政约谈通知书、送达回证" if notice.number else "廉政约谈通知记录"
            yield _Item(own, notice.number or "", title, notice.day)
    if interview.talk is not None:
        yield _Item(own, "", "廉政约谈记录", interview.talk.time.date())
    for reminder in subject.reminders:
        yield _Item(own, "", "催办函" if reminder.way != "电话" else "催办记录", reminder.day)
    yield from _reports(interview, law, subject)
    if subject.accountability is not None and subject.accountability.day is not None:
        yield _Item(subject.accountability.body or own, "", "责任追究材料", subject.accountability.day)
    for amendment in interview.amendments:
        yield _Item(own, "", "更正说明", amendment.day)


def _reports(interview: Interview, law: Law, subject: Subject) -> Iterator[_Item]:
    situation = law.situation(interview.kind)
    usual = situation.follow_ups[0].document if situation is not None and situation.follow_ups else "后续报告"
    for report in subject.rectifications:
        day = report.formed or report.sent or report.received
        if day is not None:
            yield _Item(subject.name or subject.id, "", report.document or usual, day)
