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
from yuetan.reports.book import Made
from yuetan.reports.report_sheet import SIGNED
from yuetan.reports.workbook import workbook
from yuetan.views.report.compare import Compared, Comparison
from yuetan.views.report.count import Count
from yuetan.views.report.rows import ReportRows
from yuetan.views.report.summary import SummaryRow
from yuetan.views.table import Table

ROOT = Path(__file__).resolve().parents[2]
DAILY, WARNING = "甲类约谈", "乙类约谈"


def counted(interviews: int = 0, attendances: int = 0, individual: int = 0, collective: int = 0) -> Count:
    return Count(interviews=interviews, attendances=attendances, individual=individual, collective=collective)


NONE = counted()


def summary_row(  # noqa: PLR0917
    level: str, label: str, daily: Count, warning: Count, total: Count, owed: int, done: int
) -> SummaryRow:
    return SummaryRow(level, "", label, (daily, warning), total, owed, done)


MADE = Made("c" * 40, datetime(2026, 6, 30, 9, 30, tzinfo=UTC), "0.1.0")
BOOK = ReportRows(
    period="2026H1",
    title="2026年上半年廉政约谈情况报送表",
    unit="某某市纪委",
    code="JW",
    first=date(2026, 1, 1),
    last=date(2026, 6, 30),
    as_of=date(2026, 6, 30),
    situations=(DAILY, WARNING),
    summary=(
        summary_row("单位", "市财政局", counted(3, 4, 2, 1), NONE, counted(3, 4, 2, 1), 4, 4),
        summary_row("单位", "市发展和改革委员会", counted(2, 2, 2, 0), counted(1, 5, 0, 1), counted(3, 7, 2, 1), 3, 1),
        summary_row("小计", "市委办局小计", counted(4, 6, 3, 1), counted(1, 5, 0, 1), counted(5, 11, 3, 2), 7, 5),
        summary_row("合计", "合计", counted(4, 6, 3, 1), counted(1, 5, 0, 1), counted(5, 11, 3, 2), 0, 0),
    ),
    details=Table(
        ("单位", "约谈时间", "起草", "主题", "人数"),
        (("市财政局", datetime(2026, 3, 10, 9, 35), date(2026, 3, 2), "主题甲", 4),),
    ),
    owed=Table(("单位", "姓名", "剩余天数"), (("市财政局", "褚壬午", -3),)),
    follow_ups=Table(("编号", "超期天数"), (("JS-1", 2),)),
    articles=Table(("条款", "错误"), (("第六条", 1),)),
    places=Table(("编号或文件", "规则"), (("RC-1", "B6"),)),
    comparison=Comparison(("2026年上半年", "2025年下半年", "2025年上半年"), (
        Compared(DAILY, "次", 4, 5, 0), Compared("合计", "次", 5, 4, 0),
        Compared(DAILY, "人次", 6, 5, 0), Compared("合计", "人次", 11, 8, 0),
    )),
    late=Table(("编号", "约谈日期")),
    amended=Table(("编号", "项目", "原报", "现为"), (("RC-1", "到场", "是", "否"),)),
    interviews=("RC-1",),
    notes=(("次", "次为约谈的次数。"), ("人次", "人次为到场的人数。")),
    digest="d" * 64,
)  # fmt: skip


def written(book: ReportRows, made: Made = MADE) -> bytes:
    return workbook(book, made)


def opened(book: ReportRows) -> Any:
    return load_workbook(io.BytesIO(written(book)))


def detail(text: str) -> Any:
    """The cell that this text comes to stand in."""
    return opened(replace(BOOK, details=Table(("主题",), ((text,),))))["约谈明细"]["A4"]


def test_the_eight_sheets_stand_in_order() -> None:
    assert tuple(opened(BOOK).sheetnames) == (
        "汇总",
        "约谈明细",
        "未约谈名单",
        "整改跟踪",
        "程序检查",
        "同比环比",
        "补报与更正",
        "填报说明",
    )


def test_interviews_and_attendances_stand_apart_by_unit_and_situation() -> None:
    rows = [row[:16] for row in opened(BOOK)["汇总"].iter_rows(min_row=3, values_only=True)]

    counted = ("次", "人次", "个别", "集体")
    assert rows == [
        ("单位", DAILY, None, None, None, WARNING, None, None, None, "合计", None, None, None, "年度覆盖", None, None),
        (None, *counted * 3, "应谈", "已谈", "覆盖率"),
        ("市财政局", 3, 4, 2, 1, 0, 0, 0, 0, 3, 4, 2, 1, 4, 4, 1),
        ("市发展和改革委员会", 2, 2, 2, 0, 1, 5, 0, 1, 3, 7, 2, 1, 3, 1, 1 / 3),
        ("市委办局小计", 4, 6, 3, 1, 1, 5, 0, 1, 5, 11, 3, 2, 7, 5, 5 / 7),
        ("合计", 4, 6, 3, 1, 1, 5, 0, 1, 5, 11, 3, 2, 0, 0, "—"),
    ]


def test_a_share_is_a_number_shown_as_a_percentage() -> None:
    cell = opened(BOOK)["汇总"]["P6"]

    assert (cell.data_type, cell.number_format) == ("n", "0.0%")


def test_every_sheet_says_who_reports_and_has_room_for_signatures() -> None:
    lines = {sheet["A2"].value for sheet in opened(BOOK)}

    assert lines == {SIGNED.format(unit="某某市纪委")}


