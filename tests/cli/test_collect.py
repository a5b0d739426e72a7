"""collect: units' workbooks at the commission; what cannot be taken is named cell by cell and sent back."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from tests.cli.planning_archive import Archive
from tests.cli.reporting_archive import change, identify
from yuetan.reports.sent_book import _sheets, _slowly
from yuetan.reports.xlsx_values import Workbook

if TYPE_CHECKING:
    from pathlib import Path

UNIT, PERIOD = "CZJ", "2026H1"


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    identify(monkeypatch)
    return Archive(tmp_path / "档案", capsys)


@pytest.fixture
def sent(archive: Archive, tmp_path: Path) -> Path:
    """The workbook of one unit, as its own archive makes it."""
    target = tmp_path / "财政.xlsx"
    return archive.book(target, "report", PERIOD, "--unit", UNIT, "-o")


def by_hand(archive: Archive, target: Path, *rows: dict[str, Any], unit: str = UNIT, **totals: int) -> Path:
    """The blank form, filled in."""
    book = load_workbook(archive.book(target, "collect", "--period", PERIOD, "--form"))
    book["填报说明"]["B4"] = unit
    sheet = book["约谈明细"]
    columns = {cell.value: cell.column for cell in sheet[3]}
    for number, row in enumerate(rows, start=4):
        for heading, value in row.items():
            sheet.cell(number, columns[heading]).value = value
    for cell, number in totals.items():
        book["汇总"][cell] = number
    book.save(target)
    return target


def row(**more: Any) -> dict[str, Any]:
    usual = {"情形": "日常约谈", "约谈日期": datetime(2026, 3, 5), "姓名": "赵己丑", "约谈人编号": "CZJ-001"}
    return {**usual, **more}


def received(archive: Archive, unit: str = UNIT) -> dict[str, Any]:
    path = archive.folder / "records" / "received" / PERIOD / f"{unit}.yaml"
    value: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return value


def problems(archive: Archive, file: Path) -> list[tuple[str, str]]:
    found = archive.json("collect", str(file))["files"][0]["problems"]
    return [(f"{one['sheet']}!{one['cell']}", one["reason"]) for one in found]


def somebody(archive: Archive) -> tuple[str, str]:
    """Code and name of one of the unit's own, not its principal."""
    yaml = YAML(typ="safe").load((archive.folder / "records" / "units" / f"{UNIT}.yaml").read_text(encoding="utf-8"))
    one = next(one for one in yaml["干部"] if one["角色"] == "班子成员" and "免职" not in one)
    return one["编号"], one["姓名"]


def test_a_units_workbook_is_taken_in_one_commit_and_counts_in_the_city(archive: Archive, sent: Path) -> None:
    before = archive.json("report", PERIOD)["summary"][-1]["all"]
    head = archive.git("rev-parse", "HEAD").strip()

    status, said, _ = archive.run("collect", str(sent))

    assert status == 0
    assert "收到 1 份，接收 1 份，退回 0 份" in said
    assert archive.git("rev-list", "--count", f"{head}..HEAD").strip() == "1"
    assert archive.git("diff", "--name-only", head).split() == [f"records/received/{PERIOD}/{UNIT}.yaml"]
    assert archive.json("report", PERIOD)["summary"][-1]["all"] == before
    assert archive.run("check", f"records/received/{PERIOD}/{UNIT}.yaml", "--select", "S")[0] == 0


def test_the_same_again_changes_nothing_and_a_corrected_one_replaces_it(archive: Archive, tmp_path: Path) -> None:
    code, _ = somebody(archive)
    first = by_hand(archive, tmp_path / "一.xlsx", row(对象编号=code, 姓名=None))
    other = row(对象编号="CZJ-001", 姓名=None, 约谈人编号="SZF-001")
    second = by_hand(archive, tmp_path / "二.xlsx", row(对象编号=code, 姓名=None), other)
    archive.run("collect", str(first))
    head = archive.git("rev-parse", "HEAD")

    said = archive.run("collect", str(first))[1]
    assert (archive.git("rev-parse", "HEAD"), "没有变化" in said) == (head, True)

    said = archive.run("collect", str(second))[1]
    assert "2次2人次，替换 2026-06-24 收到的" in said
    assert len(received(archive)["约谈"]) == 2
    assert received(archive)["更正日期"] == date(2026, 6, 24)


