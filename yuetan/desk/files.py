"""Writing a file that is no record: whole or not at all, and never half."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from pathlib import Path


def save(target: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` under `target`, making its folder; EnvironmentFaultError in Chinese where that fails.

    A `private` file can be read by nobody but its owner, from its first byte on.
    """
    unfinished = target.with_name(f".{target.name[:40]}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if private:
            unfinished.unlink(missing_ok=True)
            unfinished.touch(0o600, exist_ok=False)
        unfinished.write_bytes(content)
        os.replace(unfinished, target)  # noqa: PTH105 - replaces on every system
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise EnvironmentFaultError(
            f"没有写成 {target}：{reason}", hint="检查磁盘空间和权限，关闭正在打开它的程序后再试"
        ) from error


def load(source: Path) -> bytes:
    """The file's bytes; NotFoundError or EnvironmentFaultError in Chinese where it cannot be read."""
    from yuetan.errors import NotFoundError

    try:
        return source.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise NotFoundError(f"没有文件 {source}", hint="检查路径和文件名") from error
    except OSError as error:
        raise EnvironmentFaultError(f"不能读取 {source}：{error.strerror or error}", hint="检查权限") from error
