"""submit: what was sent, when, to whom, and the proof of it; on a unit's archive with real git."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from tests.cli.planning_archive import Archive
from tests.cli.reporting_archive import change, identify, unit_archive


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    identify(monkeypatch)
    return unit_archive(tmp_path / "档案", capsys)


def sent(archive: Archive, period: str = "2026H1") -> dict[str, Any]:
    text = (archive.folder / "records" / "reports" / f"{period}.yaml").read_text(encoding="utf-8")
    value: dict[str, Any] = YAML(typ="safe").load(text)
    return value


def held(archive: Archive) -> Path:
    """An interview of this year that took place."""
    files = sorted((archive.folder / "records" / "interviews" / "2026").rglob("*.yaml"))
    return next(path for path in files if "\n谈话:" in path.read_text(encoding="utf-8"))


def test_the_report_is_recorded_with_commit_and_digests(archive: Archive, tmp_path: Path) -> None:
    commit, rows = archive.git("rev-parse", "HEAD").strip(), archive.json("report", "2026H1")

    status, said, _ = archive.run("submit", "2026H1", "-o", str(tmp_path / "报.xlsx"))

    value = sent(archive)
    assert status == 0
    assert f"2026年上半年共 {rows['summary'][-1]['all']['interviews']} 次" in said
    assert (value["报送日期"], value["报送机关"], value["提交"]) == (date(2026, 6, 24), ["市纪委监委"], commit)
    assert (value["数据摘要"], value["约谈"]) == (rows["digest"], rows["interviews"])
    assert archive.git("log", "-1", "--format=%(trailers:key=Yuetan-Action,valueonly)").strip() == "submit"
    assert archive.git("status", "--short", "records").strip() == ""


def test_a_report_sent_in_time_ends_the_finding_that_it_was_not(archive: Archive) -> None:
    late = "2026-07-01"
    before = {f["message"][:6] for f in archive.json("check", "--select", "B7.4", today=late)["findings"]}
    archive.run("submit", "2026H1", "--date", "2026-06-30", today=late)
    after = {f["message"][:6] for f in archive.json("check", "--select", "B7.4", today=late)["findings"]}

    assert before - after == {"2026H1"}


def test_one_sent_on_the_last_day_needs_no_reason_and_a_day_later_does(archive: Archive) -> None:
    status, _, about = archive.run("submit", "2026H1", "--date", "2026-07-01", today="2026-07-02")
    assert status == 2
    assert "应在 2026-06-30 前报送，已迟1天（第七条第（四）项）" in about
    assert "--why" in about
    assert archive.run("submit", "2026H1", "--date", "2026-07-01", "--why", "停电", today="2026-07-02")[0] == 0
    assert sent(archive)["逾期原因"] == "停电"


def test_the_file_is_proved_to_be_what_was_sent(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "报.xlsx"
    archive.run("submit", "2026H1", "-o", str(target))

    status, said, _ = archive.run("submit", "--verify", str(target))

    assert (status, "就是 2026-06-24 报送的 2026H1" in said) == (0, True)


def test_one_saved_again_has_the_same_rows_but_is_not_the_file(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "报.xlsx"
    archive.run("submit", "2026H1", "-o", str(target))
    again = change(target, tmp_path / "另存.xlsx")

    status, said, _ = archive.run("submit", "2026H1", "--verify", str(again))

    assert (status, "“约谈明细”各行与报送的完全相同" in said) == (1, True)


def test_one_with_a_single_cell_changed_is_not_what_was_sent(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "报.xlsx"
    archive.run("submit", "2026H1", "-o", str(target))
    other = change(target, tmp_path / "改.xlsx", ("约谈明细", "K4", "否"))

    found = archive.json("submit", "--verify", str(other))

    assert (found["verdict"], found["period"]) == ("不是", None)


@pytest.mark.parametrize(("content", "said"), [(b"", "是空文件"), (b"PK\x03\x04", "已损坏"), (b"a,b", "不是 .xlsx")])
def test_what_is_no_workbook_is_said_to_be_none(archive: Archive, tmp_path: Path, content: bytes, said: str) -> None:
    archive.run("submit", "2026H1")
    (tmp_path / "文件.xlsx").write_bytes(content)

    status, _, about = archive.run("submit", "--verify", str(tmp_path / "文件.xlsx"))

    assert (status, said in about) == (2, True)


def test_the_paper_copy_may_be_recorded_later(archive: Archive) -> None:
    archive.run("submit", "2026H1")
    before = sent(archive)

    assert archive.run("submit", "2026H1", "--paper", "2026-06-26", today="2026-06-27")[0] == 0
    assert sent(archive) == {**before, "纸质件日期": date(2026, 6, 26)}


def test_what_was_sent_is_not_sent_again(archive: Archive) -> None:
    archive.run("submit", "2026H1")

    status, _, about = archive.run("submit", "2026H1")

    assert status == 2
    assert "2026H1 已于 2026-06-24 报送" in about


def test_a_body_that_has_ended_receives_nothing(archive: Archive) -> None:
    status, _, about = archive.run("submit", "2026H1", "--to", "市监察局")

    assert status == 2
    assert "市监察局 到 2026-06-24 已不存在" in about
    assert "市纪委监委" in about


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026H1", "--date", "2026-06-25"), "还没有发生的事不能登记"),
        (("2026H2",), "2026年下半年从 2026-07-01 开始"),
        ((), "没有写明报送哪一期"),
        (("--verify", "没有.xlsx"), "没有文件 没有.xlsx"),
        (("2026H1", "--verify", "没有.xlsx"), "没有文件 没有.xlsx"),
    ],
)
def test_what_cannot_be_sent_is_said(archive: Archive, words: tuple[str, ...], said: str) -> None:
    status, _, about = archive.run("submit", *words)

    assert (status, said in about) == (2, True)


def test_a_record_dated_after_today_stops_the_report(archive: Archive) -> None:
    path = held(archive)
    text = path.read_text(encoding="utf-8")
    at = text.index("谈话:")
    path.write_text(text[:at] + text[at:].replace("时间: 2026-0", "时间: 2027-0", 1), encoding="utf-8")
    assert "有未提交的改动" in archive.run("submit", "2026H1")[2]
    archive.git("commit", "-qam", "写错的日期")

    status, _, about = archive.run("submit", "2026H1")

    assert status == 2
    assert "处错误会使数字不可信" in about
    assert "S7" in about


def test_what_is_held_after_sending_is_in_the_next_report(archive: Archive, tmp_path: Path) -> None:
    archive.run("submit", "2026H1", "--date", "2026-04-30")
    listed = sent(archive)["约谈"]

    found = archive.json("report", "2026H2", "-o", str(tmp_path / "下.xlsx"), today="2026-12-20")

    late = {row["编号"] for row in found["late"]}
    assert late
    assert late.isdisjoint(listed)
    assert {row["备注"] for row in found["details"] if row["编号"] in late} == {"补报"}
    first = archive.json("report", "2026H1", "-o", str(tmp_path / "上.xlsx"), today="2026-12-20")
    assert first["interviews"] == listed


def test_what_was_amended_since_is_shown_old_beside_new(archive: Archive, tmp_path: Path) -> None:
    archive.run("submit", "2026H1")
    path = held(archive)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("方式: 个别谈话", "方式: 集体谈话", 1), encoding="utf-8")
    archive.git("commit", "-qam", "改了方式")
    target = tmp_path / "下.xlsx"

    found = archive.json("report", "2026H2", "-o", str(target), today="2026-12-20")

    assert [(row["编号"], row["项目"], row["原报"], row["现为"]) for row in found["amended"]] == [
        (path.stem, "方式", "个别谈话", "集体谈话")
    ]
    cells = [row for row in load_workbook(target)["补报与更正"].iter_rows(values_only=True) if row[0] == path.stem]
    assert cells[-1][2:5] == ("方式", "个别谈话", "集体谈话")


def test_a_dry_run_writes_nothing(archive: Archive) -> None:
    before = archive.git("rev-parse", "HEAD")

    status, said, _ = archive.run("submit", "2026H1", "--dry-run")

    assert (status, "报送日期: 2026-06-24" in said) == (0, True)
    assert archive.git("rev-parse", "HEAD") == before
    assert not (archive.folder / "out").exists()
