"""A full disk, a read-only one, a folder that may not be written: said in Chinese, and the old state stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from yuetan.archive.apply import Change, apply
from yuetan.archive.create import create
from yuetan.archive.recovery import recover
from yuetan.archive.store import Store
from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Git = Callable[..., str]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX limits")

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
OTHER = "records/interviews/2026/04/RQ-202604-ABCDE.yaml"
OLD = "编号: JS-202603-7K3FQ\n".encode()
BIG = os.urandom(9_000).hex().encode()
CHANGE = Change("修改\n", {RECORD: BIG, OTHER: BIG}, {RECORD: OLD, OTHER: None})


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one MiB; only root can mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount")
    yield place
    subprocess.run(["umount", place], check=True)


def fill(place: Path, spare: int) -> None:
    """Leave `spare` bytes free."""
    free = os.statvfs(place)
    (place / "ballast").write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - spare))


def test_full_disk_keeps_the_old_state(store: Store, small_disk: Path, git: Git) -> None:
    outcomes = []
    for spare in range(0, 200_000, 8192):
        root = small_disk / "a"
        shutil.copytree(store.root, root, ignore=shutil.ignore_patterns("*.sample"))
        fill(small_disk, spare)
        copy = Store.find(root)
        try:
            apply(copy, CHANGE)
            outcomes.append("new")
        except EnvironmentFaultError as error:
            assert "磁盘已满" in error.message  # noqa: PT017 – the loop needs both ends
            outcomes.append("late" if "记录已提交" in error.message else "old")
        (small_disk / "ballast").unlink()
        said = recover(copy)
        assert (said is None) == (outcomes[-1] != "late")
        content = OLD if outcomes[-1] == "old" else BIG
        assert copy.read()[RECORD] == copy.read("HEAD")[RECORD] == content
        assert (root / OTHER).exists() == (outcomes[-1] != "old")
        assert git(root, "status", "--porcelain") == ""
        shutil.rmtree(root)
    assert outcomes[0] == "old"
    assert outcomes[-1] == "new"
    assert "old" not in outcomes[outcomes.index("new") :]


def test_full_disk_leaves_no_half_archive(small_disk: Path) -> None:
    fill(small_disk, 60_000)
    with pytest.raises(EnvironmentFaultError, match="磁盘已满"):
        create(small_disk / "neu", {"yuetan.yaml": BIG, "records/x.yaml": BIG}, "x\n")
    assert [place.name for place in small_disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize("limit", [10, 1_000, 10_000, 17_000])
def test_limit_of_file_size_keeps_the_old_state(store: Store, git: Git, limit: int) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from yuetan.archive.apply import Change, apply\n"
        "from yuetan.archive.store import Store; from yuetan.errors import EnvironmentFaultError\n"
        "store = Store.find(Path(sys.argv[1])); size = int(sys.argv[2])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        f"try: apply(store, Change('x\\n', {{{RECORD!r}: b'x' * 18000}}, {{{RECORD!r}: {OLD!r}}}))\n"
        "except EnvironmentFaultError as error: print(error.message)\n"
    )
    words = [sys.executable, "-X", "utf8", "-c", script, str(store.root), str(limit)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert "超出了允许的文件大小" in done.stdout
    assert recover(store) is None
    assert store.read() == store.read("HEAD")
    assert store.read()[RECORD] == OLD
    assert git(store.root, "status", "--porcelain") == ""


def test_read_only_disk_is_named(store: Store, small_disk: Path, git: Git) -> None:
    root = small_disk / "a"
    shutil.copytree(store.root, root, ignore=shutil.ignore_patterns("*.sample"))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    copy = Store.find(root)
    with pytest.raises(EnvironmentFaultError, match="所在磁盘是只读的"):
        apply(copy, CHANGE)
    assert recover(copy) is None
    assert copy.read()[RECORD] == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_without_permission_is_named(store: Store) -> None:
    folder = (store.root / RECORD).parent
    folder.chmod(0o555)
    with pytest.raises(EnvironmentFaultError, match="没有权限"):
        apply(store, Change("x\n", {RECORD: BIG}, {RECORD: OLD}))
    folder.chmod(0o755)
    assert store.read() == store.read("HEAD")
    assert recover(store) is None
