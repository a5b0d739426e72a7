"""A profile that does not hold together is named for it, at its place."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from tests.profiles import shipped_profile, shipped_profiles
from tests.regulation.city import CITY, COUNTY, office
from yuetan.finding import Level, path_text
from yuetan.model import plain
from yuetan.regulation.check import check_profile
from yuetan.regulation.check_parameters import choice_faults
from yuetan.regulation.load import load_profile
from yuetan.regulation.parameters import PARAMETERS, value_fault

PROFILES = {profile.name: profile for profile in shipped_profiles()}
START = date(2015, 2, 4)


def broken(change: Any, name: str = CITY) -> list[tuple[str, str]]:
    """Path and message of every error after a change of the profile's plain value."""
    value = copy.deepcopy(plain(shipped_profile(name)))
    change(value)
    profile, violations = load_profile(name, value)
    assert violations == ()
    assert profile is not None
    found = check_profile(profile, {**PROFILES, name: profile}, CODES)
    return [(path_text(finding.path), finding.message) for finding in found if finding.level is Level.ERROR]


CODES = {code for article in shipped_profile(CITY).articles for code in article.rules}


def put(value: Any, *path: Any) -> Any:
    """A change: set the last but one step's entry to `value`."""

    def change(profile: Any) -> None:
        for step in path[:-1]:
            profile = profile[step]
        if isinstance(profile, list) and path[-1] == len(profile):
            profile.append(value)
        else:
            profile[path[-1]] = value

    return change


@pytest.mark.parametrize("profile", shipped_profiles(), ids=lambda profile: profile.name)
def test_shipped_profiles_hold_together(profile: Any) -> None:
    found = check_profile(profile, PROFILES, CODES)
    assert [finding for finding in found if finding.level is Level.ERROR] == []


