"""What is wrong, where, and under which provision: the currency of everything that judges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

Path = tuple[str | int, ...]
"""A place inside a record, as keys and 0-based indexes: ``("通知", 0, "日期")``."""

CRASH = "E0"
"""The code under which a rule that crashed reports itself."""
_STEP = re.compile(r"(?:^|\.)([^.\[\]]+)|\[(\d+)\]")


class Level(StrEnum):
    """How grave: an error breaches the 办法 or makes the record untrustworthy, a warning is doubtful."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def chinese(self) -> str:
        """The word a clerk reads."""
        return "错误" if self is Level.ERROR else "警告"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: line and column, 1-based, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `provision` is the article, None where no article is at stake."""

    code: str
    level: Level
    provision: str | None
    file: str
    path: Path
    message: str
    span: Span | None = None
    acknowledged: bool = False
    commit: str | None = None

    def at(self, span: Span | None) -> Finding:
        """The same finding with its place."""
        return replace(self, span=span)

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Sorting key: file, line, column, code, then path and message."""
        line, column = (self.span.line, self.span.column) if self.span else (0, 0)
        return (self.file, line, column, self.code, path_text(self.path), self.message)

    def as_json(self) -> dict[str, str | int | bool | None]:
        """The documented JSON shape; every key always present."""
        return {
            "code": self.code,
            "level": self.level.value,
            "provision": self.provision,
            "file": self.file,
            "path": path_text(self.path),
            "line": self.span.line if self.span else None,
            "column": self.span.column if self.span else None,
            "message": self.message,
            "acknowledged": self.acknowledged,
            "commit": self.commit,
        }


def path_text(path: Path) -> str:
    """``("通知", 0, "日期")`` as ``通知[0].日期``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def parse_path(text: str) -> Path | None:
    """``通知[0].日期`` as a path; None where the text is none."""
    path: list[str | int] = []
    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None or (match.group(2) is not None and not path):
            return None
        path.append(match.group(1).strip() if match.group(1) is not None else int(match.group(2)))
        position = match.end()
    return tuple(path) if path else None
