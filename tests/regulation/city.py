"""A small fictional city for cases of law, and the two shipped profiles on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.profiles import shipped_profile, shipped_profiles
from yuetan.model import Interview, Office, Roster, Unit, build
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.law import Law, Laws

CITY = "lianyungang-2015"
COUNTY = "yunxi-2024"
DAY = date(2026, 4, 24)
START = date(2020, 1, 1)


def office(name: str = CITY, **more: Any) -> Office:
    value = {
        "单位": "JW",
        "角色": "汇总",
        "启用": date(2015, 1, 1),
        "规范": [{"自": date(2015, 1, 1), "规范": name}],
        **more,
    }
    record, violations = build(Office, value)
    assert record is not None, violations
    return record


def law(name: str = CITY, day: date = DAY, *, calendar: Calendar | None = None, **choices: Any) -> Law:
    """The law of a day; choices by parameter name with ``_`` for ``.``, in force from the beginning."""
    rows = [
        {"参数": key.replace("_", "."), "值": value, "自": date(2015, 1, 1), "解释机关": "示例机关"}
        for key, value in choices.items()
    ]
    profiles = {profile.name: profile for profile in shipped_profiles()}
    found = Laws(profiles, office(name, 选择=rows), calendar or Calendar()).on(day)
    assert found is not None
    return found


def post(person: str, role: str, **more: Any) -> dict[str, Any]:
    return {"编号": person, "姓名": f"示{person}", "职务": more.pop("职务", role), "角色": role, "任职": START, **more}


def unit(code: str, kind: str, *posts: dict[str, Any], **more: Any) -> Unit:
    era = {"自": date(2015, 1, 1), "名称": more.pop("名称", f"示例{kind}"), "类别": kind, **more}
    record, violations = build(Unit, {"编码": code, "沿革": [era], "干部": list(posts)})
    assert record is not None, violations
    return record


HEAD, MEMBER, MIDDLE, STAFF = "主要负责人", "班子成员", "中层干部", "工作人员"


def city(*more: Unit) -> Roster:
    """One unit of nearly every kind of 第五条."""
    return Roster(
        (
            unit(
                "SW",
                "市委",
                post("SW-1", HEAD, 职务="市委书记", 党内职务="市委书记", 管理="省管"),
                post("SZF-1", MEMBER, 职务="市委副书记", 管理="省管"),
                post("JW-1", MEMBER, 职务="市委常委", 管理="省管"),
                名称="市委",
            ),
            unit(
                "SZF",
                "市政府",
                post("SZF-1", HEAD, 职务="市长", 党内职务="党组书记", 管理="省管"),
                post("SZF-2", MEMBER, 职务="副市长", 管理="省管"),
                名称="市政府",
            ),
            unit(
                "RD",
                "市人大",
                post("RD-1", HEAD, 党内职务="党组书记", 管理="省管"),
                post("RD-2", MEMBER, 党内职务="党组成员", 管理="省管"),
                post("RD-3", MIDDLE),
                post("RD-4", STAFF),
                名称="市人大",
            ),
            unit("FY", "市法院", post("FY-1", HEAD, 管理="市管"), post("FY-2", MEMBER, 管理="市管"), 名称="市法院"),
            unit(
                "JW",
                "市纪委",
                post("JW-1", HEAD, 职务="市纪委书记", 管理="省管"),
                post("JW-2", MEMBER, 职务="市纪委副书记", 管理="市管"),
                post("JW-3", MIDDLE, 职务="室主任"),
                名称="市纪委监委",
            ),
            unit(
                "ZZB",
                "市委部委",
                post("ZZB-1", HEAD, 管理="市管"),
                post("ZZB-2", MEMBER, 管理="市管"),
                post("ZZB-3", MIDDLE),
            ),
            unit(
                "JTJ",
                "市委办局",
                post("JTJ-1", HEAD, 职务="局长", 党内职务="党组副书记", 管理="市管"),
                post("JTJ-2", MEMBER, 职务="党组书记", 党内职务="党组书记", 管理="市管"),
                post("JTJ-3", MEMBER, 党内职务="党组成员", 管理="市管"),
                post("JTJ-4", MIDDLE),
                名称="市交通局",
                分管领导=["SZF-2"],
            ),
            unit(
                "XW",
                "县区党委",
                post("XW-1", HEAD, 职务="县委书记", 党内职务="县委书记", 管理="市管"),
                post("XW-2", MEMBER, 党内职务="县委常委", 管理="市管"),
                名称="甲县委",
                所属县区="甲县",
            ),
            unit(
                "XZ",
                "县区政府",
                post("XZ-1", HEAD, 管理="市管"),
                post("XZ-2", MEMBER, 管理="市管"),
                名称="甲县政府",
                所属县区="甲县",
            ),
            unit(
                "XR",
                "县区人大",
                post("XR-1", HEAD, 管理="市管"),
                post("XR-2", MEMBER, 党内职务="党组书记", 管理="市管"),
                post("XR-3", MEMBER, 管理="市管"),
                名称="甲县人大",
                所属县区="甲县",
            ),
            unit(
                "YW",
                "县区党委",
                post("YW-1", HEAD, 管理="市管"),
                post("YW-2", MEMBER, 管理="市管"),
                名称="乙县委",
                所属县区="乙县",
            ),
            *more,
        )
    )


def interview(kind: str = "日常约谈", **more: Any) -> Interview:
    value = {
        "编号": "RC-202604-7K3FQ",
        "类型": kind,
        "起草": date(2026, 4, 1),
        "约谈对象": [{"编号": "JTJ-3"}],
        **more,
    }
    record, violations = build(Interview, value)
    assert record is not None, violations
    return record


__all__ = ["CITY", "COUNTY", "DAY", "city", "interview", "law", "office", "post", "shipped_profile", "unit"]
