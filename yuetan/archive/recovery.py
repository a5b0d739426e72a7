"""After the commit point: write the files, bring the index up, drop the journal. Recovery is the same, later.

It only rolls forward: where the branch holds the journal's commit the rest is done, else nothing ever happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.archive import disk, git, guard, journal, lock, private
from yuetan.archive.blob import blob_id, nothing
from yuetan.errors import BadInputError, LockedError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from yuetan.archive.journal import Journal, Step
    from yuetan.archive.snapshot import Entry
    from yuetan.archive.store import Store


def recover(store: Store) -> str | None:
    """Finish or drop what a killed command left; what was found and done in one Chinese sentence, or None."""
    if not private.journal(store).exists():
        return None
    try:
        with lock.held(private.lock(store)):
            return recover_locked(store)
    except LockedError:
        return None


def recover_locked(store: Store) -> str | None:
    """The same for one who holds the lock."""
    found = journal.load(store)
    if found is None:
        return None
    if not is_committed(store, found):
        discard(store, found)
        return f"上次的命令（{found.subject}）中途停下，还没有提交；档案保持原样。"
    if git.ask(store.top, "symbolic-ref", "--quiet", "HEAD").text != found.ref:
        discard(store, found)
        return f"上次的命令（{found.subject}）已提交，但现在换了分支，没有动工作区的文件。"
    left = finish(store, found)
    note = f"；{'、'.join(left)} 后来又有改动，没有覆盖，请用 git status 查看" if left else ""
    return f"上次的命令（{found.subject}）已提交但没有写完，现已补齐{note}。"


def is_committed(store: Store, entry: Journal) -> bool:
    """Does the branch hold the journal's commit? EnvironmentFaultError where git can't tell."""
    tip = git.ask(store.top, "rev-parse", "--quiet", "--verify", f"{entry.ref}^{{commit}}")
    if tip.status not in (0, 1):
        raise git.git_fault(tip, "rev-parse")
    if tip.status or tip.text == entry.new:
        return tip.status == 0
    answer = git.ask(store.top, "merge-base", "--is-ancestor", entry.new, tip.text)
    if answer.status not in (0, 1) and git.ask(store.top, "cat-file", "-e", entry.new).status == 0:
        raise git.git_fault(answer, "merge-base")
    return answer.status == 0


def temporary(store: Store, step: Step, token: str) -> Path:
    """The hidden file beside the target that holds the new bytes until they are published."""
    target = store.top / step.path
    return target.with_name(f".{target.name}.{token}.yuetan")


def stage(store: Store, entry: Journal, contents: dict[str, bytes]) -> None:
    """Before the commit point: all new bytes on disk under temporary names, so that a full disk shows now."""
    for step in entry.steps:
        if step.new is not None:
            disk.write_through(temporary(store, step, entry.token), contents[step.new], like=store.top / step.path)


def discard(store: Store, entry: Journal) -> None:
    """Nothing happened: remove the temporary files, and the folders made for them, and the journal."""
    for step in entry.steps:
        disk.remove(temporary(store, step, entry.token), store.top)
    journal.drop(store)


def finish(store: Store, entry: Journal) -> tuple[str, ...]:
    """Everything after the commit point. Returns the paths that somebody changed meanwhile, left as they are."""
    current = store.commit_entries(store.head(), [step.path for step in entry.steps])
    left = {step.path for step in entry.steps if not _write(store, entry, step, _blob(current, step))}
    for step in entry.steps:
        disk.remove(temporary(store, step, entry.token), store.top)
    left |= _bring_up_index(store, entry, left)
    journal.drop(store)
    return tuple(sorted(path.removeprefix(store.prefix) for path in left))


def _blob(entries: Mapping[str, Entry], step: Step) -> str | None:
    entry = entries.get(step.path)
    return None if entry is None else entry.blob


def _write(store: Store, entry: Journal, step: Step, committed: str | None) -> bool:
    """Publish one file; False where HEAD or the file has gone another way since."""
    state = _blob_on_disk(store, step.path, like=entry.new)
    if state == step.new:
        return True
    if state != step.old or committed != step.new:
        return False
    target = store.top / step.path
    if step.new is None:
        disk.remove(target, store.root)
        return True
    waiting = temporary(store, step, entry.token)
    if _blob_on_disk(store, waiting.relative_to(store.top).as_posix(), like=step.new) != step.new:
        disk.write_through(waiting, store.contents([step.new])[step.new], like=target)
    return disk.publish(waiting, target, create=step.old is None)


def _blob_on_disk(store: Store, path: str, *, like: str) -> str | None:
    try:
        content = guard.on_disk(store.top, path)
    except BadInputError:
        return "在别处"
    return None if content is None else blob_id(content, like=like)


def _bring_up_index(store: Store, entry: Journal, left: Collection[str]) -> set[str]:
    """Enter the new blobs into the user's index, nothing else; paths staged differently are left alone."""
    entries = store.index_entries([step.path for step in entry.steps])
    foreign = {step.path for step in entry.steps if _blob(entries, step) not in (step.old, step.new)}
    mine = [step for step in entry.steps if step.path not in foreign]
    written = [step.path for step in mine if step.path not in left]
    guard.index_free(store)
    _update(store, ("--index-info",), (_row(step, entry.new) for step in mine if step.path in left))
    _update(store, ("--add", "--remove", "--stdin"), written)
    return foreign


def _row(step: Step, like: str) -> str:
    return f"0 {nothing(like)}\t{step.path}" if step.new is None else f"{step.mode} {step.new}\t{step.path}"


def _update(store: Store, words: tuple[str, ...], rows: Iterable[str]) -> None:
    text = "".join(f"{row}\0" for row in rows)
    if text:
        git.run(store.top, "-c", "core.autocrlf=false", "update-index", "-z", *words, stdin=text.encode())
