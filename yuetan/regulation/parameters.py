"""Every parameter that a profile may have: its name, what kind of value it takes, what it decides.

Names only: the numbers and readings stand in the profiles. What a profile leaves out, its regulation is silent about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MUST_APPROVE = "审批.须批准"
"""Asked for wherever an approval comes before the notice."""
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class ValueKind(Enum):
    """What a parameter's value is, in the words of a message."""

    NUMBER = "不小于零的整数"
    FLAG = " true 或 false"
    WORD = "可选值之一"
    MONTH_DAY = "“月-日”，如 11-01"


@dataclass(frozen=True, slots=True)
class Known:
    """One parameter that rules, deadlines or the matrix ask for."""

    kind: ValueKind
    about: str
    words: tuple[str, ...] = ()


_DAYS = ("自然日", "工作日")

PARAMETERS: Mapping[str, Known] = {
    "通知.提前": Known(ValueKind.NUMBER, "通知须提前多少天送达"),
    "通知.计日": Known(ValueKind.WORD, "提前的天数按自然日还是工作日计", _DAYS),
    "通知.净天": Known(ValueKind.FLAG, "送达日和约谈日是否都不计入"),
    "通知.变更重新通知": Known(ValueKind.FLAG, "改了日期或地点是否须重新通知"),
    "通知.钟点": Known(ValueKind.NUMBER, "约谈与通知的时间相差超过多少分钟算改了钟点"),
    "整改.期限": Known(ValueKind.NUMBER, "谈话后多少日内形成后续文书"),
    "整改.计日": Known(ValueKind.WORD, "后续文书的期限按自然日还是工作日计", _DAYS),
    "整改.为准": Known(ValueKind.WORD, "期限以形成还是收到为准", ("形成", "收到")),
    "整改.顺延": Known(ValueKind.FLAG, "末日不是工作日的，其后首个工作日是否只作警告"),
    "整改.再报月数": Known(ValueKind.NUMBER, "第二次后续文书在谈话后几个月"),
    "整改.追责后办结": Known(ValueKind.FLAG, "不合格的是否须先追责才能办结"),
    "年度.最少": Known(ValueKind.NUMBER, "每年至少几次"),
    "年度.最多": Known(ValueKind.NUMBER, "每年至多几次"),
    "年度.每人": Known(ValueKind.FLAG, "年度次数是否按每人计算"),
    "年度.新任起": Known(ValueKind.MONTH_DAY, "从这一天起任职的，当年只作警告"),
    "年度.离任前": Known(ValueKind.MONTH_DAY, "在这一天前离任的，当年只作警告"),
    "任前.之前": Known(ValueKind.NUMBER, "任职前多少天内的约谈算数"),
    "任前.之后": Known(ValueKind.NUMBER, "任职后多少天内的约谈算数"),
    "回访.月数": Known(ValueKind.NUMBER, "处分后几个月内应当约谈"),
    "主持工作.视为主要负责人": Known(ValueKind.FLAG, "主持工作的人是否视为主要负责人"),
    "专门机关日常.依据": Known(ValueKind.WORD, "须写明的依据是全部还是其一", ("且", "或")),
    "权限.主要负责人": Known(ValueKind.WORD, "主要负责同志是否包括班子成员", ("仅主要负责人", "含班子成员")),
    "权限.其他干部": Known(ValueKind.WORD, "本单位是否可以约谈自己的其他干部", ("仅市管", "含其他干部")),
    "纪委.须领导": Known(ValueKind.FLAG, "专门机关的约谈是否须由其领导进行"),
    "约谈.最少人数": Known(ValueKind.NUMBER, "至少几名约谈人到场"),
    MUST_APPROVE: Known(ValueKind.FLAG, "通知前是否须经批准"),
    "协调.理解": Known(ValueKind.WORD, "由谁联系协调按对象还是按约谈人定", ("两可", "按对象", "按约谈人")),
    "约谈后报送补报": Known(ValueKind.FLAG, "报送后、期末前的约谈是否并入下一次"),
    "保存.年限": Known(ValueKind.NUMBER, "约谈材料保存几年"),
}


def value_fault(name: str, value: object) -> str | None:
    """What is wrong with a value for the parameter of this name, in Chinese; None where nothing is."""
    known = PARAMETERS.get(name)
    if known is None or _takes(known, value):
        return None
    wanted = "、".join(known.words) + "之一" if known.words else known.kind.value
    return f"“{name}”的值应为{wanted}"


def _takes(known: Known, value: object) -> bool:
    if known.kind is ValueKind.FLAG:
        return isinstance(value, bool)
    if known.kind is ValueKind.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if known.kind is ValueKind.MONTH_DAY:
        return isinstance(value, str) and _MONTH_DAY.fullmatch(value) is not None
    return value in known.words
