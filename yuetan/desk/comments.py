"""What stands beside the values: comments and file names must not tell of an informant either (第八条第（一）项).

The rules judge values; git keeps every byte of a file, and its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.finding import Finding, Level, Span
from yuetan.rules.confidence import leaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.load import Desk

RULE = "B8.1"
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_ADVICE = "已经提交过的，仍在 git 历史中，请告诉维护人员"


def leaks_in_margins(desk: Desk) -> Iterator[Finding]:
    """A finding for each leak in a file's name or in a comment, at its place."""
    law = desk.laws.on(desk.today)
    provision = law.provision(RULE) if law is not None else None
    for path, data in sorted(desk.files.items()):
        for leak in leaks(path, desk.state.office):
            message = f"文件名里不应有{leak}；给文件改名。{_ADVICE}"
            yield Finding(RULE, Level.ERROR, provision, path, (), message, Span(1, 1))
        for span, comment in comments(data):
            for leak in leaks(comment, desk.state.office):
                message = f"注释里不应有{leak}；删去。{_ADVICE}"
                yield Finding(RULE, Level.ERROR, provision, path, (), message, span)


def comments(data: bytes) -> Iterator[tuple[Span, str]]:
    """What follows a ``#`` that may begin a comment, with its place; a file that is no text has none."""
    if b"#" not in data:
        return
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        found = _COMMENT.search(line)
        if found is not None:
            yield Span(number, found.start() + 1), found.group()
