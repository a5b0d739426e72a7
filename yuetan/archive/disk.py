"""Writing single files so that a kill leaves the old one or the new one, and nobody's file is replaced by chance."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from yuetan.archive.fault import system_fault

if TYPE_CHECKING:
    from pathlib import Path


def write_through(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """A new file `path` with `content`, forced to disk; permissions of `like` where that exists."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if like is not None and like.exists():
            shutil.copymode(like, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise system_fault(error, "写入", path) from error


def replace(path: Path, content: bytes) -> None:
    """Write `path` whole or not at all: a temporary beside it, forced to disk, then renamed."""
    temporary = path.with_name(f"{path.name}.new")
    write_through(temporary, content)
    publish(temporary, path, create=False)


def publish(temporary: Path, path: Path, *, create: bool) -> bool:
    """Give `temporary` the name `path`. With `create` False is returned where `path` exists already."""
    try:
        if not create:
            temporary.replace(path)
        elif not _link(temporary, path):
            return False
        force_names(path.parent)
    except OSError as error:
        raise system_fault(error, "写入", path) from error
    return True


def _link(temporary: Path, path: Path) -> bool:
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if path.exists():
            return False
        temporary.rename(path)
        return True
    temporary.unlink()
    return True


def remove(path: Path, root: Path) -> None:
    """Delete `path` and the folders below `root` that this leaves empty."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise system_fault(error, "删除", path) from error
    prune(path.parent, root)


def prune(folder: Path, root: Path) -> None:
    """Remove `folder` and its parents below `root` as long as they are empty."""
    while folder != root and root in folder.parents:
        with contextlib.suppress(FileNotFoundError):
            try:
                folder.rmdir()
            except FileNotFoundError:
                pass
            except OSError:
                return
        folder = folder.parent


def force_names(folder: Path) -> None:
    """Force the names in `folder` to disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
