"""A new archive: whole, or nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from yuetan.archive.create import create
from yuetan.errors import BadInputError, EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]

FILES = {"yuetan.yaml": b"x: 1\n", "records/units/A.yaml": b"y: 1\r\n"}


@pytest.mark.parametrize("existed", [False, True])
def test_one_commit_on_main(tmp_path: Path, git: Git, existed: bool) -> None:
    folder = tmp_path / "a" / "新档案"
    if existed:
        folder.mkdir(parents=True)
    store = create(folder, FILES, "新建\n")
    assert store.read() == store.read("HEAD") == dict(sorted(FILES.items()))
    assert git(folder, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git(folder, "rev-list", "--count", "HEAD") == "1"
    assert git(folder, "status", "--porcelain", "--ignored") == ""
    assert git(folder, "config", "core.quotepath") == "off"
    assert sorted(place.name for place in folder.iterdir()) == [".git", ".gitattributes", "records", "yuetan.yaml"]
    assert [place.name for place in folder.parent.iterdir()] == ["新档案"]


def test_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/keep.txt").write_text("x")
    with pytest.raises(BadInputError, match=r"已经有东西（keep\.txt）"):
        create(tmp_path / "a", FILES, "x\n")
    assert [place.name for place in (tmp_path / "a").iterdir()] == ["keep.txt"]


def test_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(BadInputError, match="不是文件夹"):
        create(tmp_path / "a", FILES, "x\n")


@pytest.mark.parametrize("existed", [False, True])
def test_without_identity_nothing_is_left_behind(tmp_path: Path, home: Path, existed: bool) -> None:
    (home / ".gitconfig").write_text("")
    folder = tmp_path / "b" / "a"
    if existed:
        folder.mkdir(parents=True)
    with pytest.raises(EnvironmentFaultError, match="不知道你是谁"):
        create(folder, FILES, "x\n")
    assert (list(folder.iterdir()) == []) if existed else not (tmp_path / "b").exists()


def test_ignored_files_and_template_hooks_do_not_matter(tmp_path: Path, home: Path, git: Git) -> None:
    hooks = home / "template/hooks"
    hooks.mkdir(parents=True)
    (hooks / "pre-commit").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "pre-commit").chmod(0o755)
    (home / "ignore").write_text("*.yaml\n")
    git(tmp_path, "config", "--global", "init.templateDir", str(home / "template"))
    git(tmp_path, "config", "--global", "core.excludesFile", str(home / "ignore"))
    store = create(tmp_path / "a", FILES, "x\n")
    assert store.paths("HEAD") == tuple(sorted(FILES))


def test_unwritable_name_is_a_clear_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match="文件名太长"):
        create(tmp_path / ("长" * 200), FILES, "x\n")
    assert [place.name for place in tmp_path.iterdir()] == ["home"]
