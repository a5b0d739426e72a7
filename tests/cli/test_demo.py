"""`make demo`: the main job on a sample archive, every command shown; a second run is as good as the first."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BASH = shutil.which("bash")
LED = ("new", "notify", "receipt", "minutes", "rectify", "close", "report", "render")
LOOKED = ("init", "list", "show", "log", "check", "explain", "due")
pytestmark = pytest.mark.skipif(BASH is None, reason="make demo needs bash")


@dataclass(frozen=True)
class Stage:
    """A folder with this yuetan on the path, no home and nobody known to git."""

    folder: Path

    def play(self, target: str) -> subprocess.CompletedProcess[str]:
        """What `make demo DEMO=target` runs, with the poorest locale there is."""
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LANG": "C",
            "YUETAN_TODAY": "2026-06-24",
        }
        return subprocess.run(
            ["bash", str(ROOT / "tests" / "demo.sh"), target],
            cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=240,
        )  # fmt: skip


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("demo")
    (folder / "bin").mkdir()
    program = f'#!/bin/sh\nexec "{sys.executable}" -c "from yuetan.cli.main import run; run()" "$@"\n'
    (folder / "bin" / "yuetan").write_text(program, encoding="utf-8")
    (folder / "bin" / "yuetan").chmod(0o755)
    return Stage(folder)


@pytest.fixture(scope="module")
def played(stage: Stage) -> str:
    """What a run says over the remains of one that was broken off, with somebody's note beside them."""
    left = stage.folder / "演 示"
    (left / "档案").mkdir(parents=True)
    (left / ".yuetan-demo").touch()
    (left / "我的笔记.txt").write_text("留着", encoding="utf-8")
    done = stage.play("演 示")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    assert (left / "我的笔记.txt").read_text(encoding="utf-8") == "留着"
    return done.stdout


def commands(said: str) -> list[list[str]]:
    """Every command that was shown, as words, without the archive that it works on."""
    shown = [shlex.split(line[2:]) for line in said.splitlines() if line.startswith("$ yuetan ")]
    return [[words[0], *words[3:]] if words[1] == "-C" else words for words in shown]


@pytest.mark.skipif(shutil.which("make") is None, reason="without make there is no make demo")
def test_make_demo_is_this_script_on_the_fixed_day() -> None:
    outside = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    done = subprocess.run(
        ["make", "-n", "demo", "DEMO=我的 演示"],
        cwd=ROOT,
        env=outside,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1].endswith(' bash tests/demo.sh "我的 演示"')
    assert done.stdout.splitlines()[-1].startswith("YUETAN_TODAY=2026-06-24 ")


def test_one_interview_of_each_situation_is_led_to_its_end_and_reported(stage: Stage, played: str) -> None:
    lines = commands(played)
    verbs = [words[1] for words in lines]
    assert {words[2] for words in lines if words[1] == "new"} == {"日常", "任前", "警示", "回访"}
    assert {*LED, *LOOKED} <= set(verbs)
    closed = {words[2] for words in lines if words[1] == "close"}
    assert sorted(one[:2] for one in closed) == ["HF", "JS", "RC", "RQ"]
    texts = [path.read_text(encoding="utf-8") for one in closed for path in stage.folder.rglob(f"{one}.yaml")]
    assert len(texts) == 4
    assert [text for text in texts if "\n办结:\n" not in text] == []


def test_the_page_ends_with_the_word_and_excel_files_and_they_are_there(stage: Stage, played: str) -> None:
    end = played[played.index("── 做完了") :]
    names = re.findall(r"\S+ \S+\.(?:xlsx|docx)$", end, re.MULTILINE)
    papers = [stage.folder / name for name in names]
    assert [path for path in papers if not zipfile.is_zipfile(path)] == []
    assert [path.suffix for path in papers] == [".xlsx", *[".docx"] * 7]


def test_the_day_is_shown_and_the_breaches_that_are_there_on_purpose(played: str) -> None:
    assert "\n$ export YUETAN_TODAY=2026-06-24\n" in played
    page = (ROOT / "docs" / "demo.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (records/\S+) \| (\S+) \|", page, re.MULTILINE)
    assert len(told) > 10
    for file, code in told:
        found = rf"^{re.escape(file)}:\d+:\d+: \S+ {re.escape(code)} "
        assert len(re.findall(found, played, re.MULTILINE)) == 2, (file, code)


def test_who_was_nobody_to_git_can_go_on_in_the_archive(stage: Stage, played: str) -> None:
    words = ["git", "-C", str(stage.folder / "演 示" / "档案"), "config", "user.name"]
    assert subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout == "演示人员\n"


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_the_demo_did_not_make_is_left_alone(stage: Stage, kind: str) -> None:
    target = stage.folder / f"别人的-{kind}"
    if kind == "folder":
        (target / "档案").mkdir(parents=True)
    elif kind == "file":
        target.write_text("别动", encoding="utf-8")
    else:
        target.symlink_to(stage.folder / "bin")
    done = stage.play(target.name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{target.name} 已经在，而且不是演示建的，没有动它。")
    assert {"folder": (target / "档案").is_dir(), "file": target.is_file(), "link": target.is_symlink()}[kind]
    assert (stage.folder / "bin" / "yuetan").exists()
