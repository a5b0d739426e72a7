"""From a changed record to a plan: gate, edit, papers, the commit's subject line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.current import current_of
from yuetan.actions.gate import admit
from yuetan.actions.plan import Edit, Plan, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.actions.plan import Override, Setting
    from yuetan.codec.plain import Plain
    from yuetan.views.papers.order import PaperOrder


def plan_of(
    setting: Setting,
    now: Current,
    value: Plain,
    *,
    action: str,
    day: date,
    subject: str,
    override: Override | None = None,
    notes: tuple[str, ...] = (),
    papers: Callable[[Current], tuple[PaperOrder, ...]] | None = None,
) -> Plan | Refusal:
    """The plan that writes `value` over the record `now`, or the gate's refusal.

    `subject` follows the id in the commit's subject line; `papers` orders papers from the record as it will be.
    """
    result = admit(setting, now.stored, now.stored.file, value, day=day, override=override)
    if isinstance(result, Refusal):
        return result
    written, after, findings = result
    orders = papers(current_of(after, setting.laws)) if papers is not None else ()
    edits = (Edit(now.stored.file, written),)
    return Plan(action, (now.id,), edits, orders, subject, findings, notes)
