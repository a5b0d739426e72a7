"""export and stats: lists as files that other programs open, and the year at a glance."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.cli.planning_archive import Archive
from tests.cli.reporting_archive import identify

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("约谈", "人次", "名册", "期限", "覆盖", "收到的报送")


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    identify(monkeypatch)
    return Archive(tmp_path / "档案", capsys)


def read_csv(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_the_same_as_workbook_as_csv_and_as_json(archive: Archive, tmp_path: Path, name: str) -> None:
    found = archive.json("export", name, "-o", str(tmp_path / "表.xlsx"))["items"]
    archive.run("export", name, "-o", str(tmp_path / "表.csv"))

    sheet = load_workbook(tmp_path / "表.xlsx")[name]
    rows = read_csv(tmp_path / "表.csv")
    assert found
    assert len(rows) == len(found) + 1
    assert [cell.value for cell in sheet[3]] == rows[0] == list(dict.fromkeys(rows[0]))
    assert set(rows[0]) == set(found[0])
    first = ["" if found[0][title] is None else str(found[0][title]) for title in rows[0]]
    assert rows[1] == first
    written = [cell.value for cell in sheet[4]]
    days = [str(one.date()) if isinstance(one, datetime) else "" if one is None else str(one) for one in written]
    assert days == first


def test_interviews_are_filtered_as_list_filters_them(archive: Archive, tmp_path: Path) -> None:
    words = ("--type", "警示", "--unit", "FGW", "--period", "2026H1")

    found = archive.json("export", "interviews", *words, "-o", str(tmp_path / "表.xlsx"))["items"]

    assert [row["编号"] for row in found] == [row["id"] for row in archive.json("list", *words)["items"]]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "＝1"])
def test_a_text_like_a_formula_stays_text(archive: Archive, tmp_path: Path, text: str) -> None:
    path = next(
        p
        for p in sorted((archive.folder / "records" / "interviews" / "2026").rglob("*.yaml"))
        if "\n主题: " in p.read_text(encoding="utf-8")
    )
    old = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("主题: "))
    path.write_text(path.read_text(encoding="utf-8").replace(old, f"主题: '{text}'"), encoding="utf-8")

    archive.run("export", "约谈", "-o", str(tmp_path / "表.csv"))
    archive.run("export", "约谈", "-o", str(tmp_path / "表.xlsx"))

    row = next(row for row in read_csv(tmp_path / "表.csv") if row[0] == path.stem)
    assert row[6] == f"'{text}"
    cell = next(row[6] for row in load_workbook(tmp_path / "表.xlsx")["约谈"].iter_rows() if row[0].value == path.stem)
    assert (cell.data_type, cell.value) == ("s", text)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("人员",), "没有名为“人员”的名单"),
        (("约谈", "--unit", "XYZ"), "名册中没有单位“XYZ”"),
        (("约谈", "--period", "上半年"), "不是期间"),
        (("约谈", "--type", "函询"), "没有“函询”这一情形"),
    ],
)
def test_what_cannot_be_exported_is_said(archive: Archive, words: tuple[str, ...], said: str) -> None:
    status, _, about = archive.run("export", *words)

    assert (status, said in about) == (2, True)


def test_stats_say_what_the_report_says(archive: Archive) -> None:
    found, report = archive.json("stats"), archive.json("report", "2026H1")

    total = report["summary"][-1]
    assert found["total"] == total["all"]
    assert (found["owed"], found["done"]) == (total["owed"], total["done"])
    assert sum(one["interviews"] for one in found["months"]) == found["total"]["interviews"]
    assert sum(one["attendances"] for one in found["months"]) == found["total"]["attendances"]
    assert len(found["months"]) == 6


def test_stats_of_a_past_year_are_its_two_halves(archive: Archive) -> None:
    halves = [archive.json("report", period)["summary"][-1]["all"]["interviews"] for period in ("2025H1", "2025H2")]

    assert archive.json("stats", "2025")["total"]["interviews"] == sum(halves)


def test_the_terminal_shows_bars_and_what_is_overdue(archive: Archive) -> None:
    status, said, _ = archive.run("stats")

    lines = said.splitlines()
    assert status == 0
    assert lines[0] == "2026年廉政约谈，截至 2026-06-24"
    assert any(line.startswith("市财政局") and line.endswith("█" * 30) for line in lines)
    assert any(line.startswith("市政协") and "░" in line for line in lines)
    assert lines[-1].startswith("逾期：")


def test_a_year_that_is_still_to_come_has_no_figures(archive: Archive) -> None:
    status, _, about = archive.run("stats", "2027")

    assert (status, "2027年还没有到" in about) == (2, True)
