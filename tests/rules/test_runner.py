"""Running the rules: acknowledgement, crashes, order, and one record by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import TODAY, laws_of
from tests.rules.lawful import archive, judged, lawful
from yuetan.finding import Level
from yuetan.rules import RULES, judge_record, runner
from yuetan.rules.rule import ArchiveRule, Breach, FileRule, RecordRule, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

LATE = {"通知[0].签收": date(2026, 3, 8)}
EXEMPTION = {"规则": "B7.2", "原因": "情况紧急", "批准": "郑庚午", "日期": date(2026, 3, 8)}


@pytest.mark.parametrize(
    ("exemption", "acknowledged"),
    [
        ({}, True),
        ({"路径": "通知"}, True),
        ({"路径": "通知[0]"}, True),
        ({"路径": "通知[0].签收"}, True),
        ({"路径": "通知[1]"}, False),
        ({"路径": "谈话"}, False),
        ({"路径": "[["}, True),
        ({"规则": "B7.3"}, False),
    ],
)
def test_an_exemption_acknowledges_its_rule_at_its_place(exemption: dict[str, Any], acknowledged: bool) -> None:
    raw = lawful("警示约谈", {**LATE, "例外": [{**EXEMPTION, **exemption}]})
    assert [f.acknowledged for f in judged(archive(raw)) if f.code == "B7.2"] == [acknowledged]


def test_what_makes_a_record_untrustworthy_is_never_acknowledged() -> None:
    raw = lawful("警示约谈", {"主题词": "x", "例外": [{**EXEMPTION, "规则": "S2"}]})
    assert [f.acknowledged for f in judged(archive(raw)) if f.code == "S2"] == [False]


def crashing(case: Any) -> Iterator[Breach]:
    """示例。"""
    raise ValueError(case.__class__.__name__)


def test_a_rule_that_crashes_is_a_finding_and_hides_no_other() -> None:
    of_one = (
        RecordRule("X1", "示例", Level.WARNING, crashing),
        FileRule("X3", "示例", Level.WARNING, crashing),
        *(rule for rule in RULES if isinstance(rule, FileRule | RecordRule)),
    )
    state = archive(lawful("警示约谈", LATE))
    whole = Whole(state, laws_of(state), TODAY)
    found = (
        *runner.judge_one(of_one, state.interviews[0], whole),
        *runner.judge_whole((ArchiveRule("X2", "示例", Level.WARNING, crashing),), whole),
    )
    crashes = [(f.code, f.level.value, f.provision, f.file, f.path, f.message) for f in found if f.code == "E0"]
    file = state.interviews[0].file
    assert crashes == [
        ("E0", "error", None, file, (), "规则 X1 在判断时出错（ValueError：Case），请报告给维护人员"),
        ("E0", "error", None, file, (), "规则 X3 在判断时出错（ValueError：StoredCase），请报告给维护人员"),
        ("E0", "error", None, "yuetan.yaml", (), "规则 X2 在判断时出错（ValueError：Whole），请报告给维护人员"),
    ]
    assert "B7.2" in {f.code for f in found}


def test_a_file_that_cannot_be_read_is_left_to_s1() -> None:
    state = archive(lawful("警示约谈", LATE))
    broken = replace(state.interviews[0], readable=False)
    assert judge_record(broken, replace(state, interviews=(broken,)), laws_of(state), TODAY) == ()


def test_one_record_by_itself_is_judged_with_its_numbers() -> None:
    state = archive(lawful("警示约谈", LATE), lawful("警示约谈", ending="AAAAA"))
    found = [judge_record(one, state, laws_of(state), TODAY) for one in state.interviews]
    assert [[f.code for f in one] for one in found] == [["B7.2"], ["S5"]]


def test_the_same_archive_and_day_give_the_same_findings_in_order() -> None:
    state = archive(lawful("警示约谈", LATE), lawful("任前约谈"))
    assert judged(state) == judged(state)
    assert list(judged(state)) == sorted(judged(state), key=lambda finding: finding.order)


def test_every_rule_has_a_manual_page_with_both_kinds_of_sample() -> None:
    for rule in RULES:
        assert rule.title, rule.code
        assert rule.manual, rule.code
        if not (isinstance(rule, ArchiveRule) and rule.code.startswith("S")):
            assert "合格：" in rule.manual, rule.code
            assert "不合格：" in rule.manual, rule.code
