"""Papers again, from the record as it is: the same bytes for the same record, template and version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.desk import templates
from yuetan.desk.confidence import look_through
from yuetan.desk.papers import RenderedPaper, render
from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.desk.load import Desk
    from yuetan.views.papers.index import PaperKind
    from yuetan.views.papers.order import PaperOrder


def papers(desk: Desk, orders: Iterable[PaperOrder]) -> tuple[RenderedPaper, ...]:
    """The papers, each looked through. Raises RefusedError where one tells what must not be told."""
    found = tuple(render(desk.store, order) for order in orders)
    for paper in found:
        look_through(desk, paper.order, paper.path, paper.content)
    return found


def papers_of_record(desk: Desk, record_id: str, kind: str, *, blank: bool = False) -> tuple[RenderedPaper, ...]:
    """Every paper of a kind that the record gives; errors where it has none of that kind yet.

    With `blank` the form instead, with what is known filled in.
    """
    from yuetan.actions.current import current
    from yuetan.actions.plan import Refusal

    paper = templates.kind_named(kind)
    now = current(desk.setting, record_id)
    if isinstance(now, Refusal):
        raise BadInputError(now.message, hint=now.hint)
    return papers(desk, _forms(desk, now, paper) if blank else _papers(desk, now, paper))


def papers_of_period(desk: Desk, kind: str, first: date, last: date) -> Iterator[tuple[RenderedPaper, ...]]:
    """Every paper of a kind that the records of these days give, record by record; those that give none are passed."""
    from yuetan.actions.current import current_of
    from yuetan.actions.papers import paper_orders

    for stored in desk.state.interviews:
        record = stored.record
        if record is None or not stored.sound or record.cancelled or not first <= record.judged_day <= last:
            continue
        found = papers(desk, paper_orders(desk.setting, current_of(stored, desk.laws), kind))
        if found:
            yield found


def _papers(desk: Desk, now: Current, paper: PaperKind) -> tuple[PaperOrder, ...]:
    from yuetan.actions.papers import paper_orders

    orders = paper_orders(desk.setting, now, paper.name)
    if not orders:
        raise BadInputError(f"{now.id} 还没有可出的{paper.name}", hint=paper.not_yet)
    return orders


def _forms(desk: Desk, now: Current, paper: PaperKind) -> tuple[PaperOrder, ...]:
    from yuetan.actions.papers import form_orders
    from yuetan.views.papers.index import PAPERS

    if paper.form is None:
        forms = "、".join(one.name for one in PAPERS.values() if one.form is not None)
        raise BadInputError(f"{paper.name}不是供填写的表单", hint=f"--blank 用于：{forms}")
    orders = form_orders(desk.setting, now, paper.name)
    if not orders:
        raise BadInputError(f"{now.id} 不用填{paper.name}", hint="已撤销，或这一情形、这些对象没有后续文书")
    return orders
