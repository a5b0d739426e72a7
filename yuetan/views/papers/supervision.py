"""督办函: a unit that is behind with the year's interviews is told whom it still owes; no problem of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.model import State
    from yuetan.regulation.law import Law
    from yuetan.views.coverage.supervision import Supervision

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文号": "文号，可空，由办公室编",
    "收件": "收函的单位",
    "条款": "每年须约谈的依据",
    "年度": "哪一年，如 2026",
    "应谈人数": "应约谈几人",
    "已谈人数": "已约谈几人",
    "未谈人数": "还有几人",
    "期限": "最迟的日期，如 2026年12月31日",
    "未谈们": "还没有约谈的各人，每人有 序号、姓名、职务、有权约谈的人、期限",
    "未谈.序号": "第几人",
    "未谈.姓名": "姓名",
    "未谈.职务": "职务",
    "未谈.有权约谈的人": "依第五条有权约谈的人",
    "未谈.期限": "此人最迟的日期",
    "联系人": "联系人，可空",
    "联系电话": "联系电话，可空",
    "署名": "发函的单位",
    "日期": "函的日期，如 2026年11月20日",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "关于抓紧完成2026年度日常廉政约谈的函",
    "文号": "示纪约函〔2026〕5号",
    "收件": "市发展和改革委员会",
    "条款": "《示例办法》第六条",
    "年度": "2026",
    "应谈人数": "6",
    "已谈人数": "4",
    "未谈人数": "2",
    "期限": "2026年12月31日",
    "未谈们": [
        {
            "序号": "1", "姓名": "赵甲子", "职务": "副主任", "有权约谈的人": "孙丙寅（主任、党组书记）",
            "期限": "2026年12月31日",
        },
        {
            "序号": "2", "姓名": "钱乙丑", "职务": "总经济师", "有权约谈的人": "孙丙寅（主任、党组书记）",
            "期限": "2026年12月31日",
        },
    ],
    "联系人": "示例室",
    "联系电话": "0000-0000000",
    "署名": "市纪委监委",
    "日期": "2026年11月20日",
}  # fmt: skip
"""A full view of invented people, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "文号": "",
    "未谈们": [{"序号": "1", "姓名": "赵甲子", "职务": "", "有权约谈的人": "", "期限": "2026年12月31日"}],
    "未谈人数": "1",
    "联系人": "",
    "联系电话": "",
}
"""The same with everything left out that may be missing."""


def supervision_view(letter: Supervision, state: State, law: Law) -> Mapping[str, Any]:
    """What the letter says."""
    contact = state.office.contact
    names = "、".join(situation.short for situation in law.profile.situations if situation.yearly)
    return {
        "标题": f"关于抓紧完成{letter.year}年度{names}廉政约谈的函",
        "文号": "",
        "收件": letter.unit,
        "条款": f"《{law.profile.title}》{letter.provision}",
        "年度": str(letter.year),
        "应谈人数": str(letter.owed),
        "已谈人数": str(letter.held),
        "未谈人数": str(len(letter.people)),
        "期限": letter.due,
        "未谈们": [
            {"序号": str(number), "姓名": name, "职务": post, "有权约谈的人": who, "期限": due}
            for number, (name, post, who, due) in enumerate(letter.people, start=1)
        ],
        "联系人": (contact.person or "") if contact is not None else "",
        "联系电话": (contact.phone or "") if contact is not None else "",
        "署名": letter.sender,
        "日期": letter.day,
    }
