"""What is wrong: one file an article, one small function a rule, RULES a literal tuple."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.rules import runner, structure
from yuetan.rules.rule import Breach, Case, Rule, Whole

if TYPE_CHECKING:
    from datetime import date

    from yuetan.finding import Finding
    from yuetan.model import Interview, State, Stored
    from yuetan.regulation.law import Laws

RULES: tuple[Rule, ...] = (*structure.RULES,)


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
