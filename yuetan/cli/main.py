"""The edge: run the command, turn every failure into one Chinese sentence and an exit status."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys
from typing import TYPE_CHECKING, TextIO

from yuetan.errors import EnvironmentFaultError, RefusedError, YuetanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yuetan.finding import Finding

INTERRUPTED = 130
_ANYWHERE = {"-C": True, "--today": True, "--debug": False}


def run() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding=_encoding(stream), errors="replace")  # type: ignore[union-attr]
    gc.disable()  # a command is over before cycles matter, and collecting would take longer than reading the records
    sys.exit(main(sys.argv[1:]))


def _encoding(stream: TextIO) -> str:
    """A terminal's own encoding where it can say what we say (an older Kylin's GB18030); UTF-8 everywhere else."""
    with contextlib.suppress(UnicodeEncodeError, LookupError):
        "约谈".encode(stream.encoding)
        return stream.encoding if stream.isatty() else "utf-8"
    return "utf-8"


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status."""
    words = globals_first(arguments)
    if _bare(words):
        words.append("today")
    json = "--json" in words
    try:
        status = _invoke(words)
        sys.stdout.flush()
    except BrokenPipeError:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("已中断，没有写入任何东西，或下一条命令会接着做完。\n")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one handler at the edge
        return _fail(error, words, json=json, debug="--debug" in words)
    return status


def globals_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with -C, --today and --debug in front, wherever they were typed before a ``--``."""
    front: list[str] = []
    rest: list[str] = []
    words = list(arguments)
    while words:
        word = words.pop(0)
        if word == "--":
            rest += [word, *words]
            break
        name = word.partition("=")[0]
        if name not in _ANYWHERE:
            rest.append(word)
            continue
        front.append(word)
        if _ANYWHERE[name] and "=" not in word and words:
            front.append(words.pop(0))
    return front + rest


def _bare(words: Sequence[str]) -> bool:
    """Whether no command was typed, at a terminal: then today's page and the menu are shown."""
    rest = list(words)
    while rest and (name := rest[0].partition("=")[0]) in _ANYWHERE:
        del rest[: 2 if _ANYWHERE[name] and "=" not in rest[0] else 1]
    return not rest and sys.stdin.isatty() and sys.stdout.isatty()


def _invoke(words: list[str]) -> int:
    from typer import Abort

    from yuetan.cli.app import command

    if "_YUETAN_COMPLETE" in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    try:
        status = command().main(words, prog_name="yuetan", standalone_mode=False)
    except Abort:
        raise KeyboardInterrupt from None
    if status == INTERRUPTED:  # typer swallows ^C; what it means for the archive must be said
        raise KeyboardInterrupt
    return status if isinstance(status, int) else 0


def _fail(error: Exception, words: Sequence[str], *, json: bool, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(f"{getattr(error, 'message', '')}\n")
        return 0
    text, hint, status, findings = _description(error, words)
    from yuetan.cli.output import emit_json, failure

    if json:
        emit_json({"version": 1, "error": text, "findings": [finding.as_json() for finding in findings]})
        return status
    failure(text, hint)
    return status


def _description(error: Exception, words: Sequence[str]) -> tuple[str, str, int, tuple[Finding, ...]]:
    """Sentence, next step, exit status and findings of a failure."""
    if isinstance(error, RefusedError):
        return error.message, error.hint, error.exit_status, error.findings
    if isinstance(error, YuetanError):
        return error.message, error.hint, error.exit_status, ()
    from typer._click.exceptions import UsageError

    if isinstance(error, UsageError):
        from yuetan.cli import usage

        return usage.error_text(error), usage.next_step_text(error, words), 2, ()
    if isinstance(error, OSError):
        return _system(error), "检查磁盘空间、权限和路径后再试；档案没有改动", EnvironmentFaultError.exit_status, ()
    name = type(error).__name__
    hint = "档案没有改动。请加 --debug 再运行一次，把全部输出交给维护人员"
    return f"程序内部出错（{name}：{error}）", hint, 3, ()


def _system(error: OSError) -> str:
    known = {
        errno.ENOSPC: "磁盘已满",
        errno.EDQUOT: "磁盘配额已满",
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘是只读的",
        errno.ENOENT: "没有这个文件或目录",
        errno.EISDIR: "这是目录，不是文件",
        errno.ENAMETOOLONG: "文件名太长",
    }
    words = known.get(error.errno or 0, error.strerror or str(error))
    return f"{words}：{error.filename}" if error.filename else words
