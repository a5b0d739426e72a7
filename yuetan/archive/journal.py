"""The journal: what a command is about to publish, so that the next one can finish it. Lies in the git directory."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from yuetan.archive import private
from yuetan.archive.disk import force_names, replace
from yuetan.archive.fault import system_fault
from yuetan.errors import InternalFaultError

if TYPE_CHECKING:
    from yuetan.archive.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One file's way from blob `old` to blob `new` (None: no such file); `path` is relative to the work tree's top."""

    path: str
    old: str | None
    new: str | None
    mode: str


@dataclass(frozen=True, slots=True)
class Journal:
    """One commit under way: branch `ref` moves from `old` to `new`. `token` names the temporary files."""

    ref: str
    old: str | None
    new: str
    subject: str
    token: str
    steps: tuple[Step, ...]


def save(store: Store, journal: Journal) -> None:
    """Write the journal and force it to disk."""
    text = json.dumps(asdict(journal), ensure_ascii=False, indent=1)
    replace(private.journal(store), text.encode())


def load(store: Store) -> Journal | None:
    """The journal that a killed command left; None where there is none. InternalFaultError where unreadable."""
    try:
        text = private.journal(store).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise system_fault(error, "读取", private.journal(store)) from error
    try:
        value = json.loads(text)
        steps = tuple(Step(**step) for step in value.pop("steps"))
        return Journal(**value, steps=steps)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InternalFaultError(
            f"日志 {private.journal(store)} 读不懂，可能是别的版本的 yuetan 写的。",
            hint="用 git status 核对后移走这个文件再试。",
        ) from error


def drop(store: Store) -> None:
    """Forget the journal: all is done, or nothing was."""
    try:
        private.journal(store).unlink(missing_ok=True)
        force_names(store.private)
    except OSError as error:
        raise system_fault(error, "删除", private.journal(store)) from error
