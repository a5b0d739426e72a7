"""Frames as files: pseudonymous, small counts blank, for the owner alone, logged; names with a reason only."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

import yuetan
from yuetan.frames import frame
from yuetan.frames.column import Privacy
from yuetan.frames.pseudonyms import Pseudonyms
from yuetan.frames.tables import FRAMES, FrameTable
from yuetan.views.exports import ExportList

if TYPE_CHECKING:
    from tests.cli.bench import Bench

PRIVATE = 0o600


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def logged(home: Bench) -> list[dict[str, object]]:
    path = home.folder / ".git" / "yuetan" / "exports.log"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@pytest.mark.parametrize("table", FRAMES, ids=[table.code for table in FRAMES])
def test_no_name_post_code_or_id_leaves_without_a_reason(home: Bench, tmp_path: Path, table: FrameTable) -> None:
    home.done("export", table.name, "-o", str(tmp_path / "表.csv"))

    text = (tmp_path / "表.csv").read_text("utf-8-sig")
    roster = yuetan.open(home.folder).desk.state.roster
    assert [code for code in roster.people() if code in text] == []
    assert [name for name in map(roster.name, roster.people()) if name in text] == []
    assert [path.stem for path in (home.folder / "records" / "interviews").rglob("*.yaml") if path.stem in text] == []
    assert text.splitlines()[0].split(",") == [
        one.name for one in table.columns if one.privacy is not Privacy.PERSONAL
    ]  # fmt: skip


@pytest.mark.parametrize("table", FRAMES, ids=[table.code for table in FRAMES])
def test_workbook_csv_and_json_say_the_same(home: Bench, tmp_path: Path, table: FrameTable) -> None:
    words = ("--names", "--why", "核对")
    items = home.json("export", table.code, *words, "-o", str(tmp_path / "表.xlsx"))["items"]
    home.done("export", table.code, *words, "-o", str(tmp_path / "表.csv"))

    rows = read_csv(tmp_path / "表.csv")
    assert items
    assert rows == [{name: "" if cell is None else str(cell) for name, cell in item.items()} for item in items]
    sheet = load_workbook(tmp_path / "表.xlsx")[table.name]
    assert [cell.value for cell in sheet[3]] == [one.name for one in table.columns] == list(rows[0])
    assert sheet.max_row == 3 + len(rows)
    assert "含姓名或原数，只在本单位内使用" in sheet["A2"].value


def test_the_same_person_has_one_pseudonym_in_a_file_and_another_in_the_next(home: Bench, tmp_path: Path) -> None:
    codes = yuetan.open(home.folder).frames.attendances["对象编号"].tolist()
    found = []
    for name in ("甲.csv", "乙.csv"):
        home.done("export", "人次数据", "-o", str(tmp_path / name))
        found.append([row["对象编号"] for row in read_csv(tmp_path / name)])

    for pseudonyms in found:
        assert len(set(zip(codes, pseudonyms, strict=True))) == len(set(codes)) == len(set(pseudonyms))
    assert set(found[0]) & set(found[1]) == set()


def test_a_pseudonym_cannot_be_made_without_the_key() -> None:
    assert Pseudonyms(b"1").of("FGW-001") == Pseudonyms(b"1").of("FGW-001")
    assert Pseudonyms(b"1").of("FGW-001") != Pseudonyms(b"2").of("FGW-001")
    assert Pseudonyms().of("FGW-001") != Pseudonyms().of("FGW-001")


def test_counts_of_one_and_two_are_blank_and_their_rows_stay(home: Bench, tmp_path: Path) -> None:
    home.done("export", "人次计数", "-o", str(tmp_path / "表.csv"))
    home.done("export", "人次计数", "--names", "--why", "核对", "-o", str(tmp_path / "原数.csv"))

    rows, whole = read_csv(tmp_path / "表.csv"), [int(row["人次"]) for row in read_csv(tmp_path / "原数.csv")]
    assert [row["人次"] for row in rows] == [str(count) if count >= 3 else "" for count in whole]
    assert min(whole) < 3


def test_three_is_shown_and_two_is_not() -> None:
    from yuetan.frames.tables import COUNTS

    counted = frame.frame(COUNTS.columns, [("甲", "日常约谈", f"2026-0{count}", count) for count in (1, 2, 3, 4)])

    assert [row[3] for row in frame.cells(frame.without_small(counted))] == [None, None, 3, 4]
    assert counted["人次"].tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("there", [False, True], ids=["new", "replaced"])
def test_only_the_owner_can_read_the_file(home: Bench, tmp_path: Path, suffix: str, there: bool) -> None:
    target = tmp_path / f"表.{suffix}"
    if there:
        target.write_bytes(b"old")
        target.chmod(0o644)

    home.done("export", "人次数据", "-o", str(target))

    assert target.stat().st_mode & 0o777 == PRIVATE
    assert target.read_bytes() != b"old"


def test_every_export_is_a_line_in_the_log_of_this_machine(home: Bench, tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    home.done("export", "人次数据", "--period", "2026", "-o", str(target))
    home.done("export", "覆盖数据", "--names", "--why", "市委要求逐人核对", "-o", str(target))

    first, second = logged(home)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    assert {name: first[name] for name in ("list", "names", "why", "filter")} == {
        "list": "人次数据", "names": False, "why": None, "filter": {"period": "2026"},
    }  # fmt: skip
    assert {name: second[name] for name in ("list", "names", "why", "sha256", "file", "rows", "commit", "version")} == {
        "list": "覆盖数据", "names": True, "why": "市委要求逐人核对", "sha256": digest, "file": str(target),
        "rows": len(read_csv(target)), "commit": home.git("rev-parse", "HEAD"), "version": yuetan.__version__,
    }  # fmt: skip
    assert set(first) == {"author", "commit", "file", "filter", "list", "names", "rows", "sha256", "time", "user",
                          "version", "why"}  # fmt: skip
    assert (home.folder / ".git" / "yuetan" / "exports.log").stat().st_mode & 0o777 == PRIVATE
    assert home.git("status", "--porcelain") == ""


def test_nothing_leaves_where_the_log_cannot_be_written(home: Bench, tmp_path: Path) -> None:
    (home.folder / ".git" / "yuetan" / "exports.log").mkdir(parents=True)

    status, _, about = home.run("export", "人次数据", "-o", str(tmp_path / "表.csv"))

    assert (status, "exports.log" in about) == (3, True)
    assert not (tmp_path / "表.csv").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("人次数据", "--names"), "要写出姓名，须说明原因"),
        (("人次数据", "--names", "--why", "  "), "要写出姓名，须说明原因"),
        (("人次数据", "--why", "分析"), "--why 要和 --names 一起用"),
        (("人次", "--names", "--why", "分析"), "人次本来就带姓名"),
        (("问题数据", "--unit", "FGW"), "问题数据不能用 --unit 筛选"),
        (("覆盖数据", "--type", "警示"), "覆盖数据不能用 --type 筛选"),
        (("人次数据", "--unit", "XYZ"), "名册中没有单位“XYZ”"),
        (("人次数据", "--period", "上半年"), "不是期间"),
        (("数据",), "没有名为“数据”的名单"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_exported_is_said_and_not_logged(home: Bench, words: tuple[str, ...], said: str) -> None:
    told = home.refused("export", *words)

    assert said in told.err
    assert logged(home) == []


def test_filters_limit_the_rows(home: Bench, tmp_path: Path) -> None:
    target = str(tmp_path / "表.csv")
    whole = home.json("export", "人次数据", "-o", target)["items"]
    part = home.json("export", "人次数据", "--type", "警示", "--period", "2026H1", "-o", target)["items"]
    assert 0 < len(part) < len(whole)
    assert {row["情形"] for row in part} == {"警示约谈"}
    unit = home.json("export", "期限数据", "--unit", "CZJ", "-o", target)["items"]
    assert {row["单位"] for row in unit} == {"市财政局"}


@pytest.mark.parametrize("code", [*(one.code for one in ExportList), *(table.code for table in FRAMES)])
def test_lists_need_no_pandas_and_data_says_that_it_does(home: Bench, tmp_path: Path, code: str) -> None:
    program = "import sys; sys.modules['pandas'] = None; from yuetan.cli.main import main; sys.exit(main(sys.argv[1:]))"
    words = ["-C", str(home.folder), "export", code, "-o", str(tmp_path / "表.csv")]

    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)

    data = code not in {one.code for one in ExportList}
    assert done.returncode == (3 if data else 0), done.stderr
    assert ("没有装 pandas" in done.stderr) is data
    assert (tmp_path / "表.csv").exists() is not data
    assert logged(home) == []


def test_no_other_module_than_the_engine_imports_pandas() -> None:
    root = Path(yuetan.__file__).parent
    runtime = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if any(line.startswith(("import pandas", "        import pandas")) for line in path.read_text().splitlines())
    ]
    assert runtime == ["frames/engine.py"]