def test_a_correction_after_the_last_day_makes_no_late_report_of_one_in_time(archive: Archive, tmp_path: Path) -> None:
    """The demonstration archive has had this unit's report since 2026-06-10."""
    code, _ = somebody(archive)
    second = by_hand(archive, tmp_path / "二.xlsx", row(对象编号=code, 姓名=None, 约谈日期="2026-03-06"))
    assert "更正日期" not in received(archive)

    said = archive.run("collect", str(second), today="2026-07-10")[1]

    assert "替换 2026-06-10 收到的" in said
    assert "迟" not in said
    kept = received(archive)
    assert (kept["收到日期"], kept["更正日期"]) == (date(2026, 6, 10), date(2026, 7, 10))
    file = f"records/received/{PERIOD}/{UNIT}.yaml"
    assert archive.run("check", file, "--select", "B7.4", today="2026-07-10") == (0, "", "没有发现问题。\n")
    assert "与 2026-07-10 收到的相同" in archive.run("collect", str(second), today="2026-07-11")[1]


def test_names_are_found_in_the_roster_and_a_collective_one_is_one(archive: Archive, tmp_path: Path) -> None:
    people = YAML(typ="safe").load((archive.folder / "records" / "units" / f"{UNIT}.yaml").read_text(encoding="utf-8"))
    chosen = [one for one in people["干部"] if one["角色"] == "班子成员" and "免职" not in one][:2]
    rows = [row(姓名=one["姓名"], 单位="市财政局", 方式="集体谈话", 约谈日期="2026.3.5") for one in chosen]

    status, said, about = archive.run("collect", str(by_hand(archive, tmp_path / "手.xlsx", *rows, B5=1, C5=2)))

    assert (status, about) == (0, "")
    assert "1次2人次" in said
    kept = received(archive)["约谈"]
    assert [one["对象"] for one in kept] == [one["编号"] for one in chosen]
    assert {(one["编号"], one["约谈人"], one["日期"].isoformat()) for one in kept} == {
        ("CZJ-2026H1-001", "CZJ-001", "2026-03-05")
    }


def test_somebody_with_two_posts_counts_in_the_unit_that_the_row_says(archive: Archive, tmp_path: Path) -> None:
    magistrate = {"对象编号": "SDW-003", "姓名": "周甲申", "情形": "警示约谈", "约谈人编号": "JW-002"}
    rows = [row(**magistrate, 单位="示东县政府"), row(**magistrate | {"约谈日期": "2026-03-06"}, 单位="示东县委")]
    before = {one["unit"]: one["all"]["interviews"] for one in archive.json("report", PERIOD)["summary"]}

    assert archive.run("collect", str(by_hand(archive, tmp_path / "手.xlsx", *rows, unit="SDW")))[0] == 0

    assert [one.get("单位") for one in received(archive, "SDW")["约谈"]] == ["SDZ", None]
    after = {one["unit"]: one["all"]["interviews"] for one in archive.json("report", PERIOD)["summary"]}
    assert after["SDZ"] == before["SDZ"] + 1


