"""A profile from plain values: unknown and misplaced keys are errors, never ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.build import Kind, Violation, build
from yuetan.regulation.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.codec.plain import Value


def load_profile(name: str, value: Mapping[str, Value] | None) -> tuple[Profile | None, tuple[Violation, ...]]:
    """The profile of this name, None where a required key is missing, and everything that does not match the table."""
    profile, violations = build(Profile, value)
    if profile is not None and profile.name != name:
        violations += (Violation(("规范",), f"应与文件名相同：{name}", Kind.WRONG),)
    return profile, violations
