"""The repository's own hooks, run as git runs them: with the index that is about to be committed."""

from __future__ import annotations

import errno
import os
import subprocess
from typing import TYPE_CHECKING

from yuetan.archive import git
from yuetan.archive.fault import system_fault
from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from pathlib import Path

    from yuetan.archive.store import Store

OWN_COMMIT = "YUETAN_COMMIT"
"""Set for hooks of a commit that yuetan itself makes: what it writes has been judged already."""
_LONGEST = 2000
"""Characters of a hook's output that an error shows: its end."""


def folder(store: Store) -> Path:
    """Where the hooks lie; core.hooksPath is honoured."""
    place = git.ask(store.top, "rev-parse", "--git-path", "hooks").text
    return store.top / place


def exists(store: Store, hooks: Path, name: str) -> bool:
    """Is there such a hook that git would run?"""
    return os.access(hooks / name, os.X_OK) and (hooks / name).is_file() and store.top.is_dir()


def run(store: Store, hooks: Path, name: str, *words: str, index: Path) -> None:
    """Run hook `name` where it exists; EnvironmentFaultError with its output where it refuses."""
    if not exists(store, hooks, name):
        return
    done = _start(store, hooks, name, words, index)
    if done.returncode:
        output = done.stdout.decode("utf-8", "replace").strip()[-_LONGEST:]
        shown = f"\n{output}" if output else "（它没有说明原因）"
        raise EnvironmentFaultError(
            f"仓库的钩子 {name} 不同意这次提交，什么都没有写入：{shown}",
            hint=f"按它的说明改正后再试；钩子在 {hooks / name}",
        )


def run_after(store: Store, hooks: Path, name: str) -> None:
    """Run a hook whose answer changes nothing (post-commit), as git does."""
    if exists(store, hooks, name):
        _start(store, hooks, name, (), store.git_dir / "index")


def _start(
    store: Store, hooks: Path, name: str, words: tuple[str, ...], index: Path
) -> subprocess.CompletedProcess[bytes]:
    own = {"GIT_INDEX_FILE": str(index), "GIT_EDITOR": ":", "GIT_PREFIX": "", OWN_COMMIT: "1"}
    environment = {**git.surroundings(), **own}
    program = [str(hooks / name)]
    if os.name == "nt":
        program = ["git", "hook", "run", "--ignore-missing", name, "--"]
    try:
        return _call([*program, *words], store.top, environment)
    except OSError as error:
        if error.errno != errno.ENOEXEC:
            raise system_fault(error, "启动钩子", hooks / name) from error
    return _call(["sh", *program, *words], store.top, environment)


def _call(program: list[str], place: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        program,
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
