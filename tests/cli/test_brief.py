"""brief: one page, narrative and letter say what the workbook says, and nothing that may not leave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests.cli.planning_archive import Archive
from tests.cli.reporting_archive import identify, unit_archive
from yuetan.documents.printed_text import printed_text
from yuetan.pin import unpack

if TYPE_CHECKING:
    from pathlib import Path

PERIOD = "2026H1"


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    identify(monkeypatch)
    return Archive(tmp_path / "档案", capsys)


def texts(archive: Archive, folder: Path, code: str = "JW") -> dict[str, str]:
    assert archive.run("brief", PERIOD, "-o", str(folder))[0] == 0
    kinds = ("约谈情况简报", "约谈工作情况报告", "报送函")
    return {kind: printed_text(unpack((folder / f"{kind}-{PERIOD}-{code}.docx").read_bytes())) for kind in kinds}


def test_all_three_say_the_figures_of_the_report(archive: Archive, tmp_path: Path) -> None:
    total = archive.json("report", PERIOD)["summary"][-1]

    for said in texts(archive, tmp_path / "文").values():
        assert f"约谈{total['all']['interviews']}次、{total['all']['attendances']}人次" in said
        assert f"年度应谈{total['owed']}人，已谈{total['done']}人，覆盖率{total['share']:.1%}" in said
        assert re.search(r"\{[{%#]|[}%#]\}", said) is None


def test_the_table_has_every_situation_beside_last_period_and_last_year(archive: Archive, tmp_path: Path) -> None:
    texts(archive, tmp_path / "文")
    compared = [row for row in archive.json("report", PERIOD)["comparison"] if row["计量"] == "次"]

    for kind in ("约谈情况简报", "约谈工作情况报告"):
        table = Document(str(tmp_path / "文" / f"{kind}-{PERIOD}-JW.docx")).tables[0]
        rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        assert [(row[0], row[1], row[3], row[4]) for row in rows] == [
            (one["情形"], str(one["2026年上半年"]), str(one["2025年下半年"]), str(one["2025年上半年"]))
            for one in compared
        ]


def test_what_the_office_must_write_itself_is_marked(archive: Archive, tmp_path: Path) -> None:
    said = texts(archive, tmp_path / "文")["约谈工作情况报告"]

    assert said.count("【请本单位补充：") == 4


def test_a_unit_writes_to_the_body_of_the_day_and_the_commission_fills_it_in(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "【请填写主送机关】：" in texts(archive, tmp_path / "一")["报送函"]
    unit = unit_archive(tmp_path / "单位", capsys)
    said = texts(unit, tmp_path / "二", "FGW")["报送函"]
    assert "市纪委监委：" in said
    assert unit.json("report", PERIOD)["digest"][:16] in said


def test_units_behind_and_decisions_are_listed_shortly(archive: Archive, tmp_path: Path) -> None:
    said = texts(archive, tmp_path / "文")["约谈情况简报"]

    red = [row["单位"] for row in archive.json("report", PERIOD)["ranking"] if row["亮灯"] == "红灯"]
    assert f"（共{len(red)}个，列出5个）" in said
    assert sum(f"{unit}：应谈" in said for unit in red) == 5
    assert "2. 程序检查有" in said
    assert "逾期" not in said  # who left in spring is only hinted at


def test_the_same_bytes_twice(archive: Archive, tmp_path: Path) -> None:
    texts(archive, tmp_path / "一")
    texts(archive, tmp_path / "二")

    for path in (tmp_path / "一").iterdir():
        assert path.read_bytes() == (tmp_path / "二" / path.name).read_bytes()
