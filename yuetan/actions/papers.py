"""Which papers a record gives, kind by kind: orders made from what it says, nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.papers.index import PAPERS
from yuetan.views.papers.order import OfRecord

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.actions.plan import Setting
    from yuetan.views.papers.order import PaperOrder


def paper_orders(setting: Setting, now: Current, kind: str) -> tuple[PaperOrder, ...]:
    """Every paper of this kind that the record gives today; none where it has nothing for it yet."""
    source, paper = _source(setting, now), PAPERS.get(kind)
    if source is None or paper is None or paper.of_record is None:
        return ()
    return tuple(paper.of_record(source))


def form_orders(setting: Setting, now: Current, kind: str) -> tuple[PaperOrder, ...]:
    """The forms of this kind, the known facts filled in, to be filled in by hand or in Word; none for other kinds."""
    source, paper = _source(setting, now), PAPERS.get(kind)
    if source is None or source.record.cancelled or paper is None or paper.form is None:
        return ()
    return tuple(paper.form(source))


def _source(setting: Setting, now: Current) -> OfRecord | None:
    """What the papers are made from; none where no law judges the record."""
    if now.law is None:
        return None
    return OfRecord(now.record, setting.state, now.law, setting.laws, setting.today)
