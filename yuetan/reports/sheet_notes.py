"""填报说明: what it is about, and what is to be said; the last rows are what the receiver's program reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.reports import frame, look

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTHS = (16, 110)


def notes_sheet(sheet: Any, title: str, unit: str, notes: Iterable[tuple[str, str]]) -> None:
    """Two columns: 项目 and 内容."""
    frame.head(sheet, title, unit, len(_WIDTHS), sum(_WIDTHS))
    for column, heading in enumerate(("项目", "内容"), start=1):
        look.put(sheet, 3, column, heading, look.HEADING)
    for number, note in enumerate(notes, start=4):
        frame.row(sheet, number, note, _WIDTHS)
    look.set_up(sheet, _WIDTHS, (3, 3))
