"""At a terminal what is missing is asked for, with the sensible answer filled in; without one it is an error."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import archives
from tests.cli.terminal import terminal

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-06-24"
PROGRAM = [sys.executable, "-c", "from yuetan.cli.main import run; run()"]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "示例")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.com")
    return archives.copy(archives.sample(), tmp_path / "档案")


def test_a_draft_is_asked_for_with_the_earliest_lawful_time_and_an_entitled_interviewer(archive: Path) -> None:
    told = ("监督检查", "1", "接待把关不严", "市委组织部", "2026-06-23")
    answers = ("警示", "ZFB-003", "", "JW-002", "一室", "公务接待管理", "", *told)
    status, screen = terminal("-C", str(archive), "--today", TODAY, "new", answers=answers)
    assert status == 0, screen
    assert "[2026-06-29T09:30]" in screen
    assert "[JW-001]" in screen
    made = re.search(r"records/\S+\.yaml", screen)
    assert made is not None
    text = (archive / made.group()).read_text("utf-8")
    for line in ("编号: JW-002", "时间: 2026-06-29T09:30:00", "地点: 一室", "主题: 公务接待管理", "事由: 公务接待管理"):
        assert line in text
    assert "问题来源（1 信访举报、" in screen
    for line in ("来源: 监督检查", "- 本人", "概述: 接待把关不严", "单位: 市委组织部", "日期: 2026-06-23"):
        assert line in text


def test_what_a_situation_needs_may_be_left_for_later(archive: Path) -> None:
    answers = ("任前", "ZFB-003", "-", "JW-002", "", "", "", "市财政局", "副局长", "2", "", "1", "")
    status, screen = terminal("-C", str(archive), "--today", TODAY, "new", answers=answers)
    assert status == 0, screen
    made = re.search(r"records/\S+\.yaml", screen)
    assert made is not None
    text = (archive / made.group()).read_text("utf-8")
    for line in ("拟任单位: 市财政局", "拟任职务: 副局长", "拟任职级: 副处", "拟任市管: true", "情形: 提拔"):
        assert line in text
    assert "商请" not in text


def test_minutes_are_asked_for_piece_by_piece(archive: Path) -> None:
    one = "JS-202606-YK7C5"
    answers = ("", "钱丙辰", "", "", "把关不严", "逐单复核", "严格执行规定")
    status, screen = terminal("-C", str(archive), "--today", TODAY, "minutes", one, answers=answers)
    assert status == 0, screen
    text = (archive / f"records/interviews/2026/06/{one}.yaml").read_text("utf-8")
    for line in ("记录人: 钱丙辰", "解释说明: 把关不严", "整改措施: 逐单复核", "教育提醒: 严格执行规定"):
        assert line in text


@pytest.mark.parametrize(
    "words", [["new"], ["new", "警示"], ["minutes", "JS-202606-YK7C5"], ["cancel", "JS-202606-YK7C5"]]
)
def test_without_a_terminal_a_missing_value_is_an_error_and_nothing_hangs(archive: Path, words: list[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, *words], cwd=archive, env={**os.environ, "YUETAN_TODAY": "2026-06-24"}, stdin=subprocess.PIPE,
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().startswith("错误：")
