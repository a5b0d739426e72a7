"""Papers again, from the record as it is: the same bytes for the same record, template and version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.desk.confidence import looked_through
from yuetan.desk.papers import TEMPLATE_FILES, RenderedPaper, render
from yuetan.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.desk.load import Desk


def rendered(desk: Desk, record_id: str, kind: str, *, blank: bool = False) -> tuple[RenderedPaper, ...]:
    """Every paper of a kind that the record gives; errors where it has none of that kind yet.

    With `blank` the form instead, with what is known filled in.
    """
    from yuetan.actions.current import current
    from yuetan.actions.papers import FORM_KINDS, NOT_YET, form_orders, paper_orders
    from yuetan.actions.plan import Refusal

    if kind not in TEMPLATE_FILES:
        raise NotFoundError(f"没有名为“{kind}”的文书", hint=f"可用的文书：{'、'.join(TEMPLATE_FILES)}")
    now = current(desk.setting, record_id)
    if isinstance(now, Refusal):
        raise BadInputError(now.message, hint=now.hint)
    if blank and kind not in FORM_KINDS:
        raise BadInputError(f"{kind}不是供填写的表单", hint=f"--blank 用于：{'、'.join(FORM_KINDS)}")
    setting = desk.setting
    orders = form_orders(setting, now, kind) if blank else paper_orders(setting, now, kind)
    if not orders and blank:
        raise BadInputError(f"{record_id} 不用填{kind}", hint="已撤销，或这一情形、这些对象没有后续文书")
    if not orders:
        raise BadInputError(f"{record_id} 还没有可出的{kind}", hint=NOT_YET.get(kind, "没有适用的办法"))
    papers = tuple(render(desk.store, order) for order in orders)
    for paper in papers:
        looked_through(desk, paper.order, paper.path, paper.content)
    return papers


def rendered_all(desk: Desk, kind: str, first: date, last: date) -> Iterator[tuple[RenderedPaper, ...]]:
    """Every paper of a kind that the records of these days give, record by record; those that give none are passed."""
    from yuetan.actions.current import settled
    from yuetan.actions.papers import paper_orders

    setting = desk.setting
    for stored in desk.state.interviews:
        record = stored.record
        if record is None or not stored.sound or record.cancelled or not first <= record.judged_day <= last:
            continue
        papers = tuple(render(desk.store, order) for order in paper_orders(setting, settled(stored, desk.laws), kind))
        for paper in papers:
            looked_through(desk, paper.order, paper.path, paper.content)
        if papers:
            yield papers
