"""A commit made beside everything: blobs, a private index, the hooks, the signature. Nothing points at it yet."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.archive import disk, git, hook
from yuetan.archive.blob import nothing
from yuetan.archive.fault import system_fault
from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from yuetan.archive.store import Store

_HARD = ("-c", "core.fsync=loose-object,reference")


@dataclass(frozen=True, slots=True)
class Draft:
    """What shall be committed on top of `head`: path relative to the top -> (mode, blob id), None = deleted."""

    head: str | None
    message: str
    entries: Mapping[str, tuple[str, str] | None]


def write_blobs(store: Store, work: Path, contents: Mapping[str, bytes]) -> dict[str, str]:
    """Write contents into git's object store; blob id by path. Bytes go in unfiltered."""
    folder = work / "blobs"
    try:
        folder.mkdir(parents=True)
        for number, content in enumerate(contents.values()):
            (folder / str(number)).write_bytes(content)
    except OSError as error:
        raise system_fault(error, "写入", folder) from error
    names = "".join(f"{number}\n" for number in range(len(contents)))
    words = (*_HARD, "hash-object", "-w", "--no-filters", "--stdin-paths")
    answer = git.run(folder, *words, stdin=names.encode(), variables={"GIT_DIR": str(store.git_dir)})
    return dict(zip(contents, answer.decode().split(), strict=True))


def make_commit(store: Store, work: Path, hooks: Path, draft: Draft) -> str:
    """Tree, hooks, signature, commit object; its id. EnvironmentFaultError where a hook refuses."""
    index = work / "index"
    variables = {"GIT_INDEX_FILE": str(index)}
    _copy_index(store, index, draft.head)
    rows = "".join(f"{row}\0" for row in _rows(draft))
    git.run(store.top, "update-index", "-z", "--index-info", stdin=rows.encode(), variables=variables)
    tree = _write_tree(store, variables)
    message = work / "message"
    disk.write_through(message, draft.message.encode())
    hook.run(store, hooks, "pre-commit", index=index)
    hook.run(store, hooks, "prepare-commit-msg", str(message), "message", index=index)
    hook.run(store, hooks, "commit-msg", str(message), index=index)
    if _write_tree(store, variables) != tree:
        raise EnvironmentFaultError(
            "仓库的钩子改动了要提交的内容，什么都没有写入。", hint="yuetan 只提交自己写的文件；请让钩子只检查、不改动。"
        )
    parent = () if draft.head is None else ("-p", draft.head)
    sign = ("-S",) if _signing(store) else ()
    words = (*_HARD, "commit-tree", tree, *parent, *sign, "-F", str(message))
    return git.run(store.top, *words).decode().strip()


def _copy_index(store: Store, index: Path, head: str | None) -> None:
    """A private index that holds exactly `head`, with what git already knows about the files."""
    if head is None:
        return
    try:
        shutil.copyfile(store.git_dir / "index", index)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise system_fault(error, "写入", index) from error
    variables = {"GIT_INDEX_FILE": str(index)}
    same = git.ask(store.top, "diff-index", "--cached", "--quiet", head, variables=variables)
    if same.status:
        git.run(store.top, "read-tree", "--reset", head, variables=variables)


def _rows(draft: Draft) -> Iterator[str]:
    for path, entry in draft.entries.items():
        if entry is None:
            yield f"0 {nothing(draft.head or '')}\t{path}"
        else:
            yield f"{entry[0]} {entry[1]}\t{path}"


def _write_tree(store: Store, variables: Mapping[str, str]) -> str:
    return git.run(store.top, *_HARD, "write-tree", variables=variables).decode().strip()


def _signing(store: Store) -> bool:
    answer = git.ask(store.top, "config", "--type=bool", "--get", "commit.gpgsign")
    return answer.text == "true"


def move_branch(store: Store, ref: str, old: str | None, new: str, subject: str) -> git.Answer:
    """The commit point: `ref` goes from `old` to `new`, or nothing happens."""
    expected = old or nothing(new)
    words = (*_HARD, "update-ref", "-m", f"yuetan: {subject}", ref, new, expected)
    return git.ask(store.top, *words, holds_lock=True)
