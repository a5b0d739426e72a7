"""What follows a talk that asked for rectification (第八条（三）): reports by rounds, reminders, accountability.

The order of the fields is the order of the keys in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yuetan.model.field import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """事项: one row of the report, as the subject wrote it."""

    problem: str | None = key("问题", "存在的问题")
    cause: str | None = key("原因", "产生的原因")
    measure: str | None = key("措施", "整改的措施")
    owner: str | None = key("责任人", "由谁落实")
    until: str | None = key("时限", "何时完成")
    done: str | None = key("完成情况", "完成到什么程度")
    evidence: str | None = key("佐证", "佐证的材料")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectification:
    """整改: one round of the follow-up report (第八条（三）)."""

    formed: date | None = key("形成日期", "报告形成的日期")
    sent: date | None = key("报送日期", "报送的日期")
    received: date | None = key("收到日期", "收到的日期")
    verdict: str | None = key("评价", "到位、措施不到位、整改不力")
    returned: str | None = key("退回原因", "退回重报的原因")
    document: str | None = key("文书", "后续文书的名称，有几种时写")
    measures: tuple[Measure, ...] = key("事项", "报告逐项写明的问题、原因、措施和完成情况", default=())
    remark: str | None = key("其他说明", "报告中其他需要说明的情况")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """延期: kept as a fact; the 办法 knows none and the day does not move."""

    request: str | None = key("申请", "申请的内容")
    result: str | None = key("结果", "答复")
    body: str | None = key("机关", "答复的机关")
    day: date | None = key("日期", "答复的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """催办: one reminder of an overdue report."""

    day: date = key("日期", "催办的日期", required=True)
    way: str | None = key("方式", "书面、电话等")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability:
    """追责: what followed where rectification was not done."""

    way: str | None = key("方式", "追责的方式")
    body: str | None = key("机关", "作出的机关")
    basis: str | None = key("依据", "依据的规定")
    day: date | None = key("日期", "作出的日期")
