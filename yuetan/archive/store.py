"""An archive: a folder with yuetan.yaml inside a git work tree. Paths and bytes, no knowledge of records."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.archive import git
from yuetan.archive.area import FOLDERS, matters
from yuetan.archive.snapshot import Entry, PathFault, Snapshot, read_tree, readable, suspect, tree_fault, walk
from yuetan.errors import EnvironmentFaultError, NotFoundError
from yuetan.model.paths import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FEW = 200
"""More paths than this aren't named to git one by one."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where an archive lies. `prefix` is its place in the git work tree `top`: empty or ``sub/folder/``."""

    root: Path
    top: Path
    prefix: str
    git_dir: Path

    @classmethod
    def find(cls, start: Path) -> Store:
        """The archive that holds `start`: the nearest folder upwards with yuetan.yaml.

        NotFoundError where there is none; EnvironmentFaultError where git is missing or refuses.
        """
        folder = start.resolve()
        if not folder.exists():
            raise NotFoundError(f"没有文件夹 {start}。", hint="请检查 -C 后面的路径。")
        root = next((place for place in (folder, *folder.parents) if (place / OFFICE).is_file()), None)
        if root is None:
            raise NotFoundError(
                f"{start} 和它上面的文件夹里都没有约谈档案（{OFFICE}）。",
                hint="到档案文件夹里再试，或用 -C 指明；新建用 yuetan init 文件夹。",
            )
        answer = git.run(root, "rev-parse", "--absolute-git-dir", "--show-prefix", "--show-toplevel")
        git_dir, prefix, top = answer.decode("utf-8", "surrogateescape").split("\n", 2)
        return cls(root, Path(top.removesuffix("\n")), prefix, Path(git_dir))

    @property
    def private(self) -> Path:
        """The folder inside the git directory that is yuetan's own; `private` the module says what lies there."""
        return self.git_dir / "yuetan"

    @property
    def shallow(self) -> bool:
        """Is the history cut off (a shallow clone)?"""
        return git.run(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def head(self) -> str | None:
        """The commit that is checked out; None before the first one."""
        answer = git.ask(self.top, "rev-parse", "--quiet", "--verify", "HEAD^{commit}")
        return answer.text if answer.status == 0 else None

    def resolve(self, revision: str) -> str:
        """The commit id that `revision` (branch, tag, id, HEAD~3 …) names; NotFoundError where none."""
        bad = not revision or revision.startswith("-") or any(sign in revision for sign in "\0\n\r")
        if not bad:
            answer = git.ask(self.top, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
            if answer.status == 0:
                return answer.text
        if self.head() is None:
            raise NotFoundError("这个档案还没有任何提交。", hint="先提交一次：git add -A && git commit -m 建立档案")
        shallow = "这是浅克隆，较早的历史不在本机；可先 git fetch --unshallow。" if self.shallow else ""
        raise NotFoundError(
            f"没有版本 {ascii(revision) if bad else revision}。",
            hint=shallow or "用 yuetan log 或 git log 查看有哪些版本。",
        )

    def paths(self, revision: str | None = None, *, staged: bool = False) -> tuple[str, ...]:
        """Sorted paths of the files that matter, readable ones only."""
        if revision is None and not staged:
            return walk(self.root)[0]
        return tuple(self.blobs(revision, staged=staged))

    def blobs(self, revision: str | None = None, *, staged: bool = False) -> dict[str, str]:
        """Blob id by path, as a commit (HEAD where None) or the index has it."""
        return {path: entry.blob for path, entry in self._listed(revision, staged=staged)[0].items()}

    def read(self, revision: str | None = None, *, staged: bool = False) -> dict[str, bytes]:
        """All files that matter; EnvironmentFaultError where one of them can't be read (see `snapshot`)."""
        snapshot = self.snapshot(revision, staged=staged)
        if snapshot.faults:
            first = snapshot.faults[0]
            more = f"（另有 {len(snapshot.faults) - 1} 处）" if len(snapshot.faults) > 1 else ""
            raise EnvironmentFaultError(f"{first.path} {first.message}{more}")
        return dict(snapshot.files)

    def snapshot(self, revision: str | None = None, *, staged: bool = False) -> Snapshot:
        """All files that matter and what can't be read: of the tree, of a commit, or of the index."""
        if revision is None and not staged:
            return read_tree(self.root)
        entries, faults = self._listed(revision, staged=staged)
        contents = self.contents({entry.blob for entry in entries.values()})
        return Snapshot({path: contents[entry.blob] for path, entry in entries.items()}, faults)

    def contents(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Bytes by blob id, all in one question to git."""
        wanted = sorted(set(blobs))
        if not wanted:
            return {}
        answer = git.run(self.top, "cat-file", "--batch", "--buffer", stdin="\n".join(wanted).encode())
        found: dict[str, bytes] = {}
        place = 0
        for blob in wanted:
            end = answer.index(b"\n", place)
            words = answer[place:end].split(b" ")
            if words[-1] == b"missing":
                raise EnvironmentFaultError(
                    f"git 仓库里缺少对象 {blob}。", hint="仓库可能损坏或没有取全，请运行 git fsck。"
                )
            place = end + 1 + int(words[2])
            found[blob] = answer[end + 1 : place]
            place += 1
        return found

    def differs(self) -> tuple[str, ...]:
        """Sorted paths that matter and differ between working tree (or index) and HEAD."""
        words = ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames")
        answer = git.run(self.top, *words, "--", *self._areas())
        names = [row[3:] for row in answer.decode("utf-8", "surrogateescape").split("\0") if row]
        inside = (name.removeprefix(self.prefix) for name in names)
        return tuple(sorted(readable(path) for path in inside if matters(path)))

    def commit_entries(self, commit: str | None, paths: Iterable[str]) -> dict[str, Entry]:
        """Entries of `commit` for paths given relative to `top`."""
        if commit is None:
            return {}
        return _pick(self._list_commit(commit, _named(paths)), paths)

    def index_entries(self, paths: Iterable[str], variables: Mapping[str, str] | None = None) -> dict[str, Entry]:
        """Entries of the index for paths given relative to `top`; an unmerged one has mode ``unmerged``."""
        return _pick(self._list_index(_named(paths), variables), paths)

    def _areas(self) -> tuple[str, ...]:
        return tuple(self.prefix + area for area in (OFFICE, *FOLDERS))

    def _listed(self, revision: str | None, *, staged: bool) -> tuple[dict[str, Entry], tuple[PathFault, ...]]:
        if staged:
            rows = self._list_index(self._areas(), self._index_of_hook())
        else:
            rows = self._list_commit(self.resolve(revision or "HEAD"), self._areas())
        if unmerged := next((path for path, entry in rows.items() if entry.mode == "unmerged"), None):
            raise EnvironmentFaultError(f"{unmerged} 有合并冲突没有解决。", hint="先解决冲突并 git add，再试。")
        inside = {path.removeprefix(self.prefix): entry for path, entry in rows.items()}
        chosen = {path: inside[path] for path in sorted(inside) if suspect(path, inside[path].mode)}
        faults = {path: tree_fault(path, entry.mode) for path, entry in chosen.items()}
        sound = {path: entry for path, entry in chosen.items() if faults[path] is None}
        return sound, tuple(sorted(fault for fault in faults.values() if fault))

    def _index_of_hook(self) -> dict[str, str]:
        """The index that a surrounding ``git commit`` shows its hooks, where it is this repository's."""
        index = self.top / os.environ.get("GIT_INDEX_FILE", ".")
        return {"GIT_INDEX_FILE": str(index)} if self.git_dir in index.parents else {}

    def _list_commit(self, commit: str, areas: Iterable[str]) -> dict[str, Entry]:
        answer = git.run(self.top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *areas)
        rows = [row.split("\t", 1) for row in answer.decode("utf-8", "surrogateescape").split("\0") if row]
        return {path: Entry(facts[:6], facts.split(" ")[2]) for facts, path in rows}

    def _list_index(self, areas: Iterable[str], variables: Mapping[str, str] | None) -> dict[str, Entry]:
        answer = git.run(self.top, "ls-files", "--stage", "-z", "--", *areas, variables=variables)
        rows = [row.split("\t", 1) for row in answer.decode("utf-8", "surrogateescape").split("\0") if row]
        return {
            path: Entry(facts[:6] if facts.endswith(" 0") else "unmerged", facts.split(" ")[1]) for facts, path in rows
        }


def _named(paths: Iterable[str]) -> tuple[str, ...]:
    names = tuple(paths)
    return names if len(names) <= _FEW else ()


def _pick(entries: dict[str, Entry], paths: Iterable[str]) -> dict[str, Entry]:
    return {path: entries[path] for path in paths if path in entries}
