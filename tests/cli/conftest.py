"""One sample archive a session, copied for each test that asks for `home`.

Most tests need a few interviews only and get an archive of the last two months, which opens in a third of the time;
a module that sets WHOLE gets all of them.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.bench import Bench
from tests.cli.planning_archive import pack
from yuetan.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-06-24"
KEPT = ("JS-202501-34TFW", "JS-202508-JCGXH", "-202605-", "-202606-")
"""What of the interviews stays in the small archive: a part of the file's name."""


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
        pack(folder)
    return folder


@pytest.fixture(scope="session")
def small(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with few interviews, in one commit as well; nobody writes into it."""
    folder = tmp_path_factory.mktemp("small") / "档案"
    shutil.copytree(sample, folder, symlinks=True)
    for path in (folder / "records" / "interviews").rglob("*.yaml"):
        if not any(part in path.name for part in KEPT):
            path.unlink()
    with pytest.MonkeyPatch.context() as monkeypatch:
        settle(monkeypatch)
        for words in (("add", "-A"), ("commit", "-q", "--no-verify", "--amend", "--no-edit")):
            subprocess.run(["git", *words], cwd=folder, check=True)
        pack(folder)
    return folder


@pytest.fixture
def chosen(request: pytest.FixtureRequest) -> Path:
    """The archive that the module of the test works on."""
    whole = getattr(request.module, "WHOLE", False)
    folder: Path = request.getfixturevalue("sample" if whole else "small")
    return folder


@pytest.fixture
def home(chosen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A copy of the sample archive, and commands run in it on the fixed day."""
    settle(monkeypatch)
    folder = tmp_path / "档案"
    shutil.copytree(chosen, folder, symlinks=True)
    return Bench(folder, capsys)


@pytest.fixture
def seen(chosen: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The sample archive itself, for what only looks."""
    settle(monkeypatch)
    return Bench(chosen, capsys)
