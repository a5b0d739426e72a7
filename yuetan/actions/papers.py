"""Which papers a record gives, kind by kind: orders made from what it says, nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.actions.plan import Setting
    from yuetan.views.papers.order import OfRecord, PaperOrder


def paper_orders(setting: Setting, now: Current, kind: str) -> tuple[PaperOrder, ...]:
    """Every paper of this kind that the record gives today; none where it has nothing for it yet."""
    from yuetan.views.papers.index import PAPERS

    source, make = _source(setting, now), PAPERS[kind].of_record
    return tuple(make(source)) if source is not None and make is not None else ()


def form_orders(setting: Setting, now: Current, kind: str) -> tuple[PaperOrder, ...]:
    """The forms of this kind, the known facts filled in, to be filled in by hand or in Word; none for other kinds."""
    from yuetan.views.papers.index import PAPERS

    source, make = _source(setting, now), PAPERS[kind].form
    return tuple(make(source)) if source is not None and make is not None and not source.record.cancelled else ()


def _source(setting: Setting, now: Current) -> OfRecord | None:
    """What the papers are made from; none where no law judges the record."""
    from yuetan.views.papers.order import OfRecord

    if now.law is None:
        return None
    return OfRecord(now.record, setting.state, now.law, setting.laws, setting.today)
