"""A small fictional city for the tests of actions and views, and how a plan changes it. Nobody in it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tests.profiles import shipped_profile
from yuetan.actions.drafting.new import new
from yuetan.actions.drafting.request import NewRequest
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.model import Interview, Office, Roster, State, Stored, Unit, build
from yuetan.model.paths import kind_of, unit_path
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.law import Laws

TODAY = date(2026, 6, 24)
RECORDED = date(2026, 3, 11)
"""The day on which minutes are recorded: the day after the talk."""
START = date(2015, 2, 4)


def post(code: str, name: str, title: str, role: str, managed: str = "市管", **more: Any) -> dict[str, Any]:
    return {
        "编号": code, "姓名": name, "职务": title, "角色": role, "管理": managed, "任职": date(2023, 1, 1), **more,
    }  # fmt: skip


def unit(code: str, name: str, kind: str, *posts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"编码": code, "沿革": [{"自": START, "名称": name, "类别": kind, **more}], "干部": list(posts)}


CITY = (
    unit("CZJ", "市财政局", "市委办局",
         post("CZJ-001", "周戊辰", "局长、党组书记", "主要负责人", 党内职务="党组书记", 职级="正处"),
         post("CZJ-002", "吴己巳", "副局长", "班子成员", 党内职务="党组成员", 职级="副处"),
         分管领导=["SZF-001"]),
    unit("FGW", "市发展和改革委员会", "市委办局",
         post("FGW-001", "赵甲子", "主任、党组书记", "主要负责人", 党内职务="党组书记", 职级="正处"),
         post("FGW-002", "钱乙丑", "副主任", "班子成员", 党内职务="党组成员", 职级="副处"),
         post("FGW-003", "孙丙寅", "副主任", "班子成员", 党内职务="党组成员", 职级="副处"),
         post("FGW-009", "李丁卯", "综合科科长", "中层干部", "其他"),
         分管领导=["SZF-001"]),
    unit("JW", "市纪委监委", "市纪委",
         post("JW-001", "郑庚午", "市纪委书记", "主要负责人", "省管"),
         post("JW-002", "王辛未", "市纪委副书记", "班子成员"),
         post("JW-009", "冯壬申", "干部", "工作人员", "其他"),
         分管领导=["SW-001"]),
    unit("SW", "市委", "市委",
         post("SW-001", "陈癸酉", "市委书记", "主要负责人", "省管"),
         post("SW-002", "褚甲戌", "市委副书记", "班子成员", "省管")),
    unit("SZF", "市政府", "市政府",
         post("SZF-001", "卫乙亥", "市长", "主要负责人", "省管", 党内职务="党组书记"),
         post("SZF-002", "蒋丙子", "副市长", "班子成员", "省管", 党内职务="党组成员")),
)  # fmt: skip

OFFICE = {
    "单位": "JW", "角色": "汇总", "启用": date(2025, 1, 1),
    "规范": [{"自": START, "规范": "lianyungang-2015"}],
    "文号": {"机关代字": "示纪约", "起始": {"2026": 41}},
    "联系": {"人": "示例室", "电话": "0000-0000000"},
}  # fmt: skip

MINUTES: dict[str, Any] = {
    "谈话": {
        "时间": datetime(2026, 3, 10, 9, 35),
        "记录人": "JW-009",
        "说明主题原因": True,
        "教育提醒": "严格执行规定。",
        "签字": ["约谈人", "约谈对象", "记录人"],
    },
    "陈述": {"解释说明": "接待超标是把关不严。", "整改措施": "逐单审核。\n按月通报。"},
}


def built(cls: type, value: dict[str, Any]) -> Any:
    record, violations = build(cls, value)
    assert record is not None, violations
    assert violations == ()
    return record


def city(office: dict[str, Any] | None = None, units: tuple[dict[str, Any], ...] = CITY) -> State:
    records: list[Unit] = [built(Unit, value) for value in units]
    stored = tuple(Stored(unit_path(record.code), value, record) for record, value in zip(records, units, strict=True))
    return State(built(Office, office or OFFICE), Roster(tuple(records)), units=stored)


def laws_of(state: State) -> Laws:
    profiles = {name: shipped_profile(name) for name in ("lianyungang-2015", "yunxi-2024")}
    return Laws(profiles, state.office, Calendar())


def setting(state: State, today: date = TODAY) -> Setting:
    """In what a step is taken on that day."""
    return Setting(state, laws_of(state), today)


def applied(state: State, plan: Plan | Refusal) -> State:
    """The archive after the plan."""
    assert isinstance(plan, Plan), plan
    for edit in plan.edits:
        assert edit.value is not None
        cls, key = (Interview, "interviews") if kind_of(edit.path) == "interview" else (Unit, "units")
        record, violations = build(cls, edit.value)
        others = [one for one in getattr(state, key) if one.file != edit.path]
        rows = tuple(sorted((*others, Stored(edit.path, edit.value, record, violations)), key=lambda s: s.file))
        changed: dict[str, Any] = {key: rows}
        if key == "units":
            changed["roster"] = Roster(tuple(s.record for s in rows if isinstance(s.record, Unit)))
        state = replace(state, **changed)
    return state


def request(token: str = "7K3FQ", **more: Any) -> NewRequest:
    """A lawful draft of a warning, to be varied."""
    usual: dict[str, Any] = {
        "kind": "警示",
        "subjects": ("FGW-002",),
        "day": date(2026, 3, 2),
        "token": token,
        "interviewers": ("JW-002",),
        "at": datetime(2026, 3, 10, 9, 30),
        "place": "第一会议室",
        "topic": "公务接待管理",
        "reason": "规范公务接待管理",
        "consulted": "市委组织部",
        "consulted_on": date(2026, 2, 27),
        "source": "监督检查",
        "whose": ("本人",),
        "gist": "公务接待把关不严",
    }
    return NewRequest(**{**usual, **more})


def drafted(state: State | None = None, **more: Any) -> tuple[State, str]:
    """The city with one draft, and its id."""
    state = state or city()
    plan = new(setting(state), request(**more))
    return applied(state, plan), plan.ids[0] if isinstance(plan, Plan) else ""


def notified(state: State | None = None, **more: Any) -> tuple[State, str]:
    """The city with one interview notified in time on 2026-03-05."""
    state, one = drafted(state, **more)
    plan = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 5)))
    return applied(state, plan), one


def held(state: State | None = None, form: dict[str, Any] | None = None, **more: Any) -> tuple[State, str]:
    """The city with one interview held on 2026-03-10."""
    state, one = notified(state, **more)
    plan = minutes(setting(state, RECORDED), MinutesRequest(id=one, value=form or MINUTES))
    return applied(state, plan), one


def raw(state: State, one: str) -> dict[str, Any]:
    stored = state.interview(one)
    assert stored is not None
    return dict(stored.raw)
