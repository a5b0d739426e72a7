"""No rule without cases of its own: each row of RULES, asked by its judge, where it is silent and where it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import pytest

from tests.actions.city import laws_of
from tests.rules.every_case import CASES
from yuetan.rules import RULES
from yuetan.rules.rule import ArchiveRule, FileRule, ReadingRule, RecordRule, StoredCase, Whole, case_of

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.rules import Breach
    from yuetan.rules.rule import AnyRule

NAMES = [f"{rule.code}-{rule.judge.__name__}" for rule in RULES]


def breaches(rule: AnyRule, subject: State | bytes, today: date) -> list[Breach]:
    """What the judge itself says; what it is not given (a record that no regulation judges) fails the test."""
    if isinstance(rule, ReadingRule):
        assert isinstance(subject, bytes)
        return list(rule.judge(subject))
    assert not isinstance(subject, bytes)
    laws = laws_of(subject)
    match rule:
        case ArchiveRule():
            return list(rule.judge(Whole(subject, laws, today)))
        case FileRule():
            return list(rule.judge(StoredCase(subject.interviews[0], subject.roster, subject.office, laws, today)))
        case RecordRule():
            case = case_of(subject.interviews[0], subject, laws, today)
            assert case is not None, "the rule would never be asked"
            return list(rule.judge(case))
        case _:
            assert_never(rule)


def test_every_rule_has_cases_of_its_own() -> None:
    judges = {rule.judge for rule in RULES}
    missing = [name for rule, name in zip(RULES, NAMES, strict=True) if rule.judge not in CASES]
    assert missing == [], "write CASES for them in their article's test file"
    assert [judge.__name__ for judge in CASES if judge not in judges] == []
    assert len(judges) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_rule_is_silent_on_one_side_and_speaks_on_the_other(rule: AnyRule) -> None:
    file, own = CASES[rule.judge]
    assert own.silent != own.speaks, file
    assert [found.message for found in breaches(rule, own.silent, own.today)] == []
    assert breaches(rule, own.speaks, own.today) != []
