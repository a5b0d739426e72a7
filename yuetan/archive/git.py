"""git, started as a program: the one place that does so. No prompt, no pager, no translation.

What is read on every command asks git directly, since importing GitPython costs more than the whole command.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.archive.fault import fault_in_output, system_fault
from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SETTINGS = (
    "core.quotepath=off",
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "user.useConfigOnly=true",
    "advice.detachedHead=false",
)
OPTIONS = ("--literal-pathspecs", *(word for setting in _SETTINGS for word in ("-c", setting)))
QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat", "GIT_EDITOR": ":"}
_FOREIGN = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
)
"""Variables that a surrounding hook or alias sets for its own repository."""

IDENTITY_HINT = "请先设置：git config --global user.name 你的姓名；git config --global user.email 你的邮箱"


@dataclass(frozen=True, slots=True)
class Answer:
    """What git answered: exit status, standard output, and what it complained."""

    status: int
    out: bytes
    complaint: str

    @property
    def text(self) -> str:
        """Standard output without the last line break."""
        return self.out.decode("utf-8", "surrogateescape").rstrip("\n")


def surroundings() -> dict[str, str]:
    """The environment without what belongs to another repository; for git and for hooks."""
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN}


def ask(
    folder: Path,
    *words: str,
    stdin: bytes = b"",
    variables: Mapping[str, str] | None = None,
    holds_lock: bool = False,
) -> Answer:
    """Run ``git words`` in `folder`; whatever git says is an answer. Raises only where git can't be started.

    With `holds_lock` git inherits the archive's lock, so that nobody goes on while it outlives us.
    """
    environment = surroundings()
    environment.update(QUIET)
    environment.update(variables or {})
    try:
        done = subprocess.run(
            ["git", *OPTIONS, *words],
            cwd=folder,
            env=environment,
            input=stdin,
            capture_output=True,
            check=False,
            close_fds=not holds_lock,
        )
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise system_fault(error, "进入", folder) from error
        raise EnvironmentFaultError("没有找到 git。", hint="请安装 git 2.25 以上版本后再试。") from error
    except OSError as error:
        raise system_fault(error, "启动", "git") from error
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def run(folder: Path, *words: str, stdin: bytes = b"", variables: Mapping[str, str] | None = None) -> bytes:
    """Run ``git words`` and give its output; EnvironmentFaultError in Chinese where git refuses."""
    answer = ask(folder, *words, stdin=stdin, variables=variables)
    if answer.status:
        raise git_fault(answer, words[0])
    return answer.out


def git_fault(answer: Answer, verb: str) -> EnvironmentFaultError:
    """Why git refused, as the exception to raise."""
    complaint = answer.complaint
    if known := fault_in_output(complaint):
        return EnvironmentFaultError(f"git 写不进去或读不出来：{known[0]}。", hint=known[1])
    if "dubious ownership" in complaint:
        return _dubious(complaint)
    if "not a git repository" in complaint or "must be run in a work tree" in complaint:
        return EnvironmentFaultError(
            "这个文件夹不在 git 工作区里。", hint="用 yuetan init 新建一个档案，或到档案所在的文件夹里再试。"
        )
    if "auto-detection is disabled" in complaint or "empty ident" in complaint:
        return EnvironmentFaultError("git 还不知道你是谁，记录不能署名。", hint=IDENTITY_HINT)
    if "failed to sign" in complaint or "gpg" in complaint:
        return EnvironmentFaultError(
            f"提交要求签名（commit.gpgsign），但签名没有成功：{_last(complaint)}",
            hint="请检查签名密钥（git config user.signingkey）后再试；什么都没有写入。",
        )
    if lock := re.search(r"Unable to create '(.+\.lock)': File exists", complaint):
        return EnvironmentFaultError(
            f"别的 git 命令占着 {lock.group(1)}。",
            hint=f"等它结束再试；确认没有 git 在运行时可以删除它：rm '{lock.group(1)}'",
        )
    if answer.status < 0:
        return EnvironmentFaultError(
            f"git {verb} 被系统中止（信号 {-answer.status}）。", hint="请检查磁盘空间和系统限制后再试。"
        )
    return EnvironmentFaultError(
        f"git {verb} 没有成功：{_last(complaint) or answer.status}", hint="可运行 git status 查看仓库情况。"
    )


def _dubious(complaint: str) -> EnvironmentFaultError:
    place = re.search(r"repository at '(.+?)'", complaint)
    folder = place.group(1) if place else "."
    return EnvironmentFaultError(
        f"仓库 {folder} 属于另一个用户，git 不肯使用它。",
        hint=f"确认可信后运行：git config --global --add safe.directory '{folder}'",
    )


def _last(complaint: str) -> str:
    lines = [line for line in complaint.splitlines() if line.strip() and not line.startswith("hint:")]
    return lines[-1] if lines else ""
