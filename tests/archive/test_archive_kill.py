"""Kill -9 at every step: afterwards the archive is the old one or the new one, and others' work is as it was.

The child kills itself at the n-th thing that Python's audit hook reports (a program started, a file opened for
writing, renamed, linked, removed), so that no step is left out when the code changes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from yuetan.archive.apply import Change, apply
from yuetan.archive.recovery import recover
from yuetan.archive.store import Store
from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Git = Callable[..., str]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9")

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
CREATED = "records/interviews/2026/05/RQ-202605-ABCDE.yaml"
DELETED = "records/units/ALT.yaml"
OLD = {RECORD: "编号: JS-202603-7K3FQ\n".encode(), CREATED: None, DELETED: b"alt\n"}
NEW = {RECORD: b"new\n", CREATED: b"created\n", DELETED: None}

CHILD = """
import os, signal, sys
from pathlib import Path
from yuetan.archive import recovery
from yuetan.archive.apply import Change, apply
from yuetan.archive.recovery import recover
from yuetan.archive.store import Store

root, limit, verb = sys.argv[1], int(sys.argv[2]), sys.argv[3]
seen = 0
NAMES = {"subprocess.Popen", "os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"}

def watch(event, arguments):
    global seen
    if event not in NAMES and not (event == "open" and str(arguments[0]).startswith(root) and arguments[2] & 3):
        return
    if seen == limit:
        os.kill(os.getpid(), signal.SIGKILL)
    seen += 1

store = Store.find(Path(root))
sys.addaudithook(watch)
if verb == "half":
    recovery.finish = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if verb != "recover":
    apply(store, Change("修改\\n", NEW, OLD))
else:
    recover(store)
