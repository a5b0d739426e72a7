"""The row of headings of a sheet, and which of our columns stands where."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from yuetan.reports.table import Sheet
    from yuetan.views.table import Cell

FOOTERS = ("合计", "总计", "小计", "共计", "注：", "注:", "说明：", "填表人", "制表人", "填报人")
"""How a row begins that is none of a sheet's own."""
ColumnT = TypeVar("ColumnT")


def heading_text(title: Cell) -> str:
    """A heading without blanks, brackets and full-width forms."""
    return re.sub(r"\s+|[（(].*?[)）]", "", unicodedata.normalize("NFKC", str(title or "")))


def unspaced_text(title: Cell) -> str:
    """A heading without blanks."""
    return "".join(str(title or "").split())


def fullest_heading(
    sheet: Sheet,
    within: int,
    columns: Callable[[tuple[Cell, ...]], dict[int, ColumnT]],
    enough: Callable[[Collection[ColumnT]], bool],
) -> tuple[int, dict[int, ColumnT]] | None:
    """Of the first `within` rows that hold `enough` of our columns the fullest, and which column stands where."""
    found = ((at, columns(cells)) for at, (_, cells) in enumerate(sheet.rows[:within]))
    return max((one for one in found if enough(one[1].values())), key=lambda one: len(one[1]), default=None)
