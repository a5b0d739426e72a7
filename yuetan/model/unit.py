"""A unit (单位): what it was called, who was in charge of it, its posts and cadres, all with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yuetan.model.choices import Change, Managed, Role, UnitKind
from yuetan.model.field import CODE, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """沿革: name, kind and superiors of a unit from a day on."""

    since: date = key("自", "从哪一天起", required=True)
    name: str = key("名称", "单位名称", required=True)
    kind: UnitKind = key("类别", "第五条的哪一类单位", required=True)
    county: str | None = key("所属县区", "县区单位所属的县区，同一县区写法一致")
    in_charge: tuple[str, ...] = key("分管领导", "分管的市委、市政府领导的编号", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """主持工作: acting principal, both days included."""

    since: date = key("自", "从哪一天起", required=True)
    until: date | None = key("至", "到哪一天（含当天）")

    def on(self, day: date) -> bool:
        """Whether it was so that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """免谈: a year's 日常约谈 that cannot be held, acknowledged."""

    year: int = key("年度", "哪一年", required=True)
    reason: str = key("原因", "为什么", required=True)
    approver: str | None = key("批准", "谁批准的")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """干部: one post of one person; several posts are several entries, also at the same time."""

    id: str = key("编号", "人员编号，终身不变", required=True, pattern=CODE, pattern_words="人员编号，如 FGW-001")
    name: str = key("姓名", "姓名", required=True)
    post: str = key("职务", "职务", required=True)
    party_post: str | None = key("党内职务", "党组书记、党委书记、党组成员等")
    role: Role = key("角色", "在单位中的角色", required=True)
    rank: str | None = key("职级", "如 正处")
    managed: Managed = key("管理", "由谁管理", default=Managed.OTHER)
    since: date = key("任职", "从这一天起任职", required=True)
    until: date | None = key("免职", "这一天起不再任职")
    change: Change | None = key("变动", "任职的原因")
    important: bool | None = key("重要岗位", "是否重要领导岗位")
    acting: Acting | None = key("主持工作", "主持工作的起止")
    waivers: tuple[Waiver, ...] = key("免谈", "某年度不能约谈的确认", default=())

    def on(self, day: date) -> bool:
        """In office that day: 任职 ≤ day < 免职."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """单位: one file a unit."""

    code: str = key("编码", "单位编码", required=True, pattern=CODE, pattern_words="单位编码，如 FGW")
    eras: tuple[Era, ...] = key("沿革", "各时期的名称、类别和分管领导", required=True)
    posts: tuple[Post, ...] = key("干部", "各职务的任免", default=())

    def era(self, day: date) -> Era | None:
        """What the unit was that day; None before its first era."""
        current = None
        for era in self.eras:
            if era.since <= day and (current is None or era.since >= current.since):
                current = era
        return current