@pytest.mark.parametrize(
    ("changed", "cell", "reason"),
    [
        ({"约谈日期": "去年"}, "C4", "不是日期"),
        ({"约谈日期": "2026-07-01"}, "C4", "之后"),
        ({"约谈日期": "2025-12-31"}, "C4", "备注写“补报”"),
        ({"约谈日期": "2026年3月"}, "C4", "缺了日"),
        ({"约谈日期": None}, "C4", "没有填写"),
        ({"情形": "诫勉谈话"}, "B4", "应为 日常约谈、任前约谈、警示约谈、回访约谈 之一"),
        ({"编号": "JS-202603-7K3FQ"}, "A4", "以 JS 开头的是警示约谈，情形写的是日常约谈"),
        ({"对象编号": "CZJ-999"}, "E4", "名册中没有编号 CZJ-999"),
        ({"对象编号": "SZF-001"}, "E4", "不是“"),
        ({"姓名": "查无此人", "对象编号": None}, "F4", "名册中没有“查无此人”"),
        ({"约谈人编号": None}, "H4", "没有填写"),
        ({"约谈人编号": "XX-001"}, "I4", "名册中没有编号 XX-001"),
        ({"方式": "电话"}, "J4", "应为 个别谈话 或 集体谈话"),
        ({"到场": "迟到"}, "K4", "应为 是 或 否"),
    ],
)
def test_every_cell_that_cannot_be_taken_is_named(
    archive: Archive, tmp_path: Path, changed: dict[str, Any], cell: str, reason: str
) -> None:
    code, name = somebody(archive)

    found = problems(archive, by_hand(archive, tmp_path / "手.xlsx", row(对象编号=code, 姓名=name) | changed))

    assert [place for place, _ in found] == [f"约谈明细!{cell}"]
    assert reason in found[0][1]
    assert "CZJ" not in archive.git("log", "-1", "--format=%B")


def test_late_ones_are_taken_where_they_say_so(archive: Archive, tmp_path: Path) -> None:
    code, name = somebody(archive)
    file = by_hand(archive, tmp_path / "手.xlsx", row(对象编号=code, 姓名=name, 约谈日期="2025-12-30", 备注="补报"))

    assert problems(archive, file) == []


def test_the_same_subject_twice_and_totals_that_are_wrong_are_named(archive: Archive, tmp_path: Path) -> None:
    code, name = somebody(archive)
    one = row(编号="RC-202603-ABCDE", 对象编号=code, 姓名=name)

    assert problems(archive, by_hand(archive, tmp_path / "重.xlsx", one, one))[0] == (
        "约谈明细!A5", "编号：与第4行重复：同一次约谈的同一对象",
    )  # fmt: skip
    assert problems(archive, by_hand(archive, tmp_path / "合.xlsx", one, B5=2, C5=1, J5=1)) == [
        ("汇总!B5", "日常约谈的次写的是2，明细里是1")
    ]


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("约谈明细!K4", "否", "明细在生成以后被改动过"),
        ("填报说明!期间", "2026H2", "不是要收的 2026H1"),
        ("填报说明!期间", "上半年", "没有这一期"),
        ("填报说明!单位", "XXX", "名册中没有这个单位"),
        ("填报说明!单位", "JW", "不是向本单位报送的单位"),
    ],
)
def test_digest_period_and_unit_are_verified(archive: Archive, sent: Path, cell: str, value: str, reason: str) -> None:
    rows = {one.value: one.row for one in load_workbook(sent)["填报说明"]["A"]}
    sheet, _, place = cell.partition("!")
    place = {"期间": f"B{rows['期间代码']}", "单位": f"B{rows['单位编码']}"}.get(place, place)
    other = change(sent, sent.with_name("改.xlsx"), (sheet, place, value))

    found = archive.json("collect", str(other), "--period", PERIOD)["files"][0]

    assert not found["taken"]
    assert any(one["sheet"] == "填报说明" and reason in one["reason"] for one in found["problems"])


@pytest.mark.parametrize(("interviewer", "kept"), [("SW-001", None), ("FY-001", None), ("CZJ-001", False)])
def test_who_was_entitled_is_judged_as_in_our_own_records_the_doubtful_counts(
    archive: Archive, tmp_path: Path, interviewer: str, kept: bool | None
) -> None:
    unit, subject = ("CZJ", "CZJ-001") if kept is False else ("FY", "FY-002")
    file = by_hand(archive, tmp_path / "手.xlsx", row(对象编号=subject, 姓名=None, 约谈人编号=interviewer), unit=unit)
    assert archive.run("collect", str(file))[0] == 0
    assert received(archive, unit)["约谈"][0].get("合于权限") is kept


