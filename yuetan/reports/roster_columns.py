"""The columns of a 名册: what offices call them, how their cells are read, and what of a row they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.model.choices import Change, Managed, Role, UnitKind
from yuetan.reports.cells import Reading, one_of, read_code, read_day, read_name, read_text, read_yes, reader
from yuetan.reports.headings import heading_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.views.table import Cell


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """A column: our name, the field of UnitCells or PostCells that it fills, how cells are read, its other names."""

    name: str
    field: str
    read: Callable[[Cell], Reading]
    synonyms: tuple[str, ...]

    def called(self, heading: str) -> bool:
        """Whether a heading means it."""
        return heading == self.name or heading in self.synonyms


_read_role = reader(one_of({
    Role.PRINCIPAL: ("正职", "一把手", "主要领导", "主要负责同志", "党政正职"),
    Role.LEADERSHIP: ("副职", "领导班子成员", "班子", "领导班子", "其他班子成员"),
    Role.MIDDLE: ("中层", "中层正职", "中层副职", "科室负责人"),
    Role.STAFF: ("一般干部", "科员", "一般工作人员", "其他人员"),
}))  # fmt: skip
_read_managed = reader(one_of({
    Managed.CITY: ("市管干部", "市委管理", "市管领导干部"),
    Managed.PROVINCE: ("省管干部", "省委管理"),
    Managed.COUNTY: ("县管干部", "县委管理", "区管", "县区管"),
    Managed.OTHER: ("单位管理", "本单位管理", "自管"),
}))  # fmt: skip
_read_change = reader(one_of({
    Change.PROMOTION: ("提拔任职", "提任"), Change.TRANSFER: ("平调", "交流", "转任"), Change.OTHER: (),
}))  # fmt: skip
_read_kind = reader(one_of(dict.fromkeys(UnitKind, ())))

UNIT_COLUMNS = (
    RosterColumn("单位编码", "code", read_code, ("单位编号", "单位代码", "部门编码", "机构编码")),
    RosterColumn("单位", "name", read_text, ("工作单位", "所在单位", "单位名称", "部门", "现工作单位")),
    RosterColumn("类别", "kind", _read_kind, ("单位类别", "单位类型", "单位性质")),
    RosterColumn("所属县区", "county", read_text, ("县区", "所在县区")),
    RosterColumn("分管领导", "leaders", read_text, ("分管市领导", "分管领导编号", "分管")),
)
"""What a row says of its unit."""
ID = RosterColumn("编号", "id", read_code, ("人员编号", "工号", "干部编号", "人员编码", "干部编码"))
NAME = RosterColumn("姓名", "name", read_name, ("名字", "干部姓名", "人员姓名"))
POST = RosterColumn("职务", "post", read_text, ("行政职务", "现任职务", "工作职务", "现职务", "单位及职务"))
POST_COLUMNS = (
    ID,
    NAME,
    POST,
    RosterColumn("党内职务", "party_post", read_text, ("党组职务", "党委职务", "党内任职")),
    RosterColumn("角色", "role", _read_role, ("班子角色", "领导角色", "干部类别", "岗位类别")),
    RosterColumn("职级", "rank", read_text, ("级别", "职务级别", "行政级别", "干部级别")),
    RosterColumn("管理", "managed", _read_managed, ("管理权限", "干部管理权限", "管理类别", "管理机关")),
    RosterColumn("任职", "since", read_day, ("任职时间", "任职日期", "任现职时间", "任职年月", "任现职日期")),
    RosterColumn("免职", "until", read_day, ("免职时间", "免职日期", "离任时间", "离任日期", "离职时间")),
    RosterColumn("变动", "change", _read_change, ("变动类型", "任职方式", "任职类型")),
    RosterColumn("重要岗位", "important", read_yes, ("重要领导岗位", "是否重要岗位", "是否重要领导岗位")),
    RosterColumn("主持工作自", "acting_since", read_day, ("主持工作", "主持工作起", "主持工作时间")),
    RosterColumn("主持工作至", "acting_until", read_day, ("主持工作止",)),
)
"""What it says of a person and a post."""
IGNORED = ("序号", "备注", "性别", "民族", "出生年月", "出生日期", "学历", "籍贯")


def column_of(title: Cell) -> RosterColumn | None:
    """The column that a heading means, spaces, brackets and width apart."""
    heading = heading_text(title)
    return next((column for column in (*UNIT_COLUMNS, *POST_COLUMNS) if column.called(heading)), None)
