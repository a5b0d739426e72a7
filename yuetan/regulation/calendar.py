"""Working days: the State Council's holidays and make-up days, and what an archive adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Calendar:
    """`years` maps a year to its own days: date -> (working day?, name), from ``schemas/calendar/<year>.yaml``."""

    years: Mapping[int, Mapping[date, tuple[bool, str]]] = field(default_factory=dict)
