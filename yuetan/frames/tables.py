"""Which frames there are: a table each of columns, and where its rows come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.frames import rows
from yuetan.frames.column import Column, Privacy, Type
from yuetan.model.choices import Mode
from yuetan.model.life import Stage
from yuetan.views.coverage import people
from yuetan.views.deadlines.due_item import DueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from yuetan.desk.load import Desk
    from yuetan.frames.rows import Row
    from yuetan.views.interviews.filter import Filter


@dataclass(frozen=True, slots=True)
class FrameTable:
    """A frame: its names, columns in their order, the rows of an archive, and which filters it knows."""

    code: str
    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Desk, Filter], Iterable[Row]]
    filters: frozenset[str] = frozenset()


_INTERVIEW = frozenset({"kind", "unit", "state", "period"})
_PERSON = (
    Column("对象编号", Type.TEXT, "约谈对象在名册中的编号", Privacy.CODE),
    Column("姓名", Type.TEXT, "约谈对象的姓名", Privacy.PERSONAL),
)
_SITUATION = Column("情形", Type.CHOICE, "日常约谈、任前约谈等；类别是出现过的情形")

ATTENDANCES = FrameTable(
    "attendances-data",
    "人次数据",
    "一次约谈、一个对象一行",
    (
        Column("编号", Type.TEXT, "约谈的编号", Privacy.CODE),
        _SITUATION,
        Column("状态", Type.CHOICE, "约谈现在的状态", choices=tuple(Stage)),
        Column("日期", Type.DAY, "约谈的日子，还没有约谈的是安排的日子"),
        *_PERSON,
        Column("单位", Type.TEXT, "约谈当时所在单位的名称"),
        Column("职务", Type.TEXT, "约谈当时的职务", Privacy.PERSONAL),
        Column("到场", Type.FLAG, "是否到场；还没有约谈的为空"),
        Column("约谈人", Type.TEXT, "约谈人的姓名", Privacy.PERSONAL),
        Column("方式", Type.CHOICE, "怎样谈", choices=tuple(Mode)),
        Column("文号", Type.TEXT, "最近一次通知的文号", Privacy.PERSONAL),
        Column("办结", Type.DAY, "办结的日子"),
    ),
    rows.attendances,
    _INTERVIEW,
)
COVERAGE = FrameTable(
    "coverage-data",
    "覆盖数据",
    "一年里应当约谈的每个人一行",
    (
        Column("年度", Type.COUNT, "哪一年"),
        Column("单位", Type.TEXT, "所在单位的名称"),
        Column("编号", Type.TEXT, "这个人在名册中的编号", Privacy.CODE),
        Column("姓名", Type.TEXT, "姓名", Privacy.PERSONAL),
        Column("职务", Type.TEXT, "职务", Privacy.PERSONAL),
        Column("应谈", Type.COUNT, "这一年应谈几次"),
        Column("已谈", Type.COUNT, "已谈几次，各单位报来的计在内"),
        Column("最近", Type.DAY, "最近一次的日子"),
        Column("约谈人", Type.TEXT, "谈过的人的姓名", Privacy.PERSONAL),
        Column(
            "情况",
            Type.CHOICE,
            "完成与否",
            choices=tuple(people.Status),
        ),
        Column("剩余天数", Type.COUNT, "到期限还有几天，逾期为负；不再欠的为空"),
        Column("有权约谈的人", Type.TEXT, "姓名和编号", Privacy.PERSONAL),
        Column("备注", Type.TEXT, "文字说明", Privacy.PERSONAL),
    ),
    rows.coverage,
    frozenset({"unit"}),
)
DEADLINES = FrameTable(
    "due-data",
    "期限数据",
    "每个没有办的期限一行",
    (
        Column("种类", Type.CHOICE, "哪一种期限", choices=tuple(kind.chinese for kind in DueKind)),
        Column("单位", Type.TEXT, "对象所在单位，或应当报送的单位"),
        *_PERSON,
        Column("编号", Type.TEXT, "约谈的编号；还没有起草的、报送的为空", Privacy.CODE),
        Column("期间", Type.TEXT, "报送的期间，如 2026H1；别的期限为空"),
        Column("事项", Type.TEXT, "要做什么", Privacy.PERSONAL),
        Column("期限", Type.DAY, "最后一天"),
        Column("建议日", Type.DAY, "期限以前最后一个工作日；放假安排没有公布的为空"),
        Column("还有几天", Type.COUNT, "从今天算起，逾期为负"),
        Column("暂定", Type.FLAG, "期限是否取决于还没有公布的放假安排"),
        Column("条款", Type.TEXT, "依据的条款"),
        Column("怎样算", Type.TEXT, "怎样算出来的", Privacy.PERSONAL),
        Column("命令", Type.TEXT, "用什么命令办", Privacy.PERSONAL),
    ),
    rows.deadlines,
    frozenset({"unit"}),
)
FINDINGS = FrameTable(
    "findings-data",
    "问题数据",
    "yuetan check 找出的每个问题一行",
    (
        Column("代码", Type.TEXT, "规则的代码"),
        Column("级别", Type.CHOICE, "错误或警告", choices=tuple(level.chinese for level in Level)),
        Column("条款", Type.TEXT, "违反的条款；与条款无关的为空"),
        Column("编号", Type.TEXT, "哪一份约谈；不是约谈的为空", Privacy.CODE),
        Column("文件", Type.TEXT, "在哪个文件", Privacy.PERSONAL),
        Column("路径", Type.TEXT, "文件中的哪一处，如 通知[0].日期"),
        Column("行", Type.COUNT, "第几行"),
        Column("列", Type.COUNT, "第几列"),
        Column("说明", Type.TEXT, "哪里不对", Privacy.PERSONAL),
        Column("已确认", Type.FLAG, "是否已作为例外确认"),
    ),
    rows.findings,
)
COUNTS = FrameTable(
    "counts",
    "人次计数",
    "已经约谈并到场的人次，按单位、情形、月份合计",
    (
        Column("单位", Type.TEXT, "约谈当时所在单位的名称"),
        _SITUATION,
        Column("月份", Type.TEXT, "约谈的月份，如 2026-03"),
        Column("人次", Type.COUNT, "到场的人次；导出时 1 和 2 不显示"),
    ),
    rows.nothing,
    _INTERVIEW,
)
FRAMES = (ATTENDANCES, COVERAGE, DEADLINES, FINDINGS, COUNTS)
"""Every frame, in the order of the manual."""
