"""What yuetan keeps for itself inside the git directory, `.git/yuetan/`: no records, and never committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from yuetan.archive.store import Store


def lock(store: Store) -> Path:
    """The file that one writer holds; it stays when nobody does."""
    return store.private / "lock"


def work(store: Store) -> Path:
    """The folder of the private index and the like, while a commit is made."""
    return store.private / "work"


def journal(store: Store) -> Path:
    """What a command is about to publish."""
    return store.private / "journal.json"


def index(store: Store) -> Path:
    """What was read before; may be deleted at any moment."""
    return store.private / "index"


def import_columns(store: Store) -> Path:
    """Which heading of a 台账 was taken for which column the last time."""
    return store.private / "import-columns.json"


def proved_templates(store: Store) -> Path:
    """The digests of the templates that were tried and found sound, a line each."""
    return store.private / "templates-proved"


def exports(store: Store) -> Path:
    """Which data left the archive for analysis, when, by whom and why; a line each, never shortened."""
    return store.private / "exports.log"
