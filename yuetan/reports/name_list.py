"""A list of names (名单): the 编号 column of a sheet, else its 姓名 column, for drafting many interviews at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.errors import BadInputError
from yuetan.reports.headings import unspaced_text
from yuetan.reports.table import read_table

if TYPE_CHECKING:
    from yuetan.views.table import Cell

_COLUMNS = ("编号", "人员编号", "干部编号", "姓名")
_HEADING_ROWS = 15


def read_names(data: bytes, file: str) -> tuple[str, ...]:
    """Codes or names, in the file's order, each once. Raises BadInputError where no heading is found."""
    for sheet in read_table(data, file):
        for index, (_, titles) in enumerate(sheet.rows[:_HEADING_ROWS]):
            column = _column(titles)
            if column is not None:
                cells = (cells[column] for _, cells in sheet.rows[index + 1 :] if column < len(cells))
                return tuple(dict.fromkeys(text for cell in cells if (text := str(cell or "").strip())))
    raise BadInputError(f"{file} 里没有找到“编号”或“姓名”一列", hint="第一行写表头：编号（或姓名）")


def _column(titles: tuple[Cell, ...]) -> int | None:
    """Where codes stand in the row of headings, else names."""
    headings = [unspaced_text(title) for title in titles]
    return next((headings.index(name) for name in _COLUMNS if name in headings), None)
