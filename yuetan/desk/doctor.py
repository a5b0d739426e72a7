"""The environment as the program finds it: what is there, what is missing, what to do about it."""

from __future__ import annotations

import ipaddress
import platform
import re
import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan import __version__
from yuetan.desk import shipped
from yuetan.model.paths import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.load import Desk

_HOST = re.compile(r"(?:[a-z+]+://)?(?:[^@/]*@)?(\[[0-9a-fA-F:]+\]|[^:/]+)[:/]")
_LOCAL_ENDINGS = (".local", ".lan", ".internal", ".intranet", ".localhost")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `sound` False where something should be done."""

    name: str
    sound: bool
    found: str
    advice: str = ""

    def as_json(self) -> dict[str, object]:
        """Every key always present."""
        return {"name": self.name, "sound": self.sound, "found": self.found, "advice": self.advice or None}


def checks(desk: Desk) -> tuple[Check, ...]:
    """Everything that is looked at, in a fixed order."""
    return (*_program(), *_git(desk), *_calendar(desk), *_files(desk))


def _program() -> Iterator[Check]:
    from yuetan.codec import has_c_parser

    yield Check("程序", sound=True, found=f"yuetan {__version__}，Python {platform.python_version()}")
    fast = has_c_parser()
    yield Check(
        "YAML 解析器",
        sound=fast,
        found="libyaml（C）" if fast else "纯 Python（慢约二十倍）",
        advice="" if fast else "安装 ruamel.yaml.clib：pip install 'ruamel.yaml[oldlibyaml]'",
    )
    office = shutil.which("soffice") or shutil.which("libreoffice")
    yield Check("LibreOffice", sound=True, found=office or "没有（只影响转成 PDF）")


def _git(desk: Desk) -> Iterator[Check]:
    from yuetan.archive import git

    store = desk.store
    yield Check("git", sound=True, found=git.run(store.top, "--version").decode().strip())
    identity = git.ask(store.top, "var", "GIT_COMMITTER_IDENT")
    yield Check(
        "git 身份",
        sound=identity.status == 0,
        found=identity.text.rsplit(" ", 2)[0] if identity.status == 0 else "没有设置",
        advice=""
        if identity.status == 0
        else "git config --global user.name 姓名；git config --global user.email 邮箱",
    )
    signing = git.ask(store.top, "config", "--bool", "commit.gpgsign")
    yield Check("提交签名", sound=True, found="已打开" if signing.text == "true" else "没有打开")
    yield Check("历史", sound=not store.shallow, found="浅克隆，较早的历史不在本机" if store.shallow else "完整")
    remotes = git.ask(store.top, "config", "--get-regexp", r"^remote\..*\.url$")
    for row in remotes.text.splitlines() if remotes.status == 0 else ():
        name, _, address = row.partition(" ")
        inside = _intranet(address)
        advice = "" if inside else "约谈记录不得离开内网：git remote remove 它"
        yield Check(f"远程 {name.split('.')[1]}", inside, _without_password(address), advice)


def _calendar(desk: Desk) -> Iterator[Check]:
    for year in (desk.today.year, desk.today.year + 1):
        known = desk.laws.calendar.known(date(year, 7, 1))
        advice = "" if known else f"国务院办公厅公布 {year} 年放假安排后，用 yuetan calendar import 导入"
        yield Check(f"{year} 年工作日", known, "已知" if known else "暂定", advice)


def _files(desk: Desk) -> Iterator[Check]:
    from pathlib import Path

    known = shipped.read("schemas", ".json") | shipped.read(TEMPLATES.rstrip("/"), ".docx")
    differing = []
    for path, content in known.items():
        own = Path(desk.store.root) / path
        if own.is_file() and own.read_bytes() != content:
            differing.append(path)
    schemas = [path for path in differing if path.endswith(".json")]
    yield Check(
        "结构说明",
        sound=not schemas,
        found="与程序一致" if not schemas else f"与程序不同：{'、'.join(schemas)}",
        advice="" if not schemas else "只影响编辑器的提示；可从新建的档案中拷来",
    )
    own_templates = [path for path in differing if path.endswith(".docx")]
    yield Check(
        "模板", sound=True, found=f"本单位自有：{'、'.join(own_templates)}" if own_templates else "随程序提供的"
    )


def _intranet(address: str) -> bool:
    """A file path, a private address, or a host without a public domain."""
    match = _HOST.match(address)
    if match is None or address.startswith(("/", ".", "file:")) or re.match(r"[A-Za-z]:[\\/]", address):
        return True
    host = match.group(1).strip("[]").casefold()
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_ENDINGS)


def _without_password(address: str) -> str:
    return re.sub(r"(//[^:/@]*):[^@/]*@", r"\1:***@", address)
