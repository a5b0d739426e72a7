"""What an action returns: a plan, which is data, or a refusal in the rules' own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.codec.plain import Plain
    from yuetan.finding import Finding
    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.views.papers.order import PaperOrder


@dataclass(frozen=True, slots=True)
class Edit:
    """The new plain value of one file; None deletes it. `header` is the first line of a file that is made."""

    path: str
    value: Plain | None
    header: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A step to be carried out, whole or not at all.

    `subject` is the commit's subject line; `findings` what the rules still say about the new record (warnings,
    acknowledged breaches); `notes` what the clerk should know next, each one sentence.
    """

    action: str
    ids: tuple[str, ...]
    edits: tuple[Edit, ...]
    papers: tuple[PaperOrder, ...]
    subject: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step is not taken: one sentence, the rules' findings, and what to do instead."""

    message: str
    findings: tuple[Finding, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """In what a step is taken: the archive, its laws, and the day by which everything is judged."""

    state: State
    laws: Laws
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A breach that did happen is to be recorded all the same (例外)."""

    reason: str
    """原因：为什么仍须如实记录。"""
    approved_by: str | None = None
    """批准：谁批准的。"""
