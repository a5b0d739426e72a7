"""第九条: which of two profiles is laxer, by the direction that the parameter states."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.profiles import shipped_profile
from tests.regulation.city import CITY, COUNTY, DAY
from yuetan.model import plain
from yuetan.regulation.compare import Verdict, compare, laxer, value_text
from yuetan.regulation.difference import diff_profiles
from yuetan.regulation.load import load_profile
from yuetan.regulation.profile import DatedValue, Parameter, Profile


def parameter(value: Any = 1, **more: Any) -> Parameter:
    values = (DatedValue(since=date(2015, 1, 1), value=value),)
    return Parameter(name="x", values=values, article="一", reason="r", **more)


@pytest.mark.parametrize(
    ("stricter", "first", "second", "verdict"),
    [
        ("大", 3, 3, None),
        ("大", 3, 4, Verdict.STRICTER),
        ("大", 3, 2, Verdict.LAXER),
        ("小", 15, 14, Verdict.STRICTER),
        ("小", 15, 16, Verdict.LAXER),
        ("真", False, True, Verdict.STRICTER),
        ("真", True, False, Verdict.LAXER),
        ("假", True, False, Verdict.STRICTER),
        ("假", False, True, Verdict.LAXER),
        ("大", "11-01", "10-01", Verdict.LAXER),
        ("大", "11-01", "12-01", Verdict.STRICTER),
        ("小", "07-01", "08-01", Verdict.LAXER),
        ("大", 3, "三", Verdict.DIFFERENT),
        (None, 3, 4, Verdict.DIFFERENT),
        (None, 3, None, Verdict.ONLY_FIRST),
        ("大", None, 3, Verdict.ONLY_SECOND),
        ("大", 3, None, Verdict.LAXER),
        ("大", 0, None, Verdict.ONLY_FIRST),
        ("小", 15, None, Verdict.LAXER),
        ("小", "07-01", None, Verdict.ONLY_FIRST),
        ("真", True, None, Verdict.LAXER),
        ("真", False, None, Verdict.ONLY_FIRST),
        ("假", True, None, Verdict.ONLY_FIRST),
    ],
)
def test_direction_decides(stricter: Any, first: Any, second: Any, verdict: Verdict | None) -> None:
    assert compare(parameter(stricter=stricter), first, second) is verdict


def test_order_of_words_decides() -> None:
    ordered = parameter("甲", options=("甲", "乙"), stricter_order=("甲", "乙"))
    assert compare(ordered, "甲", "乙") is Verdict.STRICTER
    assert compare(ordered, "乙", "甲") is Verdict.LAXER
    assert compare(ordered, "乙", "丙") is Verdict.DIFFERENT


def test_parent_is_never_laxer_than_itself_and_the_county_is_by_what_it_says() -> None:
    city, county = shipped_profile(CITY), shipped_profile(COUNTY)
    assert laxer(city, city, DAY) == ()
    assert [(row.name, row.own, row.parents) for row in laxer(county, city, DAY)] == [
        ("通知.提前", "2天", "3天"),
        ("整改.计日", "工作日", "自然日"),
        ("年度.新任起", "10-01", "11-01"),
    ]


def changed(**keys: Any) -> Profile:
    profile, violations = load_profile(CITY, {**plain(shipped_profile(CITY)), **keys})
    assert violations == ()
    assert profile is not None
    return profile


def test_silence_where_the_parent_asks_is_laxer() -> None:
    rows = [row for row in plain(shipped_profile(CITY))["参数"] if row["名称"] != "通知.提前"]
    found = laxer(changed(参数=rows), shipped_profile(CITY), DAY)
    assert [(row.name, row.own, row.index) for row in found] == [("通知.提前", "未规定", None)]


def test_a_profile_does_not_differ_from_itself() -> None:
    assert diff_profiles(shipped_profile(CITY), shipped_profile(CITY), DAY) == ()


def test_differences_are_named_part_by_part() -> None:
    city = shipped_profile(CITY)
    value = plain(city)
    value["报送期间"][0]["期限"] = "06-20"
    value["权限"] = [*value["权限"][:-1], {**value["权限"][0], "标识": "新"}]
    value["权限"][0] = {**value["权限"][0], "关系": "本单位", "定对象": False}
    value["签字"] = ["约谈人", "记录人"]
    del value["处理方式"]
    profile, _ = load_profile(CITY, value)
    assert profile is not None
    found = {row.topic: row.cells()[1:] for row in diff_profiles(city, profile, DAY)}
    assert found == {
        "权限 一甲": ("关系：任意；定对象：是", "关系：本单位；定对象：否", "不同"),
        "权限 七日常宽": ("有", "", "仅前者有"),
        "权限 新": ("", "有", "仅后者有"),
        "报送期间 H1": ("期限：06-30", "期限：06-20", "不同"),
        "处理方式": ("批评教育、组织处理、纪律处分", "", "仅前者有"),
        "签字": ("", "约谈人、记录人", "仅后者有"),
    }


def test_lists_of_groups_are_put_in_words() -> None:
    city = shipped_profile(CITY)
    value = plain(city)
    value["权限"][0]["对象"] = [{"不限": True}]
    value["情形"][0]["教育提醒"] = False
    profile, _ = load_profile(CITY, value)
    assert profile is not None
    found = {row.topic: (row.first, row.second) for row in diff_profiles(city, profile, DAY)}
    assert found["权限 一甲"][1] == "对象：（不限）"
    assert "（类别＝市委、角色＝主要负责人、班子成员）" in found["权限 一甲"][0]
    assert found["情形 日常约谈"] == ("教育提醒：是", "教育提醒：否")


def test_difference_as_json_has_every_key() -> None:
    first = diff_profiles(shipped_profile(CITY), shipped_profile(COUNTY), DAY)[0]
    assert first.as_json() == {"item": "通知.提前", "first": "3天", "second": "2天", "verdict": "更宽"}


def test_values_in_words() -> None:
    assert value_text(None, None) == "未规定"
    assert value_text(False, None) == "否"
    assert value_text(3, None) == "3"
