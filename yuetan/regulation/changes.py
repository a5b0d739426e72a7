"""The days on which something in a post or a unit becomes different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.deadline import days_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.model import Unit
    from yuetan.model.unit import Post


def unit_changes(unit: Unit) -> Iterator[date]:
    """Every day on which the unit, or anybody in it, becomes different."""
    yield from (era.since for era in unit.eras)
    for post in unit.posts:
        yield from post_changes(post)


def post_changes(post: Post) -> Iterator[date]:
    """The days on which the post is taken or given up, or its holder begins or ceases to act as principal."""
    yield post.since
    if post.until is not None:
        yield post.until
    if post.acting is not None:
        yield post.acting.since
        if post.acting.until is not None:
            yield days_later(post.acting.until, 1)


def takings(unit: Unit) -> Iterator[date]:
    """The days on which somebody took a post of the unit or began to act, or the unit began to be another."""
    yield from (era.since for era in unit.eras)
    for post in unit.posts:
        yield post.since
        if post.acting is not None:
            yield post.acting.since


def spans(days: Iterable[date], last: date) -> Iterator[tuple[date, date]]:
    """The days from each of these up to the eve of the next, those of the last one up to `last`; all included."""
    begins = sorted(set(days))
    ends = (*(days_later(day, -1) for day in begins[1:]), last)
    return zip(begins, ends, strict=True)
