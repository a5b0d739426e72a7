"""What a report's workbook is made of: rows computed elsewhere, and what of its own the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from yuetan.views.table import Table


@dataclass(frozen=True, slots=True)
class Made:
    """From which commit, when that was made (never now), and by which version of the software."""

    commit: str
    when: datetime
    version: str


@dataclass(frozen=True, slots=True)
class Section:
    """A table on a sheet with a line over it; empty for the only one.

    `urgent` names the column whose numbers are coloured: red from `red` on (or up to it, where `falling`).
    """

    caption: str
    table: Table
    urgent: str = ""
    falling: bool = False
