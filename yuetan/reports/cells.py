"""Reading the cells of sheets that people keep: days, codes, yes and no, one of a list, text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.model.field import CODE
from yuetan.reports.days import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yuetan.views.table import Cell

Value = str | bool | date | None
_NOTHING = ("", "-", "—", "——", "/", "无", "至今", "现任", "在任")
_YES, _NO = ("是", "√", "对", "1", "true", "y", "yes"), ("否", "×", "0", "false", "n", "no")
_UNSEEN = ("Cc", "Cs", "Cn", "Zl")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says, None where it says nothing, and a remark on how it was read."""

    value: Value = None
    remark: str = ""


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def cell_text(cell: Cell) -> str:
    """The cell as the text that a person sees, whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return unicodedata.normalize("NFC", str(cell if cell is not None else "")).strip()


def read_day(cell: Cell) -> Reading:
    """A day; where the month alone is given its first, which is remarked. Raises NoDayError."""
    if cell_text(cell) in _NOTHING:
        return Reading()
    day, month_only = day_of(cell if cell is not None else "")
    return Reading(day, f"只有年月，按 {day.isoformat()} 计" if month_only else "")


def reader(meaning: Callable[[str], Value]) -> Callable[[Cell], Reading]:
    """The reader of cells whose text has a meaning.

    It raises ValueError with the reason, in Chinese, where the cell cannot be taken.
    """

    def read(cell: Cell) -> Reading:
        text = cell_text(cell)
        if text in _NOTHING:
            return Reading()
        if any(unicodedata.category(sign) in _UNSEEN for sign in text):
            raise ValueError("有不可见的控制字符，请删去")
        return Reading(meaning(text))

    return read


def code_text(text: str) -> str:
    """The code of a person or a unit, in half-width signs."""
    code = unicodedata.normalize("NFKC", text)
    if re.fullmatch(CODE, code) is None:
        raise ValueError("编号和编码只能用字母、数字、- 和 _，不超过 40 个字符")
    return code


def name_text(text: str) -> str:
    """A person's name without the blanks between two characters."""
    return re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", text)


def yes(text: str) -> bool | None:
    """True for 是; None for 否, which no record says."""
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return None
    raise ValueError("应填 是 或 否")


def one_of(known: Mapping[str, tuple[str, ...]]) -> Callable[[str], str]:
    """The choice that a text means; `known` gives what else each is called."""

    def choice(text: str) -> str:
        for value, others in known.items():
            if text == value or text in others:
                return str(value)
        raise ValueError(f"只能是{'、'.join(known)}之一")

    return choice


read_text, read_code, read_name, read_yes = reader(str), reader(code_text), reader(name_text), reader(yes)
