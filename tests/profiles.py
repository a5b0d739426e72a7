"""The shipped profiles as values, for tests and generators."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from yuetan.regulation.load import load_profile

from yuetan.codec import read
from yuetan.desk import shipped
from yuetan.model.paths import REGULATIONS

if TYPE_CHECKING:
    from yuetan.regulation.profile import Profile


@cache
def shipped_profile(name: str) -> Profile:
    """The profile that ships under this name."""
    profile, violations = load_profile(name, read(shipped.read_one(f"{REGULATIONS}{name}.yaml")).value)
    assert profile is not None, violations
    return profile
