"""File names that every system takes, and that no path trick gets through."""

from __future__ import annotations

import re
import unicodedata

LIMIT = 180
"""UTF-8 bytes of a stem: with an ending and a temporary mark it stays below the 255 that file systems allow."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$")


def safe_name(stem: str) -> str:
    """The stem as a file name: no separators, no control or invisible characters, at most 180 bytes, never empty.

    Two stems that differ only in what is taken out become one; who needs them apart puts an id into the stem.
    """
    kept = "".join(c for c in unicodedata.normalize("NFC", stem) if unicodedata.category(c)[0] != "C" or c in "\t\n")
    kept = _FORBIDDEN.sub("-", kept).strip(" .-")
    kept = kept.encode()[:LIMIT].decode(errors="ignore").rstrip(" .-")
    if not kept:
        return "文书"
    return f"_{kept}" if _RESERVED.match(kept.split(".", 1)[0]) else kept
