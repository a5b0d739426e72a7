"""The log of exports: one line of JSON each, beside lock and journal under `.git/yuetan/`, for its owner's eyes only.

It is no record: what left this machine is this machine's to say, and a reason for wanting names is itself personal, so
that it has no place in a history that is copied to others.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from yuetan.archive import private
from yuetan.archive.fault import system_fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yuetan.archive.store import Store


def append(store: Store, entry: Mapping[str, object]) -> Path:
    """Add a line, forced to disk; the file. EnvironmentFaultError where that fails: then nothing may leave."""
    path = private.exports(store)
    line = json.dumps(entry, ensure_ascii=False, sort_keys=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise system_fault(error, "写入", path) from error
    return path
