"""Forms that come back in: from a .docx and a record to what it says, or the list of cells that cannot be taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.desk.refusals import or_raise
from yuetan.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from yuetan.actions.current import Current
    from yuetan.actions.filled.answers import Answers
    from yuetan.actions.filled.rectification import ReportAnswers
    from yuetan.desk.load import Desk

WORD_FILES = frozenset({".docx", ".doc", ".wps", ".docm", ".dotx", ".odt", ".rtf", ".pdf"})
MOST_BYTES = 64 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_MOST_FAULTS = 20


def form_bytes(file: str) -> bytes:
    """What stands in a form's file. Raises NotFoundError, BadInputError."""
    path = Path(file)
    if not path.is_file():
        raise NotFoundError(f"没有文件 {file}", hint="写出表单文件的路径")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInputError(f"{file} 有 {path.stat().st_size} 字节，不像是填好的表单", hint="去掉其中的图片再试")
        return path.read_bytes()
    except OSError as error:
        raise BadInputError(
            f"{file} 读不了：{error.strerror}", hint="检查文件的权限，或关闭正在打开它的程序"
        ) from error


def is_word(file: str, content: bytes) -> bool:
    """Whether a file is to be read as a Word form: by its name, or by its first bytes."""
    return Path(file).suffix.lower() in WORD_FILES or content.startswith(_ZIP)


def minutes_from(desk: Desk, record_id: str, content: bytes, file: str) -> Answers:
    """What a filled 约谈记录 says of the record. Raises BadInputError with every cell that cannot be taken."""
    from yuetan.actions.filled.minutes import minutes_answers
    from yuetan.documents.filled.read import read_form
    from yuetan.views.papers.minutes import minutes_form_view

    form = read_form(content, file)
    now = _current(desk, record_id)
    law = now.law
    if law is None:
        raise BadInputError(f"{record_id} 没有适用的办法，不能读入表单", hint="用 yuetan check 查看")
    found = minutes_answers(form, now, minutes_form_view(now.record, desk.state, law))
    _nothing_at_fault(found, file)
    return found


def report_from(desk: Desk, record_id: str, content: bytes, file: str, subject: str | None) -> ReportAnswers:
    """What a filled 整改落实情况报告 says. Raises BadInputError with every cell that cannot be taken."""
    from yuetan.actions.filled.rectification import rectify_answers
    from yuetan.documents.filled.read import read_form

    found = rectify_answers(read_form(content, file), _current(desk, record_id), subject)
    _nothing_at_fault(found.cells, file)
    return found


def _current(desk: Desk, record_id: str) -> Current:
    from yuetan.actions.current import current

    return or_raise(current(desk.setting, record_id))


def _nothing_at_fault(found: Answers, file: str) -> None:
    if not found.faults:
        return
    lines = [f"  {fault.text}" for fault in found.faults[:_MOST_FAULTS]]
    more = len(found.faults) - _MOST_FAULTS
    lines += [f"  另有 {more} 处"] if more > 0 else []
    raise BadInputError(
        f"{Path(file).name} 有 {len(found.faults)} 处不能读入：\n" + "\n".join(lines),
        hint="在 Word 或 WPS 中改正这几格，保存后再读入；什么都没有写",
    )
