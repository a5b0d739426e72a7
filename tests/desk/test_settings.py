"""What is wrong with the archive's own settings is found, with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests import archives
from yuetan.archive.store import Store
from yuetan.desk.judging import Selection, findings
from yuetan.desk.load import open_desk

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 24)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "示例")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.com")
    return archives.copy(archives.sample(), tmp_path / "档案")


def wrong(archive: Path) -> list[str]:
    desk = open_desk(Store.find(archive), TODAY)
    found = findings(desk, Selection(places=("yuetan.yaml", "schemas")))
    return [f"{f.file}:{f.span.line}:{f.span.column} {f.level.value} {f.code} {f.message}" for f in found if f.span]


def test_the_demonstration_archive_has_nothing_wrong_with_its_settings(archive: Path) -> None:
    assert wrong(archive) == []


def test_an_unknown_profile_and_an_unknown_key_are_named(archive: Path) -> None:
    office = archive / "yuetan.yaml"
    text = office.read_text("utf-8").replace("规范: lianyungang-2015", "规范: lianyungang-2014")
    office.write_text(f"{text}电话: '1'\n", "utf-8")
    assert [line.split("；")[0] for line in wrong(archive)] == [
        "yuetan.yaml:7:5 error S2 没有名为“lianyungang-2014”的规范，这段时间的约谈无法判断",
        "yuetan.yaml:12:1 error S2 没有“电话”这个键",
    ]


def test_a_choice_that_the_regulation_does_not_leave_is_an_error_and_one_without_its_body_doubtful(
    archive: Path,
) -> None:
    with (archive / "yuetan.yaml").open("a", encoding="utf-8") as office:
        office.write("选择: [{参数: 通知.提前, 值: 1, 自: 2026-01-01}]\n")
    assert wrong(archive) == [
        "yuetan.yaml:12:6 warning S2 没有写明解释机关：只有规范所列的解释机关可以作出解释",
        "yuetan.yaml:12:7 error S2 “通知.提前”由第七条第（二）项写明，不可选择",
    ]


def test_a_calendar_file_is_checked(archive: Path) -> None:
    calendar = archive / "schemas" / "calendar"
    calendar.mkdir(exist_ok=True)
    (calendar / "2031.yaml").write_text("年度: 2030\n来源: 示例\n", "utf-8")
    (calendar / "2032.yaml").write_text("\t", "utf-8")
    assert [line.split(" ")[2] for line in wrong(archive)] == ["S2", "S1"]
