"""The frames that `yuetan.open(…).frames` gives: columns and types as documented, also of an archive that is empty."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import yuetan
from tests import archives
from yuetan.desk import judging
from yuetan.errors import EnvironmentFaultError, NotFoundError
from yuetan.frames import engine
from yuetan.frames.column import Type
from yuetan.frames.tables import FRAMES, FrameTable
from yuetan.views.coverage import people
from yuetan.views.deadlines import due
from yuetan.views.deadlines.due_item import DueKind
from yuetan.views.exports import Asked, ExportList, list_table
from yuetan.views.interviews.filter import Filter

if TYPE_CHECKING:
    from yuetan.frames.archive import Archive

DAY = date(2026, 6, 24)
PAGE = (Path(__file__).resolve().parents[2] / "docs" / "frames.md").read_text("utf-8")
DTYPES = {
    "attendances": {
        "编号": "string", "情形": "category", "状态": "category", "日期": "datetime64[s]", "对象编号": "string",
        "姓名": "string", "单位": "string", "职务": "string", "到场": "boolean", "约谈人": "string",
        "方式": "category", "文号": "string", "办结": "datetime64[s]",
    },
    "coverage": {
        "年度": "Int64", "单位": "string", "编号": "string", "姓名": "string", "职务": "string", "应谈": "Int64",
        "已谈": "Int64", "最近": "datetime64[s]", "约谈人": "string", "情况": "category", "剩余天数": "Int64",
        "有权约谈的人": "string", "备注": "string",
    },
    "deadlines": {
        "种类": "category", "单位": "string", "对象编号": "string", "姓名": "string", "编号": "string",
        "期间": "string", "事项": "string", "期限": "datetime64[s]", "建议日": "datetime64[s]", "还有几天": "Int64",
        "暂定": "boolean", "条款": "string", "怎样算": "string", "命令": "string",
    },
    "findings": {
        "代码": "string", "级别": "category", "条款": "string", "编号": "string", "文件": "string", "路径": "string",
        "行": "Int64", "列": "Int64", "说明": "string", "已确认": "boolean",
    },
    "counts": {"单位": "string", "情形": "category", "月份": "string", "人次": "Int64"},
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(sample: Path) -> Archive:
    return yuetan.open(sample, DAY)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("空") / "档案"
    archives.run("init", str(folder), "--unit", "JW", "--name", "市纪委监委", "--prefix", "示纪约")
    return yuetan.open(folder, DAY)


@pytest.mark.parametrize("name", DTYPES)
def test_columns_and_types_are_the_documented_ones(archive: Archive, name: str) -> None:
    found = getattr(archive.frames, name)

    assert len(found) > 10
    assert {column: str(kind) for column, kind in found.dtypes.items()} == DTYPES[name]
    assert list(found.columns) == list(DTYPES[name])


@pytest.mark.parametrize("name", DTYPES)
def test_an_empty_archive_gives_the_same_columns_and_types(empty: Archive, name: str) -> None:
    found = getattr(empty.frames, name)

    assert {column: str(kind) for column, kind in found.dtypes.items()} == DTYPES[name]
    if name in {"attendances", "counts", "findings"}:
        assert len(found) == 0


@pytest.mark.parametrize("table", FRAMES, ids=[table.code for table in FRAMES])
def test_every_column_stands_in_the_manual(table: FrameTable) -> None:
    section = PAGE.partition(f"### {table.name}")[2].partition("\n### ")[0]
    told = re.findall(r"^\| (\S+) \| (\S+) \| (.+) \| (\S+) \|$", section, re.MULTILINE)[1:]

    leaves = {"OPEN": "原样", "CODE": "代号", "PERSONAL": "不写"}
    assert told == [
        (one.name, f"`{one.type.value}`", one.meaning, leaves[one.privacy.name]) for one in table.columns
    ]  # fmt: skip


def test_choices_are_categories_whether_they_occur_or_not(empty: Archive) -> None:
    assert list(empty.frames.attendances["方式"].cat.categories) == ["个别谈话", "集体谈话"]
    assert list(empty.frames.findings["级别"].cat.categories) == ["错误", "警告"]
    assert {kind.chinese for kind in DueKind} == set(empty.frames.deadlines["种类"].cat.categories)


def test_attendances_are_the_list_of_attendances(archive: Archive) -> None:
    desk, found = archive.desk, archive.frames.attendances
    table = list_table(ExportList.ATTENDANCES, Asked(desk.state, desk.laws, Filter(), desk.today))

    assert tuple(found.columns) == table.headings
    for heading in ("编号", "姓名", "单位", "状态", "约谈人"):
        at = table.headings.index(heading)
        assert list(found[heading]) == [row[at] for row in table.rows]
    at = table.headings.index("到场")
    assert found["到场"].map({True: "是", False: "否"}).fillna("").tolist() == [row[at] or "" for row in table.rows]
    days = [row[table.headings.index("日期")] for row in table.rows]
    assert [None if pd.isna(one) else one.date() for one in found["日期"]] == days


def test_coverage_deadlines_and_findings_are_what_the_commands_show(archive: Archive) -> None:
    desk, frames = archive.desk, archive.frames

    assert list(frames.coverage.columns[1:]) == list(people.Covered.headings())
    rows = people.coverage(desk.state, desk.laws, 2026, DAY)
    assert list(frames.coverage["编号"]) == [row.person for row in rows]
    assert list(frames.coverage["情况"]) == [row.status for row in rows]
    assert frames.coverage["剩余天数"].isna().sum() == sum(row.days_left is None for row in rows)
    items = due.deadlines(desk.state, desk.laws, DAY)
    assert list(frames.deadlines["还有几天"]) == [one.days_left for one in items]
    assert set(frames.deadlines["期间"].dropna()) == {one.id for one in items if one.kind is DueKind.REPORT}
    found = judging.findings(desk)
    assert list(frames.findings["代码"]) == [one.code for one in found]
    assert list(frames.findings["说明"]) == [one.message for one in found]


def test_counts_are_those_who_came(archive: Archive) -> None:
    came = archive.frames.attendances.query("到场 == True")

    assert archive.frames.counts["人次"].sum() == len(came)
    one = archive.frames.counts.iloc[0]
    month = came["日期"].dt.strftime("%Y-%m")
    assert one["人次"] == len(
        came[(came["单位"] == one["单位"]) & (came["情形"] == one["情形"]) & (month == one["月份"])]
    )


def test_opening_imports_nothing_that_is_heavy_before_a_frame_is_asked_for(sample: Path) -> None:
    program = (
        "import sys, yuetan\n"
        "heavy = {'pandas', 'numpy', 'openpyxl', 'docxtpl', 'docx', 'git', 'typer'}\n"
        "assert not {name for name in sys.modules if name.startswith('yuetan.')}\n"
        "frames = yuetan.open(sys.argv[1]).frames\n"
        "assert not heavy & set(sys.modules)\n"
        "frames.attendances\n"
        "assert heavy & set(sys.modules) == {'pandas', 'numpy'}\n"
    )
    subprocess.run([sys.executable, "-c", program, str(sample)], check=True)


def test_nothing_is_written_by_looking(sample: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in sample.rglob("*") if ".git" not in path.parts}

    yuetan.open(sample, DAY).frames.findings.sort_values("代码")

    assert {path: path.stat().st_mtime_ns for path in sample.rglob("*") if ".git" not in path.parts} == before


def test_a_folder_without_an_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="没有约谈档案"):
        yuetan.open(tmp_path)


def test_where_pandas_is_not_installed_the_next_step_is_said(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(EnvironmentFaultError, match="没有装 pandas") as caught:
        yuetan.open(archive.desk.store.root, DAY).frames.coverage  # noqa: B018 - asking for it is the test
    assert "pip install pandas" in caught.value.hint
    with pytest.raises(EnvironmentFaultError):
        engine.pandas()


def test_types_are_those_that_pandas_knows() -> None:
    for one in Type:
        assert str(pd.Series([], dtype=one.value).dtype) == one.value
