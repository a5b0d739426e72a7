"""The talk itself: when and where it is to be held, who was told of it, and what was held (第七条).

The order of the fields is the order of the keys in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from yuetan.model.field import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponement:
    """待定: the interview is postponed and has no new time yet."""

    day: date | None = key("日期", "决定延后的日期")
    reason: str | None = key("原因", "为什么延后")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """安排: when and where it is to be held."""

    time: datetime | None = key("时间", "拟约谈的时间，如 2026-03-10T09:30:00")
    place: str | None = key("地点", "拟约谈的地点")
    pending: Postponement | None = key("待定", "已延后、时间未定")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """通知: one notice; the last one to a subject counts (第七条（二）)."""

    day: date = key("日期", "发出通知的日期", required=True)
    subjects: tuple[str, ...] = key("对象", "通知涉及的约谈对象编号", default=())
    to: str | None = key("送达", "送给党组（党委）或本人")
    unit: str | None = key("送达单位", "送达哪个单位的党组（党委）")
    way: str | None = key("方式", "书面或电话")
    number: str | None = key(
        "文号",
        "文号，如 连纪约〔2026〕3号；电话通知不编号",
        pattern=r"[^\s〔〕0-9]{1,20}〔[0-9]{4}〕[1-9][0-9]{0,5}号",
        pattern_words="“机关代字〔年份〕序号号”，括号用〔〕，序号不补零，如 连纪约〔2026〕3号",
    )
    topic: str | None = key("主题", "通知写明的主题")
    time: datetime | None = key("时间", "通知写明的约谈时间")
    place: str | None = key("地点", "通知写明的约谈地点")
    signed: date | None = key("签收", "签收的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """谈话: what was held (第七条（三）)."""

    time: datetime = key("时间", "实际约谈的时间", required=True)
    place: str | None = key("地点", "实际约谈的地点")
    recorder: str | None = key("记录人", "记录的工作人员，姓名或编号")
    explained: bool | None = key("说明主题原因", "谈话人是否说明了主题及原因")
    reminder: str | None = key("教育提醒", "教育和提醒的内容")
    signatures: tuple[str, ...] = key("签字", "谁签了字：约谈人、约谈对象、记录人", default=())
