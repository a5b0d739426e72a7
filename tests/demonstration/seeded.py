"""Seeded chance: a stream of its own for each purpose, so that one more draw here moves nothing there."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from yuetan.model.interview import TOKEN_ALPHABET

if TYPE_CHECKING:
    from tests.demonstration.case import Case

SEED = 20150204


def stream(name: str) -> Random:
    """The generator of this purpose; seeded by text, which does not depend on the hash seed."""
    return Random(f"{SEED} {name}")


def of_case(case: Case) -> Random:
    """The generator of one case."""
    return stream(f"{case.kind} {case.day} {case.interviewer} {'+'.join(case.subjects)}")


def of_clerk(case: Case) -> Random:
    """The generator of what the clerk adds to a case."""
    return stream(f"clerk {case.kind} {case.day} {case.interviewer} {'+'.join(case.subjects)}")


def token(random: Random) -> str:
    """The five letters or digits of an id."""
    return "".join(random.choice(TOKEN_ALPHABET) for _ in range(5))
