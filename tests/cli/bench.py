"""Commands run inside an archive, in this process, and what git says about them afterwards."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from yuetan.cli.main import main
from yuetan.codec import read

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WRITER_KEYS = ["action", "commit", "documents", "files", "findings", "ids", "version"]
FINDING_KEYS = [
    "acknowledged", "code", "column", "commit", "file", "level", "line", "message", "path", "provision",
]  # fmt: skip


class Said(NamedTuple):
    """Exit status, results, messages."""

    status: int
    out: str
    err: str


@dataclass
class Bench:
    """An archive that commands are run in."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def run(self, *words: str) -> Said:
        """One command in this process."""
        self.capture.readouterr()
        gc.disable()  # as the program does
        try:
            status = main(["-C", str(self.folder), *words])
        finally:
            gc.enable()
        return Said(status, *self.capture.readouterr())

    def done(self, *words: str) -> Said:
        """A command that must succeed."""
        said = self.run(*words)
        assert said.status == 0, said
        return said

    def json(self, *words: str) -> Any:
        """The one document of a ``--json`` command: sorted keys, nothing beside it."""
        said = self.run(*words, "--json")
        document = json.loads(said.out)
        assert said.out == json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        return document

    def refused(self, *words: str) -> Said:
        """A command that must be refused, in Chinese, with nothing written."""
        before = self.trace()
        said = self.run(*words)
        assert said.status == 2, said
        assert said.out == ""
        assert said.err.startswith("错误：")
        assert self.trace() == before
        return said

    def git(self, *words: str) -> str:
        """What git says."""
        done = subprocess.run(["git", *words], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.rstrip("\n")

    def trace(self) -> tuple[str, str, list[str]]:
        """What a command may have changed: HEAD, the tree's state, the papers."""
        papers = sorted(path.name for path in (self.folder / "out").rglob("*") if path.is_file())
        return self.git("rev-parse", "HEAD"), self.git("status", "--porcelain", "--untracked-files=all"), papers

    def file(self, record_id: str) -> str:
        """The record's path in the archive."""
        found = list((self.folder / "records" / "interviews").rglob(f"{record_id}.yaml"))
        assert len(found) == 1
        return found[0].relative_to(self.folder).as_posix()

    def record(self, record_id: str) -> dict[str, Any]:
        """The record as the file has it."""
        value = read((self.folder / self.file(record_id)).read_bytes()).value
        assert value is not None
        return value

    def committed(self, action: str, *ids: str) -> None:
        """Assert that the last commits are one step each: this action, these ids, their own paths only."""
        for place, record_id in enumerate(reversed(ids)):
            commit = f"HEAD~{place}"
            body = self.git("log", "-1", "--format=%(trailers:unfold)", commit).split("\n")
            assert body[0] == f"Yuetan-Action: {action}"
            assert body[1] == f"Yuetan-Id: {record_id}"
            assert body[2].startswith("Yuetan-Version: ")
            assert self.git("diff", "--name-only", f"{commit}^", commit) == self.file(record_id)
        assert self.git("status", "--porcelain") == ""


def process(
    folder: Path, *words: str, environment: dict[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """The same command in a process of its own, without a terminal; ^C reaches it though we run in the background."""
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    return subprocess.run(
        [sys.executable, "-c", f"{heard}; from yuetan.cli.main import run; run()", "-C", str(folder), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=60,
    )
