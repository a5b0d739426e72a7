"""calendar import and show: through the command line, on the demonstration archive, with real git."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.planning_archive import Archive
from tests.regulation.notices import notice

if TYPE_CHECKING:
    from pathlib import Path

# A fictional notice: New Year takes 31 December 2026, a Thursday.
FICTIONAL = """国务院办公厅关于2027年部分节假日安排的通知

一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。2026年12月26日（周六）上班。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
四、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。

国务院办公厅
"""
FILE = "schemas/calendar/2027.yaml"


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")
    return Archive(tmp_path / "档案", capsys)


@pytest.fixture
def pasted(tmp_path: Path) -> str:
    path = tmp_path / "通知.txt"
    path.write_text(FICTIONAL, encoding="utf-8")
    return str(path)


def test_import_writes_the_year_in_one_commit(archive: Archive, pasted: str) -> None:
    status, page, _ = archive.run("calendar", "import", pasted, "--yes")
    assert status == 0
    assert archive.git("show", "--name-only", "--format=%s", "HEAD").split() == [
        "2027年放假安排：放假22天，调休上班7天",
        FILE,
    ]
    assert "2026年12月31日（周四）至1月2日（周六）" in page
    assert archive.git("status", "--porcelain") == ""
    assert archive.run("check", FILE)[0] == 0


def test_import_again_changes_nothing(archive: Archive, pasted: str) -> None:
    archive.run("calendar", "import", pasted, "--yes")
    head = archive.git("rev-parse", "HEAD")
    assert "没有改动。" in archive.run("calendar", "import", pasted, "--yes")[1]
    assert archive.git("rev-parse", "HEAD") == head


def test_import_settles_the_end_of_december(archive: Archive, pasted: str) -> None:
    before = archive.json("due", "--kind", "daily")["deadlines"]
    assert {row["workday"] for row in before} == {None}
    found = archive.json("calendar", "import", pasted, "--yes")
    assert found["action"] == "calendar"
    assert found["files"] == [FILE]
    assert {one["after"]["workday"] for one in found["deadlines"]} == {"2026-12-30"}
    after = archive.json("due", "--kind", "daily")["deadlines"]
    assert {row["workday"] for row in after} == {"2026-12-30"}
    assert len(after) == len(before)


def test_without_a_terminal_it_must_be_confirmed(archive: Archive, pasted: str) -> None:
    status, page, said = archive.run("calendar", "import", pasted)
    assert status == 2
    assert "假期" in page
    assert "--yes" in said
    assert archive.git("status", "--porcelain") == ""


def test_dry_run_needs_no_confirmation_and_writes_nothing(archive: Archive, pasted: str) -> None:
    head = archive.git("rev-parse", "HEAD")
    status, page, _ = archive.run("calendar", "import", pasted, "--dry-run")
    assert status == 0
    assert "+年度: 2027" in page
    assert "因此变动的期限" in page
    assert archive.git("rev-parse", "HEAD") == head


def test_notice_is_read_from_standard_input(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    data = FICTIONAL.encode("gb18030")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert archive.run("calendar", "import", "-", "--yes")[0] == 0


def test_sentence_that_cannot_be_read_is_named(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(FICTIONAL.replace("4月25日（周日）", "4月25日（周六）"), encoding="utf-8")
    status, _, said = archive.run("calendar", "import", str(path), "--yes")
    assert status == 2
    assert "第5行“4月25日（周六）、5月8日（周六）上班。”：2027年4月25日是周日，不是周六" in said
    assert not (archive.folder / FILE).exists()


def test_part_of_a_year_does_not_stand_for_the_whole(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(FICTIONAL.partition("三、")[0], encoding="utf-8")
    status, _, said = archive.run("calendar", "import", str(path), "--yes")
    assert status == 2
    assert "通知里没有劳动节、国庆节，不是 2027 年的全部安排" in said


def test_adjusting_notice_changes_one_holiday_and_keeps_the_others(
    archive: Archive, pasted: str, tmp_path: Path
) -> None:
    archive.run("calendar", "import", pasted, "--yes")
    path = tmp_path / "调整.txt"
    path.write_text(
        "国务院办公厅关于调整2027年劳动节假期安排的通知\n2027年5月1日至4日放假调休，共4天。5月8日（周六）上班。\n",
        encoding="utf-8",
    )
    assert archive.run("calendar", "import", str(path), "--yes")[0] == 0
    items = {row["date"]: row for row in archive.json("calendar", "show", "2027")["items"]}
    assert items["2027-05-04"]["name"] == "劳动节"
    assert "2027-05-05" not in items
    assert items["2027-10-01"]["name"] == "国庆节"


def test_show_of_a_known_year(archive: Archive) -> None:
    found = archive.json("calendar", "show", "2026")
    assert (found["known"], found["source"]) == (True, "程序自带")
    items = {row["date"]: (row["working"], row["name"]) for row in found["items"]}
    assert items["2026-01-04"] == (True, "调休上班")
    assert items["2026-10-01"] == (False, "国庆节")
    assert items["2026-12-29"] == (None, "放假安排未公布，暂定")
    assert "2026-12-28" not in items
    assert sum(working is False for working, _ in items.values()) == 33  # 3 + 9 + 3 + 5 + 3 + 3 + 7
    assert sum(working is True for working, _ in items.values()) == 6


def test_show_of_an_unknown_year_guesses_nothing(archive: Archive) -> None:
    status, page, _ = archive.run("calendar", "show", "2027")
    assert status == 0
    assert "全年都是暂定" in page
    found = archive.json("calendar", "show", "2027")
    assert (found["known"], len(found["items"])) == (False, 365)
    assert {row["working"] for row in found["items"]} == {None}


def test_year_of_the_library_imported_again_changes_no_day(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "2026.txt"
    path.write_text(notice(2026), encoding="utf-8")
    before = archive.json("calendar", "show", "2026")["items"]
    found = archive.json("calendar", "import", str(path), "--yes")
    assert (found["deadlines"], found["notices"]) == ([], [])
    assert archive.json("calendar", "show", "2026")["items"] == before


def test_holiday_on_the_day_of_a_notified_interview_is_told(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "2026.txt"
    text = notice(2026).replace("6月19日（周五）至21日（周日）放假，共3天", "6月29日（周一）放假，共1天")
    path.write_text(text, encoding="utf-8")
    told = archive.json("calendar", "import", str(path), "--dry-run")["notices"]
    assert {one["date"] for one in told} == {"2026-06-29"}
    assert all("6月29日由“周一”改为“端午节”" in one["message"] for one in told)
