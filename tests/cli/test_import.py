"""import: the 台账 that offices keep, in the shapes they keep it; once and twice; what cannot be taken comes back."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook
from ruamel.yaml import YAML

from tests.cli.planning_archive import Archive
from tests.cli.reporting_archive import identify

if TYPE_CHECKING:
    from pathlib import Path

TITLES = ("序号", "谈话类型", "约谈时间", "被约谈人", "工作单位", "谈话人", "谈话地点", "约谈主题", "备注")


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    identify(monkeypatch)
    return Archive(tmp_path / "档案", capsys)


@pytest.fixture
def people(archive: Archive) -> dict[str, str]:
    """Names by code of one unit, those in office since before 2024."""
    text = (archive.folder / "records" / "units" / "CZJ.yaml").read_text(encoding="utf-8")
    rows = YAML(typ="safe").load(text)["干部"]
    return {one["编号"]: one["姓名"] for one in rows if one["任职"] < date(2024, 1, 1) and "免职" not in one}


def book(path: Path, *rows: tuple[Any, ...], title: str = "台账") -> Path:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def line(people: dict[str, str], **more: Any) -> tuple[Any, ...]:
    """A row under TITLES; the principal holds it with the second of the unit."""
    names = list(people.values())
    usual = dict(
        zip(TITLES, (1, "日常", "2024.3.5", names[1], "市财政局", names[0], "会议室", "履行责任", None), strict=True)
    )
    return tuple({**usual, **more}.values())


def taken(archive: Archive) -> list[dict[str, Any]]:
    """The records that the last commit made."""
    names = archive.git("diff", "--name-only", "--diff-filter=A", "-z", "HEAD~1").split("\0")
    yaml = YAML(typ="safe")
    return [yaml.load((archive.folder / name).read_text(encoding="utf-8")) for name in names if "interviews" in name]


def test_a_row_becomes_a_record_in_one_commit(archive: Archive, people: dict[str, str], tmp_path: Path) -> None:
    head = archive.git("rev-parse", "HEAD").strip()

    status, said, about = archive.run("import", str(book(tmp_path / "台账.xlsx", TITLES, line(people))))

    codes = list(people)
    assert (status, about) == (0, "")
    assert "约谈日期←约谈时间" in said
    assert archive.git("rev-list", "--count", f"{head}..HEAD").strip() == "1"
    (record,) = taken(archive)
    assert (record["类型"], record["起草"], record["谈话"]["时间"]) == (
        "日常约谈", date(2024, 3, 5), datetime(2024, 3, 5),
    )  # fmt: skip
    assert [one["编号"] for one in record["约谈对象"]] == [codes[1]]
    assert [one["编号"] for one in record["约谈人"]] == [codes[0]]
    assert record["主题"] == "履行责任"


def test_records_from_before_the_office_began_get_structure_rules_only(
    archive: Archive, people: dict[str, str], tmp_path: Path
) -> None:
    archive.run("import", str(book(tmp_path / "台账.xlsx", TITLES, line(people))))

    (record,) = taken(archive)
    codes = {one["code"] for one in archive.json("check", record["编号"])["findings"]}
    assert not [code for code in codes if code[0] in "BW"]


def test_importing_twice_changes_nothing(archive: Archive, people: dict[str, str], tmp_path: Path) -> None:
    file = book(tmp_path / "台账.xlsx", TITLES, line(people), line(people, 约谈时间="20240601"))
    archive.run("import", str(file))
    head = archive.git("rev-parse", "HEAD")

    status, said, _ = archive.run("import", str(file))

    assert (status, archive.git("rev-parse", "HEAD")) == (0, head)
    assert "0份可以导入，2份已经登记过，0行不能导入" in said


@pytest.mark.parametrize(
    "typed",
    ["2024.3.5", "2024年3月5日", "20240305", 20240305, 45356, datetime(2024, 3, 5), "2024-03-05", "2024/3/5",
     " 2024年 3月 5日 ", "２０２４．３．５"],
)  # fmt: skip
def test_days_are_read_in_the_shapes_people_type(
    archive: Archive, people: dict[str, str], tmp_path: Path, typed: Any
) -> None:
    archive.run("import", str(book(tmp_path / "台账.xlsx", TITLES, line(people, 约谈时间=typed))))

    assert taken(archive)[0]["起草"] == date(2024, 3, 5)


@pytest.mark.parametrize("separator", ["、", "，", ",", ";", " ", "\n", "/"])
def test_several_subjects_in_one_cell_are_one_interview(
    archive: Archive, people: dict[str, str], tmp_path: Path, separator: str
) -> None:
    names = list(people.values())[1:3]

    archive.run("import", str(book(tmp_path / "台账.xlsx", TITLES, line(people, 被约谈人=separator.join(names)))))

    (record,) = taken(archive)
    assert [one["姓名"] for one in record["约谈对象"]] == names
    assert record["方式"] == "集体谈话"


def test_rows_under_merged_cells_belong_to_the_row_above(
    archive: Archive, people: dict[str, str], tmp_path: Path
) -> None:
    names = list(people.values())
    below = (None, None, None, names[2], "市财政局", None, None, None, None)

    archive.run("import", str(book(tmp_path / "台账.xlsx", TITLES, line(people), below)))

    assert [one["姓名"] for one in taken(archive)[0]["约谈对象"]] == names[1:3]


@pytest.mark.parametrize(
    ("changed", "cell", "reason"),
    [
        ({"约谈时间": "去年春天"}, "C3", "不是日期"),
        ({"约谈时间": "2024年3月"}, "C3", "缺了日"),
        ({"约谈时间": 2024.1}, "C3", "存成了小数"),
        ({"约谈时间": "2014.3.5"}, "C3", "还没有可依据的规范"),
        ({"约谈时间": "2027.3.5"}, "C3", "还没有发生"),
        ({"谈话类型": "诫勉谈话"}, "B3", "诫勉不是廉政约谈"),
        ({"谈话类型": "其他"}, "B3", "应为 日常约谈"),
        ({"被约谈人": "查无此人"}, "D3", "名册中没有“查无此人”"),
        ({"谈话人": None}, "F3", "没有填写"),
        ({"约谈主题": "反映人电话13800000000"}, "H3", "B8.1"),
    ],
)
def test_every_cell_that_cannot_be_taken_is_named_and_the_rest_taken(  # noqa: PLR0917
    archive: Archive, people: dict[str, str], tmp_path: Path, changed: dict[str, Any], cell: str, reason: str
) -> None:
    file = book(tmp_path / "台账.xlsx", TITLES, line(people), line(people, **{"约谈时间": "2024.6.5", **changed}))

    found = archive.json("import", str(file))

    assert (found["taken"], found["refused"]) == (1, 1)
    assert [one["cell"] for one in found["problems"]] == [cell]
    assert reason in found["problems"][0]["reason"]


def test_namesakes_are_doubtful_and_named(archive: Archive, people: dict[str, str], tmp_path: Path) -> None:
    unit = archive.folder / "records" / "units" / "FGW.yaml"
    value = YAML(typ="safe").load(unit.read_text(encoding="utf-8"))
    name = list(people.values())[1]
    unit.write_text(unit.read_text(encoding="utf-8").replace(value["干部"][1]["姓名"], name), encoding="utf-8")
    archive.git("commit", "-qam", "同名")

    found = archive.json("import", str(book(tmp_path / "台账.xlsx", TITLES, line(people, 工作单位=None))))

    assert "名册中有2个" in found["problems"][0]["reason"]
    assert archive.json("import", str(book(tmp_path / "二.xlsx", TITLES, line(people))))["problems"] == []


def test_what_was_refused_comes_back_with_its_reason_and_is_taken_once_mended(
    archive: Archive, people: dict[str, str], tmp_path: Path
) -> None:
    file = book(tmp_path / "台账.xlsx", ("财政局约谈台账",), TITLES, line(people, 约谈时间="去年"), ("合计", 1))
    target = tmp_path / "退.xlsx"

    status, _, _ = archive.run("import", str(file), "--refused", str(target))

    assert status == 2
    made = load_workbook(target)
    sheet = made["台账"]
    assert [cell.value for cell in sheet[1]] == [*TITLES, "不能导入的原因"]
    assert "不是日期" in str(sheet["J2"].value)
    assert sheet["C2"].fill.fgColor.rgb == "FFFF9999"
    sheet["C2"].value = "2024.3.5"
    made.save(target)
    assert archive.json("import", str(target))["taken"] == 1


def test_a_guess_is_mended_and_remembered(archive: Archive, people: dict[str, str], tmp_path: Path) -> None:
    titles = ("序号", "谈话类型", "哪天谈的", "被约谈人", "工作单位", "谁谈的", "谈话地点", "约谈主题", "备注")
    first = book(tmp_path / "一.xlsx", titles, line(people))
    second = book(tmp_path / "二.xlsx", titles, line(people, 约谈时间="2024.6.5"))
    assert "没有找到台账" in archive.run("import", str(first))[2]

    assert archive.json("import", str(first), "--map", "约谈日期=哪天谈的", "--map", "约谈人=F")["taken"] == 1
    assert archive.json("import", str(second))["columns"]["约谈人"] == "谁谈的"


def test_a_table_without_situations_is_of_the_one_given(
    archive: Archive, people: dict[str, str], tmp_path: Path
) -> None:
    titles = tuple(title for title in TITLES if title != "谈话类型")
    cells = line(people)
    file = book(tmp_path / "台账.xlsx", titles, (cells[0], *cells[2:]))

    assert "全表相同的可用 --type 指明" in archive.json("import", str(file))["problems"][0]["reason"]
    assert archive.json("import", str(file), "--type", "日常")["taken"] == 1
    assert archive.run("import", str(file), "--type", "函询")[0] == 2


def test_a_dry_run_shows_a_table_of_cells_and_writes_nothing(
    archive: Archive, people: dict[str, str], tmp_path: Path
) -> None:
    head = archive.git("rev-parse", "HEAD")
    file = book(tmp_path / "台账.xlsx", TITLES, line(people), line(people, 约谈时间="去年"))

    status, said, _ = archive.run("import", str(file), "--dry-run")

    assert status == 2
    assert "工作表" in said
    assert "C3" in said
    assert archive.git("rev-parse", "HEAD") == head
    assert not (archive.folder / "out").exists()


def test_a_csv_as_offices_write_it_is_read(archive: Archive, people: dict[str, str], tmp_path: Path) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([TITLES, line(people)])
    file = tmp_path / "台账.csv"
    file.write_bytes(buffer.getvalue().encode("gb18030"))

    assert archive.json("import", str(file))["taken"] == 1


def test_a_formula_like_text_is_text(archive: Archive, people: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "台账.csv"
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([TITLES, line(people, 约谈主题="=1+1", 约谈时间="去年")])
    file.write_bytes(buffer.getvalue().encode())
    target = tmp_path / "退.xlsx"
    archive.run("import", str(file), "--refused", str(target))

    cell = load_workbook(target)["台账"]["H2"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("没有.xlsx",), "没有文件"),
        (("{file}", "--map", "日期"), "看不懂"),
        (("{file}", "--map", "年龄=C"), "没有名为“年龄”的栏目"),
    ],
)
def test_what_cannot_be_imported_is_said(
    archive: Archive, people: dict[str, str], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    file = book(tmp_path / "台账.xlsx", TITLES, line(people))

    status, _, about = archive.run("import", *(word.format(file=file) for word in words))

    assert (status, said in about) == (2, True)
