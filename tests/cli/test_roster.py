"""roster: import, list, show, move, retire through the command line, with real git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.cli.bench import WRITER_KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.bench import Bench

WHOLE = True
HEADINGS = ("单位", "姓名", "编号", "职务", "任职时间", "角色", "职级", "管理")
KNOWN = ("市发展和改革委员会", "冯庚辰", "FGW-002", "副主任、党组副书记", "2020-01-13", "班子成员", "副处", "市管")
NEWCOMER = ("市发展和改革委员会", "尤甲子", "FGW-010", "投资科科长", "2026-06-01", "中层干部", "正科", "其他")
MOVE = ("roster", "move", "FGW-002", "--to", "JTJ", "--post", "局长、党组书记", "--role", "主要负责人")
FILES = ["records/units/FGW.yaml", "records/units/JTJ.yaml"]


def csv(home: Bench, *rows: tuple[str, ...], name: str = "名册.csv") -> str:
    path = home.folder.parent / name
    path.write_text("\n".join(",".join(row) for row in (HEADINGS, *rows)) + "\n", encoding="utf-8")
    return str(path)


def people(home: Bench, *words: str) -> list[str]:
    return [row["id"] for row in home.json("roster", "list", *words)["items"]]


def test_import_is_one_commit_and_the_second_time_changes_nothing(home: Bench) -> None:
    file = csv(home, KNOWN, NEWCOMER)
    document = home.json("roster", "import", file)
    assert sorted(document) == WRITER_KEYS
    assert (document["commit"], document["files"]) == (home.git("rev-parse", "HEAD"), FILES[:1])
    assert home.git("diff", "--name-only", "HEAD~1", "HEAD") == FILES[0]
    assert "FGW-010" in people(home, "--unit", "FGW")
    head = home.trace()
    assert home.done("roster", "import", file).out.startswith("没有改动。\n")
    assert home.trace() == head


def test_import_from_excel_takes_the_same(home: Bench, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, KNOWN, NEWCOMER):
        sheet.append(row)
    book.save(tmp_path / "名册.xlsx")
    assert home.json("roster", "import", str(tmp_path / "名册.xlsx"))["files"] == FILES[:1]
    assert "FGW-010" in people(home, "--unit", "FGW")


def test_import_tried_shows_the_change_and_writes_nothing(seen: Bench) -> None:
    before = seen.trace()
    assert "+    姓名: 尤甲子\n" in seen.done("roster", "import", csv(seen, KNOWN, NEWCOMER), "--dry-run").out
    assert seen.trace() == before


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (("没有的单位", *NEWCOMER[1:]), "第 3 行“单位”列“没有的单位”"),
        ((*NEWCOMER[:4], "2026-13-01", *NEWCOMER[5:]), "第 3 行“任职时间”列“2026-13-01”：日历上没有这一天"),
        ((*NEWCOMER[:5], "头头", *NEWCOMER[6:]), "第 3 行“角色”列“头头”"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_nothing_is_written(
    seen: Bench, row: tuple[str, ...], place: str
) -> None:
    assert place in seen.refused("roster", "import", csv(seen, KNOWN, row)).err


def test_what_is_no_roster_is_refused(seen: Bench, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (tmp_path / "空.csv").touch()
    for name in ("坏.xlsx", "空.csv", "没有.xlsx"):
        assert name.partition(".")[0] in seen.refused("roster", "import", str(tmp_path / name)).err


def test_the_roster_of_a_day_lists_who_was_in_office(seen: Bench) -> None:
    assert "FGW-001" not in people(seen, "--unit", "FGW")
    assert "FGW-001" in people(seen, "--unit", "FGW", "--on", "2024-01-01")
    said = seen.done("roster", "list", "--unit", "FGW")
    assert said.err == "2026-06-24 在任 9 人、9 个职务。\n"
    assert said.out.splitlines()[0].split() == ["单位", "编号", "姓名", "职务", "角色", "职级", "管理", "任职"]
    assert people(seen, "--unit", "市发展和改革委员会") == people(seen, "--unit", "FGW")


def test_one_cadre_is_shown_with_posts_interviews_and_who_may_hold_the_next(seen: Bench) -> None:
    document = seen.json("roster", "show", "FGW-002")
    assert (document["id"], document["name"]) == ("FGW-002", "冯庚辰")
    assert [row["id"] for row in document["interviews"]] == ["JS-202504-WLU49", "JS-202606-UJD66"]
    assert document["year"]["entitled"] == "陈辛巳（CZJ-002，第五条第（四）项）"
    page = seen.done("roster", "show", "FGW-002").out.splitlines()
    assert page[0] == "冯庚辰（FGW-002）"
    assert page[2] == "  2020-01-13 至 今  市发展和改革委员会 副主任、党组副书记（班子成员）"


def test_a_move_ends_one_post_and_begins_another_in_one_commit(home: Bench) -> None:
    said = home.done(*MOVE, "--party-post", "党组书记", "--change", "提拔", "--date", "2026-06-23")
    assert "JS-202606-UJD66 待整改，此人为约谈对象" in said.out
    assert home.git("diff", "--name-only", "HEAD~1", "HEAD").split() == FILES
    assert "FGW-002" in people(home, "--unit", "JTJ", "--on", "2026-06-23")
    assert "FGW-002" not in people(home, "--unit", "FGW", "--on", "2026-06-23")
    assert "FGW-002" in people(home, "--unit", "FGW", "--on", "2026-06-22")
    assert home.git("status", "--porcelain") == ""


def test_a_move_that_keeps_the_old_post_leaves_it(home: Bench) -> None:
    assert home.json(*MOVE, "--keep")["files"] == FILES[1:]
    assert {"FGW-002"} <= set(people(home, "--unit", "FGW")) & set(people(home, "--unit", "JTJ"))


def test_a_move_tried_writes_nothing(seen: Bench) -> None:
    before = seen.trace()
    assert "+    职务: 局长、党组书记\n" in seen.done(*MOVE, "--dry-run").out
    assert seen.trace() == before


def test_a_retirement_names_the_interviews_it_touches(home: Bench) -> None:
    said = home.done("roster", "retire", "JW-005", "--date", "2026-06-30")
    assert "JS-202606-NL39L 已起草，此人为约谈人，拟 2026-07-06 约谈" in said.out
    assert "JW-005" in people(home, "--unit", "JW", "--on", "2026-06-29")
    assert "JW-005" not in people(home, "--unit", "JW", "--on", "2026-06-30")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("move", "FGW-002", "--to", "XYZ", "--post", "局长", "--role", "主要负责人"), "名册中没有单位“XYZ”"),
        (("move", "FGW-002", "--to", "JTJ", "--post", "局长", "--role", "头头"), "角色 只能是主要负责人、班子成员"),
        (("move", "FGW-002", "--to", "JTJ", "--post", "x", "--role", "班子成员", "--date", "2010-01-01"), "没有职务"),
        (("move", "没有这人", "--to", "JTJ", "--post", "局长", "--role", "主要负责人"), "名册中没有“没有这人”"),
        (("retire", "没有这人"), "名册中没有“没有这人”"),
        (("retire", "FGW-002", "--from", "JTJ"), "FGW-002"),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(seen: Bench, words: tuple[str, ...], says: str) -> None:
    assert says in seen.refused("roster", *words).err
