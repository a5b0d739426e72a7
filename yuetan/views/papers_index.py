"""Every kind of paper: its template, what its template may use, and invented views to try it with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.views import (
    minutes,
    notice,
    papers_approval,
    papers_brief,
    papers_cover,
    papers_narrative,
    papers_rectification,
    papers_reminder,
    papers_reschedule,
    papers_sending,
    papers_service,
    papers_supervision,
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
    "约谈登记审批表": _kind("approval.docx", papers_approval, received=False),
    "约谈通知书": _kind("notice.docx", notice, received=True),
    "改期通知": _kind("reschedule.docx", papers_reschedule, received=True),
    "送达回证": _kind("service.docx", papers_service, received=True),
    "约谈记录": _kind("minutes.docx", minutes, received=True),
    "整改落实情况报告": _kind("rectification.docx", papers_rectification, received=True),
    "催办函": _kind("reminder.docx", papers_reminder, received=True),
    "督办函": _kind("supervision.docx", papers_supervision, received=True),
    "约谈情况简报": _kind("brief.docx", papers_brief, received=False),
    "约谈工作情况报告": _kind("narrative.docx", papers_narrative, received=False),
    "报送函": _kind("sending.docx", papers_sending, received=False),
    "个人约谈档案": _kind("cover.docx", papers_cover, received=False),
}
"""By the name that a clerk calls it by. The next paper is a row here, a view beside it and a builder in documents."""
