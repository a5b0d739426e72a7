"""What the forms print beside the cells that are filled in: the builder prints these, the reader looks for them."""

from __future__ import annotations

ONE_SUBJECT, ONE_INTERVIEWER = "约谈对象", "约谈人"
UNIT, POST = "单位", "职务"
KIND, PLACE, TIME = "类型", "地点", "时间"
RECORDER, NUMBER, TOPIC, REASON, EXPLAINED = "记 录 人", "编　号", "约谈主题", "约谈事由", "说明主题\n及原因"
REMINDER = "教育和提醒"
CHECKED = "以上记录经核对无误"
HAVE_SIGNED = "已签字"
SIGNS = "签字"
INTERVIEWER_SIGNS, RECORDER_SIGNS = "约谈人\n签　字", "记录人\n签　字"
NO_DATE = "　　年　　月　　日"
"""What stands where a date is to be written."""
ABSENT = "（缺席）"

REPORTER, TALK_DAY = "报告人", "约谈日期"
MEASURES = ("序号", "问题", "原因", "措施", "责任人", "时限", "完成情况", "佐证")
OTHER = "其他需要\n说明情况"
REPORTER_SIGNS, HEAD_SIGNS = "报告人签字", "单位主要负责人\n签字（盖章）"


def statement_heading(name: str, item: str) -> str:
    """What stands above the room for one statement of one subject."""
    return f"{name}：{item}"


def subject_signs(name: str) -> str:
    """What stands beside the room for a subject's signature."""
    return f"{ONE_SUBJECT} {name} {SIGNS}："
