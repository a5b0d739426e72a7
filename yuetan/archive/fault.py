"""What the operating system refuses, in a clerk's words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from pathlib import Path

_FULL = ("磁盘已满", "请腾出空间后再运行同一条命令。")
_DENIED = ("没有权限", "请检查文件夹的属主和读写权限。")
_READ_ONLY = ("所在磁盘是只读的", "请换到可以写入的磁盘，或请管理员重新挂载。")
_WORDS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("磁盘配额已用完", _FULL[1]),
    errno.EFBIG: ("超出了允许的文件大小", "请管理员检查文件大小限制（ulimit -f）。"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _READ_ONLY,
    errno.ENAMETOOLONG: ("文件名太长", "请把档案放到路径短一些的文件夹里。"),
    errno.ENOLCK: ("所在磁盘不支持文件锁", "请把档案放到本机磁盘上。"),
    errno.EIO: ("磁盘读写出错", "请先备份，再请管理员检查磁盘。"),
}
_UNWRITTEN = ("写不下去，多半是磁盘已满", _FULL[1])
_FROM_GIT = (
    ("No space left on device", _FULL),
    ("Disk quota exceeded", _WORDS[errno.EDQUOT]),
    ("File too large", _WORDS[errno.EFBIG]),
    ("Read-only file system", _READ_ONLY),
    ("Permission denied", _DENIED),
    ("Operation not permitted", _DENIED),
    ("insufficient permission", _DENIED),
    ("Input/output error", _WORDS[errno.EIO]),
    ("couldn't write", _UNWRITTEN),
    ("unable to write", _UNWRITTEN),
    ("failed to write", _UNWRITTEN),
    ("write error", _UNWRITTEN),
)


def system_fault(error: OSError, doing: str, path: Path | str) -> EnvironmentFaultError:
    """`error` met while `doing` (写入, 读取 …) `path`, as the exception to raise."""
    words, hint = _WORDS.get(error.errno or 0, (error.strerror or type(error).__name__, "请检查磁盘和权限。"))
    return EnvironmentFaultError(f"{doing} {path} 失败：{words}。", hint=hint)


def fault_in_output(text: str) -> tuple[str, str] | None:
    """The same words and hint where git's English output names such a refusal; None where it doesn't."""
    return next((words for phrase, words in _FROM_GIT if phrase in text), None)
