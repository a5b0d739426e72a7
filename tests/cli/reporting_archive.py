"""The demonstration archive as a unit's own: the same interviews, but an office that sends its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

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
    archive = Archive(folder, capture)
    office = folder / "yuetan.yaml"
    text = office.read_text(encoding="utf-8")
    office.write_text(text.replace("单位: JW", f"单位: {unit}").replace("角色: 汇总", "角色: 报送"), encoding="utf-8")
    for path in (folder / "records" / "interviews").rglob("*.yaml"):
        if f"编号: {unit}-" not in path.read_text(encoding="utf-8").split("约谈对象:")[1].split("\n安排:")[0]:
            path.unlink()
    archive.git("add", "-A")
    archive.git("commit", "-q", "-m", "只留本单位的")
    return archive


def change(source: Path, target: Path, *cells: tuple[str, str, Any]) -> Path:
    """A copy of a workbook with some cells changed: sheet, cell, value."""
    book = load_workbook(source)
    for sheet, cell, value in cells:
        book[sheet][cell].value = value
    book.save(target)
    return target
