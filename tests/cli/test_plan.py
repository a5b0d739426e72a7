"""plan, plan status, new --from-plan: through the command line, on the demonstration archive, with real git."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.planning_archive import Archive


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")
    return Archive(tmp_path / "档案", capsys)


def test_a_plan_is_one_commit_of_one_file_and_a_second_run_changes_nothing(archive: Archive) -> None:
    status, said, _ = archive.run("plan", "2027")
    assert status == 0
    assert archive.git("show", "--name-only", "--format=%s").split() == [
        *archive.git("show", "-s", "--format=%s").split(), "records/plans/2027.yaml",
    ]  # fmt: skip
    assert "没有排上：" in said
    head = archive.git("rev-parse", "HEAD")
    assert "没有改动。" in archive.run("plan", "2027")[1]
    assert archive.git("rev-parse", "HEAD") == head


def test_what_it_wrote_is_sound(archive: Archive) -> None:
    archive.run("plan", "2027")
    assert archive.json("check", "records/plans/2027.yaml")["findings"] == []


def test_a_plan_of_the_running_year_keeps_every_entry_in_its_place(archive: Archive) -> None:
    path = archive.folder / "records" / "plans" / "2026.yaml"
    before = re.findall(r"约谈人: (\S+)\n    对象: (\S+)\n    月份: (\d+)", path.read_text(encoding="utf-8"))
    archive.run("plan", "2026")
    after = re.findall(r"约谈人: (\S+)\n    对象: (\S+)\n    月份: (\d+)", path.read_text(encoding="utf-8"))
    assert set(before) < set(after)


def test_a_dry_run_writes_nothing(archive: Archive) -> None:
    head = archive.git("rev-parse", "HEAD")
    status, said, _ = archive.run("plan", "2027", "--dry-run")
    assert (status, archive.git("rev-parse", "HEAD"), archive.git("status", "--short")) == (0, head, "")
    assert "+年度: 2027" in said
    assert not (archive.folder / "out").exists()


def test_json_is_the_writers_document_with_the_plan(archive: Archive) -> None:
    found = archive.json("plan", "2027")
    assert (found["version"], found["action"], found["ids"]) == (1, "plan", ["2027"])
    assert found["files"] == ["records/plans/2027.yaml"]
    assert found["commit"] == archive.git("rev-parse", "HEAD").strip()
    assert len(found["talks"]) > 90
    assert set(found["talks"][0]) == {"interviewer", "subject", "unit", "month", "week", "status", "note"}


def test_the_workbook_for_approval_and_each_units_list(archive: Archive, tmp_path: Path) -> None:
    archive.run("plan", "2027", "-o", str(tmp_path / "计划.xlsx"), "--split", str(tmp_path / "清单"))
    sheet = load_workbook(tmp_path / "计划.xlsx")["计划"]
    headings = [cell.value for cell in sheet[3]]
    assert headings == ["单位", "约谈人", "约谈人职务", "对象", "对象职务", "月份", "建议周", "备注"]
    own = load_workbook(tmp_path / "清单" / "市财政局任务清单.xlsx")["任务清单"]
    assert own["A1"].value == "市财政局2027年度廉政约谈任务清单"
    assert {row[0].value for row in own.iter_rows(min_row=4, max_row=own.max_row - 2)} >= {"市财政局"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("plan",), "没有写明年度"),
        (("plan", "26"), "没有写明年度"),
        (("plan", "2025"), "2025年已经过去"),
        (("plan", "2027", "--per-week", "0"), "不合情理"),
        (("plan", "status", "2030"), "还没有约谈计划"),
        (("new", "--from-plan", "--month", "13"), "没有13月"),
        (("new", "--from-plan", "--subject", "FGW-002"), "不能和 --subject"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(archive: Archive, words: tuple[str, ...], message: str) -> None:
    status, said, about = archive.run(*words)
    assert (status, said) == (2, "")
    assert message in about


def test_a_broken_plan_is_not_written_over(archive: Archive) -> None:
    path = archive.folder / "records" / "plans" / "2027.yaml"
    path.write_text("年度: 2027\n安排: 都排上了\n", encoding="utf-8")
    status, _, about = archive.run("plan", "2027")
    assert status == 2
    assert "records/plans/2027.yaml 有问题" in about
    assert path.read_text(encoding="utf-8") == "年度: 2027\n安排: 都排上了\n"


def test_status_counts_what_was_held_as_planned(archive: Archive) -> None:
    found = archive.json("plan", "status")
    assert found["year"] == 2026
    assert found["counts"]["已约谈"] == sum(row["status"] == "已约谈" for row in found["items"]) > 30
    assert sum(found["counts"].values()) == len(found["items"])


def test_a_month_of_the_plan_is_drafted_once(archive: Archive) -> None:
    archive.run("plan", "2026")
    planned = [row for row in archive.json("plan", "status")["items"] if row["month"] == 8 and row["id"] is None]
    status, _, about = archive.run("new", "--from-plan", "--month", "8")
    assert (status, about) == (0, about)
    drafted = [row for row in archive.json("plan", "status")["items"] if row["month"] == 8 and row["id"] is not None]
    assert 0 < len(drafted) <= len(planned)
    assert {row["status"] for row in drafted} == {"已起草"}
    status, _, about = archive.run("new", "--from-plan", "--month", "8")
    assert status == 2
    assert "计划中8月没有还要起草的本单位约谈" in about
