"""README.md tells the truth: each command of its first steps runs, and gives what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "README.md").read_text("utf-8")
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_ERRORS = {"check", "due"}
"""Commands whose exit status says what they found."""
ROSTER = (
    ("单位编码", "单位", "类别", "编号", "姓名", "职务", "角色", "职级", "管理", "任职时间"),
    ("JW", "市纪委监委", "市纪委", "JW-001", "李丁卯", "书记", "主要负责人", "副厅", "省管", "2022-03-01"),
    ("FGW", "市发改委", "市委办局", "FGW-001", "赵甲子", "主任", "主要负责人", "正处", "市管", "2023-05-08"),
)


@dataclass
class Reader:
    """Somebody who types what the page says, block after block."""

    folder: Path
    environment: dict[str, str]

    def type(self, command: str, shown: str) -> None:
        """One line of the page, which must succeed and give what the page shows below it."""
        words = shlex.split(command, comments=True)
        if words[0] == "cd":
            self.folder /= words[1]
        elif words[0] == "export":
            name, _, self.environment[name] = words[1].partition("=")
        else:
            assert words[0] == "yuetan", command
            program = [sys.executable, "-c", "from yuetan.cli.main import run; run()", *words[1:]]
            done = subprocess.run(
                program, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8", check=False
            )
            said = (done.stdout + done.stderr).strip()
            assert done.returncode in ({0, 1} if words[1] in _ERRORS else {0}), f"{command}: {said}"
            assert not shown or said == shown, command


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    identity = {f"GIT_{who}_{what}": "a@b.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return Reader(tmp_path, {**os.environ, **identity, "NO_COLOR": "1"})


def steps(start: str, end: str) -> Iterator[tuple[str, str]]:
    """Each command of the blocks between two places of the page, with what the page shows below it."""
    for block in _BLOCK.findall(PAGE[PAGE.index(start) : PAGE.index(end)]):
        for step in ("\n" + block).split("\n$ ")[1:]:
            command, _, shown = step.partition("\n")
            yield command, shown.strip()


def test_the_first_steps_run_and_give_what_is_shown(reader: Reader) -> None:
    typed = list(steps("## 五分钟上手", "新建自己的档案"))
    assert len([command for command, _ in typed if command.startswith("yuetan ")]) > 8
    assert len([shown for _, shown in typed if shown]) >= 2
    for command, shown in typed:
        reader.type(command, shown)


def test_an_archive_of_ones_own_is_made_as_the_page_says(reader: Reader) -> None:
    typed = list(steps("新建自己的档案", "## 一份约谈的一生"))
    assert [command.split()[1] for command, _ in typed] == ["init", "约谈档案", "roster", "roster"]
    for command, shown in typed:
        if command.startswith("yuetan roster"):
            _roster(reader.folder / "名册.xlsx")
        reader.type(command, shown)
    reader.type("yuetan roster show 赵甲子", "")
    assert "姓名: 赵甲子" in (reader.folder / "records" / "units" / "FGW.yaml").read_text("utf-8")


def _roster(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in ROSTER:
        book.worksheets[0].append(row)
    book.save(path)


def test_what_is_to_be_made_is_a_target_of_the_makefile() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = {command.split()[1] for command, _ in steps("## 安装", "## 五分钟上手") if command.startswith("make ")}
    assert asked == {"demo", "test", "dist"}
    assert asked <= targets


def test_the_commands_of_the_page_exist() -> None:
    from yuetan.cli.catalogue import COMMANDS

    known = {row.name for row in COMMANDS}
    named = set(re.findall(r"`yuetan ([a-z]+)", PAGE))
    assert named
    assert named <= known
