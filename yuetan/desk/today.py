"""Today's page at the desk: the page's values, and what changed since the last working day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from datetime import datetime

    from yuetan.desk.load import Desk
    from yuetan.views.today import Today

_MOST = 200


@row
class Change(Row):
    """One commit: when, who as recorded, what."""

    when: datetime = column()
    author: str = column()
    subject: str = column()


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
        Change(when=entry.when, author=entry.author, subject=entry.subject)
        for entry in entries
        if since.since <= entry.when.date() <= since.day
    )
