"""README.md tells the truth: each command of its first steps runs, and gives what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_ERRORS = {"check", "due"}
"""Commands whose exit status says what they found."""


def first_steps() -> Iterator[tuple[str, str]]:
    """Each command of the part 五分钟上手 with what the page shows below it."""
    page = (ROOT / "README.md").read_text("utf-8")
    part = page[page.index("## 五分钟上手") : page.index("新建自己的档案")]
    for block in _BLOCK.findall(part):
        for step in ("\n" + block).split("\n$ ")[1:]:
            command, _, shown = step.partition("\n")
            yield command, shown.strip()


def test_the_first_steps_run_and_give_what_is_shown(tmp_path: Path) -> None:
    folder = tmp_path
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "a@b.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "NO_COLOR": "1",
    }
    ran = 0
    for command, shown in first_steps():
        words = shlex.split(command)
        if words[0] == "cd":
            folder /= words[1]
        elif words[0] == "export":
            name, _, value = words[1].partition("=")
            environment[name] = value
        else:
            assert words[0] == "yuetan", command
            program = [sys.executable, "-c", "from yuetan.cli.main import run; run()", *words[1:]]
            done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=False)
            said = (done.stdout + done.stderr).strip()
            assert done.returncode in ({0, 1} if words[1] in _ERRORS else {0}), f"{command}: {said}"
            assert not shown or said == shown, command
            ran += 1
    assert ran > 8


def test_the_commands_of_the_page_exist() -> None:
    from yuetan.cli.app import COMMANDS

    known = {row.name for row in COMMANDS}
    page = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`yuetan ([a-z]+)", page))
    assert named
    assert named <= known
