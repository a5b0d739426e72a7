"""What was said and who did not come, told piece by piece: ``解释说明=…``, ``FGW-002.解释说明=…``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.plan import Refusal
from yuetan.codec import plain

if TYPE_CHECKING:
    from yuetan.codec.plain import Plain
    from yuetan.model.interview import Subject


def people_rows(
    said: tuple[str, ...], absent: tuple[str, ...], subjects: tuple[Subject, ...]
) -> tuple[Plain, ...] | Refusal:
    """A form's row for each subject of whom something is told; subjects may be named instead of numbered."""
    rows: dict[str, Plain] = {}
    for text in said:
        name, sign, words = text.partition("=")
        person, dot, key = name.rpartition(".")
        if not sign or (not dot and len(subjects) != 1):
            return Refusal(f"“{text}”不是“项=文字”", hint="有几位对象时写 编号.项=文字")
        row = rows.setdefault(person or subjects[0].id, {})
        row["陈述"] = {**plain.block(row, "陈述"), key.strip(): words}
    for person in absent:
        rows.setdefault(person, {})["到场"] = False
    known = {subject.name: subject.id for subject in subjects}
    return tuple({"编号": known.get(person, person), **row} for person, row in rows.items())
