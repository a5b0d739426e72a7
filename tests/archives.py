"""Sample archives, made once a process and copied for whoever changes them; a copy is read without parsing anything.

What a test changes it reads anew; what it leaves comes out of the index that one command left in the sample.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from yuetan.cli.main import main

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


def copy(source: Path, target: Path) -> Path:
    """A copy of an archive, its history and what was read of it."""
    shutil.copytree(source, target, symlinks=True)
    return target


@cache
def sample() -> Path:
    """The sample archive as `yuetan init DIR --sample` makes it; nobody writes into it."""
    folder = _folder("sample")
    run("init", str(folder), "--sample")
    return _ready(folder)


@cache
def small() -> Path:
    """The same with few interviews, in one commit as well; nobody writes into it."""
    folder = copy(sample(), _folder("small"))
    for path in (folder / "records" / "interviews").rglob("*.yaml"):
        if not any(part in path.name for part in KEPT):
            path.unlink()
    with pytest.MonkeyPatch.context() as monkeypatch:
        settle(monkeypatch)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "--no-verify", "--amend", "--no-edit")
    return _ready(folder)


@cache
def of_unit(unit: str) -> Path:
    """The sample archive as a unit's own: its interviews alone, an office that sends its reports."""
    folder = copy(sample(), _folder(unit))
    office = folder / "yuetan.yaml"
    text = office.read_text(encoding="utf-8")
    office.write_text(text.replace("单位: JW", f"单位: {unit}").replace("角色: 汇总", "角色: 报送"), encoding="utf-8")
    for path in (folder / "records" / "interviews").rglob("*.yaml"):
        if f"编号: {unit}-" not in path.read_text(encoding="utf-8").split("约谈对象:")[1].split("\n安排:")[0]:
            path.unlink()
    with pytest.MonkeyPatch.context() as monkeypatch:
        settle(monkeypatch)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "只留本单位的")
    return _ready(folder)


@cache
def head(folder: Path) -> str:
    """The commit that an archive stands at which nobody writes into."""
    return subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()


@cache
def book(*words: str) -> bytes:
    """The workbook that a command writes about the sample archive; its name is the last word."""
    folder = sample()
    target = folder.parent / "book.xlsx"
    run("-C", str(folder), *words, str(target))
    return target.read_bytes()


def run(*words: str) -> None:
    """A command that must succeed; nobody sees what it says."""
    said = io.StringIO()
    with (
        pytest.MonkeyPatch.context() as monkeypatch,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        settle(monkeypatch)
        assert main(list(words)) == 0, said.getvalue()


def git(folder: Path, *words: str) -> None:
    """git, which must succeed."""
    subprocess.run(["git", *words], cwd=folder, check=True)


def _ready(folder: Path) -> Path:
    """One file for all objects, and no examples of hooks: a copy takes half the time. Everything read once."""
    git(folder, "gc", "-q", "--prune=now")
    for path in (folder / ".git" / "hooks").glob("*.sample"):
        path.unlink()
    (folder / ".git" / "yuetan" / "index").unlink(missing_ok=True)
    run("-C", str(folder), "list")
    return folder


def _folder(name: str) -> Path:
    kept = mkdtemp(prefix=f"yuetan-{name}-")  # no TemporaryDirectory: a helper process would drop it, and delete it
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    return Path(kept) / "档案"
