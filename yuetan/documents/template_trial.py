"""Filling a template by way of trial, in a process of its own: whatever it does, it does not do it to us.

The child is given the template and its kind on its standard input, nothing else; it has so many seconds and so much
memory, and answers with what is wrong. Jinja's sandbox keeps it from files, programs and the network.
"""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.views.papers.fields import Shown, View
    from yuetan.views.papers.index import PaperKind

SECONDS = 6
MEMORY = 1 << 30
"""Bytes of address space that a trial may take: an honest template takes a tenth."""
_CHILD = "from yuetan.documents.template_trial import answer; answer()"


def trial(template: bytes, paper: PaperKind) -> tuple[str, ...]:
    """What is wrong when the template is filled from the kind's samples; each a sentence in Chinese."""
    name, question = paper.template, {"template": base64.b64encode(template).decode(), "kind": paper.name}
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
    from yuetan.views.papers.index import PAPERS

    _bounded()
    question = json.loads(sys.stdin.buffer.read())
    found = _tried(base64.b64decode(question["template"]), PAPERS[question["kind"]])
    sys.stdout.write(json.dumps(found))


def _bounded() -> None:
    """Bounds on memory and time, where the system has them (not on Windows: there the parent's clock alone)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _tried(template: bytes, paper: PaperKind) -> list[str]:
    found = [*_unknown(template, paper.view)]
    for which, view in (("完整的", paper.view.sample()), ("最少的", paper.view.least())):
        found += _filled(template, paper, which, view)
    return list(dict.fromkeys(found))


def _unknown(template: bytes, view: type[View]) -> Iterator[str]:
    """The variables that the view does not have; a template that cannot be parsed is told by the filling."""
    from yuetan.documents.fill import variables

    known = [name for name in view.variables() if "." not in name]
    with contextlib.suppress(Exception):
        unknown = sorted(variables(template) - set(known))
        if unknown:
            yield f"用了不存在的变量 {'、'.join(unknown)}；可用的变量：{'、'.join(known)}"


def _filled(template: bytes, paper: PaperKind, which: str, view: Mapping[str, Shown]) -> Iterator[str]:
    from yuetan.documents.fill import fill
    from yuetan.documents.part_texts import part_texts
    from yuetan.errors import YuetanError

    try:
        content = fill(template, view, name=paper.template, must_stand=paper.must_stand)
        text = "\n".join(text for _, text in part_texts(content))
    except YuetanError as error:
        yield f"用{which}样例试填：{error.message}" + (f"；{error.hint}" if error.hint else "")
        return
    if any(mark in text for mark in ("{{", "}}", "{%", "%}")):
        yield f"用{which}样例试填后还留有标签；检查 {{{{ }}}} 和 {{% %}} 是否成对"
