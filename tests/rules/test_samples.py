"""The samples in the manual pages of the rules are run: 合格 gives no finding of the rule, 不合格 gives one."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tests.rules.lawful import IDS, archive, judged, lawful
from yuetan.codec import read
from yuetan.rules import RULES, ArchiveRule, FileRule, ReadingRule, RecordRule

_SAMPLE = re.compile(r"^(合格|不合格)：\n```yaml\n(.*?)```", re.MULTILINE | re.DOTALL)
_TODAY = re.compile(r"今天是 (\d{4})-(\d{2})-(\d{2})")
_KIND = {"B4.1": "日常约谈", "B4.2": "任前约谈", "B4.4": "回访约谈", "B5.6": "任前约谈"}


def samples() -> list[Any]:
    return [
        pytest.param(rule, kind, text, id=f"{rule.code}-{kind}-{index}")
        for rule in RULES
        if isinstance(rule, FileRule | RecordRule)
        for index, (kind, text) in enumerate(_SAMPLE.findall(rule.manual))
    ]


def merged(base: Any, sample: Any) -> Any:
    """The lawful record with the sample's facts in their places."""
    if isinstance(base, dict) and isinstance(sample, dict):
        return {**base, **{key: merged(base.get(key), value) for key, value in sample.items()}}
    if isinstance(base, list) and isinstance(sample, list):
        both = [merged(old, new) for old, new in zip(base, sample, strict=False)]
        return [*both, *sample[len(base) :]]
    return sample


@pytest.mark.parametrize(("rule", "kind", "text"), samples())
def test_sample_of_the_manual_is_judged_as_it_says(rule: FileRule | RecordRule, kind: str, text: str) -> None:
    document = read(text.encode())
    assert document.faults == ()
    value = document.value
    assert value is not None
    situation = value.get("类型", _KIND.get(rule.code, "警示约谈"))
    today = _TODAY.search(text)
    day = date(*(int(part) for part in today.groups())) if today else date(2026, 6, 24)
    known = situation if situation in IDS else "警示约谈"
    state = archive(merged(lawful(known), value))
    found = [f for f in judged(state, day) if f.code == rule.code and f.file == state.interviews[0].file]
    assert bool(found) == (kind == "不合格"), [f.message for f in found]


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, ReadingRule)])
def test_sample_of_a_rule_of_reading_is_read_as_it_says(rule: ReadingRule) -> None:
    for kind, text in _SAMPLE.findall(rule.manual):
        assert bool(list(rule.judge(text.encode()))) == (kind == "不合格"), text


def test_every_record_rule_has_samples() -> None:
    of_one = [rule for rule in RULES if not isinstance(rule, ArchiveRule)]
    assert [rule.code for rule in of_one if len(_SAMPLE.findall(rule.manual)) < 2] == []
