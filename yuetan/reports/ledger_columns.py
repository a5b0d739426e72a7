"""The columns of a 台账: what offices call them, guessed by their headings, mended by --map."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from yuetan.actions.ledger import sheet as the
from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yuetan.reports.table import Cell

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    the.ID: ("约谈编号",),
    the.KIND: ("约谈情形", "约谈类型", "类型", "谈话类型", "约谈类别", "谈话类别", "类别", "约谈种类", "谈话种类"),
    the.DAY: ("日期", "谈话日期", "约谈时间", "谈话时间", "时间", "实施日期", "约谈年月日"),
    the.SUBJECT_CODE: ("约谈对象编号", "人员编号", "干部编号", "被约谈人编号"),
    the.SUBJECT: ("约谈对象", "被约谈人", "被约谈对象", "谈话对象", "姓名", "约谈对象姓名", "被约谈人姓名", "被谈话人"),
    the.UNIT: ("工作单位", "所在单位", "单位名称", "对象单位", "约谈对象单位", "被约谈人单位", "部门"),
    the.POST: ("现任职务", "对象职务", "约谈对象职务", "被约谈人职务", "单位及职务", "单位职务"),
    the.INTERVIEWER_CODE: ("谈话人编号", "主谈人编号"),
    the.INTERVIEWER: ("谈话人", "主谈人", "约谈人姓名", "约谈领导", "谈话领导", "主约谈人"),
    the.MODE: ("约谈方式", "谈话方式", "约谈形式", "谈话形式", "形式"),
    the.PLACE: ("约谈地点", "谈话地点"),
    the.TOPIC: ("约谈主题", "谈话主题"),
    the.REASON: ("约谈事由", "谈话事由", "约谈原因", "事由原因"),
    the.RECORDER: ("记录员", "记录人员"),
    the.NOTIFIED: ("通知时间", "发出通知日期", "送达日期", "通知送达日期"),
    the.NOTE: ("对象说明",),
}
"""Our name of a column, and what else it is called in the 台账 that offices keep."""

WITHIN = 20
REASONS = "不能导入的原因"
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


def plain(title: Cell) -> str:
    """A heading without blanks, brackets and full-width forms."""
    return re.sub(r"\s+|[（(].*?[)）]|\*", "", unicodedata.normalize("NFKC", str(title or "")))


def guess(titles: Iterable[Cell], mapped: Mapping[str, str]) -> dict[int, str]:
    """Our name by column; `mapped` are headings or column letters by our names, and go before every guess."""
    headings = [plain(title) for title in titles]
    found: dict[int, str] = {}
    for name, wanted in mapped.items():
        index = _wanted(headings, wanted)
        if index is not None:
            found[index] = name
    for name, others in SYNONYMS.items():
        if name in found.values():
            continue
        places = [i for word in (name, *others) for i, title in enumerate(headings) if title == word and i not in found]
        if places:
            found[places[0]] = name
    return found


def parsed(words: Iterable[str]) -> dict[str, str]:
    """``约谈日期=谈话日`` and ``对象=C`` as a mapping. Raises BadInputError for a column that there is not."""
    found = {}
    for word in words:
        name, sign, column = (part.strip() for part in word.partition("="))
        if not sign or not column:
            raise BadInputError(f"--map “{word}”看不懂", hint="写成 --map 约谈日期=谈话日，或 --map 对象=C")
        if name not in the.FIELDS:
            raise BadInputError(f"没有名为“{name}”的栏目", hint=f"可用的有：{'、'.join(the.FIELDS)}")
        found[name] = column
    return found


def _wanted(headings: list[str], wanted: str) -> int | None:
    if plain(wanted) in headings:
        return headings.index(plain(wanted))
    if _LETTERS.fullmatch(wanted) is None:
        return None
    from openpyxl.utils import column_index_from_string

    index = column_index_from_string(wanted.upper()) - 1
    return index if index < len(headings) else None
