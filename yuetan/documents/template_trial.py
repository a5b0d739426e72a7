"""Filling a template by way of trial, in a process of its own: whatever it does, it does not do it to us.

The child is given the template and invented views on its standard input, nothing else; it has so many seconds and so
much memory, and answers with what is wrong. Jinja's sandbox keeps it from files, programs and the network.
"""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 6
MEMORY = 1 << 30
"""Bytes of address space that a trial may take: an honest template takes a tenth."""
_CHILD = "from yuetan.documents.template_trial import answer; answer()"


def trial(
    template: bytes, name: str, variables: Mapping[str, str], views: tuple[Mapping[str, Any], ...]
) -> tuple[str, ...]:
    """What is wrong when the template is filled from these views; each a sentence in Chinese, none where nothing is."""
    question = {
        "template": base64.b64encode(template).decode(),
        "name": name,
        "variables": [key for key in variables if "." not in key],
        "views": views,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", _CHILD],
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return (f"模板 {name} 试填 {SECONDS} 秒还没有完，不能使用；检查其中的循环",)
    if done.returncode:
        return (f"模板 {name} 试填时出了问题（占用内存过多，或用了不允许的写法），不能使用；检查其中的循环和计算",)
    found: list[str] = json.loads(done.stdout)
    return tuple(found)


def answer() -> None:
    """The child: read the question, write the answer."""
    _bounded()
    question = json.loads(sys.stdin.buffer.read())
    found = _tried(base64.b64decode(question["template"]), question["name"], question["variables"], question["views"])
    sys.stdout.write(json.dumps(found))


def _bounded() -> None:
    """Bounds on memory and time, where the system has them (not on Windows: there the parent's clock alone)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _tried(template: bytes, name: str, known: list[str], views: list[Mapping[str, Any]]) -> list[str]:
    from yuetan.documents.fill import fill, variables
    from yuetan.documents.full_text import text_of
    from yuetan.errors import YuetanError

    found: list[str] = []
    with contextlib.suppress(Exception):  # a template that cannot be parsed is told by the filling
        unknown = sorted(variables(template) - set(known))
        if unknown:
            found.append(f"用了不存在的变量 {'、'.join(unknown)}；可用的变量：{'、'.join(known)}")
    for which, view in zip(("完整的", "最少的"), views, strict=True):
        try:
            text = "\n".join(text for _, text in text_of(fill(template, view, name=name)))
        except YuetanError as error:
            found.append(f"用{which}样例试填：{error.message}" + (f"；{error.hint}" if error.hint else ""))
            continue
        if any(mark in text for mark in ("{{", "}}", "{%", "%}")):
            found.append(f"用{which}样例试填后还留有标签；检查 {{{{ }}}} 和 {{% %}} 是否成对")
    return list(dict.fromkeys(found))
