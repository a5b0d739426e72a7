"""Which paths belong to an archive, and which may be written; paths are POSIX, relative to its root."""

from __future__ import annotations

import re

from yuetan.errors import BadInputError
from yuetan.model.paths import OFFICE

FOLDERS = ("records", "schemas/calendar", "schemas/regulations")
"""Folders that hold what is judged and what judges."""

_FLAT = ("schemas/calendar/", "schemas/regulations/")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def matters(path: str) -> bool:
    """Is `path` read: yuetan.yaml, a record, a profile or a calendar? Hidden files are nobody's record."""
    if path == OFFICE:
        return True
    if not path.endswith(".yaml") or any(step.startswith(".") for step in path.split("/")):
        return False
    flat = next((folder for folder in _FLAT if path.startswith(folder)), None)
    return path.startswith("records/") if flat is None else "/" not in path[len(flat) :]


def writable(path: str) -> str:
    """`path` itself where it stays inside the archive on every system; BadInputError where it doesn't."""
    steps = path.split("/")
    bad = _FORBIDDEN.search(path) or any(
        step in {"", ".", ".."} or step.lower() == ".git" or step.endswith((" ", ".")) for step in steps
    )
    if bad:
        raise BadInputError(f"不能写入路径 {path!a}：它不是档案里的普通文件名。", hint="请检查编号或单位编码。")
    return path
