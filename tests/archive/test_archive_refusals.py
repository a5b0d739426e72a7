"""Each refusal has its message, its next step, and loses nothing."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from yuetan.archive import lock
from yuetan.archive.apply import Change, apply
from yuetan.archive.store import Store
from yuetan.errors import ConflictError, EnvironmentFaultError, LockedError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
OLD = "编号: JS-202603-7K3FQ\n".encode()
NEW = OLD + "主题: 公务接待\n".encode()
EDIT = Change("修改\n", {RECORD: NEW}, {RECORD: OLD})


def picture(store: Store, git: Git) -> tuple[str, str, str, bytes]:
    """All that a refusal must leave alone."""
    return (
        git(store.root, "for-each-ref"),
        git(store.root, "status", "--porcelain", "--ignored"),
        git(store.root, "ls-files", "--stage"),
        (store.root / RECORD).read_bytes(),
    )


def refused(store: Store, git: Git, change: Change = EDIT) -> EnvironmentFaultError:
    before = picture(store, git)
    with pytest.raises(EnvironmentFaultError) as caught:
        apply(store, change)
    assert picture(store, git) == before
    assert [place.name for place in store.private.iterdir()] == ["lock"]
    return caught.value


def conflict(store: Store, git: Git) -> None:
    git(store.root, "switch", "-qc", "seite")
    (store.root / "yuetan.yaml").write_text("a")
    git(store.root, "commit", "-qam", "a")
    git(store.root, "switch", "-q", "main")
    (store.root / "yuetan.yaml").write_text("b")
    git(store.root, "commit", "-qam", "b")


@pytest.mark.parametrize(
    ("words", "said", "step"),
    [
        (("merge", "seite"), "合并", "git merge --abort"),
        (("rebase", "seite"), "变基", "git rebase --abort"),
        (("cherry-pick", "seite"), "拣选", "git cherry-pick --abort"),
        (("revert", "--no-edit", "HEAD~1"), "回退", "git revert --abort"),
    ],
)
def test_operation_under_way(store: Store, git: Git, words: tuple[str, ...], said: str, step: str) -> None:
    conflict(store, git)
    if words[0] == "revert":
        (store.root / "yuetan.yaml").write_text("c")
        git(store.root, "commit", "-qam", "c")
    assert subprocess.run(["git", *words], cwd=store.root, capture_output=True, check=False).returncode == 1
    error = refused(store, git)
    assert error.message == f"仓库里有一次没做完的{said}，现在不能写入。"
    assert step in error.hint


def test_bisect_under_way(store: Store, git: Git) -> None:
    git(store.root, "bisect", "start")
    assert refused(store, git).message == "仓库里有一次没做完的二分查找，现在不能写入。"


def test_detached_head(store: Store, git: Git) -> None:
    git(store.root, "switch", "-q", "--detach")
    error = refused(store, git)
    assert "HEAD 不在任何分支上" in error.message
    assert error.hint == "先回到分支：git switch main"


def test_index_lock_says_how_old_and_how_to_remove(store: Store, git: Git) -> None:
    lock_file = store.git_dir / "index.lock"
    lock_file.touch()
    os.utime(lock_file, (time.time() - 190, time.time() - 190))
    error = refused(store, git)
    assert error.message == f"{lock_file} 已存在（3 分钟前留下），别的 git 命令可能正在运行。"
    assert f"rm '{lock_file}'" in error.hint


def test_branch_lock_is_named(store: Store, git: Git) -> None:
    (store.git_dir / "refs/heads/main.lock").touch()
    error = refused(store, git)
    assert "refs/heads/main.lock" in error.message
    assert "rm " in error.hint


def test_edit_by_hand_is_named_with_next_step(store: Store, git: Git) -> None:
    (store.root / RECORD).write_bytes(b"by hand")
    error = refused(store, git, Change("x\n", {RECORD: NEW}, {RECORD: b"by hand"}))
    assert isinstance(error, ConflictError)
    assert error.message == f"{RECORD} 有手工改动没有提交，没有动它。"
    assert f"git diff -- {RECORD}" in error.hint


def test_change_since_reading_is_a_conflict(store: Store, git: Git) -> None:
    (store.root / RECORD).write_bytes(b"by hand")
    error = refused(store, git)
    assert isinstance(error, ConflictError)
    assert error.message == f"{RECORD} 在读取之后被别人改动了，这次什么都没有写入。"


def test_staged_target_is_named(store: Store, git: Git) -> None:
    (store.root / RECORD).write_bytes(b"by hand")
    git(store.root, "add", RECORD)
    (store.root / RECORD).write_bytes(OLD)
    error = refused(store, git)
    assert error.message == f"{RECORD} 有已暂存（git add）但没有提交的改动，没有动它。"
    assert f"git restore --staged {RECORD}" in error.hint


def test_untracked_target_is_named(store: Store, git: Git) -> None:
    (store.root / "records/x.yaml").write_bytes(b"x")
    error = refused(store, git, Change("x\n", {"records/x.yaml": NEW}, {"records/x.yaml": b"x"}))
    assert error.message == "records/x.yaml 还没有提交过，没有动它。"


def test_ignored_file_is_not_replaced(store: Store, git: Git) -> None:
    (store.git_dir / "info/exclude").write_text("x.yaml\n")
    (store.root / "records/x.yaml").write_bytes(b"x")
    error = refused(store, git, Change("x\n", {"records/x.yaml": NEW}, {"records/x.yaml": None}))
    assert isinstance(error, ConflictError)
    assert (store.root / "records/x.yaml").read_bytes() == b"x"


def test_deleted_by_hand_is_named(store: Store, git: Git) -> None:
    (store.root / RECORD).unlink()
    with pytest.raises(ConflictError, match="有手工改动没有提交"):
        apply(store, Change("x\n", {RECORD: NEW}, {RECORD: None}))
    assert not (store.root / RECORD).exists()


def test_unmerged_target_is_named(store: Store, git: Git) -> None:
    blob = git(store.root, "rev-parse", f"HEAD:{RECORD}")
    rows = f"0 {'0' * 40} 0\t{RECORD}\n" + "".join(f"100644 {blob} {stage}\t{RECORD}\n" for stage in (1, 2, 3))
    subprocess.run(["git", "update-index", "--index-info"], cwd=store.root, input=rows.encode(), check=True)
    assert refused(store, git).message == f"{RECORD} 有合并冲突没有解决。"


def test_no_identity(store: Store, git: Git, home: Path) -> None:
    (home / ".gitconfig").write_text("")
    error = refused(store, git)
    assert error.message == "git 还不知道你是谁，记录不能署名。"
    assert "git config --global user.name" in error.hint
    assert "git config --global user.email" in error.hint


def test_failing_signature(store: Store, git: Git) -> None:
    git(store.root, "config", "commit.gpgsign", "true")
    git(store.root, "config", "gpg.program", "false")
    error = refused(store, git)
    assert "签名没有成功" in error.message


def test_lock_names_its_holder(store: Store, git: Git) -> None:
    with lock.held(store.private / "lock"):
        error = refused(store, git)
    assert isinstance(error, LockedError)
    assert f"进程 {os.getpid()}（主机 " in error.message


def test_git_missing(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFaultError, match="没有找到 git"):
        Store.find(store.root)


def test_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        Store.find(tmp_path)
    assert "yuetan init" in caught.value.hint


def test_archive_outside_git(tmp_path: Path) -> None:
    (tmp_path / "yuetan.yaml").touch()
    with pytest.raises(EnvironmentFaultError, match="不在 git 工作区里"):
        Store.find(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs another user's folder")
def test_dubious_ownership(store: Store) -> None:
    for place in (store.root, store.git_dir):
        os.chown(place, 12345, 12345)
    with pytest.raises(EnvironmentFaultError) as caught:
        Store.find(store.root)
    assert "属于另一个用户" in caught.value.message
    assert caught.value.hint.endswith(f"git config --global --add safe.directory '{store.root}'")
