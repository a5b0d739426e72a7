"""What ships with the program: profiles, schemas, templates, the demonstration records.

Inside a wheel they are package data under ``yuetan/data``; in a checkout they stand at the root.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOTS = (_PACKAGE / "data", _PACKAGE.parent)


def root() -> Path:
    """The folder that holds ``schemas/``, ``templates/``, ``records/`` and ``yuetan.yaml``."""
    return next(folder for folder in _ROOTS if (folder / "schemas").is_dir())


def read(folder: str, suffix: str) -> dict[str, bytes]:
    """Every shipped file below `folder` with this ending, by its archive-relative path, sorted."""
    base = root()
    found = sorted(path for path in (base / folder).rglob(f"*{suffix}") if path.is_file())
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in found}


def read_one(path: str) -> bytes:
    """One shipped file by its archive-relative path."""
    return (root() / path).read_bytes()
