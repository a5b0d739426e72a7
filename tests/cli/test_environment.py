"""What surrounds the archive: git's state, its hooks, missing rights, interruption, two writers at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.bench import process
from yuetan.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.bench import Bench

CANCEL = ("cancel", "JS-202606-NL39L", "--why", "对象已调离本市")
PROGRAM = "from yuetan.cli.main import run; run()"


def untouched(home: Bench, says: str, step: str, *words: str) -> None:
    """Assert that a writing command is refused by the environment, and leaves the archive as it was."""
    before = home.trace()
    said = home.run(*(words or CANCEL))
    assert (said.status, said.out) == (3, "")
    first, _, second = said.err.partition("\n下一步：")
    assert first.startswith("错误：")
    assert says in first
    assert step in second
    assert home.trace() == before


def hook(home: Bench, name: str, script: str) -> None:
    path = home.folder / ".git" / "hooks" / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_an_identity_nothing_is_written(home: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        for part in ("NAME", "EMAIL"):
            monkeypatch.delenv(f"GIT_{role}_{part}", raising=False)
    monkeypatch.delenv("EMAIL", raising=False)
    untouched(home, "git 还不知道你是谁，记录不能署名", "git config --global user.name 你的姓名")
    assert home.done("list", "--state", "待整改").out != ""


def test_on_no_branch_nothing_is_written(home: Bench) -> None:
    home.git("checkout", "-q", "--detach")
    untouched(home, "HEAD 不在任何分支上", "git switch main")


@pytest.mark.parametrize(
    ("mark", "word", "step"),
    [
        ("MERGE_HEAD", "合并", "git merge --abort"),
        ("CHERRY_PICK_HEAD", "拣选", "git cherry-pick --abort"),
        ("REVERT_HEAD", "回退", "git revert --abort"),
        ("rebase-merge", "变基", "git rebase --abort"),
    ],
)
def test_while_git_has_something_under_way_nothing_is_written(home: Bench, mark: str, word: str, step: str) -> None:
    place = home.folder / ".git" / mark
    if mark == "rebase-merge":
        place.mkdir()
    else:
        place.write_text(home.git("rev-parse", "HEAD") + "\n", encoding="utf-8")
    untouched(home, f"有一次没做完的{word}", step)
    assert home.run("check", "--select", "S").status == 0


def test_a_merge_that_conflicts_is_said_and_looking_goes_on(home: Bench) -> None:
    path = home.folder / home.file("JS-202606-NL39L")
    text = path.read_text(encoding="utf-8")
    for branch, topic in (("甲", "一个主题"), ("乙", "另一个主题")):
        home.git("checkout", "-q", "-b", branch, "main")
        path.write_text(text.replace("主题: 公务接待管理问题", f"主题: {topic}"), encoding="utf-8")
        home.git("commit", "-q", "--no-verify", "-a", "-m", topic)
    assert (
        subprocess.run(["git", "merge", "-q", "甲"], cwd=home.folder, capture_output=True, check=False).returncode == 1
    )
    untouched(home, "有一次没做完的合并", "git merge --continue", "cancel", "HF-202606-EQ7W2", "--why", "调离")
    said = home.run("check", home.file("JS-202606-NL39L"))
    assert said.status == 1
    assert "错误 S1 " in said.out
    assert home.run("check", "--staged").status == 3


def test_a_shallow_clone_works_and_says_what_it_lacks(home: Bench, tmp_path: Path) -> None:
    home.done(*CANCEL)
    clone = tmp_path / "浅克隆"
    subprocess.run(["git", "clone", "-q", "--depth", "1", home.folder.as_uri(), str(clone)], check=True)
    home.folder = clone
    home.done("cancel", "HF-202606-EQ7W2", "--why", "调离")
    said = home.refused("check", "--at", "HEAD~5")
    assert "没有版本 HEAD~5" in said.err
    assert "git fetch --unshallow" in said.err
    assert "浅克隆" in home.done("doctor").out


def test_before_the_first_commit_looking_works_and_writing_says_what_to_do(home: Bench) -> None:
    shutil.rmtree(home.folder / ".git")
    home.git("init", "-q")
    said = home.run(*CANCEL)
    assert said.status == 3
    assert "还没有提交过，没有动它" in said.err
    assert "git add" in said.err
    assert "HX2UR" in home.done("list", "--state", "待整改").out
    assert home.done("log").err == "还没有任何提交。\n"
    said = home.run("check", "--at", "HEAD")
    assert (said.status, said.err.splitlines()[0]) == (2, "错误：这个档案还没有任何提交。")


def test_an_index_lock_is_waited_for_then_said_and_left(home: Bench) -> None:
    lock = home.folder / ".git" / "index.lock"
    lock.touch()
    said = home.run(*CANCEL)
    assert (said.status, said.out) == (3, "")
    assert "index.lock 已存在" in said.err
    assert f"rm '{lock}'" in said.err
    assert lock.exists()
    assert home.done("list", "--state", "待整改").out != ""
    lock.unlink()
    home.done(*CANCEL)
    home.committed("cancel", "JS-202606-NL39L")


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "prepare-commit-msg"])
def test_a_hook_that_refuses_is_quoted_and_nothing_is_written(home: Bench, name: str) -> None:
    hook(home, name, "echo 先请示某书记; exit 1")
    untouched(home, f"仓库的钩子 {name} 不同意这次提交，什么都没有写入：\n先请示某书记", "改正后再试")


def commit(home: Bench) -> subprocess.CompletedProcess[str]:
    """What a person types after changing files by hand, with this yuetan on the path."""
    home.git("add", "-A")
    folder = home.folder.parent / "bin"
    folder.mkdir(exist_ok=True)
    (folder / "yuetan").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{PROGRAM}" "$@"\n', encoding="utf-8")
    (folder / "yuetan").chmod(0o755)
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    words = ["git", "commit", "-q", "-m", "手工改"]
    return subprocess.run(words, cwd=home.folder, env=environment, capture_output=True, text=True, check=False)


def test_the_hook_of_init_lets_a_sound_change_by_hand_pass(home: Bench) -> None:
    with (home.folder / home.file("JS-202606-NL39L")).open("a", encoding="utf-8") as file:
        file.write("# 手写的说明\n")
    assert commit(home).returncode == 0
    assert home.git("log", "-1", "--format=%s") == "手工改"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("方式: 个别谈话", "方式: [", "S1"),
        ("方式: 个别谈话", "方式: 聊天", "S2"),
        ("编号: JS-202605-RP4TT", "编号: JS-202605-RP4TU", "S3"),
        ("\n事由: ", "\n事由: 13800000000 来电，", "B8.1"),
    ],
)
def test_the_hook_of_init_stops_what_git_would_never_forget(home: Bench, old: str, new: str, code: str) -> None:
    path = home.folder / home.file("JS-202605-RP4TT")
    text = path.read_text(encoding="utf-8")
    assert old in text
    assert "来源: 信访举报" in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    head = home.git("rev-parse", "HEAD")
    done = commit(home)
    assert done.returncode == 1
    assert f"错误 {code} " in done.stdout + done.stderr
    assert home.git("rev-parse", "HEAD") == head


def test_outside_an_archive_it_is_said_where_to_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("list",), ("check",), CANCEL, ("due",), ("doctor",), ("roster", "list")):
        assert main(["-C", str(tmp_path), *words]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert "没有约谈档案（yuetan.yaml）" in said.err
        assert "yuetan init" in said.err


def test_an_archive_outside_git_is_said_so(home: Bench) -> None:
    shutil.rmtree(home.folder / ".git")
    for words in (("list",), CANCEL):
        said = home.run(*words)
        assert (said.status, said.out) == (3, "")
        assert "不在 git 工作区里" in said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_so(home: Bench) -> None:
    month = (home.folder / home.file("JS-202606-NL39L")).parent
    month.chmod(0o555)
    try:
        untouched(home, "没有权限", "权限")
    finally:
        month.chmod(0o755)


def test_a_file_that_may_not_be_read_is_a_finding(home: Bench) -> None:
    path = home.folder / home.file("JS-202606-NL39L")
    path.unlink()
    path.mkdir()
    (path / "x").touch()
    said = home.run(*CANCEL)
    assert said.status == 2
    assert "没有找到“JS-202606-NL39L”" in said.err


def test_control_c_ends_with_130_and_leaves_the_archive_as_it_was(home: Bench) -> None:
    hook(home, "pre-commit", "kill -INT $PPID; sleep 1")
    before = home.trace()
    done = process(home.folder, *CANCEL)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "已中断，没有写入任何东西，或下一条命令会接着做完。\n"
    assert home.trace() == before
    (home.folder / ".git" / "hooks" / "pre-commit").unlink()
    home.done(*CANCEL)
    home.committed("cancel", "JS-202606-NL39L")


def test_a_command_killed_before_its_commit_leaves_the_archive_as_it_was(home: Bench) -> None:
    hook(home, "commit-msg", "kill -KILL $PPID; sleep 1")
    head = home.git("rev-parse", "HEAD")
    assert process(home.folder, *CANCEL).returncode == -9
    (home.folder / ".git" / "hooks" / "commit-msg").unlink()
    home.done("list", "--state", "待整改")
    assert home.git("rev-parse", "HEAD") == head
    assert home.git("status", "--porcelain") == ""
    home.done(*CANCEL)
    home.committed("cancel", "JS-202606-NL39L")


def test_a_command_killed_after_its_commit_is_whole(home: Bench) -> None:
    hook(home, "post-commit", "kill -KILL $PPID; sleep 1")
    assert process(home.folder, *CANCEL).returncode == -9
    home.done("list", "--state", "待整改")
    home.committed("cancel", "JS-202606-NL39L")
    assert home.record("JS-202606-NL39L")["撤销"]["原因"] == "对象已调离本市"


def together(home: Bench, *lines: tuple[str, ...]) -> list[int]:
    """Exit statuses of commands started at the same time."""
    words = [sys.executable, "-c", PROGRAM, "-C", str(home.folder)]
    started = [subprocess.Popen([*words, *line], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for line in lines]
    complaints = [one.communicate(timeout=60)[1].decode() for one in started]
    assert [text for text in complaints if "Traceback" in text or "内部" in text] == []
    return [one.returncode for one in started]


def test_two_writers_at_once_lose_nothing(home: Bench) -> None:
    ids = ("JS-202606-NL39L", "HF-202606-EQ7W2", "RQ-202606-VEYV8")
    assert together(home, *(("notify", one) for one in ids)) == [0, 0, 0]
    assert home.git("rev-list", "--count", "HEAD") == "4"
    assert home.git("status", "--porcelain") == ""
    numbers = sorted(home.record(one)["通知"][-1]["文号"] for one in ids)
    assert numbers == ["示纪约〔2026〕77号", "示纪约〔2026〕78号", "示纪约〔2026〕79号"]


def test_of_two_writers_of_one_record_the_second_is_judged_on_what_the_first_wrote(home: Bench) -> None:
    assert sorted(together(home, CANCEL, CANCEL)) == [0, 2]
    home.committed("cancel", "JS-202606-NL39L")
    assert home.git("rev-list", "--count", "HEAD") == "2"
