"""A command in a terminal of its own, its questions answered one by one."""

from __future__ import annotations

import os
import pty
import select
import sys
import time


def terminal(*words: str, answers: tuple[str, ...]) -> tuple[int, str]:
    """Run the command in a terminal of its own, give the answers one by one; exit status and what was shown."""
    status, shown = typed(*words, answers=answers)
    return status, shown.decode()


def typed(*words: str, answers: tuple[str, ...] = ()) -> tuple[int, bytes]:
    """The same, and the bytes that the terminal was sent."""
    process, screen = pty.fork()
    if process == 0:
        code = "import sys; from yuetan.cli.main import run; run()"
        os.execv(sys.executable, [sys.executable, "-c", code, *words])  # noqa: S606 - ourselves
    shown = b""
    for answer in answers:
        shown += _until_prompt(screen)
        os.write(screen, f"{answer}\n".encode())
    while piece := _read(screen):
        shown += piece
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(screen)
    return status, shown


def _until_prompt(screen: int) -> bytes:
    shown = b""
    end = time.monotonic() + 60
    while time.monotonic() < end and not shown.rstrip(b" ").endswith(b":"):
        if select.select([screen], [], [], 1)[0]:
            shown += _read(screen)
    return shown


def _read(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""
