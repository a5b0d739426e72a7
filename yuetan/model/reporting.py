"""Reports sent, reports received, and the year's plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yuetan.model.choices import Mode
from yuetan.model.field import CODE, key

PERIOD_PATTERN = r"[0-9]{4}(H[12]|M(0[1-9]|1[0-2])|Y)"
PERIOD_WORDS = "“年份H1”“年份H2”（半年）、“年份M01”（月）或“年份Y”（年），如 2026H1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """报送: one report sent, from which commit, with the digests of its rows and its file."""

    period: str = key("期间", "报送期间", required=True, pattern=PERIOD_PATTERN, pattern_words=PERIOD_WORDS)
    sent: date = key("报送日期", "报送的日期", required=True)
    recipients: tuple[str, ...] = key("报送机关", "报送给谁", default=())
    commit: str | None = key("提交", "依据的提交")
    rows_digest: str | None = key("数据摘要", "各行数据的摘要")
    file_digest: str | None = key("文件摘要", "工作簿的摘要")
    interviews: tuple[str, ...] = key("约谈", "本次报送的约谈编号", default=())
    paper: date | None = key("纸质件日期", "纸质件报出的日期")
    reason: str | None = key("逾期原因", "逾期报送的原因")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedRow:
    """A row of what a unit has sent in: one subject of one interview."""

    id: str = key("编号", "约谈编号", required=True)
    kind: str = key("类型", "约谈情形", required=True)
    day: date = key("日期", "约谈日期", required=True)
    subject: str = key("对象", "约谈对象编号", required=True)
    name: str | None = key("姓名", "约谈对象姓名")
    unit: str | None = key(
        "单位",
        "对象以哪个单位的职务被约谈，写编码；不写即报送单位的职务，没有的，其当日的职务",
        pattern=CODE,
        pattern_words="单位编码，如 FGW",
    )
    interviewer: str | None = key("约谈人", "约谈人编号")
    mode: Mode | None = key("方式", "个别谈话或集体谈话")
    present: bool | None = key("到场", "是否到场；不写即到场")
    lawful: bool | None = key("合于权限", "是否由有权的人约谈；不写即是")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """收到的报送: facts for coverage like our own interviews."""

    period: str = key("期间", "报送期间", required=True, pattern=PERIOD_PATTERN, pattern_words=PERIOD_WORDS)
    unit: str = key("单位", "报送单位的编码", required=True, pattern=CODE, pattern_words="单位编码，如 FGW")
    received: date = key("收到日期", "收到的日期；更正后再报的，仍是第一次收到的日期", required=True)
    corrected: date | None = key("更正日期", "最后一次收到更正的工作簿的日期")
    digest: str | None = key("摘要", "收到的工作簿的摘要")
    rows: tuple[ReceivedRow, ...] = key("约谈", "各行", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTalk:
    """One planned 日常约谈."""

    interviewer: str = key("约谈人", "约谈人编号", required=True)
    subject: str = key("对象", "约谈对象编号", required=True)
    month: int = key("月份", "安排在几月", required=True)
    note: str | None = key("备注", "备注")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """计划: the year's plan of 日常约谈."""

    year: int = key("年度", "哪一年", required=True)
    talks: tuple[PlannedTalk, ...] = key("安排", "各次安排", default=())
