"""Real git in temporary folders, with a home and an identity of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from yuetan.archive.create import create
from yuetan.archive.history import message_text
from yuetan.archive.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
FILES = {"yuetan.yaml": "单位: JW\n".encode(), RECORD: "编号: JS-202603-7K3FQ\n".encode()}


def settle(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    place.mkdir()
    config = place / ".gitconfig"
    config.write_text("[user]\n\tname = 甲某\n\temail = jia@example.invalid\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return place


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that knows nothing but a fictional clerk."""
    return settle(tmp_path / "home", monkeypatch)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one record, made once; nobody writes into it."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as monkeypatch:
        settle(folder / "home", monkeypatch)
        return create(folder / "档案", FILES, message_text("新建档案", {"Yuetan-Action": "init"})).root


@pytest.fixture
def store(tmp_path: Path, made: Path) -> Store:
    """A copy of the archive with one record, this test's own."""
    return Store.find(shutil.copytree(made, tmp_path / "档案"))


@pytest.fixture
def git() -> Callable[..., str]:
    """git as a user runs it; a refusal fails the test."""

    def call(folder: Path, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout.rstrip("\n")

    return call
