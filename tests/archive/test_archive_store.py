"""Reading: the working tree, the index, any commit."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from yuetan.archive.snapshot import PathFault
from yuetan.archive.store import Store
from yuetan.errors import EnvironmentFaultError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
OLD = "编号: JS-202603-7K3FQ\n".encode()
OFFICE = "单位: JW\n".encode()
LINK = "是符号链接，档案只认普通文件；没有读它。请换成普通文件。"


def test_found_from_below(store: Store) -> None:
    below = Store.find(store.root / "records/interviews/2026")
    assert below == store
    assert (store.root, store.prefix) == (store.top, "")


def test_three_readings(store: Store, git: Git) -> None:
    (store.root / RECORD).write_bytes(b"staged")
    git(store.root, "add", RECORD)
    (store.root / RECORD).write_bytes(b"tree")
    assert store.read() == {RECORD: b"tree", "yuetan.yaml": OFFICE}
    assert store.read(staged=True) == {RECORD: b"staged", "yuetan.yaml": OFFICE}
    assert store.read("HEAD") == {RECORD: OLD, "yuetan.yaml": OFFICE}
    assert store.differs() == (RECORD,)


def test_only_what_matters_is_read(store: Store, git: Git) -> None:
    places = (
        "records/units/FGW.yaml", "schemas/calendar/2026.yaml", "schemas/regulations/x.yaml", "schemas/x.yaml",
        "a.yaml", "schemas/calendar/deep/x.yaml", "records/.hidden.yaml", "records/.d/x.yaml", "records/x.txt",
    )  # fmt: skip
    for place in places:
        (store.root / place).parent.mkdir(parents=True, exist_ok=True)
        (store.root / place).touch()
    expected = tuple(sorted([RECORD, "yuetan.yaml", *places[:3]]))
    assert store.paths() == expected
    assert store.differs() == tuple(sorted(places[:3]))
    git(store.root, "add", ".")
    git(store.root, "commit", "-qm", "x")
    assert store.paths("HEAD") == expected
    assert store.paths(staged=True) == expected
    assert tuple(store.read("HEAD")) == expected


def test_index_that_a_hook_sees_is_read(store: Store, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    (store.root / RECORD).write_bytes(b"only")
    (store.git_dir / "next").write_bytes((store.git_dir / "index").read_bytes())
    monkeypatch.setenv("GIT_INDEX_FILE", str(store.git_dir / "next"))
    git(store.root, "add", RECORD)
    assert store.read(staged=True)[RECORD] == b"only"
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert store.read(staged=True)[RECORD] == OLD


def test_variables_of_another_repository_are_ignored(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert Store.find(store.root) == store
    assert store.read(staged=True)[RECORD] == OLD


@pytest.mark.parametrize("folder", [False, True])
def test_links_are_not_followed(store: Store, git: Git, tmp_path: Path, folder: bool) -> None:
    outside = tmp_path / "aussen"
    outside.mkdir()
    (outside / "x.yaml").write_text("secret: 1\n")
    (store.root / "records/x.yaml").symlink_to(outside if folder else outside / "x.yaml")
    expected = (PathFault("records/x.yaml", LINK),)
    assert store.snapshot().faults == expected
    with pytest.raises(EnvironmentFaultError, match=r"records/x\.yaml 是符号链接"):
        store.read()
    git(store.root, "add", ".")
    git(store.root, "commit", "-qm", "x")
    assert store.snapshot("HEAD").faults == expected
    assert store.snapshot(staged=True).faults == expected
    assert "records/x.yaml" not in store.snapshot("HEAD").files


def test_records_folder_that_is_a_link(store: Store, git: Git, tmp_path: Path) -> None:
    (store.root / "records").rename(tmp_path / "records")
    (store.root / "records").symlink_to(tmp_path / "records")
    assert store.snapshot().faults == (PathFault("records", LINK),)
    git(store.root, "add", ".")
    git(store.root, "commit", "-qm", "x")
    assert store.snapshot("HEAD").faults == (PathFault("records", LINK),)


def test_pipe_is_no_record(store: Store) -> None:
    os.mkfifo(store.root / "records/x.yaml")
    assert store.snapshot().faults == (PathFault("records/x.yaml", "不是普通文件，没有读它。请移走。"),)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_name_that_is_no_text_is_reported(store: Store, git: Git) -> None:
    (store.root / os.fsdecode(b"records/\xff.yaml")).touch()
    expected = (PathFault("records/\\xff.yaml", "文件名不是 UTF-8 编码，没有读它。请改成英文字母和数字的文件名。"),)
    assert store.snapshot().faults == expected
    git(store.root, "add", ".")
    assert store.snapshot(staged=True).faults == expected


def test_chinese_name_is_read(store: Store, git: Git) -> None:
    (store.root / "records/甲 某.yaml").write_bytes(b"x")
    git(store.root, "add", ".")
    assert store.read(staged=True)["records/甲 某.yaml"] == b"x"
    assert store.differs() == ("records/甲 某.yaml",)


@pytest.mark.parametrize(
    "revision", ["", "--output=x", "-h", "nirgends", "HEAD~9", "a\nb", "a\0b", "HEAD:yuetan.yaml", "a..b"]
)
def test_revision_that_is_none(store: Store, revision: str) -> None:
    with pytest.raises(NotFoundError, match="没有版本"):
        store.resolve(revision)
    assert sorted(place.name for place in store.root.iterdir()) == [".git", ".gitattributes", "records", "yuetan.yaml"]


def test_revision_by_branch_tag_and_prefix(store: Store, git: Git) -> None:
    git(store.root, "tag", "-am", "x", "2026H1")
    head = store.head()
    assert head is not None
    assert {store.resolve(name) for name in ("main", "2026H1", head[:8], "HEAD")} == {head}


def test_shallow_clone_says_why_a_revision_is_missing(store: Store, tmp_path: Path, git: Git) -> None:
    git(store.root, "commit", "-q", "--allow-empty", "-m", "x")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{store.root}", "flach")
    with pytest.raises(NotFoundError) as caught:
        Store.find(tmp_path / "flach").resolve("HEAD~1")
    assert "git fetch --unshallow" in caught.value.hint
