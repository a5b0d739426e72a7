"""Which records and which values were typed: shared by the verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.desk.load import Desk


def record_id(desk: Desk, word: str) -> str:
    """The full id of the record that a word names."""
    from yuetan.desk.find import find
    from yuetan.errors import BadInputError

    stored = find(desk, word)
    if stored.record is None:
        raise BadInputError(f"{stored.file} 读不了", hint=f"用 yuetan check {stored.file} 查看")
    return stored.record.id


def assignments(sets: list[str] | None) -> tuple[tuple[str, object], ...]:
    """``路径=值`` pairs; an empty value removes."""
    from yuetan.errors import BadInputError

    if not sets:
        raise BadInputError("没有写要改什么", hint="用 --set 路径=值，如 --set 主题=…；值留空即删去")
    pairs: list[tuple[str, object]] = []
    for text in sets:
        path, sign, value = text.partition("=")
        if not sign or not path.strip():
            raise BadInputError(f"“{text}”不是“路径=值”", hint="如 --set 约谈对象[0].问题.来源=监督检查")
        pairs.append((path.strip(), value if value != "" else None))
    return tuple(pairs)
