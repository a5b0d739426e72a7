"""The demonstration archive in a folder of its own, and commands run in it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from tests import archives
from yuetan.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TODAY = archives.TODAY


class Archive:
    """An archive, and the commands that are run in it."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str], source: Path | None = None) -> None:
        self.folder, self.capture = folder, capture
        archives.copy(source or archives.sample(), folder)
        capture.readouterr()

    def run(self, *words: str, today: str = TODAY) -> tuple[int, str, str]:
        """Exit status, what was printed, what was said about it."""
        status = main(["-C", str(self.folder), "--today", today, *words])
        said = self.capture.readouterr()
        return status, said.out, said.err

    def json(self, *words: str, today: str = TODAY) -> Any:
        """The document that a command printed."""
        return json.loads(self.run(*words, "--json", today=today)[1])

    def book(self, target: Path, *words: str) -> Path:
        """The workbook that a command writes; of a sample archive that nobody has changed it is made once."""
        head = self.git("rev-parse", "HEAD").strip()
        if head == archives.head(archives.sample()) and not self.git("status", "--porcelain"):
            target.write_bytes(archives.book(*words))
        else:
            assert self.run(*words, str(target))[0] == 0
        return target

    def git(self, *words: str) -> str:
        """What git says."""
        return subprocess.run(["git", *words], cwd=self.folder, capture_output=True, text=True, check=True).stdout
