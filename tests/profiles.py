"""The shipped profiles as values, for tests and generators."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from yuetan.codec import read
from yuetan.desk import shipped
from yuetan.model.paths import REGULATIONS, file_stem
from yuetan.regulation.load import load_profile

if TYPE_CHECKING:
    from yuetan.regulation.profile import Profile


@cache
def shipped_profile(name: str) -> Profile:
    """The profile that ships under this name."""
    profile, violations = load_profile(name, read(shipped.read_one(f"{REGULATIONS}{name}.yaml")).value)
    assert profile is not None, violations
    return profile


def shipped_profiles() -> tuple[Profile, ...]:
    """Every profile that ships, by name."""
    paths = shipped.read(REGULATIONS, ".yaml")
    return tuple(shipped_profile(file_stem(path)) for path in sorted(paths))
