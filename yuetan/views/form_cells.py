"""A form that came back in, as cells: where each stands and what it holds. Nothing here knows of files."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACEHOLDER = re.compile(
    r"[（(【\[〔]?(?:请|单击|点击|轻触|或)*(?:在?此处|在此)?(?:填写|输入)[^，。；（）()]{0,12}。?[）)】\]〕]?"
)
_RULED = re.compile(r"[_＿﹍.…·\s]*")
_NO_DATE = re.compile(r"[_＿.…·\s]*年[_＿.…·\s]*月[_＿.…·\s]*日")


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell: table and row counted from 1, grid columns from 0, its text with a line a paragraph."""

    table: int
    row: int
    column: int
    span: int
    text: str
    picture: bool = False
    """Whether a picture stands in it, such as a signature."""

    @property
    def label(self) -> str:
        """The text as a printed label is compared: without spaces, line ends and the colon at its end."""
        return plain(self.text)

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in: no text, or only what invites to fill in."""
        return not self.picture and is_blank(self.text)

    @property
    def place(self) -> str:
        """``第1个表格第3行``."""
        return f"第{self.table}个表格第{self.row}行"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row that is seen: cells that another one covers are left out."""

    table: int
    number: int
    cells: tuple[FormCell, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A document's rows in reading order, and the paragraphs outside its tables."""

    paragraphs: tuple[str, ...]
    rows: tuple[FormRow, ...]


def plain(text: str) -> str:
    """The text without any spaces and line ends, and without a colon at its end; colons are wide."""
    return "".join(text.split()).replace(":", "：").rstrip("：")


def plain_text(cell: FormCell | None) -> str:
    """The text of a cell, plain; empty for none."""
    return plain(cell.text) if cell is not None else ""


def is_blank(text: str) -> bool:
    """Whether a text is none, a ruled line, a date without figures, or a placeholder such as ``（此处填写）``."""
    written = text.strip()
    return any(pattern.fullmatch(written) for pattern in (_RULED, _NO_DATE, _PLACEHOLDER))