def test_county_is_named_where_it_is_laxer_than_its_parent() -> None:
    found = check_profile(shipped_profile(COUNTY), PROFILES)
    assert [(f.code, f.level, f.provision, f.file, path_text(f.path)) for f in found] == [
        ("B9", Level.WARNING, "第一条", "schemas/regulations/yunxi-2024.yaml", "参数[0]"),
        ("B9", Level.WARNING, "第一条", "schemas/regulations/yunxi-2024.yaml", "参数[6]"),
        ("B9", Level.WARNING, "第一条", "schemas/regulations/yunxi-2024.yaml", "参数[13]"),
    ]
    assert found[0].message == "“通知.提前”比上位规范宽松：本规范2天，上位规范3天"


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (put("日常约谈", "情形", 1, "名称"), "情形[1].名称", "情形 日常约谈 出现了两次"),
        (put("RC", "情形", 1, "代码"), "情形[1].代码", "情形代码 RC 出现了两次"),
        (put("日常", "情形", 1, "简称"), "情形[1].简称", "情形简称 日常 出现了两次"),
        (put("第一条", "条文", 1, "条款"), "条文[1].条款", "条款 第一条 出现了两次"),
        (put("一甲", "权限", 1, "标识"), "权限[1].标识", "权限 一甲 出现了两次"),
        (put("B9", "条文", 2, "规则", 1), "条文[24].规则[0]", "规则 B9 出现了两次"),
        (put("B4.9", "情形", 0, "规则"), "情形[0].规则", "没有条文写明依据规则 B4.9"),
        (put("B99", "条文", 2, "规则", 1), "条文[2].规则[1]", "没有代码为 B99 的规则"),
        (put("第九十条", "参数", 0, "条款"), "参数[0].条款", "条文里没有“第九十条”"),
        (put("第九十条", "情形", 2, "后续", 0, "条款"), "情形[2].后续[0].条款", "条文里没有“第九十条”"),
        (put("没有的约谈", "权限", 0, "情形", 1), "权限[0].情形[1]", "没有名为此的情形：“没有的约谈”"),
        (put(["别的"], "情形", 1, "陈述可选"), "情形[1].陈述可选[0]", "陈述里没有“别的”"),
        (put(["别的"], "情形", 2, "信访来源"), "情形[2].信访来源[0]", "问题来源里没有“别的”"),
        (put("别的", "情形", 2, "后续", 0, "不合格评价", 0), "情形[2].后续[0].不合格评价[0]", "评价里没有“别的”"),
        (put("别的", "情形", 2, "后续", 0, "报送", 0), "情形[2].后续[0].报送[0]", "机关里没有“别的”"),
        (put("别的", "情形", 1, "须商请"), "情形[1].须商请", "机关里没有“别的”"),
        (put(["别的"], "报送机关"), "报送机关[0]", "机关里没有“别的”"),
        (put("别的", "协调", 0, "机关"), "协调[0].机关", "机关里没有“别的”"),
        (put("别的", "协调", 2, "商请"), "协调[2].商请", "机关里没有“别的”"),
        (put(START, "机关", 1, "至"), "机关[1].至", "早于 自"),
        (put({"名称": "空机关"}, "机关", 8), "机关[8]", "没有全称、名称含或类别，任何单位都不会是它"),
        (put([{"机关": "专门机关"}] * 2, "协调"), "协调", "应当只有最后一行不写范围（其余的都由它协调）"),
        (put([{"先": "审批", "后": "开会", "规则": "B7.1"}], "先后"), "先后[0].后", "约谈记录里没有“开会”"),
        (put([{"先": "审批", "后": "通知", "规则": "B1"}], "先后"), "先后[0].规则", "没有条文写明依据规则 B1"),
        (put({"举报": "群众举报的情况"}, "中性表述"), "中性表述.举报", "建议的说法“群众举报的情况”本身会暴露来源"),
        (put(date(2015, 2, 3), "至"), "至", "早于 自"),
        (put("没有", "上位规范"), "上位规范", "没有名为“没有”的规范"),
        (put(CITY, "上位规范"), "上位规范", "上位规范绕回了自己"),
        (put(COUNTY, "上位规范"), "上位规范", "上位规范绕回了自己"),
        (put("通知.提早", "参数", 0, "名称"), "参数[0].名称", "没有规则用到参数“通知.提早”；是不是“通知.提前”？"),
        (put("zzz", "参数", 0, "名称"), "参数[0].名称", "没有规则用到参数“zzz”"),
        (put("整改.为准", "参数", 0, "名称"), "参数[7].名称", "参数 整改.为准 出现了两次"),
        (put(True, "参数", 0, "取值", 0, "值"), "参数[0].取值[0].值", "“通知.提前”的值应为不小于零的整数"),
        (put("周", "参数", 1, "取值", 0, "值"), "参数[1].取值[0].值", "“通知.计日”的值应为自然日、工作日之一"),
        (put(["工作日"], "参数", 1, "可选值"), "参数[1].取值[0].值", "不在可选值之内：工作日"),
        (put(["自然日"], "参数", 1, "从宽到严"), "参数[1].从宽到严", "应当正好列出全部可选值"),
        (put(date(2016, 1, 1), "参数", 0, "取值", 0, "自"), "参数[0].取值", "施行之日 2015-02-04 还没有值"),
        (put({"自": START, "值": 4}, "参数", 0, "取值", 1), "参数[0].取值[1].自", "2015-02-04 写了两次"),
        (put("整改.别的", "情形", 2, "后续", 0, "期限参数"), "情形[2].后续[0].期限参数", "参数里没有“整改.别的”"),
        (put("权限.别的", "权限", 2, "读法参数"), "权限[2].读法参数", "参数里没有“权限.别的”"),
        (put("07-02", "报送期间", 1, "起"), "报送期间", "7月1日至7月1日不属于任何期间"),
        (put("06-30", "报送期间", 1, "起"), "报送期间", "上半年与下半年重叠"),
        (put("12-30", "报送期间", 1, "止"), "报送期间", "12月31日至12月31日不属于任何期间"),
        (put("01-02", "报送期间", 0, "起"), "报送期间", "1月1日至1月1日不属于任何期间"),
        (put("06-30", "报送期间", 1, "期限"), "报送期间[1].期限", "早于本期间开始；次年的写 +01-05"),
        (put("06-01", "报送期间", 1, "止"), "报送期间[1].止", "早于 起"),
        (put("H1", "报送期间", 1, "代码"), "报送期间[1].代码", "期间 H1 出现了两次"),
    ],
)
def test_fault_is_named_at_its_place(change: Any, path: str, message: str) -> None:
    assert (path, message) in broken(change)


