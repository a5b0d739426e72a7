"""git's name for a content, computed here: comparing needs no process."""

from __future__ import annotations

import hashlib

_SHA1_LENGTH = 40


def blob_id(content: bytes, *, like: str) -> str:
    """The blob id of `content` in the object format of the id `like` (SHA-1 or SHA-256)."""
    kind = "sha1" if len(like) == _SHA1_LENGTH else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def nothing(like: str) -> str:
    """The id that says "no such thing" to git, in the object format of the id `like`."""
    return "0" * len(like)
