"""What the log says, both ways: a subject for a person, trailers for programs; and the log itself.

The trailers of our own commits are defined here and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from yuetan import __version__
from yuetan.archive import git
from yuetan.errors import InternalFaultError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.archive.store import Store

ACTION = "Yuetan-Action"
ID = "Yuetan-Id"
VERSION = "Yuetan-Version"
"""What did it, to which records (left out where none), and which version of the program."""

_TRAILER = re.compile(r"([A-Za-z][A-Za-z0-9-]*): (.*)")
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_FIELDS = ("%H", "%an", "%ae", "%aI", "%B")


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit: who (as recorded, not proved), when, the subject line, the trailers."""

    commit: str
    author: str
    email: str
    when: datetime
    subject: str
    trailers: Mapping[str, str]

    @property
    def action(self) -> str | None:
        """The command that made it; None of a commit that is not ours."""
        return self.trailers.get(ACTION)


def one_line_text(text: str) -> str:
    """`text` on one line: line breaks, controls and invisible signs become one space."""
    seen = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in text)
    return " ".join(seen.split())


def message_text(subject: str, trailers: Mapping[str, str]) -> str:
    """A commit message. What a user wrote can't forge a trailer: it is folded onto the one line it has."""
    first = one_line_text(subject)
    if not first:
        raise InternalFaultError("提交说明是空的。")
    rows = []
    for name, value in trailers.items():
        row = f"{name}: {one_line_text(value)}"
        if not one_line_text(value) or _TRAILER.fullmatch(row) is None:
            raise InternalFaultError(f"提交说明的附注 {name!r} 不成样子。")
        rows.append(row)
    return "\n".join([first, "", *rows]) + "\n" if rows else f"{first}\n"


def action_text(subject: str, action: str, ids: tuple[str, ...] = ()) -> str:
    """The message of a commit of our own: what was done, by which command, to which records."""
    trailers = {ACTION: action, ID: " ".join(ids), VERSION: __version__}
    return message_text(subject, {name: value for name, value in trailers.items() if value})


def parse(text: str) -> tuple[str, dict[str, str]]:
    """Subject and trailers of a commit message: the last paragraph, where it is not the first and all of it fits.

    Of several trailers of one name the first counts.
    """
    subject = text.lstrip("\n").split("\n", 1)[0].strip()
    paragraphs = [part for part in re.split(r"\n[ \t]*\n", text.strip("\n")) if part.strip()]
    if len(paragraphs) < 2:  # noqa: PLR2004 – a subject alone
        return subject, {}
    rows = [_TRAILER.fullmatch(row.rstrip()) for row in paragraphs[-1].strip("\n").split("\n")]
    found: dict[str, str] = {}
    for row in rows:
        if row is None:
            return subject, {}
        found.setdefault(row.group(1), row.group(2))
    return subject, found


def log(store: Store, path: str | None = None, limit: int | None = None) -> tuple[Entry, ...]:
    """The history of the archive, or of one `path` in it, newest first; empty before the first commit."""
    if store.head() is None:
        return ()
    words = ["-z", "--no-color", "--no-show-signature", f"--format=format:{'%x00'.join(_FIELDS)}"]
    if limit is not None:
        words.append(f"--max-count={limit}")
    place = store.prefix + path if path else store.prefix.rstrip("/")
    parts = _asked(store, *words, "HEAD", *(("--", place) if place else ())).decode("utf-8", "replace").split("\0")
    width = len(_FIELDS)
    return tuple(_entry(*parts[at : at + width]) for at in range(0, len(parts) - width + 1, width))


def _asked(store: Store, *words: str) -> bytes:
    """What ``git log`` answers, through GitPython, which a plain command never imports."""
    from git import Git, GitCommandError

    variables = {**git.QUIET, "GIT_DIR": str(store.git_dir), "GIT_WORK_TREE": str(store.top)}
    command = ["git", *git.OPTIONS, "log", *words]
    try:
        return Git(store.top).execute(command, env=variables, stdout_as_string=False, strip_newline_in_stdout=False)
    except GitCommandError as error:
        status = error.status if isinstance(error.status, int) else 1
        raise git.git_fault(git.Answer(status, b"", str(error.stderr)), "log") from error


def _entry(commit: str, author: str, email: str, when: str, text: str) -> Entry:
    subject, trailers = parse(text)
    return Entry(commit, author, email, datetime.fromisoformat(when), subject, trailers)
