"""report: through the command line on the demonstration archive; every number counted again from the YAML files."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from tests.cli.planning_archive import Archive


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")
    return Archive(tmp_path / "档案", capsys)


def yaml_files(folder: Path) -> list[dict[str, Any]]:
    yaml = YAML(typ="safe")
    return [yaml.load(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.yaml"))]


def counted(folder: Path, period: str, first: date, last: date) -> dict[str, tuple[int, int]]:
    """次 and 人次 by situation, straight from the files."""
    interviews, attendances, ours = Counter[str](), Counter[str](), set()
    for record in yaml_files(folder / "records" / "interviews"):
        talk = record.get("谈话")
        present = sum(one.get("到场") is not False for one in record["约谈对象"])
        if talk and present and "撤销" not in record:
            ours.add(record["编号"])
            if first <= talk["时间"].date() <= last:
                interviews[record["类型"]] += 1
                attendances[record["类型"]] += present
    seen = set()
    for received in yaml_files(folder / "records" / "received" / period):
        for row in received.get("约谈") or []:
            if row["编号"] not in ours and row.get("到场") is not False and row["日期"] <= last:
                attendances[row["类型"]] += 1
                interviews[row["类型"]] += row["编号"] not in seen
                seen.add(row["编号"])
    return {kind: (interviews[kind], attendances[kind]) for kind in interviews}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [("2025H1", date(2025, 1, 1), date(2025, 6, 30)), ("2025H2", date(2025, 7, 1), date(2025, 12, 31)),
     ("2026H1", date(2026, 1, 1), date(2026, 6, 24))],
)  # fmt: skip
def test_every_number_is_that_of_the_files(archive: Archive, period: str, first: date, last: date) -> None:
    found = archive.json("report", period)

    total = found["summary"][-1]
    expected = counted(archive.folder, period, first, last)
    assert {one["situation"]: (one["interviews"], one["attendances"]) for one in total["situations"]} == expected
    assert total["all"]["interviews"] == sum(pair[0] for pair in expected.values())
    assert total["all"]["attendances"] == sum(pair[1] for pair in expected.values())


def test_the_workbook_says_the_same_as_the_json(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "上半年.xlsx"
    found = archive.json("report", "2026h1", "-o", str(target))

    sheet = load_workbook(target)["汇总"]
    last = [cell.value for cell in sheet[sheet.max_row]]
    total = found["summary"][-1]
    groups = (*total["situations"], total["all"])
    numbers = [one[key] for one in groups for key in ("interviews", "attendances", "individual", "collective")]
    assert last == ["合计", *numbers, total["owed"], total["done"], total["share"]]
    details = load_workbook(target)["约谈明细"]
    assert details.max_row - 3 == len(found["details"])


def test_no_narrative_and_no_source_of_a_complaint_is_in_the_workbook(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "上半年.xlsx"
    archive.run("report", "2026H1", "-o", str(target))

    words = [str(cell) for sheet in load_workbook(target) for row in sheet.iter_rows(values_only=True) for cell in row]
    said = "\n".join(words)
    for record in yaml_files(archive.folder / "records" / "interviews" / "2026"):
        for subject in record["约谈对象"]:
            texts = [*(subject.get("陈述") or {}).values(), (subject.get("问题") or {}).get("概述")]
            assert not [text for text in texts if text and text in said]
    assert "信访举报" not in said


def test_one_unit_up_to_a_day(archive: Archive) -> None:
    found = archive.json("report", "2026H1", "--unit", "市发展和改革委员会", "--as-of", "2026-03-31")

    assert (found["unit_code"], found["as_of"]) == ("FGW", "2026-03-31")
    assert found["details"]
    assert {row["单位"] for row in found["details"]} == {"市发展和改革委员会"}
    assert max(row["约谈日期"] for row in found["details"]) <= "2026-03-31"


def test_the_same_bytes_at_the_same_commit_whatever_came_later(archive: Archive, tmp_path: Path) -> None:
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    commit = archive.git("rev-parse", "HEAD").strip()
    archive.run("report", "2026H1", "-o", str(first))
    archive.git("commit", "-q", "--allow-empty", "-m", "后来")
    archive.run("report", "2026H1", "--at", commit, "-o", str(second))

    assert first.read_bytes() == second.read_bytes()
    when = archive.git("show", "-s", "--format=%cI", commit).strip()
    assert load_workbook(first).properties.created == datetime.fromisoformat(when).replace(tzinfo=None)


def test_a_tree_that_differs_is_mentioned_and_not_counted(archive: Archive) -> None:
    before = archive.json("report", "2026H1")["digest"]
    path = next((archive.folder / "records" / "interviews" / "2026" / "01").glob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8").replace("到场: true", "到场: false") + "# 改\n", encoding="utf-8")

    status, _, about = archive.run("report", "2026H1")

    assert status == 0
    assert f"{path.relative_to(archive.folder)} 有未提交的改动，没有计入" in about
    assert archive.json("report", "2026H1")["digest"] == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026H3",), "没有名为“2026H3”的期间"),
        (("2026H2",), "2026年下半年从 2026-07-01 开始"),
        (("2026H1", "--as-of", "2025-12-31"), "2026年上半年从 2026-01-01 开始"),
        (("2026H1", "--unit", "XYZ"), "名册中没有单位“XYZ”"),
        (("2026H1", "--at", "nowhere"), "没有版本 nowhere"),
    ],
)
def test_what_cannot_be_reported_is_said(archive: Archive, words: tuple[str, ...], said: str) -> None:
    status, _, about = archive.run("report", *words)

    assert status == 2
    assert said in about