def test_period_due_in_the_next_year_is_lawful() -> None:
    assert broken(put("+01-05", "报送期间", 1, "期限")) == []


def test_situation_that_nobody_may_hold_is_named() -> None:
    def drop(value: Any) -> None:
        value["权限"] = [row for row in value["权限"] if "任前约谈" not in row["情形"]]

    assert broken(drop) == [("情形[1].名称", "权限里没有写谁可以进行任前约谈")]


def test_without_rules_codes_are_not_checked() -> None:
    value = plain(shipped_profile(CITY))
    value["条文"][2]["规则"] = ["B3", "X1"]
    profile, _ = load_profile(CITY, value)
    assert profile is not None
    assert check_profile(profile, PROFILES) == ()


def test_profile_under_another_name_than_its_file_is_refused() -> None:
    profile, violations = load_profile("other", plain(shipped_profile(CITY)))
    assert profile is not None
    assert [(v.path, v.message) for v in violations] == [(("规范",), "应与文件名相同：other")]


def test_misplaced_key_is_an_error_never_ignored() -> None:
    value = plain(shipped_profile(CITY))
    value["参数"][0]["从严方项"] = "大"
    _, violations = load_profile(CITY, value)
    assert [(path_text(v.path), v.kind) for v in violations] == [("参数[0].从严方项", "unknown")]
    assert "从严方向" in violations[0].message


def test_nothing_at_all_is_no_profile() -> None:
    profile, violations = load_profile("x", {})
    assert profile is None
    assert {v.kind for v in violations} == {"missing"}


def choices(**row: Any) -> list[tuple[str, str]]:
    row = {"参数": "通知.计日", "值": "工作日", "自": START, "解释机关": "市纪委", **row}
    return [(path_text(path), message) for path, message in choice_faults(office(选择=[row]), PROFILES)]


def test_lawful_choice_has_no_fault() -> None:
    assert choices() == []
    assert choices(参数="通知.净天", 值=True) == []


@pytest.mark.parametrize(
    ("row", "path", "message"),
    [
        ({"参数": "没有"}, "选择[0].参数", "本单位的规范里没有参数“没有”"),
        ({"参数": "通知.提前", "值": 1}, "选择[0].参数", "“通知.提前”由第七条第（二）项写明，不可选择"),
        ({"值": "周"}, "选择[0].值", "“通知.计日”只能是自然日、工作日之一"),
        ({"参数": "通知.净天", "值": "是"}, "选择[0].值", "“通知.净天”的值应为 true 或 false"),
        ({"解释机关": None}, "选择[0]", "没有写明解释机关：只有规范所列的解释机关可以作出解释"),
    ],
)
def test_choice_that_cannot_be_taken_is_named(row: dict[str, Any], path: str, message: str) -> None:
    assert (path, message) in choices(**row)


def test_every_parameter_that_ships_is_known_and_every_known_one_is_about_something() -> None:
    shipped = {parameter.name for profile in shipped_profiles() for parameter in profile.parameters}
    assert shipped <= set(PARAMETERS)
    assert all(known.about for known in PARAMETERS.values())


@pytest.mark.parametrize(("value", "taken"), [("11-01", True), ("13-01", False), ("1-1", False), (11, False)])
def test_month_and_day(value: object, *, taken: bool) -> None:
    assert (value_fault("年度.新任起", value) is None) is taken


def test_negative_number_is_refused_and_an_unknown_name_is_not_judged() -> None:
    assert value_fault("年度.最少", -1) == "“年度.最少”的值应为不小于零的整数"
    assert value_fault("没有", -1) is None
