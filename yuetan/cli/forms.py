"""The minutes' form as YAML: printed blank, edited, read back."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from yuetan.errors import BadInputError, EnvironmentFaultError, NotFoundError, RefusedError

if TYPE_CHECKING:
    from yuetan.desk.load import Desk

_WORD_FILES = {".docx", ".doc", ".wps"}


def blank_form_text(desk: Desk, record_id: str) -> str:
    """The form with what is known filled in, places to fill left empty."""
    from yuetan.actions.minutes_form import blank_form
    from yuetan.actions.plan import Refusal
    from yuetan.actions.record import current
    from yuetan.codec import write_form

    now = current(desk.state, record_id, desk.laws)
    if isinstance(now, Refusal):
        raise RefusedError(now.message, now.findings, hint=now.hint)
    head = f"# {record_id} 约谈记录表单：填好后用 yuetan minutes {record_id} --from 本文件 读入\n"
    return head + write_form(blank_form(now)).decode()


def read_form(file: str) -> dict[str, Any]:
    """A filled form; BadInputError with the place of every fault."""
    path = Path(file)
    if not path.is_file():
        raise NotFoundError(f"没有文件 {file}", hint="写出表单文件的路径")
    if path.suffix.lower() in _WORD_FILES:
        raise BadInputError(
            f"{file} 是 Word 文件，这个版本还不能从 Word 读入", hint="用 --blank 得到 YAML 表单，填好后用 --from 读入"
        )
    return _parsed(path.read_bytes(), file)


def edited(text: str) -> dict[str, Any]:
    """The form as the clerk left it in the editor; BadInputError where nothing was changed."""
    from yuetan.cli.prompts import interactive

    if not interactive():
        raise BadInputError("没有终端，不能打开编辑器", hint="用 --blank 得到表单，填好后用 --from 读入")
    with TemporaryDirectory(prefix="yuetan-") as folder:
        form = Path(folder) / "约谈记录表单.yaml"
        form.write_text(text, encoding="utf-8", newline="\n")
        _open_editor(form)
        answer = form.read_bytes()
    if answer.decode("utf-8", "replace").split() == text.split():
        raise BadInputError("表单没有改动，什么都没有记录", hint="填好并保存后再关闭编辑器")
    return _parsed(answer, "表单")


def _open_editor(form: Path) -> None:
    """VISUAL, else EDITOR, else what every machine has; waits until it is closed."""
    usual = "notepad" if os.name == "nt" else "vi"
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    try:
        done = subprocess.run([*shlex.split(chosen, posix=os.name != "nt"), str(form)], check=False)
    except OSError as error:
        raise EnvironmentFaultError(
            f"打不开编辑器 {chosen}", hint="设好 EDITOR，或用 --blank、--from"
        ) from error
    if done.returncode:
        raise BadInputError(f"编辑器 {chosen} 没有正常结束，什么都没有记录", hint="再试一次，或用 --blank、--from")


def _parsed(data: bytes, label: str) -> dict[str, Any]:
    from yuetan.codec import read

    document = read(data)
    if document.faults:
        places = "；".join(f"{label}:{fault.line}:{fault.column} {fault.message}" for fault in document.faults[:5])
        raise BadInputError(places, hint="改正后再读入")
    return document.value or {}
