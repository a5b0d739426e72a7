"""From a file's bytes to its record, or to what was read from the same bytes before: nothing is parsed twice."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import pickle
import sys
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yuetan
from yuetan.archive import index
from yuetan.codec import read
from yuetan.model import RECORDS, Stored, build

if TYPE_CHECKING:
    from yuetan.archive.store import Store
    from yuetan.codec import Fault
    from yuetan.codec.plain import Plain
    from yuetan.model.build import Violation

_WORTH_KEEPING = 20
"""Files that had to be parsed before the index is written again; more where it is large, since it is written whole."""
_SOURCES = ("codec", "model", "finding.py")
"""What a record as read depends on besides its bytes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sound file as read: its plain value, its record and what does not match the field table."""

    raw: Plain
    record: object
    violations: tuple[Violation, ...]


class Reader:
    """Reads the files of one archive; what another command has parsed already comes out of the index.

    A file with faults is never kept: it is read and named every time. Without an index, or with one that cannot be
    trusted, everything is parsed, with the same result.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._engine = _engine()
        self._known = _unpacked(index.load(store, self._engine))
        self._seen: dict[bytes, Reading] = {}
        self._fresh = 0

    def stored(self, path: str, kind: str, data: bytes) -> tuple[Stored[object], tuple[Fault, ...]]:
        """The record that `data`, the bytes of `path`, hold, with the faults of the YAML."""
        key = hashlib.sha256(kind.encode() + b"\n" + data).digest()
        reading = self._known.get(key)
        if reading is None:
            document = read(data)
            value = document.value if document.value is not None else {}
            record, violations = build(RECORDS[kind], value)
            if document.faults:
                return Stored(path, value, record, (), readable=False), document.faults
            reading = Reading(value, record, violations)
            self._fresh += 1
        self._seen[key] = reading
        return Stored(path, reading.raw, reading.record, reading.violations), ()

    def keep(self) -> None:
        """Leave what was seen to the next command, where enough of it is new to be worth the writing."""
        if self._fresh > _WORTH_KEEPING + len(self._known) // _WORTH_KEEPING:
            index.save(self._store, self._engine, pickle.dumps(self._seen, protocol=5))


@cache
def _engine() -> str:
    """Another version, another Python or a changed source reads everything anew."""
    digest = hashlib.sha256(f"{yuetan.__version__} {sys.version}".encode())
    for name in _SOURCES:
        source = Path(yuetan.__file__).parent / name
        for file in sorted(source.glob("*.py")) if source.is_dir() else (source,):
            digest.update(file.read_bytes())
    return digest.hexdigest()


class _Records(pickle.Unpickler):
    """Takes records, members of choices, days and times, nothing else that a pickle may name: an index runs no code."""

    def find_class(self, module: str, name: str) -> Any:
        if module == __name__ or module.startswith("yuetan.model."):
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module and _is_value(found):
                return found
        elif module == "datetime" and name in {"date", "datetime"}:
            return getattr(dt, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _is_value(found: type) -> bool:
    """Whether a class holds values and no more: a record, or the members of a choice."""
    return is_dataclass(found) or issubclass(found, StrEnum)


def _unpacked(contents: bytes | None) -> dict[bytes, Reading]:
    if contents is None:
        return {}
    try:
        known = _Records(io.BytesIO(contents)).load()
    except Exception:  # noqa: BLE001 (whatever is wrong with it, an index is only a saving)
        return {}
    return known if isinstance(known, dict) else {}
