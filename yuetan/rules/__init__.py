"""What is wrong: one file an article, one small function a rule, RULES a literal tuple."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.rules import (
    article_3,
    article_4,
    article_4_gaps,
    article_5,
    article_5_manner,
    article_6,
    article_7_first,
    article_7_notice,
    article_7_report,
    article_7_talk,
    article_8_conduct,
    article_8_confidence,
    article_8_rectification,
    article_9_11,
    runner,
    structure,
)
from yuetan.rules.rule import Breach, Case, Rule, Whole

if TYPE_CHECKING:
    from datetime import date

    from yuetan.finding import Finding
    from yuetan.model import Interview, State, Stored
    from yuetan.regulation.law import Laws

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *article_3.RULES,
    *article_4.RULES,
    *article_4_gaps.RULES,
    *article_5.RULES,
    *article_5_manner.RULES,
    *article_6.RULES,
    *article_7_first.RULES,
    *article_7_notice.RULES,
    *article_7_talk.RULES,
    *article_7_report.RULES,
    *article_8_confidence.RULES,
    *article_8_conduct.RULES,
    *article_8_rectification.RULES,
    *article_9_11.RULES,
)


def judge(state: State, laws: Laws, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong in the archive, without line and column, sorted."""
    return runner.judge_all(RULES, state, laws, today)


def judge_record(stored: Stored[Interview], state: State, laws: Laws, today: date) -> tuple[Finding, ...]:
    """What is wrong with one record as it stands in `state`: rules of records, and whether its numbers are unique."""
    of_record = tuple(runner.judge_one([r for r in RULES if r.of_record], stored, state, laws, today))
    numbers = [rule for rule in RULES if rule.code == "S5"]
    unique = (f for f in runner.judge_all(numbers, state, laws, today) if f.file == stored.file)
    return tuple(sorted({*of_record, *unique}, key=lambda finding: finding.order))


__all__ = ["RULES", "Breach", "Case", "Rule", "Whole", "judge", "judge_record"]
