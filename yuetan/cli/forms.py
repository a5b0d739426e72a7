"""Forms: the minutes' as YAML, printed blank, edited, read back; filled Word forms read in and shown."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from yuetan.cli import session
from yuetan.errors import BadInputError, EnvironmentFaultError

if TYPE_CHECKING:
    from yuetan.actions.filled.answers import Answers
    from yuetan.actions.filled.rectification import ReportAnswers
    from yuetan.cli.context import Context
    from yuetan.codec.plain import Plain
    from yuetan.desk.load import Desk


def blank_form_text(desk: Desk, record_id: str) -> str:
    """The form with what is known filled in, places to fill left empty."""
    from yuetan.actions.current import current
    from yuetan.actions.filled.yaml_minutes import blank_form
    from yuetan.codec import write_form
    from yuetan.desk.refusals import or_raise

    form = blank_form(or_raise(current(desk.setting, record_id)))
    head = f"# {record_id} 约谈记录表单：填好后用 yuetan minutes {record_id} --from 本文件 读入\n"
    return head + write_form(form).decode()


def read_form(context: Context, word: str, file: str, *, json: bool) -> Plain:
    """A filled form, YAML or Word; shows what a Word form was understood to say. BadInputError names every fault."""
    from yuetan.cli.naming import record_id
    from yuetan.desk.forms import form_bytes, is_word, minutes_from

    content = form_bytes(file)
    if not is_word(file, content):
        return _parsed(content, file)
    desk = session.open_desk(context)
    found = minutes_from(desk, record_id(desk, word), content, file)
    _show(found, file, json=json)
    return found.value


def read_report(context: Context, word: str, file: str, subject: str | None, *, json: bool) -> ReportAnswers:
    """A filled 整改落实情况报告; shows what it was understood to say. BadInputError names every fault."""
    from yuetan.cli.naming import record_id
    from yuetan.desk.forms import form_bytes, report_from

    content = form_bytes(file)
    desk = session.open_desk(context)
    found = report_from(desk, record_id(desk, word), content, file, subject)
    _show(found.cells, file, json=json)
    return found


def _show(found: Answers, file: str, *, json: bool) -> None:
    from yuetan.cli.output import message, result, terminal_width
    from yuetan.cli.tables import table

    if not json:
        rows = [(one.place, one.label, " ⏎ ".join(one.value.split("\n"))) for one in found.understood]
        result(f"从 {Path(file).name} 读到：")
        result(table(("位置", "栏目", "内容"), rows, terminal_width()))
    for note in found.notes:
        message(f"注意：{note}")


def edit_form(text: str) -> Plain:
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
        raise EnvironmentFaultError(f"打不开编辑器 {chosen}", hint="设好 EDITOR，或用 --blank、--from") from error
    if done.returncode:
        raise BadInputError(f"编辑器 {chosen} 没有正常结束，什么都没有记录", hint="再试一次，或用 --blank、--from")


def _parsed(data: bytes, label: str) -> Plain:
    from yuetan.codec import read

    document = read(data)
    if document.faults:
        places = "；".join(f"{label}:{fault.line}:{fault.column} {fault.message}" for fault in document.faults[:5])
        raise BadInputError(places, hint="改正后再读入")
    return document.value or {}
