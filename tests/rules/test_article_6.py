"""第六条: everybody whom 第五条 names has been interviewed in the year (B6)."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime
from typing import Any

import pytest

from tests.actions.city import CITY, unit
from tests.regulation.city import COUNTY
from tests.rules.lawful import Raw, Sides, archive, judged, lawful
from yuetan.finding import Finding, path_text
from yuetan.rules import article_6

START = {"启用": date(2026, 1, 1)}
AFTER = date(2027, 1, 1)


def misses(*raws: Raw, today: date = AFTER, office: Raw | None = None, **more: Any) -> list[Finding]:
    state = archive(*raws, office={**START, **(office or {})}, **more)
    return [f for f in judged(state, today) if f.code == "B6"]


def one(*raws: Raw, person: str = "FGW-002", **more: Any) -> list[tuple[str, str, str]]:
    """What B6 says of one person: file, place, level."""
    return [(f.file, path_text(f.path), f.level.value) for f in misses(*raws, **more) if f"（{person}" in f.message]


MISSED = [("records/units/FGW.yaml", "干部[1]", "error")]


def talk(day: date, **changes: Any) -> Raw:
    at = datetime(day.year, day.month, day.day, 9, 30)
    return lawful("日常约谈", {"谈话.时间": at, "通知[0].时间": at, "安排.时间": at, **changes})


def test_before_the_end_of_the_year_it_is_a_deadline_and_no_breach() -> None:
    assert one(today=date(2026, 12, 31)) == []
    assert one(today=AFTER) == MISSED


def test_message_says_who_and_who_may() -> None:
    finding = next(f for f in misses() if "FGW-002" in f.message)
    assert finding.message == (
        "2026年没有依法进行的日常约谈：钱乙丑（FGW-002，市发展和改革委员会副主任）；"
        "有权的是 第五条第（四）项：赵甲子（市发展和改革委员会主任、党组书记）；"
        "第五条第（七）项：郑庚午（市纪委书记）、王辛未（市纪委副书记）"
    )
    assert finding.provision == "第六条"


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 12, 31)])
def test_one_interview_on_any_day_of_the_year_is_enough(day: date) -> None:
    assert one(talk(day)) == []


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_an_interview_of_another_year_is_not(day: date) -> None:
    assert one(talk(day), today=date(2027, 1, 2)) == MISSED


def test_another_situation_does_not_count() -> None:
    assert one(lawful("警示约谈")) == MISSED


def test_absent_or_not_lawfully_interviewed_does_not_count() -> None:
    assert one(talk(date(2026, 3, 10), **{"约谈对象[0].到场": False})) == MISSED
    other = {"约谈人[0]": {"编号": "CZJ-001"}}
    assert one(talk(date(2026, 3, 10), **other)) == MISSED
    assert one(talk(date(2026, 3, 10), 谈话=None)) == MISSED


def test_a_doubtful_interviewer_counts() -> None:
    sent = {"约谈人[0]": {"编号": "CZJ-001", "委托": {"人": "FGW-001"}}}
    assert one(talk(date(2026, 3, 10), **sent)) == []


ROW = {"编号": "RC-202605-AAAAA", "类型": "日常约谈", "日期": date(2026, 5, 6), "对象": "FGW-002"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [({}, []), ({"到场": False}, MISSED), ({"合于权限": False}, MISSED), ({"类型": "警示约谈"}, MISSED)],
)
def test_what_another_unit_reported_counts_where_it_says_so(row: Raw, expected: list[Any]) -> None:
    received = {"期间": "2026H1", "单位": "FGW", "收到日期": date(2026, 6, 20), "约谈": [{**ROW, **row}]}
    assert one(received=(received,)) == expected


def with_post(**changes: Any) -> tuple[Raw, ...]:
    units = deepcopy(CITY)
    units[1]["干部"][1].update(changes)
    return units


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"任职": date(2026, 10, 31)}, "error"),
        ({"任职": date(2026, 11, 1)}, "warning"),
        ({"免职": date(2026, 7, 1)}, "error"),
        ({"免职": date(2026, 6, 30)}, "warning"),
    ],
)
def test_who_came_late_or_left_early_is_doubtful(changes: Raw, level: str) -> None:
    assert one(units=with_post(**changes)) == [("records/units/FGW.yaml", "干部[1]", level)]


@pytest.mark.parametrize("changes", [{"任职": date(2027, 1, 1)}, {"免职": date(2026, 1, 1)}])
def test_who_was_not_in_office_in_the_year_is_not_missed(changes: Raw) -> None:
    assert one(units=with_post(**changes)) == []


def test_whom_nobody_but_the_inspection_body_reaches_is_doubtful() -> None:
    assert one(person="JW-002") == [("records/units/JW.yaml", "干部[1]", "warning")]


def test_a_waiver_of_the_year_is_acknowledged() -> None:
    waiver = {"免谈": [{"年度": 2026, "原因": "病假", "批准": "郑庚午"}]}
    found = [f for f in misses(units=with_post(**waiver)) if "FGW-002" in f.message]
    assert [(f.acknowledged, "（病假）" in f.message) for f in found] == [(True, True)]
    other = {"免谈": [{"年度": 2025, "原因": "病假", "批准": "郑庚午"}]}
    assert [f.acknowledged for f in misses(units=with_post(**other)) if "FGW-002" in f.message] == [False]


def test_a_year_that_began_before_the_archive_is_not_judged() -> None:
    assert one(office={"启用": date(2026, 1, 2)}) == []


def test_a_reporting_office_answers_for_its_own_unit() -> None:
    own = {"单位": "FGW", "角色": "报送"}
    assert one(office=own) == MISSED
    assert one(person="CZJ-002", office=own) == []
    assert one(person="FGW-001", office=own) == [("records/units/FGW.yaml", "干部[0]", "warning")]


def test_by_unit_where_the_office_reads_it_so() -> None:
    choice = {"选择": [{"参数": "年度.每人", "值": False, "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert one(talk(date(2026, 3, 10)), person="FGW-003", office=choice) == []
    assert len(one(person="FGW-003", office=choice)) == 1


def county(times: int) -> list[str]:
    """A county cadre who was interviewed so many times in 2026."""
    head = {
        "编号": "XJY-001", "姓名": "施甲辰", "职务": "局长", "党内职务": "党组书记", "角色": "主要负责人",
        "管理": "县管", "任职": date(2024, 1, 1),
    }  # fmt: skip
    deputy = {**head, "编号": "XJY-002", "姓名": "张乙巳", "职务": "副局长", "党内职务": "党组成员", "角色": "班子成员"}
    units = (unit("XJY", "云溪县教育局", "其他", head, deputy),)
    row = {"类型": "常规约谈", "对象": "XJY-002", "约谈人": "XJY-001"}
    rows = [{**row, "编号": f"CG-20260{n}-AAAAA", "日期": date(2026, n, 9)} for n in range(1, times + 1)]
    received = {"期间": "2026M06", "单位": "XJY", "收到日期": date(2026, 6, 20), "约谈": rows}
    office = {**START, "单位": "XJY", "规范": [{"自": date(2026, 1, 1), "规范": COUNTY}]}
    state = archive(units=units, office=office, received=(received,))
    return [f.message for f in judged(state, AFTER) if f.code == "B6" and "XJY-002" in f.message]


def test_fewest_and_most_are_the_profiles() -> None:
    assert [m.split("：")[0] for m in county(1)] == ["2026年只有1次依法进行的常规约谈，应不少于2次"]
    assert county(2) == []
    assert county(4) == []
    assert county(5) == ["2026年约谈5次，每人每年不应超过4次：张乙巳（XJY-002）"]


TWO = (unit("FGW", "市发展和改革委员会", "市委办局", *CITY[1]["干部"][:2], 分管领导=["SZF-001"]), CITY[0], *CITY[2:])
"""The city where 市发展和改革委员会 has a head and one deputy."""
OWN = {**START, "单位": "FGW", "角色": "报送"}
OF_THE_HEAD = talk(
    date(2026, 4, 8), 编号="RC-202603-AAAAA", 约谈人=[{"编号": "SZF-001", "姓名": "卫乙亥"}],
    约谈对象=[{"编号": "FGW-001", "姓名": "赵甲子"}],
)  # fmt: skip

CASES = {
    article_6.everybody_met: Sides(
        archive(talk(date(2026, 12, 31)), OF_THE_HEAD, units=TWO, office=OWN),
        archive(talk(date(2025, 12, 31)), OF_THE_HEAD, units=TWO, office=OWN),
        AFTER,
    ),
}
