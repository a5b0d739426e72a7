"""The demonstration archive as a unit's own: the same interviews, but an office that sends its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from tests import archives
from tests.cli.planning_archive import Archive

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FIRST_ROW = 4
"""Where the rows of a list begin: title, who reports, headings."""


def identify(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give git somebody to commit as."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")


def unit_archive(folder: Path, capture: pytest.CaptureFixture[str], unit: str = "FGW") -> Archive:
    """An archive of one unit, in one commit."""
    return Archive(folder, capture, archives.of_unit(unit))


def change(source: Path, target: Path, *cells: tuple[str, str, Any]) -> Path:
    """A copy of a workbook with some cells changed: sheet, cell, value."""
    book = load_workbook(source)
    for sheet, cell, value in cells:
        book[sheet][cell].value = value
    book.save(target)
    return target
