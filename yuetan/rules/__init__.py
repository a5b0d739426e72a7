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
    article_7_notice_content,
    article_7_report,
    article_7_talk,
    article_8_conduct,
    article_8_confidence,
    article_8_rectification,
    article_9_11,
    runner,
    structure,
)
from yuetan.rules.rule import ArchiveRule, Breach, Case, FileRule, ReadingRule, RecordRule, Whole

if TYPE_CHECKING:
    from datetime import date

    from yuetan.finding import Finding
    from yuetan.model import Interview, State, Stored
    from yuetan.regulation.law import Laws
    from yuetan.rules.rule import AnyRule

RULES: tuple[AnyRule, ...] = (
    *structure.RULES,
    *article_3.RULES,
    *article_4.RULES,
    *article_4_gaps.RULES,
    *article_5.RULES,
    *article_5_manner.RULES,
    *article_6.RULES,
    *article_7_first.RULES,
    *article_7_notice.RULES,
    *article_7_notice_content.RULES,
    *article_7_talk.RULES,
    *article_7_report.RULES,
    *article_8_confidence.RULES,
    *article_8_conduct.RULES,
    *article_8_rectification.RULES,
    *article_9_11.RULES,
)

OF_ONE = tuple(rule for rule in RULES if isinstance(rule, FileRule | RecordRule))
OF_ARCHIVE = tuple(rule for rule in RULES if isinstance(rule, ArchiveRule))
ABSOLUTE = frozenset(rule.code for rule in RULES if rule.absolute)
"""The codes whose breaches nobody may acknowledge."""


def judge(state: State, laws: Laws, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong in the archive, without line and column, sorted."""
    whole = Whole(state, laws, today)
    single = (finding for stored in state.interviews for finding in runner.judge_one(OF_ONE, stored, whole))
    return runner.ordered((*single, *runner.judge_whole(OF_ARCHIVE, whole)))


def judge_alone(stored: Stored[Interview], state: State, laws: Laws, today: date) -> tuple[Finding, ...]:
    """What the rules of single files and records say of one record, in the order of RULES."""
    return tuple(runner.judge_one(OF_ONE, stored, Whole(state, laws, today)))


def judge_record(stored: Stored[Interview], state: State, laws: Laws, today: date) -> tuple[Finding, ...]:
    """What is wrong with one record as it stands in `state`: by itself, and compared with the other records (S5)."""
    comparing = (rule for rule in OF_ARCHIVE if rule.between_records)
    compared = runner.judge_whole(comparing, Whole(state, laws, today))
    own = (finding for finding in compared if finding.file == stored.file)
    return runner.ordered((*judge_alone(stored, state, laws, today), *own))


__all__ = [
    "ABSOLUTE", "RULES", "ArchiveRule", "Breach", "Case", "FileRule", "ReadingRule", "RecordRule", "Whole", "judge",
    "judge_alone", "judge_record",
]  # fmt: skip
