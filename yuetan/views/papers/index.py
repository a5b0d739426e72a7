"""Every kind of paper: its template, what its template may use, and invented views to try it with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.views.papers import (
    approval,
    brief,
    cover,
    minutes,
    narrative,
    notice,
    rectification,
    reminder,
    reschedule,
    sending,
    service,
    supervision,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper. `received` says that a subject or the subject's unit gets it: nothing sealed may be in it."""

    template: str
    received: bool
    variables: Mapping[str, str]
    sample: Mapping[str, Any]
    minimal: Mapping[str, Any]


def _kind(template: str, module: Any, *, received: bool) -> PaperKind:
    return PaperKind(template, received, module.VARIABLES, module.SAMPLE, module.MINIMAL)


PAPERS: Mapping[str, PaperKind] = {
    "约谈登记审批表": _kind("approval.docx", approval, received=False),
    "约谈通知书": _kind("notice.docx", notice, received=True),
    "改期通知": _kind("reschedule.docx", reschedule, received=True),
    "送达回证": _kind("service.docx", service, received=True),
    "约谈记录": _kind("minutes.docx", minutes, received=True),
    "整改落实情况报告": _kind("rectification.docx", rectification, received=True),
    "催办函": _kind("reminder.docx", reminder, received=True),
    "督办函": _kind("supervision.docx", supervision, received=True),
    "约谈情况简报": _kind("brief.docx", brief, received=False),
    "约谈工作情况报告": _kind("narrative.docx", narrative, received=False),
    "报送函": _kind("sending.docx", sending, received=False),
    "个人约谈档案": _kind("cover.docx", cover, received=False),
}
"""By the name that a clerk calls it by. The next paper is a row here, a view beside it and a builder in documents."""
