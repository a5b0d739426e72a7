"""The columns of a 台账: what offices call them, found by their headings, mended by --map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.actions.ledger.sheet import LedgerColumn
from yuetan.errors import BadInputError
from yuetan.reports.headings import heading_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yuetan.views.table import Cell

SYNONYMS: Mapping[LedgerColumn, tuple[str, ...]] = {
    LedgerColumn.ID: ("约谈编号",),
    LedgerColumn.KIND: (
        "约谈情形", "约谈类型", "类型", "谈话类型", "约谈类别", "谈话类别", "类别", "约谈种类", "谈话种类",
    ),
    LedgerColumn.DAY: ("日期", "谈话日期", "约谈时间", "谈话时间", "时间", "实施日期", "约谈年月日"),
    LedgerColumn.SUBJECT_CODE: ("约谈对象编号", "人员编号", "干部编号", "被约谈人编号"),
    LedgerColumn.SUBJECT: (
        "约谈对象", "被约谈人", "被约谈对象", "谈话对象", "姓名", "约谈对象姓名", "被约谈人姓名", "被谈话人",
    ),
    LedgerColumn.UNIT: (
        "工作单位", "所在单位", "单位名称", "对象单位", "约谈对象单位", "被约谈人单位", "部门",
    ),
    LedgerColumn.POST: ("现任职务", "对象职务", "约谈对象职务", "被约谈人职务", "单位及职务", "单位职务"),
    LedgerColumn.INTERVIEWER_CODE: ("谈话人编号", "主谈人编号"),
    LedgerColumn.INTERVIEWER: ("谈话人", "主谈人", "约谈人姓名", "约谈领导", "谈话领导", "主约谈人"),
    LedgerColumn.MODE: ("约谈方式", "谈话方式", "约谈形式", "谈话形式", "形式"),
    LedgerColumn.PLACE: ("约谈地点", "谈话地点"),
    LedgerColumn.TOPIC: ("约谈主题", "谈话主题"),
    LedgerColumn.REASON: ("约谈事由", "谈话事由", "约谈原因", "事由原因"),
    LedgerColumn.RECORDER: ("记录员", "记录人员"),
    LedgerColumn.NOTIFIED: ("通知时间", "发出通知日期", "送达日期", "通知送达日期"),
    LedgerColumn.NOTE: ("对象说明",),
}  # fmt: skip
"""Each column, and what else it is called in the 台账 that offices keep."""
DAYS = (LedgerColumn.DAY, LedgerColumn.NOTIFIED)
"""The columns that hold a day; all others hold text."""
REASONS = "不能导入的原因"
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


def title_text(title: Cell) -> str:
    """A heading without blanks, brackets, asterisks and full-width forms."""
    return heading_text(title).replace("*", "")


def columns_of(titles: Iterable[Cell], mapped: Mapping[LedgerColumn, str]) -> dict[int, LedgerColumn]:
    """Our column by index; `mapped` are headings or column letters by our columns, and go before every guess."""
    headings = [title_text(title) for title in titles]
    told = {column: _index(headings, word) for column, word in mapped.items()}
    found = {index: column for column, index in told.items() if index is not None}
    for column, others in SYNONYMS.items():
        index = _guess(headings, (column, *others), found) if column not in found.values() else None
        if index is not None:
            found[index] = column
    return found


def _guess(headings: list[str], words: Iterable[str], found: Mapping[int, LedgerColumn]) -> int | None:
    """Where the first of the words stands that no other column has taken."""
    places = (i for word in words for i, title in enumerate(headings) if title == word)
    return next((i for i in places if i not in found), None)


def mapping_of(words: Iterable[str]) -> dict[LedgerColumn, str]:
    """``约谈日期=谈话日`` and ``对象=C`` as a mapping. Raises BadInputError for a column that there is not."""
    found = {}
    for word in words:
        name, sign, heading = (part.strip() for part in word.partition("="))
        if not sign or not heading:
            raise BadInputError(f"--map “{word}”看不懂", hint="写成 --map 约谈日期=谈话日，或 --map 对象=C")
        if name not in set(LedgerColumn):
            raise BadInputError(f"没有名为“{name}”的栏目", hint=f"可用的有：{'、'.join(LedgerColumn)}")
        found[LedgerColumn(name)] = heading
    return found


def _index(headings: list[str], wanted: str) -> int | None:
    """Where the heading stands that --map names, else the column whose letters it gives."""
    if title_text(wanted) in headings:
        return headings.index(title_text(wanted))
    if _LETTERS.fullmatch(wanted) is None:
        return None
    from openpyxl.utils import column_index_from_string

    index = column_index_from_string(wanted.upper()) - 1
    return index if index < len(headings) else None
