"""The workbooks of plan and coverage: rows as given, signatures, print set-up, the same bytes every time."""

import io
from datetime import UTC, datetime
from typing import Any

from openpyxl import load_workbook

from yuetan.reports.coverage_book import coverage_book
from yuetan.reports.plan_book import SIGNATURES, ListSheet, list_book
from yuetan.views.table import Table

MADE = datetime(2026, 1, 5, 9, tzinfo=UTC)
PLAN = ListSheet(
    "计划", "某市2026年度廉政约谈计划", "制表单位：某市纪委",
    Table(("单位", "约谈人", "对象", "月份", "备注"), (("示例局", "赵甲子", "钱乙丑", 3, "=1+1"),)), signed=True,
)  # fmt: skip
LEFT = ListSheet("没有排上", "没有排上的", "逐人写明原因。", Table(("单位", "姓名"), ()))


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def cells(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_title_note_headings_rows_and_signatures_stand_in_order() -> None:
    rows = cells(opened(list_book("计划", (PLAN, LEFT), MADE))["计划"])
    assert [row[0] for row in rows] == [PLAN.title, PLAN.note, "单位", "示例局", None, SIGNATURES]
    assert rows[3] == ["示例局", "赵甲子", "钱乙丑", 3, "=1+1"]


def test_what_begins_like_a_formula_stays_text() -> None:
    cell = opened(list_book("计划", (PLAN,), MADE))["计划"]["E4"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")


def test_an_empty_list_says_so_and_unsigned_sheets_have_no_signatures() -> None:
    rows = cells(opened(list_book("计划", (PLAN, LEFT), MADE))["没有排上"])
    assert [row[0] for row in rows] == ["没有排上的", "逐人写明原因。", "单位", "无"]


def test_every_sheet_prints_across_a4_with_its_headings_repeated() -> None:
    sheet = opened(list_book("计划", (PLAN,), MADE))["计划"]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"


def test_the_same_values_give_the_same_bytes() -> None:
    assert list_book("计划", (PLAN, LEFT), MADE) == list_book("计划", (PLAN, LEFT), MADE)


def test_coverage_has_one_sheet_a_table_and_the_workbooks_title_on_the_first() -> None:
    tables = {"按单位": Table(("单位", "人数"), (("示例局", 3),)), "逐人": Table(("姓名",), (("赵甲子",),))}
    book = opened(coverage_book("完成情况", "截至某日", MADE, tables))
    assert book.sheetnames == ["按单位", "逐人"]
    assert [book["按单位"]["A1"].value, book["逐人"]["A1"].value] == ["完成情况", "完成情况：逐人"]
