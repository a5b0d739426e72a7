"""Papers again, from the record as it is: the same bytes for the same record, template and version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.desk.papers import TEMPLATE_FILES, RenderedPaper, render
from yuetan.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from yuetan.desk.load import Desk


def rendered(desk: Desk, record_id: str, kind: str) -> tuple[RenderedPaper, ...]:
    """Every paper of a kind that the record gives; errors where it has none of that kind yet."""
    from yuetan.actions.minutes import minutes_papers
    from yuetan.actions.notify import notice_papers
    from yuetan.actions.plan import Refusal
    from yuetan.actions.record import current

    now = current(desk.state, record_id, desk.laws)
    if isinstance(now, Refusal):
        raise BadInputError(now.message, hint=now.hint)
    if kind == "约谈通知书":
        orders = tuple(notice_papers(desk.state, now, range(len(now.record.notices)), desk.laws))
    elif kind == "约谈记录":
        orders = minutes_papers(desk.state, now)
    else:
        raise NotFoundError(f"没有名为“{kind}”的文书", hint=f"可用的文书：{'、'.join(TEMPLATE_FILES)}")
    if not orders:
        raise BadInputError(f"{record_id} 还没有可出的{kind}", hint="先登记通知或约谈的内容")
    return tuple(render(desk.store, order) for order in orders)
