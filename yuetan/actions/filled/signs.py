"""Who has signed a form: a name or a picture beside the label, or what the form was printed with; a date is no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.views import form_labels as labels
from yuetan.views.form_cells import is_blank, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yuetan.actions.filled.answers import Sheet
    from yuetan.actions.filled.parts import Parts, Signature
    from yuetan.views.form_cells import FormCell

_SIGNED = re.compile(rf"。\s*([^。]+?){re.escape(labels.HAVE_SIGNED)}")
_DATE = re.compile(
    r"[\d〇一二三四五六七八九十\s_.\-/—]*年?[\d〇一二三四五六七八九十\s_.\-/—]*月?[\d〇一二三四五六七八九十\s_]*日?"
)


RECORDER = "记录人"
_KNOWN = (labels.ONE_INTERVIEWER, labels.ONE_SUBJECT, RECORDER)


def signers(parts: Parts, subjects: Sequence[str], sheet: Sheet) -> list[str]:
    """Which of 约谈人, 约谈对象 and 记录人 have signed; the subjects only where all who were there did."""
    said = _SIGNED.search(parts.checked.text) if parts.checked is not None else None
    found = {plain(name) for name in said[1].split("、")} if said is not None else set()
    signed = [(row.label, _signed(row)) for row in parts.signatures]
    unsigned = {label for label, cell in signed if cell is None}
    whole = {label for label, _ in signed} - unsigned
    by_label = {plain(labels.INTERVIEWER_SIGNS): labels.ONE_INTERVIEWER, plain(labels.RECORDER_SIGNS): RECORDER}
    found |= {by_label[label] for label in whole & by_label.keys()}
    missing = [name for name in subjects if plain(labels.subject_signs(name)) not in whole]
    if subjects and not missing:
        found.add(labels.ONE_SUBJECT)
    elif len(missing) < len(subjects) and labels.ONE_SUBJECT not in found:
        sheet.notes.append(f"{'、'.join(missing)}没有签字，不记为{labels.ONE_SUBJECT}已签字")
    for label, cell in signed:
        if cell is not None:
            sheet.take(cell, label, " ".join(cell.text.split()) or "（图片签名）")
    if said is not None and parts.checked is not None:
        sheet.take(parts.checked, labels.HAVE_SIGNED, said[1])
    return [name for name in _KNOWN if name in found]


def _signed(row: Signature) -> FormCell | None:
    """The cell in which somebody signed; None where there is none, or only a date."""
    return next((cell for cell in row.cells if cell.picture or _named(cell.text)), None)


def _named(text: str) -> bool:
    return not is_blank(text) and _DATE.fullmatch("".join(text.split())) is None
