"""Making an archive: a git repository with its first commit, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING

from yuetan.archive import git, guard
from yuetan.archive.area import writable
from yuetan.archive.fault import system_fault
from yuetan.archive.store import Store
from yuetan.errors import BadInputError, InternalFaultError
from yuetan.model.paths import OFFICE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ATTRIBUTES = b"* -text\n"
"""Bytes are what git keeps."""

_SETTINGS = {"core.quotepath": "off", "core.autocrlf": "false"}


_NO_HOOKS = ("-c", f"core.hooksPath={os.devnull}")


def create(
    folder: Path, files: Mapping[str, bytes], message: str, *, hooks: Mapping[str, bytes] | None = None
) -> Store:
    """Make `folder` an archive that holds `files` in one commit named `message`, with these hooks of git by name.

    BadInputError where the folder holds something; EnvironmentFaultError where git or the disk refuses. Whatever
    fails, the folder is left as it was.
    """
    content = {".gitattributes": ATTRIBUTES, **files}
    if OFFICE not in content:
        raise InternalFaultError(f"新档案里没有 {OFFICE}。")
    for path in content:
        writable(path)
    _empty(folder)
    existed = folder.exists()
    token = f".yuetan-init-{secrets.token_hex(4)}"
    work = folder / token if existed else folder.parent / f"{token}-{folder.name}"
    made = _first_missing(work)
    try:
        work.mkdir(parents=True)
        _fill(work, content, message)
        _hook(work, hooks or {})
        _publish(work, folder, existed=existed)
    except OSError as error:
        _clear(work, made)
        raise system_fault(error, "写入", folder) from error
    except BaseException:
        _clear(work, made)
        raise
    return Store.find(folder)


def _empty(folder: Path) -> None:
    try:
        inside = sorted(place.name for place in folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise BadInputError(f"{folder} 不是文件夹。", hint="请换一个名字。") from error
    except OSError as error:
        raise system_fault(error, "读取", folder) from error
    if inside:
        raise BadInputError(
            f"{folder} 里已经有东西（{'、'.join(inside[:3])}{' 等' if inside[3:] else ''}），没有动它。",
            hint="请给一个新的或空的文件夹。",
        )


def _first_missing(work: Path) -> Path:
    """The topmost folder that has to be made for `work` to exist."""
    top = work
    while not top.parent.exists():
        top = top.parent
    return top


def _fill(work: Path, content: Mapping[str, bytes], message: str) -> None:
    git.run(work, "init", "--quiet")
    git.run(work, "symbolic-ref", "HEAD", "refs/heads/main")
    guard.identity(work)
    for name, value in _SETTINGS.items():
        git.run(work, "config", name, value)
    for path, data in content.items():
        place = work / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    git.run(work, "add", "--all", "--force", ".")
    git.run(work, *_NO_HOOKS, "commit", "--quiet", "--cleanup=verbatim", "-F", "-", stdin=message.encode())


def _hook(work: Path, hooks: Mapping[str, bytes]) -> None:
    folder = work / ".git" / "hooks"
    for name, script in hooks.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(script)
        (folder / name).chmod(0o755)


def _publish(work: Path, folder: Path, *, existed: bool) -> None:
    """Give the finished folder its name; into a folder that exists, yuetan.yaml comes last."""
    if not existed:
        work.rename(folder)
        return
    names = sorted((place.name for place in work.iterdir()), key=lambda name: (name == OFFICE, name))
    moved: list[Path] = []
    try:
        for name in names:
            (work / name).rename(folder / name)
            moved.append(folder / name)
    except OSError:
        for place in moved:
            place.rename(work / place.name)
        raise
    work.rmdir()


def _clear(work: Path, top: Path) -> None:
    with contextlib.suppress(OSError):
        shutil.rmtree(work)
    folder = work.parent
    while top in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            folder.rmdir()
        folder = folder.parent
