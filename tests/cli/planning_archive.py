"""The demonstration archive in a folder of its own, and commands run in it."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from yuetan.cli.main import main

if TYPE_CHECKING:
    import pytest

TODAY = "2026-06-24"


@cache
def _sample() -> Path:
    """The demonstration archive, made once a process and copied from then on."""
    kept = mkdtemp(prefix="yuetan-sample-")  # no TemporaryDirectory: a helper process would drop it, and delete it
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    folder = Path(kept) / "档案"
    assert main(["init", str(folder), "--sample"]) == 0
    pack(folder)
    return folder


def pack(folder: Path) -> None:
    """One file for all objects, and no examples of hooks: a copy takes half the time."""
    subprocess.run(["git", "gc", "-q", "--prune=now"], cwd=folder, check=True)
    for path in (folder / ".git" / "hooks").glob("*.sample"):
        path.unlink()


class Archive:
    """An archive, and the commands that are run in it."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capture = folder, capture
        shutil.copytree(_sample(), folder, symlinks=True)
        capture.readouterr()

    def run(self, *words: str, today: str = TODAY) -> tuple[int, str, str]:
        """Exit status, what was printed, what was said about it."""
        status = main(["-C", str(self.folder), "--today", today, *words])
        said = self.capture.readouterr()
        return status, said.out, said.err

    def json(self, *words: str, today: str = TODAY) -> Any:
        """The document that a command printed."""
        return json.loads(self.run(*words, "--json", today=today)[1])

    def git(self, *words: str) -> str:
        """What git says."""
        return subprocess.run(["git", *words], cwd=self.folder, capture_output=True, text=True, check=True).stdout
