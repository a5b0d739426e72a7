"""When writing is refused: what is under way, who is missing, what somebody else changed. Nothing is written here."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from yuetan.archive import git
from yuetan.archive.blob import blob_id
from yuetan.archive.fault import system_fault
from yuetan.errors import BadInputError, ConflictError, EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yuetan.archive.store import Store

_UNDER_WAY = {
    "MERGE_HEAD": ("合并", "git merge --continue 完成它，或 git merge --abort 放弃"),
    "rebase-merge": ("变基", "git rebase --continue 完成它，或 git rebase --abort 放弃"),
    "rebase-apply": ("变基", "git rebase --continue 完成它，或 git rebase --abort 放弃"),
    "CHERRY_PICK_HEAD": ("拣选", "git cherry-pick --continue 完成它，或 git cherry-pick --abort 放弃"),
    "REVERT_HEAD": ("回退", "git revert --continue 完成它，或 git revert --abort 放弃"),
    "BISECT_LOG": ("二分查找", "git bisect reset 结束"),
}
_PATIENCE = 1.0
"""Seconds that an index.lock of another git (an editor looking at the state) is waited for."""


def branch(store: Store) -> str:
    """The full name of the branch that is checked out; refuses a detached HEAD and operations under way."""
    for name, (word, step) in _UNDER_WAY.items():
        if (store.git_dir / name).exists():
            raise EnvironmentFaultError(f"仓库里有一次没做完的{word}，现在不能写入。", hint=f"请先用 {step}。")
    answer = git.ask(store.top, "symbolic-ref", "--quiet", "HEAD")
    if answer.status:
        raise EnvironmentFaultError(
            "现在看的是一个旧版本（HEAD 不在任何分支上），写入的记录会丢失。", hint="先回到分支：git switch main"
        )
    return answer.text


def identity(folder: Path) -> None:
    """Refuse where git does not know who is writing."""
    git.run(folder, "var", "GIT_AUTHOR_IDENT")
    git.run(folder, "var", "GIT_COMMITTER_IDENT")


def index_free(store: Store, patience: float = _PATIENCE) -> None:
    """Refuse where another git holds the index for longer than `patience` seconds; say since when."""
    lock = store.git_dir / "index.lock"
    until = time.monotonic() + patience
    while lock.exists():
        if time.monotonic() >= until:
            raise EnvironmentFaultError(
                f"{lock} 已存在{_age(lock)}，别的 git 命令可能正在运行。",
                hint=f"等它结束再试；确认没有 git 在运行时可以删除它：rm '{lock}'",
            )
        time.sleep(0.05)


def _age(path: Path) -> str:
    try:
        seconds = max(0, int(time.time() - path.stat().st_mtime))
    except OSError:
        return ""
    units = ((86400, "天"), (3600, "小时"), (60, "分钟"), (1, "秒"))
    size, unit = next(((size, unit) for size, unit in units if seconds >= size), (1, "秒"))
    return f"（{seconds // size} {unit}前留下）"


def on_disk(root: Path, path: str) -> bytes | None:
    """Bytes of `path`, None where there is none; refuses links and whatever is no plain file."""
    try:
        _reachable(root, path)
        return (root / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise system_fault(error, "读取", path) from error


def _reachable(root: Path, path: str) -> None:
    steps = path.split("/")
    for count in range(1, len(steps) + 1):
        place, name = root.joinpath(*steps[:count]), "/".join(steps[:count])
        if place.is_symlink():
            raise BadInputError(f"{name} 是符号链接，不能经它写入。", hint="请换成普通文件夹或文件。")
        if place.exists() and not (place.is_dir() if count < len(steps) else place.is_file()):
            raise BadInputError(f"{name} 挡着路：它不是应有的文件或文件夹。", hint="请移走它再试。")


def unchanged(store: Store, before: Mapping[str, bytes | None]) -> None:
    """Refuse where a file is no longer what the command read."""
    for path, seen in before.items():
        if on_disk(store.root, path) != seen:
            raise ConflictError(
                f"{path} 在读取之后被别人改动了，这次什么都没有写入。", hint="再运行一次同样的命令，会按新的内容判断。"
            )


def committed(store: Store, head: str | None, before: Mapping[str, bytes | None]) -> dict[str, str]:
    """Refuse a target that differs between HEAD, index and tree; give the mode of each that HEAD has."""
    names = {store.prefix + path: path for path in before}
    in_head = store.commit_entries(head, names)
    in_index = store.index_entries(names)
    for name, path in names.items():
        kept, staged, seen = in_head.get(name), in_index.get(name), before[path]
        if staged and staged.mode == "unmerged":
            raise ConflictError(f"{path} 有合并冲突没有解决。", hint=f"先解决冲突并 git add {path}，再提交。")
        if staged != kept:
            raise ConflictError(
                f"{path} 有已暂存（git add）但没有提交的改动，没有动它。",
                hint=f"用 git diff --cached -- {path} 查看；先 git commit 提交，或 git restore --staged {path} 撤下。",
            )
        if kept is None and seen is not None:
            raise ConflictError(
                f"{path} 还没有提交过，没有动它。", hint=f"先提交它：git add {path} && git commit -m 说明 -- {path}"
            )
        if kept and (seen is None or blob_id(seen, like=kept.blob) != kept.blob):
            raise ConflictError(
                f"{path} 有手工改动没有提交，没有动它。",
                hint=f"用 git diff -- {path} 查看；保留：git commit -m 说明 -- {path}；还原：git restore {path}",
            )
    return {names[name]: entry.mode for name, entry in in_head.items()}