def test_what_is_sent_back_is_the_units_own_file_with_red_cells(archive: Archive, tmp_path: Path) -> None:
    code, name = somebody(archive)
    file = by_hand(archive, tmp_path / "手.xlsx", row(对象编号=code, 姓名=name, 约谈日期="去年", 到场="迟到"))

    status, said, about = archive.run("collect", str(file), "--return", str(tmp_path / "退"))

    assert status == 2
    assert "约谈明细!C4 “去年” 约谈日期：不是日期" in about
    assert "退回-手.xlsx" in said
    book = load_workbook(tmp_path / "退" / "退回-手.xlsx")
    cell = book["约谈明细"]["C4"]
    assert (cell.fill.fgColor.rgb, cell.value) == ("FFFF9999", "去年")
    assert cell.comment is not None
    assert "不是日期" in cell.comment.text
    assert book["约谈明细"]["D4"].fill.fill_type is None
    rows = list(book["退回说明"].iter_rows(min_row=4, max_col=4, values_only=True))
    assert rows == [(1, "约谈明细", "C4", "去年")]


def test_a_corrected_file_that_was_sent_back_is_taken(archive: Archive, tmp_path: Path) -> None:
    code, name = somebody(archive)
    file = by_hand(archive, tmp_path / "手.xlsx", row(对象编号=code, 姓名=name, 约谈日期="去年"))
    archive.run("collect", str(file), "--return", str(tmp_path / "退"))
    fixed = change(tmp_path / "退" / "退回-手.xlsx", tmp_path / "改.xlsx", ("约谈明细", "C4", "2026年3月5日"))

    status, _, about = archive.run("collect", str(fixed))

    assert (status, about) == (0, "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空文件"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "旧格式的表格（.xls 或 WPS 的 .et）"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (b"PK\x03\x04 broken", "已损坏"),
        ("编号,情形".encode(), "不是 .xlsx"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_what_it_is(
    archive: Archive, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(content)

    status, _, about = archive.run("collect", str(file), "--return", str(tmp_path / "退"))

    assert status == 2
    assert said in about
    book = load_workbook(tmp_path / "退" / "退回-表.xlsx")
    assert said in str(book["退回说明"]["E4"].value)


def test_good_ones_are_taken_beside_bad_ones(archive: Archive, sent: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK")

    status, said, _ = archive.run("collect", str(sent), str(tmp_path / "坏.xlsx"))

    assert status == 2
    assert "收到 2 份，接收 1 份，退回 1 份" in said
    assert received(archive)["单位"] == UNIT


def test_two_files_of_one_unit_are_both_sent_back(archive: Archive, sent: Path, tmp_path: Path) -> None:
    code, name = somebody(archive)
    other = by_hand(archive, tmp_path / "另.xlsx", row(对象编号=code, 姓名=name))
    before = archive.git("rev-parse", "HEAD")

    found = archive.json("collect", str(sent), str(other))["files"]

    assert [one["taken"] for one in found] == [False, False]
    assert archive.git("rev-parse", "HEAD") == before


def test_the_citys_workbook_says_who_has_not_reported_and_how_late(
    archive: Archive, sent: Path, tmp_path: Path
) -> None:
    archive.git("rm", "-q", f"records/received/{PERIOD}/{UNIT}.yaml")
    archive.git("commit", "-qm", "not received yet")
    target = tmp_path / "全市.xlsx"
    archive.run("collect", str(sent), "-o", str(target), today="2026-07-03")

    book = load_workbook(target)
    rows = {row[1]: row for row in book["报送情况"].iter_rows(min_row=4, values_only=True)}
    assert rows[UNIT][3:5] == (datetime(2026, 7, 3), 3)
    assert rows[UNIT][7] == "迟报"
    missing = [row for row in rows.values() if row[7] == "未报"]
    assert missing
    assert {row[4] for row in missing} == {3}
    ranking = list(book["覆盖率排名"].iter_rows(min_row=4, values_only=True))
    shares = [row[5] for row in ranking]
    assert shares == sorted(shares, reverse=True)
    assert {row[6] for row in ranking if row[5] == 1} == {"绿灯"}


def test_the_same_interview_from_two_units_is_shown_and_counted_once(archive: Archive, tmp_path: Path) -> None:
    code, name = somebody(archive)
    one = row(编号="RC-202603-ABCDE", 对象编号=code, 姓名=name)
    files = [by_hand(archive, tmp_path / f"{unit}.xlsx", one, unit=unit) for unit in (UNIT, "FGW")]

    archive.run("collect", *map(str, files))

    found = archive.json("report", PERIOD)
    assert sum(line["编号"] == "RC-202603-ABCDE" for line in found["details"]) == 1
    assert ("同一次约谈报了两遍", code) in {(line["情况"], line["对象编号"]) for line in found["doubles"]}


def test_a_nil_report_is_a_report(archive: Archive, tmp_path: Path) -> None:
    archive.run("collect", str(by_hand(archive, tmp_path / "零.xlsx", unit="FGW")))

    assert "约谈" not in received(archive, "FGW")
    late = {f["message"] for f in archive.json("check", "--select", "B7.4", today="2026-07-01")["findings"]}
    assert not any("FGW" in message and PERIOD in message for message in late)


def test_the_form_offers_the_archives_own_situations_and_units(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "报送表.xlsx"
    archive.run("collect", "--form", str(target), "--period", PERIOD)

    book = load_workbook(target)
    assert book["选项"].sheet_state == "hidden"
    assert [cell.value for cell in book["选项"]["A"][:4]] == ["日常约谈", "任前约谈", "警示约谈", "回访约谈"]
    rules = {str(rule.sqref): rule.formula1 for rule in book["约谈明细"].data_validations.dataValidation}
    assert rules["B4:B503"] == "选项!$A$1:$A$4"
    assert rules["C4:C503"] == "DATE(2026,6,30)"


def test_an_office_that_sends_does_not_collect(archive: Archive, sent: Path) -> None:
    office = archive.folder / "yuetan.yaml"
    office.write_text(office.read_text(encoding="utf-8").replace("角色: 汇总", "角色: 报送"), encoding="utf-8")

    status, _, about = archive.run("collect", str(sent))

    assert (status, "不接收报送" in about) == (2, True)


def test_a_dry_run_takes_nothing(archive: Archive, sent: Path, tmp_path: Path) -> None:
    head = archive.git("rev-parse", "HEAD")

    status, said, _ = archive.run("collect", str(sent), "--dry-run", "-o", str(tmp_path / "全市.xlsx"))

    assert (status, "试运行" in said) == (0, True)
    assert archive.git("rev-parse", "HEAD") == head
    assert not (tmp_path / "全市.xlsx").exists()


def test_many_files_at_once_are_read_by_several_processes(archive: Archive, sent: Path, tmp_path: Path) -> None:
    folder = tmp_path / "多"
    folder.mkdir()
    for number in range(12):
        shutil.copy(sent, folder / f"{number}.xlsx")
    (folder / "~$0.xlsx").write_bytes(b"")

    said = archive.run("collect", str(folder))[1]

    assert "收到 1 份，接收 1 份" in said


def test_the_quick_reader_reads_what_openpyxl_reads(archive: Archive, sent: Path, tmp_path: Path) -> None:
    code, name = somebody(archive)
    form = by_hand(archive, tmp_path / "手.xlsx", row(对象编号=code, 姓名=name, 职务="<&>\n二"), B5=1, C5=1)

    def filled(sheets: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[list[Any]]]:
        return {
            name: [cells for cells in ([c for c in row if c is not None] for row in rows) if cells]
            for name, rows in sheets.items()
        }

    for file in (sent, form):
        data = file.read_bytes()
        assert "约谈明细" in Workbook(data).visible
        assert filled(_sheets(data)) == filled(_slowly(data))
