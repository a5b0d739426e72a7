"""A refusal becomes the exception of the edge."""

from __future__ import annotations

from typing import TypeVar

from yuetan.actions.plan import Refusal
from yuetan.errors import RefusedError

T = TypeVar("T")


def or_raise(found: T | Refusal) -> T:
    """What was found; raises RefusedError for a refusal."""
    if isinstance(found, Refusal):
        raise RefusedError(found.message, found.findings, hint=found.hint)
    return found
