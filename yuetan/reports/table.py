"""A sheet of rows out of a file: .xlsx, or .csv in UTF-8, GB18030 or UTF-16; anything else is named for what it is."""

from __future__ import annotations

import csv
import io
import warnings
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.views.table import Cell

MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_BLANK = 500
"""Blank rows in a row after which a sheet is over: formats often reach to the last row of the program."""
MOST_BYTES = 50 * 1024 * 1024

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RESAVE = "用 WPS 或 Excel 打开，另存为 .xlsx 后再导入"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its rows with their numbers as the spreadsheet shows them, blank ones left out."""

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_table(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The visible sheets of a file; `name` is the file's name, for messages.

    Raises BadInputError saying what the file is where it is neither .xlsx nor .csv.
    """
    _check_kind(data, name)
    if data.startswith(b"PK"):
        return _xlsx(data, name)
    return (Sheet("", _numbered(_csv_rows(_text(data, name), name), name)),)


def column_letter(index: int) -> str:
    """What a spreadsheet calls a column: ``A`` for 0."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(index + 1)


def check_workbook(data: bytes, name: str) -> None:
    """Raises BadInputError that says what the file is where it is no .xlsx: .xls, .et, encrypted, Word, text …"""
    _check_kind(data, name)
    if not data.startswith(b"PK"):
        raise BadInputError(f"{name} 不是 .xlsx 表格", hint=_RESAVE)
    _check_package(data, name)


def _check_kind(data: bytes, name: str) -> None:
    if len(data) > MOST_BYTES:
        raise BadInputError(f"{name} 超过 {MOST_BYTES // 1024 // 1024} MB，不像是一份这样的表格")
    if not data.strip():
        raise BadInputError(f"{name} 是空文件")
    if data.startswith(_OLE):
        raise BadInputError(_ole_words(data, name), hint=_RESAVE)


def _ole_words(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{name} 加了密码，不能读取；请先取消密码"
    return f"{name} 是旧格式的表格（.xls 或 WPS 的 .et），不能直接读取"


def _xlsx(data: bytes, name: str) -> tuple[Sheet, ...]:
    import zipfile
    import zlib

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _check_package(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of formats that it does not keep; only values are read
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                return tuple(Sheet(str(one.title), _numbered(value_rows(one), name)) for one in visible)
            finally:
                book.close()
    except (InvalidFileException, zipfile.BadZipFile, zlib.error, ArithmeticError, AttributeError, EOFError,
            LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError) as error:  # fmt: skip
        raise BadInputError(f"{name} 已损坏，不能读取", hint=_RESAVE) from error


def value_rows(sheet: Any, most_rows: int | None = None) -> Iterable[tuple[Cell, ...]]:
    """The values of a sheet that openpyxl reads only, row by row; its types know none but those in memory."""
    rows: Iterable[tuple[Cell, ...]] = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS, max_row=most_rows)
    return rows


def _check_package(data: bytes, name: str) -> None:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            size = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError) as error:
        raise BadInputError(f"{name} 已损坏（可能没有下载或复制完整）", hint=_RESAVE) from error
    if size > 10 * MOST_BYTES:
        raise BadInputError(f"{name} 展开后过大，不像是一份这样的表格")
    if "word/document.xml" in names:
        raise BadInputError(f"{name} 是 Word 文档，不是表格", hint="把其中的表格复制到 Excel，存为 .xlsx 后再导入")
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise BadInputError(f"{name} 是 .xlsb 或 .ods 表格，不能直接读取", hint=_RESAVE)
    if "xl/workbook.xml" not in names:
        raise BadInputError(f"{name} 是压缩包，不是表格", hint="解压后选其中的 .xlsx 文件")


def _text(data: bytes, name: str) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ("utf-16",) if marked else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        if text.lstrip()[:200].lower().startswith(("<html", "<!doctype", "<table", "<?xml")):
            raise BadInputError(f"{name} 是网页格式的表格，不能直接读取", hint=_RESAVE)
        return text
    raise BadInputError(f"{name} 不是表格，或已损坏", hint=_RESAVE)


def _csv_rows(text: str, name: str) -> Iterable[list[str]]:
    head = text[:4000]
    delimiter = max(",\t;，", key=head.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise BadInputError(f"{name} 的引号或分隔符有错，不能读取", hint=_RESAVE) from error


def _numbered(rows: Iterable[Iterable[Cell]], name: str) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    kept: list[tuple[int, tuple[Cell, ...]]] = []
    blank = 0
    for number, row in enumerate(islice(rows, MOST_ROWS + MOST_BLANK), start=1):
        cells = tuple(row)[:MOST_COLUMNS]
        while cells and cells[-1] is None:
            cells = cells[:-1]
        if all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells):
            blank += 1
            if blank >= MOST_BLANK:
                break
            continue
        blank = 0
        kept.append((number, cells))
    if len(kept) > MOST_ROWS:
        raise BadInputError(f"{name} 超过 {MOST_ROWS} 行，不像是一份这样的表格")
    return tuple(kept)
