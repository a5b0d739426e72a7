"""The archive's files as bytes at one moment: from the working tree, the index or any commit."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.archive.area import FOLDERS, matters
from yuetan.archive.fault import system_fault
from yuetan.model.paths import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LINK = "是符号链接，档案只认普通文件；没有读它。请换成普通文件。"
_SPECIAL = "不是普通文件，没有读它。请移走。"
_NAME = "文件名不是 UTF-8 编码，没有读它。请改成英文字母和数字的文件名。"


@dataclass(frozen=True, slots=True, order=True)
class PathFault:
    """A path that cannot be read as a record, and why, in Chinese."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes by path, sorted; and what could not be read."""

    files: Mapping[str, bytes]
    faults: tuple[PathFault, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as git lists it: mode (``100644``) and blob id."""

    mode: str
    blob: str


def readable(path: str) -> str:
    """`path` for a person's eyes: bytes that are no UTF-8 shown by their numbers."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def suspect(path: str, mode: str) -> bool:
    """Must `path` be looked at: it matters, or is a link or a foreign repository where records lie?"""
    inside = path in FOLDERS or path.startswith("records/")
    hidden = any(step.startswith(".") for step in path.split("/"))
    return matters(path) or (inside and not hidden and not mode.startswith("100"))


def tree_fault(path: str, mode: str) -> PathFault | None:
    """What is wrong with an entry that git lists under `mode`."""
    if readable(path) != path:
        return PathFault(readable(path), _NAME)
    if mode == "120000":
        return PathFault(path, _LINK)
    return None if mode.startswith("100") else PathFault(path, _SPECIAL)


def walk(root: Path) -> tuple[tuple[str, ...], tuple[PathFault, ...]]:
    """Paths of the working tree that matter, and faulty ones, both sorted. Links are never followed."""
    paths: list[str] = []
    faults: list[PathFault] = []
    for path, fault in _entries(root):
        if fault is None:
            paths.append(path)
        else:
            faults.append(fault)
    return tuple(sorted(paths)), tuple(sorted(faults))


def read_tree(root: Path) -> Snapshot:
    """All files of the working tree that matter."""
    paths, faults = walk(root)
    files: dict[str, bytes] = {}
    unread = list(faults)
    for path in paths:
        try:
            files[path] = (root / path).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            unread.append(PathFault(path, system_fault(error, "读取", path).message))
    return Snapshot(files, tuple(sorted(unread)))


def _entries(root: Path) -> Iterator[tuple[str, PathFault | None]]:
    office = root / OFFICE
    if office.is_symlink() or office.exists():
        yield OFFICE, _mode_fault(OFFICE, office.lstat().st_mode)
    for folder in FOLDERS:
        link = _linked_step(root, folder)
        if link is not None:
            yield link, PathFault(link, _LINK)
        elif (root / folder).is_dir():
            yield from _below(root / folder, folder, deep=folder == "records")


def _linked_step(root: Path, folder: str) -> str | None:
    steps = folder.split("/")
    names = ["/".join(steps[: count + 1]) for count in range(len(steps))]
    return next((name for name in names if (root / name).is_symlink()), None)


def _below(folder: Path, name: str, *, deep: bool) -> Iterator[tuple[str, PathFault | None]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        yield name, PathFault(name, system_fault(error, "读取", name).message)
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if deep:
                yield from _below(folder / entry.name, path, deep=True)
        elif entry.is_symlink() and (deep or path.endswith(".yaml")):
            yield path, PathFault(readable(path), _LINK)
        elif matters(path):
            plain = entry.is_file(follow_symlinks=False) and readable(path) == path
            yield path, None if plain else _mode_fault(path, entry.stat(follow_symlinks=False).st_mode)


def _mode_fault(path: str, mode: int) -> PathFault | None:
    if readable(path) != path:
        return PathFault(readable(path), _NAME)
    if stat.S_ISLNK(mode):
        return PathFault(path, _LINK)
    return None if stat.S_ISREG(mode) else PathFault(path, _SPECIAL)
