"""The repository's hooks see what is about to be committed, and their no is a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from yuetan.archive.apply import Change, apply
from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from yuetan.archive.store import Store

    Git = Callable[..., str]

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
OLD = "编号: JS-202603-7K3FQ\n".encode()
NEW = OLD + "主题: 公务接待\n".encode()
EDIT = Change("修改\n", {RECORD: NEW}, {RECORD: OLD})


def hook(store: Store, name: str, body: str, folder: Path | None = None) -> None:
    place = (folder or store.git_dir / "hooks") / name
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"#!/bin/sh\n{body}\n")
    place.chmod(0o755)


@pytest.mark.parametrize("name", ["pre-commit", "prepare-commit-msg", "commit-msg", "reference-transaction"])
def test_refusing_hook_is_quoted_and_nothing_changes(store: Store, git: Git, name: str) -> None:
    hook(store, name, "echo 不许提交 >&2; exit 1")
    head, index = store.head(), git(store.root, "ls-files", "--stage")
    with pytest.raises(EnvironmentFaultError) as caught:
        apply(store, EDIT)
    assert f"仓库的钩子 {name} 不同意这次提交" in caught.value.message
    if name != "reference-transaction":
        assert caught.value.message.endswith("\n不许提交")
    assert (store.head(), git(store.root, "ls-files", "--stage")) == (head, index)
    assert git(store.root, "status", "--porcelain") == ""
    assert (store.root / RECORD).read_bytes() == OLD


def test_pre_commit_sees_only_what_is_committed(store: Store, git: Git, tmp_path: Path) -> None:
    (store.root / "staged.txt").write_text("x")
    git(store.root, "add", "staged.txt")
    hook(
        store,
        "pre-commit",
        f"git diff --cached --name-only > '{tmp_path}/seen'; git show :{RECORD} >> '{tmp_path}/seen'",
    )
    apply(store, EDIT)
    assert (tmp_path / "seen").read_bytes() == RECORD.encode() + b"\n" + NEW


def test_commit_msg_may_add_a_line(store: Store, git: Git) -> None:
    hook(store, "commit-msg", 'printf "\\nSigned-off-by: x\\n" >> "$1"')
    apply(store, EDIT)
    assert git(store.root, "log", "-1", "--format=%B").strip() == "修改\n\nSigned-off-by: x"


def test_hook_that_changes_the_content_is_refused(store: Store, git: Git) -> None:
    hook(store, "pre-commit", "echo x > extra.txt; git add extra.txt")
    with pytest.raises(EnvironmentFaultError, match="钩子改动了要提交的内容"):
        apply(store, EDIT)
    assert git(store.root, "rev-list", "--count", "HEAD") == "1"
    assert git(store.root, "status", "--porcelain") == "?? extra.txt"


def test_post_commit_runs_after_all_is_done(store: Store, tmp_path: Path) -> None:
    hook(
        store,
        "post-commit",
        f"git status --porcelain > '{tmp_path}/seen'; git rev-parse HEAD >> '{tmp_path}/seen'; exit 1",
    )
    commit = apply(store, EDIT)
    assert (tmp_path / "seen").read_text() == f"{commit}\n"


def test_hooks_path_is_honoured(store: Store, git: Git, tmp_path: Path) -> None:
    hook(store, "pre-commit", "exit 1", tmp_path / "hooks")
    git(store.root, "config", "core.hooksPath", str(tmp_path / "hooks"))
    with pytest.raises(EnvironmentFaultError, match="没有说明原因"):
        apply(store, EDIT)


def test_hook_without_first_line_runs_in_a_shell(store: Store) -> None:
    place = store.git_dir / "hooks/pre-commit"
    place.parent.mkdir(exist_ok=True)
    place.write_text("echo 否; exit 1\n")
    place.chmod(0o755)
    with pytest.raises(EnvironmentFaultError, match="否"):
        apply(store, EDIT)


def test_hook_that_may_not_run_is_passed_over(store: Store) -> None:
    hook(store, "pre-commit", "exit 1")
    (store.git_dir / "hooks/pre-commit").chmod(0o644)
    assert apply(store, EDIT) == store.head()


def test_file_changed_by_hook_is_not_overwritten(store: Store) -> None:
    hook(store, "pre-commit", f"echo x >> {RECORD}")
    with pytest.raises(EnvironmentFaultError, match="在读取之后被别人改动"):
        apply(store, EDIT)
    assert (store.root / RECORD).read_bytes() == OLD + b"x\n"
