"""What every list and workbook of the office says of itself: whose it is, of what time, under which file name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from yuetan.views.names import own_unit_text

if TYPE_CHECKING:
    from yuetan.desk.load import Desk

_LONGEST = 80


def office_text(desk: Desk) -> str:
    """What this office's unit is called today."""
    return own_unit_text(desk.state, desk.today)


def commit_time(desk: Desk) -> datetime:
    """The time of the commit that everything was computed from; the day itself before the first."""
    from yuetan.archive.history import log

    newest = log(desk.store, limit=1) if desk.head is not None else ()
    return newest[0].when if newest else datetime(desk.today.year, desk.today.month, desk.today.day)  # noqa: DTZ001 - records hold local time


def file_name_text(name: str) -> str:
    """A name that every system takes as a file's."""
    return "".join("_" if char in '/\\:*?"<>|' or ord(char) < ord(" ") else char for char in name)[:_LONGEST] or "_"
