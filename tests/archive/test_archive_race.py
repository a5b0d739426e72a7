"""Several processes at once: one after the other, or refused; no update is lost."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from yuetan.archive.store import Store

    Git = Callable[..., str]

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
CHILD = """
import sys
from pathlib import Path
from yuetan.archive.apply import Change, apply
from yuetan.archive.store import Store
from yuetan.errors import ConflictError
root, path, line = Path(sys.argv[1]), sys.argv[2], sys.argv[3].encode()
store = Store.find(root)
target = root / path
before = target.read_bytes() if target.exists() else None
print("ready", flush=True)
sys.stdin.readline()
try:
    apply(store, Change("x\\n", {path: (before or b"") + line}, {path: before}))
    print("done")
except ConflictError:
    print("refused")
"""


def race(root: Path, paths: list[str]) -> list[str]:
    """Start a child a path, let them go together, and give what each says."""
    children = [
        subprocess.Popen(
            [sys.executable, "-c", CHILD, str(root), path, f"line{number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, path in enumerate(paths)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    return [child.communicate()[0].strip() for child in children]


def test_different_records_all_go_through(store: Store, git: Git) -> None:
    paths = [f"records/units/U{number}.yaml" for number in range(5)]
    assert race(store.root, paths) == ["done"] * 5
    assert git(store.root, "rev-list", "--count", "HEAD") == "6"
    assert store.read("HEAD") == store.read()
    assert [store.read()[path] for path in paths] == [b"line%d" % number for number in range(5)]
    assert git(store.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("path", [RECORD, "records/units/NEU.yaml"])
def test_same_record_goes_to_one_the_others_are_refused(store: Store, git: Git, path: str) -> None:
    before = store.read().get(path, b"")
    said = race(store.root, [path] * 4)
    assert sorted(said) == ["done", "refused", "refused", "refused"]
    assert store.read("HEAD")[path] == store.read()[path] == before + b"line%d" % said.index("done")
    assert git(store.root, "rev-list", "--count", "HEAD") == "2"
    assert git(store.root, "status", "--porcelain") == ""
