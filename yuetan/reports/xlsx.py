"""An .xlsx begun and ended: our named styles, and the same bytes for the same values."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

from yuetan.pin import pack, unpack
from yuetan.reports import workbook_style

if TYPE_CHECKING:
    from datetime import datetime

    from openpyxl import Workbook


def new_book() -> Workbook:
    """An empty workbook with the named styles."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    workbook_style.add_styles(book)
    return book


def book_bytes(book: Workbook, title: str, when: datetime) -> bytes:
    """The workbook with `when`, the time of the commit and never now, in its properties, and nobody's name."""
    buffer = BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue())
    moment = when.astimezone(UTC) if when.tzinfo is not None else when
    parts["docProps/core.xml"] = workbook_style.core_properties(title, moment)
    return pack(parts)
