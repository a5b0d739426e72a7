"""第四条: what an interview of each situation is about, and what is said in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.rules.lawful import IDS, archive, codes, judged, lawful, places, sides
from yuetan.finding import path_text
from yuetan.rules import article_4

CODE = {"日常约谈": "B4.1", "任前约谈": "B4.2", "警示约谈": "B4.3", "回访约谈": "B4.4"}
S = "约谈对象[0]"


@pytest.mark.parametrize("kind", IDS)
def test_lawful_record_has_nothing_against_it(kind: str) -> None:
    assert codes(lawful(kind)) == []


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("日常约谈", "责任制履行情况"),
        ("日常约谈", "个人廉洁自律情况"),
        ("警示约谈", "解释说明"),
        ("警示约谈", "整改措施"),
        ("回访约谈", "对错误的认识"),
        ("回访约谈", "整改情况"),
    ],
)
def test_each_statement_is_owed_and_written_material_does_not_replace_it(kind: str, statement: str) -> None:
    path = f"{S}.陈述.{statement}"
    assert places(CODE[kind], lawful(kind, {path: None})) == [path]
    assert places(CODE[kind], lawful(kind, {path: " \n"})) == [path]
    assert places(CODE[kind], lawful(kind, {path: None, f"{S}.陈述.书面材料": "另附"})) == [path]


@pytest.mark.parametrize("kind", IDS)
def test_reminder_is_owed_once_held(kind: str) -> None:
    assert places(CODE[kind], lawful(kind, {"谈话.教育提醒": None})) == ["谈话.教育提醒"]
    assert places(CODE[kind], lawful(kind, {"谈话": None})) == []


def test_absent_subject_owes_no_statement() -> None:
    absent = {"编号": "FGW-003", "到场": False, "问题": {"来源": "巡察", "归属": ["本人"]}}
    changes = {f"{S}.到场": True, "约谈对象[1]": absent, "方式": "集体谈话", "集体原因": "同一问题"}
    assert places("B4.3", lawful("警示约谈", changes)) == []
    assert places("B4.3", lawful("警示约谈", {**changes, "约谈对象[1]": {**absent, "到场": True}})) == [
        "约谈对象[1].陈述.整改措施",
        "约谈对象[1].陈述.解释说明",
    ]


@pytest.mark.parametrize("source", ["信访举报", "巡察", "监督检查", "党风廉政建设责任制检查"])
def test_the_four_sources_are_lawful(source: str) -> None:
    assert places("B4.3", lawful("警示约谈", {f"{S}.问题.来源": source})) == []


def test_another_source_needs_its_reason() -> None:
    other = {f"{S}.问题.来源": "其他"}
    assert places("B4.3", lawful("警示约谈", other)) == [f"{S}.问题.来源"]
    assert places("B4.3", lawful("警示约谈", {**other, f"{S}.问题.来源说明": "审计移送"})) == []
    assert places("B4.3", lawful("警示约谈", {f"{S}.问题.来源": "道听途说"})) == [f"{S}.问题.来源"]


def test_warning_names_the_problem_its_source_and_whose_it_is() -> None:
    assert places("B4.3", lawful("警示约谈", {f"{S}.问题": None})) == [f"{S}.问题"]
    assert places("B4.3", lawful("警示约谈", {f"{S}.问题.来源": None})) == [f"{S}.问题.来源"]
    assert places("B4.3", lawful("警示约谈", {f"{S}.问题.归属": None})) == [f"{S}.问题.归属"]


@pytest.mark.parametrize(("kind", "element"), [("警示约谈", "问题"), ("任前约谈", "任前"), ("回访约谈", "处分")])
def test_a_draft_may_still_lack_its_ground_and_a_notice_may_not(kind: str, element: str) -> None:
    missing = {f"{S}.{element}": None, "谈话": None}
    if kind == "警示约谈":
        missing[f"{S}.整改"] = None
    assert places(CODE[kind], lawful(kind, {**missing, "通知": None})) == []
    assert places(CODE[kind], lawful(kind, missing)) == [f"{S}.{element}"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"情形": "调整"}, []),
        ({"拟任职务": None}, [("拟任职务", "error")]),
        ({"情形": None}, [("情形", "error")]),
        ({"拟任职级": "副处"}, []),
        ({"拟任职级": "正科"}, [("拟任职级", "warning")]),
        ({"拟任职级": None}, [("拟任职级", "warning")]),
        ({"拟任市管": False}, [("拟任市管", "warning")]),
        ({"拟任市管": None}, [("拟任市管", "warning")]),
    ],
)
def test_appointment_gives_post_and_kind_and_is_doubtful_below_its_rank(
    changes: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    raw = lawful("任前约谈", {f"{S}.任前.{key}": value for key, value in changes.items()})
    found = [(path_text(f.path), f.level.value) for f in judged(archive(raw)) if f.code == "B4.2"]
    assert found == [(f"{S}.任前.{key}", level) for key, level in expected]


def test_written_appointment_is_judged_in_a_draft_too() -> None:
    draft = {"谈话": None, "通知": None}
    assert places("B4.2", lawful("任前约谈", {**draft, f"{S}.任前.拟任市管": False})) == [f"{S}.任前.拟任市管"]
    assert places("B4.2", lawful("任前约谈", {**draft, f"{S}.任前": {"拟任市管": True, "拟任职级": "正处"}})) == []


@pytest.mark.parametrize(("day", "lawful_"), [(date(2026, 3, 10), True), (date(2026, 3, 11), False)])
def test_sanction_is_no_later_than_the_talk(day: date, lawful_: bool) -> None:
    path = f"{S}.处分[0].日期"
    assert places("B4.4", lawful("回访约谈", {path: day})) == ([] if lawful_ else [path])


def test_sanction_without_a_day_cannot_be_judged() -> None:
    path = f"{S}.处分[0].日期"
    assert places("B4.4", lawful("回访约谈", {path: None})) == [path]
    assert places("B4.4", lawful("回访约谈", {path: None, "谈话": None, "通知": None})) == []


CASES = {
    article_4.daily: sides("日常约谈", {}, {f"{S}.陈述.责任制履行情况": ""}),
    article_4.pre_appointment: sides("任前约谈", {f"{S}.任前.情形": "调整"}, {f"{S}.任前.情形": None}),
    article_4.warning: sides("警示约谈", {f"{S}.问题.来源": "巡察"}, {f"{S}.问题.来源": "其他"}),
    article_4.follow_up: sides(
        "回访约谈", {f"{S}.处分[0].日期": date(2026, 3, 10)}, {f"{S}.处分[0].日期": date(2026, 3, 11)}
    ),
}
