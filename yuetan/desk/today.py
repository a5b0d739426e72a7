"""Today's page at the desk: the page's values, and what changed since the last working day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from yuetan.desk.load import Desk
    from yuetan.views.today import Today

_MOST = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One commit: when, who as recorded, what."""

    when: datetime
    author: str
    subject: str


def page(desk: Desk) -> Today:
    """The page's values."""
    from yuetan.views.today import today_page

    return today_page(desk.state, desk.laws, desk.today)


def changes(desk: Desk, since: Today) -> tuple[Change, ...]:
    """The commits from the last working day up to today, newest first, at most 200."""
    from yuetan.archive.history import log

    if desk.head is None:
        return ()
    entries = log(desk.store, limit=_MOST)
    return tuple(
        Change(entry.when, entry.author, entry.subject)
        for entry in entries
        if since.since <= entry.when.date() <= since.day
    )
