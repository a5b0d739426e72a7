"""A lawful record and the papers that it gives, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.actions.city import TODAY, laws_of
from tests.rules.lawful import archive, lawful
from yuetan.actions.current import Current, current
from yuetan.actions.papers import paper_orders
from yuetan.actions.plan import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.views.papers.order import PaperOrder

SECRET = ("信访举报", "XS-26-001", "隐去的概述")
COMPLAINT = {
    "约谈对象[0].问题": {"来源": "信访举报", "归属": ["本人"], "概述": "隐去的概述", "线索编号": "XS-26-001"},
}


def orders(
    kind: str,
    changes: Mapping[str, Any] | None = None,
    *,
    situation: str = "警示约谈",
    today: date = TODAY,
    office: dict[str, Any] | None = None,
) -> tuple[PaperOrder, ...]:
    """The papers of a kind that the record of this situation gives."""
    state = archive(lawful(situation, changes), office=office)
    setting = Setting(state, laws_of(state), today)
    record = state.interviews[0].record
    assert record is not None
    now = current(setting, record.id)
    assert isinstance(now, Current)
    return paper_orders(setting, now, kind)


def view(kind: str, changes: Mapping[str, Any] | None = None, **more: Any) -> Mapping[str, Any]:
    """What the only paper of that kind says."""
    (order,) = orders(kind, changes, **more)
    return order.view.mapping()
