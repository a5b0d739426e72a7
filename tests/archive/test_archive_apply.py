"""A change is files and one commit, whatever else lies about."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from yuetan.archive.apply import Change, apply
from yuetan.archive.history import message_text
from yuetan.archive.store import Store
from yuetan.errors import BadInputError, ConflictError, InternalFaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
OTHER = "records/interviews/2026/04/RQ-202604-ABCDE.yaml"
OLD = "编号: JS-202603-7K3FQ\n".encode()
NEW = OLD + "主题: 公务接待\n".encode()


def edit(content: bytes | None = NEW, path: str = RECORD, before: bytes | None = OLD) -> Change:
    return Change(message_text("修改", {"Yuetan-Action": "edit"}), {path: content}, {path: before})


def test_edit_is_one_commit_with_clean_tree(store: Store, git: Git) -> None:
    parent = store.head()
    commit = apply(store, edit())
    assert store.head() == commit
    assert git(store.root, "rev-parse", "HEAD^") == parent
    assert git(store.root, "show", "--name-only", "--format=%B", "HEAD").split("\n") == [
        "修改",
        "",
        "Yuetan-Action: edit",
        "",
        "",
        RECORD,
    ]
    assert (store.root / RECORD).read_bytes() == NEW
    assert git(store.root, "status", "--porcelain") == ""
    assert sorted(place.name for place in store.private.iterdir()) == ["lock"]


def test_new_file_in_new_folder_is_created(store: Store, git: Git) -> None:
    apply(store, edit(NEW, OTHER, None))
    assert (store.root / OTHER).read_bytes() == NEW
    assert git(store.root, "status", "--porcelain") == ""
    assert [place.name for place in (store.root / OTHER).parent.iterdir()] == ["RQ-202604-ABCDE.yaml"]


def test_delete_removes_file_and_empty_folders(store: Store, git: Git) -> None:
    apply(store, edit(None))
    assert not (store.root / "records").exists()
    assert git(store.root, "ls-tree", "-r", "--name-only", "HEAD").split() == [".gitattributes", "yuetan.yaml"]
    assert git(store.root, "status", "--porcelain") == ""


def test_several_files_are_one_commit(store: Store, git: Git) -> None:
    change = Change("多个\n", {RECORD: None, OTHER: NEW}, {RECORD: OLD, OTHER: None})
    apply(store, change)
    assert git(store.root, "rev-list", "--count", "HEAD") == "2"
    assert store.paths() == (OTHER, "yuetan.yaml")
    assert store.paths("HEAD") == (OTHER, "yuetan.yaml")


def test_staged_and_edited_files_of_others_stay_as_they_are(store: Store, git: Git) -> None:
    (store.root / "staged.txt").write_text("staged")
    git(store.root, "add", "staged.txt")
    (store.root / "yuetan.yaml").write_text("手改")
    git(store.root, "add", "yuetan.yaml")
    (store.root / "yuetan.yaml").write_text("又改")
    before = git(store.root, "status", "--porcelain")
    apply(store, edit())
    assert git(store.root, "status", "--porcelain") == before == "A  staged.txt\nMM yuetan.yaml"
    assert git(store.root, "show", "--name-only", "--format=", "HEAD") == RECORD


def test_unmerged_file_of_others_does_not_hinder(store: Store, git: Git) -> None:
    blob = git(store.root, "rev-parse", "HEAD:yuetan.yaml")
    rows = "".join(f"100644 {blob} {stage}\tother.yaml\n" for stage in (1, 2, 3))
    subprocess.run(["git", "update-index", "--index-info"], cwd=store.root, input=rows.encode(), check=True)
    apply(store, edit())
    assert git(store.root, "show", "--name-only", "--format=", "HEAD") == RECORD
    assert len(git(store.root, "ls-files", "-u").splitlines()) == 3


def test_first_commit_on_unborn_branch(tmp_path: Path, git: Git) -> None:
    root = tmp_path / "neu"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "yuetan.yaml").write_text("单位: JW\n")
    store = Store.find(root)
    assert store.head() is None
    commit = apply(store, edit(NEW, OTHER, None))
    assert git(root, "rev-parse", "main") == commit
    assert git(root, "rev-list", "--count", "HEAD") == "1"
    assert git(root, "ls-files") == OTHER
    assert git(root, "status", "--porcelain") == "?? yuetan.yaml"


def test_archive_in_subfolder_commits_with_prefix(tmp_path: Path, git: Git) -> None:
    top = tmp_path / "仓库"
    root = top / "纪委" / "archive"
    root.mkdir(parents=True)
    git(top, "init", "-q", "-b", "main")
    (root / "yuetan.yaml").write_text("单位: JW\n")
    (top / "yuetan-other.txt").write_text("x")
    git(top, "add", ".")
    git(top, "commit", "-qm", "x")
    store = Store.find(root)
    assert (store.top, store.prefix) == (top, "纪委/archive/")
    apply(store, edit(NEW, OTHER, None))
    assert store.read("HEAD") == store.read() == {OTHER: NEW, "yuetan.yaml": "单位: JW\n".encode()}
    assert store.differs() == ()


def test_sha256_repository_works(tmp_path: Path, git: Git) -> None:
    root = tmp_path / "lang"
    root.mkdir()
    git(root, "init", "-q", "-b", "main", "--object-format=sha256")
    (root / "yuetan.yaml").write_text("单位: JW\n")
    store = Store.find(root)
    apply(store, edit(NEW, OTHER, None))
    apply(store, edit(None, OTHER, NEW))
    assert len(store.head() or "") == 64
    assert git(root, "status", "--porcelain") == "?? yuetan.yaml"


def test_linked_worktree_has_its_own_lock_and_index(store: Store, tmp_path: Path, git: Git) -> None:
    git(store.root, "worktree", "add", "-q", "-b", "zwei", str(tmp_path / "zwei"))
    other = Store.find(tmp_path / "zwei")
    assert other.private != store.private
    commit = apply(other, edit())
    assert git(store.root, "rev-parse", "zwei") == commit
    assert store.head() != commit
    assert git(other.root, "status", "--porcelain") == ""


def test_shallow_clone_works(store: Store, tmp_path: Path, git: Git) -> None:
    apply(store, edit())
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{store.root}", "flach")
    shallow = Store.find(tmp_path / "flach")
    assert shallow.shallow
    assert not store.shallow
    apply(shallow, edit(OLD, RECORD, NEW))
    assert git(shallow.root, "rev-list", "--count", "HEAD") == "2"
    assert git(shallow.root, "status", "--porcelain") == ""


def test_permissions_of_a_replaced_file_stay(store: Store, git: Git) -> None:
    (store.root / RECORD).chmod(0o755)
    git(store.root, "commit", "-qam", "x")
    apply(store, edit())
    assert (store.root / RECORD).stat().st_mode & 0o777 == 0o755
    assert git(store.root, "status", "--porcelain") == ""


def test_windows_line_breaks_and_autocrlf_keep_bytes(store: Store, git: Git) -> None:
    git(store.root, "config", "core.autocrlf", "true")
    apply(store, edit(b"a: 1\r\n"))
    assert (store.root / RECORD).read_bytes() == b"a: 1\r\n"
    assert store.read("HEAD")[RECORD] == b"a: 1\r\n"
    assert git(store.root, "status", "--porcelain") == ""


def test_reflog_names_the_step(store: Store, git: Git) -> None:
    apply(store, edit())
    assert git(store.root, "log", "-g", "-1", "--format=%gs") == "yuetan: 修改"


def test_signed_when_the_repository_says_so(store: Store, tmp_path: Path, git: Git) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    for name, value in {"gpg.format": "ssh", "user.signingkey": f"{key}.pub", "commit.gpgsign": "true"}.items():
        git(store.root, "config", name, value)
    apply(store, edit())
    assert "gpgsig -----BEGIN SSH SIGNATURE-----" in git(store.root, "cat-file", "commit", "HEAD")


def test_same_content_is_refused(store: Store) -> None:
    with pytest.raises(BadInputError, match="和原来一样"):
        apply(store, edit(OLD))


def test_unseen_target_is_our_own_fault(store: Store) -> None:
    with pytest.raises(InternalFaultError):
        apply(store, Change("x\n", {RECORD: NEW}))


def test_read_only_dependency_that_changed_is_a_conflict(store: Store) -> None:
    change = Change("x\n", {RECORD: NEW}, {RECORD: OLD, "yuetan.yaml": b"other"})
    with pytest.raises(ConflictError, match=r"yuetan\.yaml 在读取之后"):
        apply(store, change)
    assert (store.root / RECORD).read_bytes() == OLD


def test_base_that_moved_is_a_conflict(store: Store) -> None:
    base = store.head()
    apply(store, edit(NEW, OTHER, None))
    with pytest.raises(ConflictError, match="新的提交"):
        apply(store, Change("x\n", {RECORD: NEW}, {RECORD: OLD}, base=base))
    assert (store.root / RECORD).read_bytes() == OLD


@pytest.mark.parametrize(
    "path",
    [
        "../x.yaml",
        "/etc/x.yaml",
        "records/../../x.yaml",
        ".git/config",
        "a/.GIT/x",
        "a//b",
        "",
        "a\\b",
        "C:x",
        "a\0b",
        "a.",
    ],
)
def test_paths_out_of_the_archive_are_refused(store: Store, path: str) -> None:
    head = store.head()
    with pytest.raises(BadInputError):
        apply(store, edit(NEW, path, None))
    assert store.head() == head


def test_folder_that_is_a_link_is_refused(store: Store, tmp_path: Path) -> None:
    outside = tmp_path / "aussen"
    outside.mkdir()
    (store.root / "records/plans").symlink_to(outside)
    with pytest.raises(BadInputError, match=r"records/plans 是符号链接"):
        apply(store, edit(NEW, "records/plans/2026.yaml", None))
    assert list(outside.iterdir()) == []
