"""The lock: one writer at a time, who says who he is; the system frees it when he dies."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from yuetan.archive.fault import system_fault
from yuetan.errors import LockedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for another writer before refusing."""

_PAUSE = 0.05
_BYTE = 1 << 30
"""The byte that Windows locks: far behind the text, so that others may read it."""


@contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file `path`; LockedError names the holder after `patience` seconds."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b", buffering=0)
    except OSError as error:
        raise system_fault(error, "写入", path) from error
    with file:
        _wait(file, path, time.monotonic() + patience)
        os.set_inheritable(file.fileno(), True)  # only git's update-ref takes it along: see git.ask
        _sign(file, path)
        try:
            yield
        finally:
            _leave(file)


def _wait(file: FileIO, path: Path, until: float) -> None:
    while True:
        try:
            if _take(file):
                return
        except OSError as error:
            raise system_fault(error, "锁定", path) from error
        if time.monotonic() >= until:
            raise _locked(path)
        time.sleep(_PAUSE)


def _take(file: FileIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _sign(file: FileIO, path: Path) -> None:
    holder = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        "command": " ".join(["yuetan", *sys.argv[1:2]]),
    }
    try:
        file.truncate(0)
        file.write(json.dumps(holder, ensure_ascii=False).encode())
    except OSError as error:
        raise system_fault(error, "写入", path) from error


def _leave(file: FileIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)


def _locked(path: Path) -> LockedError:
    try:
        holder = json.loads(path.read_bytes())
        who = f"进程 {holder['pid']}（主机 {holder['host']}，自 {holder['since']}，{holder['command']}）"
    except (OSError, ValueError, KeyError, TypeError):
        who = "另一个 yuetan"
    return LockedError(f"{who}正在写这个档案。", hint="等它做完再试；它一结束，锁就自动放开，不用删除任何文件。")
