"""The shipped templates, built by code: ``python -m yuetan.documents.templates.build [FOLDER]`` writes them.

A test proves that the committed files are what this builds; an office edits its own copies in WPS or Word.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yuetan.documents.templates.approval import approval_form
from yuetan.documents.templates.brief import brief_form
from yuetan.documents.templates.cover import cover_form
from yuetan.documents.templates.minutes import minutes_form
from yuetan.documents.templates.narrative import narrative_form
from yuetan.documents.templates.notice import notice_form
from yuetan.documents.templates.rectification import rectification_form
from yuetan.documents.templates.reminder import reminder_form
from yuetan.documents.templates.reschedule import reschedule_form
from yuetan.documents.templates.sending import sending_form
from yuetan.documents.templates.service import service_form
from yuetan.documents.templates.supervision import supervision_form
from yuetan.pin import pin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORMS: Mapping[str, Callable[[], Any]] = {
    "notice.docx": notice_form,
    "minutes.docx": minutes_form,
    "approval.docx": approval_form,
    "rectification.docx": rectification_form,
    "reminder.docx": reminder_form,
    "reschedule.docx": reschedule_form,
    "service.docx": service_form,
    "cover.docx": cover_form,
    "supervision.docx": supervision_form,
    "brief.docx": brief_form,
    "narrative.docx": narrative_form,
    "sending.docx": sending_form,
}
"""Each template's builder by file name. The next paper is a row here and a module like `notice_form`."""


def build(name: str) -> bytes:
    """The shipped template of this file name, pinned."""
    buffer = BytesIO()
    FORMS[name]().save(buffer)
    return pin(buffer.getvalue())


def main(folder: str = "templates") -> None:
    """Write every template into `folder`."""
    for name in sorted(FORMS):
        (Path(folder) / name).write_bytes(build(name))


if __name__ == "__main__":
    main(*sys.argv[1:])