"""
CHILD = CHILD.replace("seen = 0", f"seen = 0\nOLD = {OLD!r}\nNEW = {NEW!r}")


@pytest.fixture
def busy(store: Store, git: Git) -> Store:
    """An archive with a file to delete, something staged and something edited by others."""
    (store.root / DELETED).parent.mkdir()
    (store.root / DELETED).write_bytes(OLD[DELETED] or b"")
    git(store.root, "add", ".")
    git(store.root, "commit", "-qm", "x")
    (store.root / "staged.txt").write_text("staged")
    git(store.root, "add", "staged.txt")
    (store.root / "yuetan.yaml").write_text("edited")
    return store


def child(root: Path, limit: int, verb: str = "apply") -> subprocess.Popen[bytes]:
    words = [sys.executable, "-c", CHILD, str(root), str(limit), verb]
    return subprocess.Popen(words, start_new_session=True, stderr=subprocess.PIPE)


def killed(root: Path, limit: int, verb: str = "apply") -> bool:
    """Run a child; was it killed? Any other failure fails the test."""
    process = child(root, limit, verb)
    _, complaint = process.communicate()
    assert process.returncode in {0, -signal.SIGKILL}, complaint.decode()
    return process.returncode != 0


def copies(busy: Store, place: Path) -> Iterator[tuple[int, Store]]:
    for limit in range(1000):
        root = place / f"copy{limit}"
        shutil.copytree(busy.root, root, symlinks=True)
        yield limit, Store.find(root)


def disk(store: Store) -> dict[str, bytes | None]:
    return {path: (store.root / path).read_bytes() if (store.root / path).exists() else None for path in OLD}


def verdict(store: Store, git: Git) -> str:
    """Is the archive the old one or the new one, in HEAD, index and tree alike, and nothing else touched?"""
    count = git(store.root, "rev-list", "--count", "HEAD")
    state = {"2": "old", "3": "new"}[count]
    assert disk(store) == (OLD if state == "old" else NEW)
    assert git(store.root, "status", "--porcelain").split("\n") == ["A  staged.txt", " M yuetan.yaml"]
    assert (store.root / "yuetan.yaml").read_text() == "edited"
    names = git(store.root, "show", "--name-only", "--format=", "HEAD").split("\n")
    assert names == (sorted(OLD) if state == "new" else [DELETED])
    assert not (store.private / "journal.json").exists()
    return state


def test_kill_at_every_step_leaves_old_or_new(busy: Store, tmp_path: Path, git: Git) -> None:
    states = []
    for limit, store in copies(busy, tmp_path):
        if not killed(store.root, limit):
            assert verdict(store, git) == "new"
            break
        moved = git(store.root, "rev-list", "--count", "HEAD") == "3"
        said = recover(store)
        if moved and said is not None:
            assert said == "上次的命令（修改）已提交但没有写完，现已补齐。"
        elif said is not None:
            assert said == "上次的命令（修改）中途停下，还没有提交；档案保持原样。"
        states.append(verdict(store, git))
        assert recover(store) is None
        if states[-1] == "old":
            apply(store, change())
            assert verdict(store, git) == "new"
    assert states == sorted(states, reverse=True)
    assert states.count("old") > 15
    assert states.count("new") > 5


def change() -> Change:
    return Change("修改\n", NEW, OLD)


@pytest.fixture
def half(busy: Store, git: Git) -> Store:
    """The archive just after the commit point: branch moved, files not."""
    assert killed(busy.root, -1, "half")
    assert git(busy.root, "rev-list", "--count", "HEAD") == "3"
    assert disk(busy) == OLD
    return busy


def test_kill_during_recovery_is_recovered(half: Store, tmp_path: Path, git: Git) -> None:
    for limit, store in copies(half, tmp_path):
        if not killed(store.root, limit, "recover"):
            assert limit > 5
            assert verdict(store, git) == "new"
            break
        recover(store)
        assert verdict(store, git) == "new"


def test_file_changed_after_the_kill_is_reported_not_replaced(half: Store, git: Git) -> None:
    store = half
    (store.root / RECORD).write_bytes(b"mine")
    (store.root / CREATED).write_bytes(b"mine too")
    said = recover(store)
    assert said == (
        f"上次的命令（修改）已提交但没有写完，现已补齐；{RECORD}、{CREATED} 后来又有改动，"
        "没有覆盖，请用 git status 查看。"
    )
    assert disk(store) == {RECORD: b"mine", CREATED: b"mine too", DELETED: None}
    assert git(store.root, "status", "--porcelain", "records") == f" M {RECORD}\n M {CREATED}"
    assert recover(store) is None


def test_index_changed_after_the_kill_is_left(half: Store, git: Git) -> None:
    store = half
    (store.root / RECORD).write_bytes(b"staged by hand")
    git(store.root, "add", RECORD)
    assert RECORD in (recover(store) or "")
    assert git(store.root, "show", f":{RECORD}") == "staged by hand"
    assert (store.root / RECORD).read_bytes() == b"staged by hand"


def test_next_writing_command_finishes_first(half: Store, git: Git) -> None:
    store = half
    path = "records/plans/2027.yaml"
    apply(store, Change("另一件\n", {path: b"x"}, {path: None}))
    assert disk(store) == NEW
    assert git(store.root, "show", "--name-only", "--format=", "HEAD") == path


def test_commit_on_top_after_the_kill_is_respected(half: Store, git: Git) -> None:
    store = half
    (store.root / "yuetan.yaml").write_text("on top")
    git(store.root, "commit", "-qm", "on top", "--", "yuetan.yaml")
    recover(store)
    assert disk(store) == NEW
    assert git(store.root, "status", "--porcelain") == "A  staged.txt"


def test_other_branch_after_the_kill_is_left_alone(half: Store, git: Git) -> None:
    store = half
    git(store.root, "symbolic-ref", "HEAD", "refs/heads/andere")
    git(store.root, "update-ref", "HEAD", "main~1")
    assert recover(store) == "上次的命令（修改）已提交，但现在换了分支，没有动工作区的文件。"
    assert disk(store) == OLD


def test_kill_of_everything_at_any_time(busy: Store, tmp_path: Path, git: Git) -> None:
    """yuetan and its git die together: locks of git may stay, are named, and once removed all is well."""
    for limit, store in copies(busy, tmp_path):
        process = child(store.root, -1)
        time.sleep(0.08 + 0.012 * limit)
        done = process.poll() is not None
        if not done:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        for name in ("index.lock", "refs/heads/main.lock", "HEAD.lock"):
            lock = store.git_dir / name
            if lock.exists():
                with pytest.raises(EnvironmentFaultError, match=r"\.lock"):
                    apply(store, change())
                lock.unlink(missing_ok=True)
        recover(store)
        assert verdict(store, git) in {"old", "new"}
        if done:
            assert verdict(store, git) == "new"
            break


def test_git_that_outlives_us_keeps_the_lock(busy: Store, git: Git) -> None:
    """Killed while git moves the branch: the next command waits for that git and then finishes the work."""
    hook = busy.git_dir / "hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\n[ "$1" = prepared ] && touch "{busy.git_dir}/now" && sleep 0.7\nexit 0\n')
    hook.chmod(0o755)
    process = child(busy.root, -1)
    while not (busy.git_dir / "now").exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()
    hook.unlink()
    assert git(busy.root, "rev-list", "--count", "HEAD") == "2"
    assert recover(busy) == "上次的命令（修改）已提交但没有写完，现已补齐。"
    assert verdict(busy, git) == "new"
    process.communicate()
