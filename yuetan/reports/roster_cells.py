"""The cells of a 名册: what people type, as values under our own terms."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from yuetan.model.choices import Change, Managed, Role, UnitKind
from yuetan.model.field import CODE
from yuetan.reports.days import typed_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.reports.table import Cell

_NOTHING = ("", "-", "—", "——", "/", "无", "至今", "现任", "在任")
_DAYS = ("任职", "免职", "主持工作自", "主持工作至")
_YES, _NO = ("是", "√", "对", "1", "true", "y", "yes"), ("否", "×", "0", "false", "n", "no")
_VALUES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "角色": {
        Role.PRINCIPAL: ("正职", "一把手", "主要领导", "主要负责同志", "党政正职"),
        Role.LEADERSHIP: ("副职", "领导班子成员", "班子", "领导班子", "其他班子成员"),
        Role.MIDDLE: ("中层", "中层正职", "中层副职", "科室负责人"),
        Role.STAFF: ("一般干部", "科员", "一般工作人员", "其他人员"),
    },
    "管理": {
        Managed.CITY: ("市管干部", "市委管理", "市管领导干部"),
        Managed.PROVINCE: ("省管干部", "省委管理"),
        Managed.COUNTY: ("县管干部", "县委管理", "区管", "县区管"),
        Managed.OTHER: ("单位管理", "本单位管理", "自管"),
    },
    "变动": {
        Change.PROMOTION: ("提拔任职", "提任"),
        Change.TRANSFER: ("平调", "交流", "转任"),
        Change.OTHER: (),
    },
}


def read_cell(name: str, cell: Cell) -> tuple[Any, str]:
    """The value of a cell in the column that we call `name` (None where it says nothing), and a remark on the reading.

    Raises ValueError with the reason, in Chinese, where the cell cannot be taken.
    """
    text = words(cell)
    if name in _DAYS:
        return _day(cell, text)
    if text in _NOTHING:
        return None, ""
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cn", "Zl") for c in text):
        raise ValueError("有不可见的控制字符，请删去")
    if name in ("编号", "单位编码"):
        return _code(text), ""
    if name == "重要岗位":
        return _yes_no(text), ""
    if name in _VALUES:
        return _one_of(text, _VALUES[name]), ""
    if name == "类别":
        return _one_of(text, dict.fromkeys(UnitKind, ())), ""
    if name == "姓名":
        return re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", text), ""
    return text, ""


def _day(cell: Cell, text: str) -> tuple[Any, str]:
    if text in _NOTHING:
        return None, ""
    day, month_only = typed_day(cell if cell is not None else "")
    return day, f"只有年月，按 {day.isoformat()} 计" if month_only else ""


def _code(text: str) -> str:
    code = unicodedata.normalize("NFKC", text)
    if re.fullmatch(CODE, code) is None:
        raise ValueError("编号和编码只能用字母、数字、- 和 _，不超过 40 个字符")
    return code


def _yes_no(text: str) -> bool | None:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return None
    raise ValueError("应填 是 或 否")


def _one_of(text: str, known: Mapping[str, tuple[str, ...]]) -> str:
    for value, others in known.items():
        if text == value or text in others:
            return value
    raise ValueError(f"只能是{'、'.join(known)}之一")


def blank(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def words(cell: Cell) -> str:
    """The cell as the text that a person sees."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return unicodedata.normalize("NFC", str(cell if cell is not None else "")).strip()
