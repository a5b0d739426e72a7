"""文号: one sequence a 代字 and year over the whole archive, never reused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.actions.plan import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State

_NUMBER = re.compile(r"(.{1,20})〔([0-9]{4})〕([1-9][0-9]{0,5})号")


def next_number(state: State, year: int) -> str | Refusal:
    """The next number of this office's sequence in that year: after the highest in use, from 起始 on.

    Numbers of cancelled interviews stay in use, so none is given twice.
    """
    numbering = state.office.numbering
    if numbering is None:
        return Refusal(
            "yuetan.yaml 没有写明文号的机关代字，不能编号",
            hint="在 yuetan.yaml 中加上“文号: {机关代字: …}”，或用 --number 写明文号",
        )
    start = (numbering.start or {}).get(str(year), 1)
    used = [count for prefix, of, count in _used(state) if (prefix, of) == (numbering.prefix, year)]
    return f"{numbering.prefix}〔{year}〕{max((start, *(count + 1 for count in used)))}号"


def _used(state: State) -> Iterator[tuple[str, int, int]]:
    """Every number written in any record, those that do not match the table included."""
    for stored in state.interviews:
        notices = stored.raw.get("通知")
        for notice in notices if isinstance(notices, list) else ():
            text = notice.get("文号") if isinstance(notice, dict) else None
            found = _NUMBER.fullmatch(text) if isinstance(text, str) else None
            if found is not None:
                yield found[1], int(found[2]), int(found[3])
