"""One sample archive a session, copied for each test that asks for `home`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.bench import Bench
from yuetan.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-06-24"


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day, the person who commits, and nothing of the machine's own git settings."""
    monkeypatch.setenv("YUETAN_TODAY", TODAY)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive as `yuetan init DIR --sample` makes it; nobody writes into it."""
    folder = tmp_path_factory.mktemp("sample") / "档案"
    with pytest.MonkeyPatch.context() as monkeypatch:
        settle(monkeypatch)
        assert main(["init", str(folder), "--sample"]) == 0
    return folder


@pytest.fixture
def home(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A copy of the sample archive, and commands run in it on the fixed day."""
    settle(monkeypatch)
    folder = tmp_path / "档案"
    shutil.copytree(sample, folder, symlinks=True)
    return Bench(folder, capsys)


@pytest.fixture
def seen(sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The sample archive itself, for what only looks."""
    settle(monkeypatch)
    return Bench(sample, capsys)
