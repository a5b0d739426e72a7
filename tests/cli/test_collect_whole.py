"""collect: merging what the units send is reporting from one archive that holds all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.planning_archive import Archive
from tests.cli.reporting_archive import identify

if TYPE_CHECKING:
    from pathlib import Path

PERIOD = "2026H1"


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    identify(monkeypatch)
    return Archive(tmp_path / "档案", capsys)


def test_merging_the_units_workbooks_is_reporting_from_one_archive(archive: Archive, tmp_path: Path) -> None:
    whole = archive.json("report", PERIOD)
    folder = tmp_path / "报送"
    units = dict.fromkeys(row["unit"] for row in whole["summary"] if row["level"] == "单位" and row["unit"] != "JW")
    for unit in units:
        archive.run("report", PERIOD, "--unit", unit, "-o", str(folder / f"{unit}.xlsx"))
    own = {row["编号"] for row in whole["details"] if row["单位"] == "市纪委监委"}
    for path in (archive.folder / "records" / "interviews").rglob("*.yaml"):
        if path.stem not in own:
            path.unlink()
    shutil.rmtree(archive.folder / "records" / "received")
    archive.git("commit", "-qam", "只留本单位的")

    status, said, about = archive.run("collect", str(folder))

    merged = archive.json("report", PERIOD)
    assert (status, about) == (0, "")
    assert f"接收 {len(units)} 份" in said
    for key in ("level", "label", "all", "situations", "owed", "done"):
        assert [row[key] for row in merged["summary"]] == [row[key] for row in whole["summary"]], key
