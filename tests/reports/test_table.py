"""Files that hold rows, and files that do not: each is named for what it is."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.actions.roster_state import TODAY, WHOLE, csv_file, import_roster, state, xlsx_file
from yuetan.errors import BadInputError
from yuetan.reports.table import read_table

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_every_encoding_that_office_programs_write(encoding: str) -> None:
    result = import_roster(csv_file(*WHOLE, encoding=encoding), "名册.csv", state(), TODAY)

    assert (result.unchanged, result.problems) == (3, ())


@pytest.mark.parametrize("delimiter", ["\t", ";", "，"])
def test_other_delimiters_are_noticed(delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in WHOLE)

    assert import_roster(text.encode(), "名册.txt", state(), TODAY).unchanged == 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "是空文件"),
        (b" \r\n ", "是空文件"),
        (OLE, r"旧格式的表格（\.xls 或 WPS 的 \.et）"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (b"PK\x03\x04rest is missing", "已损坏（可能没有下载或复制完整）"),
        (zipped("word/document.xml"), "是 Word 文档"),
        (zipped("content.xml", "mimetype"), r"\.xlsb 或 \.ods"),
        (zipped("xl/workbook.bin"), r"\.xlsb 或 \.ods"),
        (zipped("readme.txt"), "是压缩包"),
        (zipped("xl/workbook.xml"), "已损坏，不能读取"),
        (b"<html><table></table></html>", "网页格式"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "不是表格，或已损坏"),
        (b"%PDF-1.4\n\xff\xff\xff\xff", "不是表格，或已损坏"),
        ('"没有收尾的引号,a\nb'.encode(), "引号或分隔符有错"),
        ("姓名\n甲\n".encode(), "没有找到名册的表头"),
    ],
)
def test_what_is_no_roster_is_named_for_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(BadInputError, match=message) as caught:
        import_roster(data, "名册.xlsx", state(), TODAY)

    assert caught.value.message.startswith("名册.xlsx ")


def test_a_truncated_workbook_is_said_to_be_damaged() -> None:
    with pytest.raises(BadInputError, match="已损坏"):
        import_roster(xlsx_file(*WHOLE)[:-200], "名册.xlsx", state(), TODAY)


def test_hidden_sheets_are_left_out() -> None:
    book = Workbook()
    book.worksheets[0].append(["看得见"])
    hidden = book.create_sheet("藏")
    hidden.append(["看不见"])
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)

    sheets = read_table(buffer.getvalue(), "x.xlsx")

    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("Sheet", ((1, ("看得见",)),))]


def test_a_sheet_formatted_to_its_last_row_ends_where_its_text_ends() -> None:
    book = Workbook()
    book.worksheets[0].append(["a"])
    book.worksheets[0].cell(1_000_000, 1).number_format = "0.00"
    buffer = io.BytesIO()
    book.save(buffer)

    assert read_table(buffer.getvalue(), "x.xlsx")[0].rows == ((1, ("a",)),)


def outcome(data: bytes) -> str:
    """What became of it; anything but rows or bad input is raised."""
    try:
        import_roster(data, "x", state(), TODAY)
    except BadInputError as error:
        return error.message
    return "rows"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_give_anything_but_rows_or_bad_input(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", "姓名,单位\n".encode()):
        assert outcome(start + data)
