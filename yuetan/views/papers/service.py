"""送达回证: that a notice reached whom it was sent to. Nothing sealed is in this view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text
from yuetan.views.papers.notice import addressee_text, own_name_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import Interview, State

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文书": "送达的文书的名称",
    "文号": "送达的文书的文号，可空",
    "受送达人": "送给哪个党组（党委）或哪位对象",
    "对象": "文书涉及的约谈对象",
    "送达方式": "书面或电话，可空",
    "送达日期": "发出的日期，如 2026年3月5日",
    "签收日期": "已登记的签收日期，可空，由收件人手写",
    "署名": "送达的单位",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "送达回证",
    "文书": "廉政约谈通知书",
    "文号": "示纪约〔2026〕3号",
    "受送达人": "市发展和改革委员会党组",
    "对象": "赵甲子、钱乙丑",
    "送达方式": "书面",
    "送达日期": "2026年3月5日",
    "签收日期": "2026年3月5日",
    "署名": "市纪委监委",
}
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {**SAMPLE, "文号": "", "送达方式": "", "签收日期": ""}
"""The same with everything left out that may be missing."""


def service_view(interview: Interview, state: State, index: int) -> Mapping[str, Any]:
    """The proof of service of the notice at `index`."""
    notice = interview.notices[index]
    subjects = [subject for subject in interview.subjects if subject.id in notice.subjects]
    return {
        "标题": "送达回证",
        "文书": "廉政约谈通知书",
        "文号": notice.number or "",
        "受送达人": addressee_text(state.roster, notice, subjects, notice.day),
        "对象": "、".join(subject.name or subject.id for subject in subjects),
        "送达方式": notice.way or "",
        "送达日期": day_text(notice.day),
        "签收日期": day_text(notice.signed) if notice.signed is not None else "",
        "署名": own_name_text(state, notice.day),
    }
