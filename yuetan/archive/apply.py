"""Applying a change: files and one commit, or nothing.

lock -> refusals -> blobs, tree, hooks, commit beside everything -> journal -> new bytes under temporary names ->
the branch moves (the commit point) -> files get their names -> the index is brought up -> the journal is dropped.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.archive import git, guard, hook, journal, lock, private, recovery
from yuetan.archive.area import writable
from yuetan.archive.blob import blob_id
from yuetan.archive.commit import Draft, make_commit, move_branch, write_blobs
from yuetan.archive.fault import system_fault
from yuetan.archive.journal import Journal, Step
from yuetan.errors import BadInputError, ConflictError, EnvironmentFaultError, InternalFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from yuetan.archive.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """What a command writes. Paths are relative to the archive; None means no file.

    `before` holds the bytes seen when the plan was made, for every path of `files`, and for whatever else the plan
    relies on. `base` is the commit that the plan was made on; where given, another HEAD is a ConflictError.
    """

    message: str
    files: Mapping[str, bytes | None]
    before: Mapping[str, bytes | None] = field(default_factory=dict)
    base: str | None = None

    @property
    def subject(self) -> str:
        """The message's first line."""
        return self.message.split("\n", 1)[0]


def apply(store: Store, change: Change) -> str:
    """Make `change` one commit on the branch and in the working tree; the commit's id.

    ConflictError, LockedError or EnvironmentFaultError, with nothing changed, where that can't be. Only where
    somebody changed a target in the very moment of writing is ConflictError raised after the commit.
    """
    _sound(change)
    with lock.held(private.lock(store)), _work_folder(store) as work:
        recovery.recover_locked(store)
        hooks = hook.folder(store)
        entry, contents = _prepare(store, work, hooks, change)
        guard.unchanged(store, change.before)
        journal.save(store, entry)
        _commit_point(store, entry, contents)
        left = _finish(store, entry)
    hook.run_after(store, hooks, "post-commit")
    git.ask(store.top, "gc", "--auto", "--quiet")
    if left:
        raise ConflictError(
            f"已提交 {entry.new[:10]}，但 {'、'.join(left)} 同时被别人改动，没有覆盖。",
            hint="请用 git status 和 git diff 核对。",
        )
    return entry.new


def _sound(change: Change) -> None:
    for path in change.files:
        writable(path)
        if path not in change.before:
            raise InternalFaultError(f"没有说明 {path} 原来的内容。")
    if all(change.before[path] == content for path, content in change.files.items()):
        raise BadInputError("内容和原来一样，没有要写的。")


@contextmanager
def _work_folder(store: Store) -> Iterator[Path]:
    """An empty folder for the private index and the like; only the lock's holder uses it."""
    work = private.work(store)
    shutil.rmtree(work, ignore_errors=True)
    try:
        work.mkdir(parents=True)
    except OSError as error:
        raise system_fault(error, "写入", work) from error
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Footing:
    """What the commit stands on: the branch, its commit, and the mode of each target that exists."""

    ref: str
    head: str | None
    modes: Mapping[str, str]

    def mode(self, path: str) -> str:
        """The mode under which `path` is committed."""
        return self.modes.get(path, "100644")


def _footing(store: Store, change: Change) -> _Footing:
    """Where to stand, if nothing stands against writing."""
    ref = guard.branch(store)
    guard.index_free(store)
    guard.identity(store.top)
    head = store.head()
    if change.base is not None and change.base != head:
        raise ConflictError("在读取之后，档案里有了新的提交，这次什么都没有写入。", hint="再运行一次同样的命令。")
    guard.unchanged(store, change.before)
    return _Footing(ref, head, guard.committed(store, head, {path: change.before[path] for path in change.files}))


def _prepare(store: Store, work: Path, hooks: Path, change: Change) -> tuple[Journal, dict[str, bytes]]:
    """The commit object and the journal entry that will publish it; and the new bytes by blob id."""
    footing = _footing(store, change)
    real = {path: content for path, content in change.files.items() if content != change.before[path]}
    written = {path: content for path, content in real.items() if content is not None}
    blobs = write_blobs(store, work, written) if written else {}
    entries = {store.prefix + path: (footing.mode(path), blobs[path]) if path in blobs else None for path in real}
    commit = make_commit(store, work, hooks, Draft(footing.head, change.message, entries))
    steps = tuple(
        Step(store.prefix + path, _old(change.before[path], commit), blobs.get(path), footing.mode(path))
        for path in sorted(real)
    )
    entry = Journal(footing.ref, footing.head, commit, change.subject, secrets.token_hex(4), steps)
    return entry, {blobs[path]: content for path, content in written.items()}


def _old(content: bytes | None, like: str) -> str | None:
    return None if content is None else blob_id(content, like=like)


def _commit_point(store: Store, entry: Journal, contents: dict[str, bytes]) -> None:
    """Stage the bytes and move the branch; where that fails for any reason, leave all as it was."""
    try:
        recovery.stage(store, entry, contents)
        _move(store, entry)
    except BaseException:
        with contextlib.suppress(EnvironmentFaultError):
            if not recovery.is_committed(store, entry):
                recovery.discard(store, entry)
        raise


def _move(store: Store, entry: Journal) -> None:
    answer = move_branch(store, entry.ref, entry.old, entry.new, entry.subject)
    if answer.status and not recovery.is_committed(store, entry):
        raise _refused(answer)


def _finish(store: Store, entry: Journal) -> tuple[str, ...]:
    """What follows the commit point; a fault there leaves the journal for the next command."""
    try:
        return recovery.finish(store, entry)
    except EnvironmentFaultError as error:
        raise EnvironmentFaultError(
            f"记录已提交（{entry.new[:10]}），但文件和索引没有写完：{error.message}",
            hint=f"{error.hint} 排除后运行任何一条 yuetan 命令，会自动补齐。",
        ) from error


def _refused(answer: git.Answer) -> EnvironmentFaultError:
    if "but expected" in answer.complaint or "reference already exists" in answer.complaint:
        return ConflictError("就在写入时，档案里有了新的提交，这次什么都没有写入。", hint="再运行一次同样的命令。")
    if "aborted by hook" in answer.complaint:
        return EnvironmentFaultError(
            f"仓库的钩子 reference-transaction 不同意这次提交，什么都没有写入：\n{answer.complaint}",
            hint="按它的说明改正后再试。",
        )
    return git.git_fault(answer, "update-ref")
