"""From a changed record to a plan: gate, edit, papers, the commit's subject line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.current import current, current_of
from yuetan.actions.gate import admit
from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.actions.refusals import not_yet, wrong_stage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.actions.plan import Override, Setting
    from yuetan.codec.plain import Plain
    from yuetan.model.life import Stage
    from yuetan.views.papers.order import PaperOrder


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a step is taken: in which states of a record, and what to do instead in the others, by state.

    `step` is what is done, as a refusal says it; `day` names its day, 撤销日期.
    """

    step: str
    stages: tuple[Stage, ...]
    instead: Mapping[Stage, str]
    day: str


def begin(setting: Setting, record_id: str, occasion: Occasion, day: date) -> Current | Refusal:
    """The record that the step starts from; a refusal where its state or the day does not allow the step (S7)."""
    now = current(setting, record_id)
    if isinstance(now, Refusal):
        return now
    refusal = wrong_stage(now, occasion.stages, occasion.step, occasion.instead)
    return refusal or not_yet(day, setting.today, occasion.day) or now


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
    orders = papers(current_of(result.stored, setting.laws)) if papers is not None else ()
    edits = (Edit(now.stored.file, result.value),)
    return Plan(action, (now.id,), edits, orders, subject, result.findings, notes)