def test_the_comparison_has_two_charts_over_its_own_rows() -> None:
    sheet = opened(BOOK)["同比环比"]

    assert [cell.value for cell in sheet[4]] == [DAILY, "次", 4, 5, -1, -0.2, 0, 4, None]
    assert len(sheet._charts) == 2
    parts = unpack(written(BOOK))
    chart = parts["xl/charts/chart1.xml"].decode()
    assert "'同比环比'!$C$4:$C$5" in chart
    assert chart.count('<c:delete val="0"') + chart.count('<delete val="0"') == 2


def test_overdue_days_are_red_by_condition() -> None:
    book = opened(BOOK)

    def ranges(name: str) -> list[str]:
        return [str(one.sqref) for one in book[name].conditional_formatting]

    assert ranges("整改跟踪") == ["B4"]
    assert ranges("未约谈名单") == ["C4"]
    assert ranges("汇总") == ["P5:P8"]


def test_the_notes_end_with_what_the_receivers_program_reads() -> None:
    rows = [tuple(row) for row in opened(BOOK)["填报说明"].iter_rows(min_row=4, max_col=2, values_only=True)]

    assert rows == [
        ("次", "次为约谈的次数。"), ("人次", "人次为到场的人数。"), ("期间代码", "2026H1"), ("单位编码", "JW"),
        ("截至日期", "2026-06-30"), ("依据提交", "c" * 40), ("软件版本", "yuetan 0.1.0"), ("数据摘要", "d" * 64),
    ]  # fmt: skip


def test_a_nil_report_says_so() -> None:
    book = opened(replace(BOOK, details=Table(("单位",)), owed=Table(("单位", "姓名"))))

    assert book["约谈明细"]["A4"].value == "无"
    assert book["未约谈名单"]["A4"].value == "无"


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
    parts = unpack(written(replace(BOOK, title="=1+1", unit="=2", notes=(("=3", "=4"),))))

    assert not any(b"<f>" in content for name, content in parts.items() if "worksheets" in name)


def test_text_like_an_escape_of_the_format_is_escaped() -> None:
    parts = unpack(written(replace(BOOK, notes=(("_x0041_ a_x_b", "甲"),))))

    assert b"_x005F_x0041_ a_x_b" in b"".join(parts.values())


def test_line_ends_become_line_feeds() -> None:
    assert detail("一\r\n二\r三").value == "一\n二\n三"


def test_a_cell_holds_32767_characters_and_not_one_more() -> None:
    assert len(detail("约" * 32_767).value) == 32_767
    with pytest.raises(BadInputError, match=r"“约谈明细”A4 的文字有 32768 个字符，一个单元格最多 32767 个"):
        detail("约" * 32_768)


def test_characters_beyond_the_basic_plane_count_twice_as_excel_counts() -> None:
    with pytest.raises(BadInputError, match="32768"):
        detail("👍" * 16_384)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_control_character_is_refused_with_its_cell(character: str) -> None:
    with pytest.raises(BadInputError, match=rf"“约谈明细”A4 .*U\+{ord(character):04X}"):
        detail(f"a{character}")


def test_days_are_days_with_a_chinese_format() -> None:
    sheet = opened(BOOK)["约谈明细"]

    assert (sheet["B4"].value, sheet["C4"].value) == (datetime(2026, 3, 10, 9, 35), datetime(2026, 3, 2))
    assert sheet["C4"].number_format == 'yyyy"年"m"月"d"日"'
    assert sheet["B4"].is_date
    assert (sheet["E4"].value, sheet["E4"].data_type) == (4, "n")


def test_the_page_is_set_up_for_printing() -> None:
    for sheet in opened(BOOK):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, int(sheet.title == "同比环比"))
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert opened(BOOK)["汇总"].print_title_rows == "$3:$4"
    assert opened(BOOK)["约谈明细"].freeze_panes == "A4"
    assert opened(BOOK)["约谈明细"].auto_filter.ref == "A3:E4"


def test_every_cell_of_a_merged_range_has_its_border() -> None:
    sheet = opened(BOOK)["汇总"]

    assert [sheet[place].border.right.style for place in ("A3", "A4", "B3", "E3", "P3")] == ["thin"] * 5


def test_a_column_is_two_units_a_han_character_wide_and_rows_grow_with_their_text() -> None:
    sheet = opened(replace(BOOK, details=Table(("主题", "整改"), (("约谈主题六字", ""), ("长" * 110, "")))))["约谈明细"]

    assert sheet.column_dimensions["A"].width == 46
    assert (sheet.row_dimensions[4].height, sheet.row_dimensions[5].height) == (22, 86)
    assert opened(BOOK)["未约谈名单"].column_dimensions["A"].width == 10


def test_the_title_has_room_above_narrow_columns() -> None:
    sheet = opened(BOOK)["未约谈名单"]

    assert sum(sheet.column_dimensions[letter].width for letter in "ABC") >= 2 * len(sheet["A1"].value)


def test_the_same_bytes_twice_and_from_another_zone() -> None:
    elsewhere = replace(MADE, when=MADE.when.astimezone(timezone(timedelta(hours=8))))

    assert written(BOOK) == written(BOOK) == written(BOOK, elsewhere)


def test_the_properties_hold_the_commits_time_and_nobody() -> None:
    parts = unpack(written(BOOK))

    core = parts["docProps/core.xml"].decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-06-30T09:30:00Z"] * 2
    assert "creator" not in core
    assert "openpyxl" not in core


@pytest.mark.parametrize(("zone", "seed"), [("UTC", "0"), ("Asia/Shanghai", "1"), ("America/New_York", "77")])
def test_the_same_bytes_in_another_zone_and_with_another_hash_seed(zone: str, seed: str) -> None:
    code = "import sys; from test_workbook import BOOK, written; sys.stdout.buffer.write(written(BOOK))"
    paths = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}

    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)

    assert made.stdout == written(BOOK)
