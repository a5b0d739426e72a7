"""What was read before, kept under the git directory: it saves time, holds no fact, and may be deleted at any moment.

The file names who wrote it (`engine`) and the digest of its contents: another version's, a torn or a touched one counts
as none. It is replaced whole, never locked: whoever comes second wins, and nobody waits.
"""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

from yuetan.archive import private

if TYPE_CHECKING:
    from yuetan.archive.store import Store


def load(store: Store, engine: str) -> bytes | None:
    """What `save` was given last by this same engine; None where there is nothing, or nothing to be trusted."""
    try:
        data = private.index(store).read_bytes()
    except OSError:
        return None
    head, _, contents = data.partition(b"\n")
    return contents if head == _head(engine, contents) else None


def save(store: Store, engine: str, contents: bytes) -> None:
    """Keep `contents` for the next command; where that cannot be, the next command reads everything again."""
    target = private.index(store)
    temporary = target.with_name(f"{target.name}.new")  # where two write at once, the digest tells
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(_head(engine, contents) + b"\n" + contents)
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _head(engine: str, contents: bytes) -> bytes:
    return f"{engine} {hashlib.sha256(contents).hexdigest()}".encode()
