"""The report's workbook: numbers as numbers, text as text, days as days, the same bytes every time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from yuetan.errors import BadInputError
from yuetan.pin import unpack
from yuetan.reports.book import ReportBook, SummaryRow, Table
from yuetan.reports.workbook import workbook

ROOT = Path(__file__).resolve().parents[2]
DAILY, WARNING = "甲类约谈", "乙类约谈"
BOOK = ReportBook(
    title="2026年上半年廉政约谈情况报送表",
    unit="某某市纪委",
    period="2026H1",
    as_of=date(2026, 6, 30),
    made=datetime(2026, 6, 30, 9, 30, tzinfo=UTC),
    situations=(DAILY, WARNING),
    summary=(
        SummaryRow("市财政局", DAILY, 3, 4),
        SummaryRow("市发展和改革委员会", DAILY, 2, 2),
        SummaryRow("市发展和改革委员会", WARNING, 1, 5),
    ),
    totals=(SummaryRow("", DAILY, 4, 6), SummaryRow("", WARNING, 1, 5)),
    details=Table(
        ("单位", "约谈时间", "起草", "主题", "人数"),
        (("市财政局", datetime(2026, 3, 10, 9, 35), date(2026, 3, 2), "主题甲", 4),),  # noqa: DTZ001
    ),
    remaining=Table(("单位", "姓名"), (("市财政局", "褚壬午"),)),
    notes=("一、次为约谈的次数。", "二、人次为到场的人数。"),
)


def opened(book: ReportBook) -> Any:
    return load_workbook(io.BytesIO(workbook(book)))


def detail(text: str) -> Any:
    """The cell that this text comes to stand in."""
    return opened(replace(BOOK, details=Table(("主题",), ((text,),))))["约谈明细"]["A3"]


def test_the_four_sheets_stand_in_order() -> None:
    assert opened(BOOK).sheetnames == ["汇总", "约谈明细", "未约谈名单", "填报说明"]


def test_interviews_and_attendances_stand_apart_by_unit_and_situation() -> None:
    rows = [row[:7] for row in opened(BOOK)["汇总"].iter_rows(min_row=3, values_only=True)]

    assert rows == [
        ("单位", DAILY, None, WARNING, None, "合计", None),
        (None, "次", "人次", "次", "人次", "次", "人次"),
        ("市财政局", 3, 4, 0, 0, 3, 4),
        ("市发展和改革委员会", 2, 2, 1, 5, 3, 7),
        ("合计", 4, 6, 1, 5, 5, 11),
    ]


def test_totals_are_those_given_not_the_sum_of_units() -> None:
    assert sum(row.interviews for row in BOOK.summary if row.situation == DAILY) == 5
    assert opened(BOOK)["汇总"]["B7"].value == 4


def test_a_situation_that_no_column_was_asked_for_gets_one() -> None:
    sheet = opened(replace(BOOK, situations=(DAILY,)))["汇总"]

    assert (sheet["D3"].value, sheet["D6"].value) == (WARNING, 1)


def test_a_nil_report_says_so() -> None:
    book = opened(replace(BOOK, summary=(), totals=(), details=Table(("单位",)), remaining=Table(("单位", "姓名"))))

    assert [cell.value for cell in book["汇总"][5]] == ["合计", 0, 0, 0, 0, 0, 0]
    assert book["约谈明细"]["A3"].value == "无"
    assert book["未约谈名单"]["A3"].value == "无"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "#N/A", "#REF!", "TRUE", "12", "2026-03-05", "1e5",
     "<b>&amp;</b>", "“引号”\"'", "👍🏽 镕喆堃", "  两头  ", "一\n二"],
)  # fmt: skip
def test_whatever_is_typed_stays_text(text: str) -> None:
    cell = detail(text)

    assert (cell.data_type, cell.value) == ("s", text)


@pytest.mark.parametrize(
    ("text", "quoted"), [("=1", True), ("+1", True), ("-1", True), ("@a", True), ("\ta", True), ("a=1", False)]
)
def test_text_that_looks_like_a_formula_is_quoted(text: str, quoted: bool) -> None:
    assert bool(detail(text).quotePrefix) is quoted


def test_no_part_of_the_workbook_holds_a_formula() -> None:
    parts = unpack(workbook(replace(BOOK, title="=1+1", unit="=2", notes=("=3",))))

    assert not any(b"<f>" in content for name, content in parts.items() if "worksheets" in name)


def test_text_like_an_escape_of_the_format_is_escaped() -> None:
    parts = unpack(workbook(replace(BOOK, notes=("_x0041_ a_x_b",))))

    assert b"_x005F_x0041_ a_x_b" in b"".join(parts.values())


def test_line_ends_become_line_feeds() -> None:
    assert detail("一\r\n二\r三").value == "一\n二\n三"


def test_a_cell_holds_32767_characters_and_not_one_more() -> None:
    assert len(detail("约" * 32_767).value) == 32_767
    with pytest.raises(BadInputError, match=r"“约谈明细”A3 的文字有 32768 个字符，一个单元格最多 32767 个"):
        detail("约" * 32_768)


def test_characters_beyond_the_basic_plane_count_twice_as_excel_counts() -> None:
    with pytest.raises(BadInputError, match="32768"):
        detail("👍" * 16_384)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_control_character_is_refused_with_its_cell(character: str) -> None:
    with pytest.raises(BadInputError, match=rf"“约谈明细”A3 .*U\+{ord(character):04X}"):
        detail(f"a{character}")


def test_days_are_days_with_a_chinese_format() -> None:
    sheet = opened(BOOK)["约谈明细"]

    assert (sheet["B3"].value, sheet["C3"].value) == (datetime(2026, 3, 10, 9, 35), datetime(2026, 3, 2))  # noqa: DTZ001
    assert sheet["C3"].number_format == 'yyyy"年"m"月"d"日"'
    assert sheet["B3"].is_date
    assert (sheet["E3"].value, sheet["E3"].data_type) == (4, "n")


def test_the_page_is_set_up_for_printing() -> None:
    for sheet in opened(BOOK):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert opened(BOOK)["汇总"].print_title_rows == "$3:$4"
    assert opened(BOOK)["约谈明细"].freeze_panes == "A3"
    assert opened(BOOK)["约谈明细"].auto_filter.ref == "A2:E3"


def test_every_cell_of_a_merged_range_has_its_border() -> None:
    sheet = opened(BOOK)["汇总"]

    assert [sheet[place].border.right.style for place in ("A3", "A4", "B3", "C3", "G3")] == ["thin"] * 5


def test_a_column_is_two_units_a_han_character_wide_and_rows_grow_with_their_text() -> None:
    sheet = opened(replace(BOOK, details=Table(("主题", "整改"), (("约谈主题六字", ""), ("长" * 110, "")))))["约谈明细"]

    assert sheet.column_dimensions["A"].width == 46
    assert (sheet.row_dimensions[3].height, sheet.row_dimensions[4].height) == (22, 86)
    assert opened(BOOK)["未约谈名单"].column_dimensions["A"].width == 10


def test_the_title_has_room_above_narrow_columns() -> None:
    sheet = opened(BOOK)["未约谈名单"]

    assert sum(sheet.column_dimensions[letter].width for letter in "AB") >= 2 * len(sheet["A1"].value)


def test_the_same_bytes_twice_and_from_another_zone() -> None:
    elsewhere = BOOK.made.astimezone(timezone(timedelta(hours=8)))

    assert workbook(BOOK) == workbook(BOOK) == workbook(replace(BOOK, made=elsewhere))


def test_the_properties_hold_the_commits_time_and_nobody() -> None:
    parts = unpack(workbook(BOOK))

    core = parts["docProps/core.xml"].decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-06-30T09:30:00Z"] * 2
    assert "creator" not in core
    assert "openpyxl" not in core


@pytest.mark.parametrize(("zone", "seed"), [("UTC", "0"), ("Asia/Shanghai", "1"), ("America/New_York", "77")])
def test_the_same_bytes_in_another_zone_and_with_another_hash_seed(zone: str, seed: str) -> None:
    code = "import sys; from test_workbook import BOOK, workbook; sys.stdout.buffer.write(workbook(BOOK))"
    paths = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}

    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)

    assert made.stdout == workbook(BOOK)
