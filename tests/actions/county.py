"""A small fictional county under the profile of Yunxi: approval first, working days, two interviewers, signatures."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tests.actions.city import MINUTES, RECORDED, applied, city, post, request, setting, unit
from yuetan.actions.drafting.new import new
from yuetan.actions.life.approve import ApproveRequest, approve
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.plan import Plan

if TYPE_CHECKING:
    from yuetan.model import State

PLACE = {"所属县区": "云溪县"}
COUNTY = (
    unit("JYJ", "云溪县教育局", "其他",
         post("JYJ-001", "何癸未", "局长、党组书记", "主要负责人", "县管", 党内职务="党组书记", 职级="正科"),
         post("JYJ-002", "吕甲申", "副局长", "班子成员", "县管", 党内职务="党组成员", 职级="副科"),
         post("JYJ-003", "施乙酉", "副局长", "班子成员", "县管", 党内职务="党组成员", 职级="副科"),
         分管领导=["XZ-002"]),
    unit("XJ", "云溪县纪委监委", "其他",
         post("XJ-001", "孔丙戌", "县纪委书记", "主要负责人", "市管"),
         post("XJ-002", "曹丁亥", "县纪委副书记", "班子成员", "县管"),
         post("XJ-003", "严戊子", "干部", "工作人员", "其他")),
    unit("XW", "云溪县委", "县区党委",
         post("XW-001", "华己丑", "县委书记", "主要负责人", "市管", 党内职务="县委书记"),
         post("XW-002", "金庚寅", "县委副书记", "班子成员", "市管"), **PLACE),
    unit("XZ", "云溪县政府", "县区政府",
         post("XZ-001", "魏辛卯", "县长", "主要负责人", "市管", 党内职务="党组书记"),
         post("XZ-002", "陶壬辰", "副县长", "班子成员", "市管", 党内职务="党组成员"), **PLACE),
)  # fmt: skip
OFFICE = {
    "单位": "XJ",
    "角色": "汇总",
    "启用": date(2025, 1, 1),
    "规范": [{"自": date(2024, 1, 1), "规范": "yunxi-2024"}],
    "文号": {"机关代字": "云示纪约"},
    "联系": {"人": "示例室", "电话": "0000-0000000"},
}  # fmt: skip


def county(office: dict[str, Any] | None = None) -> State:
    return city(office or OFFICE, COUNTY)


def drafted(state: State | None = None, **more: Any) -> tuple[State, str]:
    """The county with one draft of a 提示约谈, and its id."""
    state = state or county()
    usual: dict[str, Any] = {
        "kind": "提示",
        "subjects": ("JYJ-002",),
        "interviewers": ("XJ-002",),
        "companions": ("XJ-003",),
        "at": datetime(2026, 3, 10, 9, 30),
        "consulted": None,
        "consulted_on": None,
        "source": "日常监督",
    }
    plan = new(setting(state), request(**{**usual, **more}))
    return applied(state, plan), plan.ids[0] if isinstance(plan, Plan) else ""


def approved(state: State | None = None, **more: Any) -> tuple[State, str]:
    """The county with one interview approved on 2026-03-03."""
    state, one = drafted(state, **more)
    plan = approve(setting(state), ApproveRequest(id=one, day=date(2026, 3, 3), approver="孔丙戌"))
    return applied(state, plan), one


def notified(**more: Any) -> tuple[State, str]:
    """The county with one 提示约谈 notified on 2026-03-05, two to hold it."""
    state, one = approved(**{"companions": ("XJ-001",), **more})
    plan = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 5)))
    return applied(state, plan), one


def held(talk: dict[str, Any] | None = None, **more: Any) -> tuple[State, str]:
    """The county with one 提示约谈 held on 2026-03-10; `talk` changes 谈话."""
    state, one = notified(**more)
    form = {
        "谈话": {**MINUTES["谈话"], "记录人": "XJ-003", **(talk or {})},
        "陈述": {"情况说明": "把关不严。", "改进打算": "逐单审核。"},
    }
    return applied(state, minutes(setting(state, RECORDED), MinutesRequest(id=one, value=form))), one
