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
_BY_LABEL = {plain(labels.INTERVIEWER_SIGNS): labels.ONE_INTERVIEWER, plain(labels.RECORDER_SIGNS): RECORDER}


def signers(parts: Parts, subjects: Sequence[str], sheet: Sheet) -> list[str]:
    """Which of 约谈人, 约谈对象 and 记录人 have signed; the subjects only where all who were there did."""
    signed = [(row.label, _signed(row)) for row in parts.signatures]
    whole = {label for label, _ in signed} - {label for label, cell in signed if cell is None}
    printed = _printed(parts.checked)
    found = {plain(name) for name in printed.split("、")} | {_BY_LABEL[label] for label in whole & _BY_LABEL.keys()}
    found |= _subjects_signed(subjects, whole, labels.ONE_SUBJECT in found, sheet)
    _take(signed, sheet)
    if printed and parts.checked is not None:
        sheet.take(parts.checked, labels.HAVE_SIGNED, printed)
    return [name for name in _KNOWN if name in found]


def _take(signed: Sequence[tuple[str, FormCell | None]], sheet: Sheet) -> None:
    for label, cell in signed:
        if cell is not None:
            sheet.take(cell, label, " ".join(cell.text.split()) or "（图片签名）")


def _printed(checked: FormCell | None) -> str:
    """Who had signed before, as the form was printed with it; empty where nobody had."""
    found = _SIGNED.search(checked.text) if checked is not None else None
    return found[1] if found is not None else ""


def _subjects_signed(subjects: Sequence[str], whole: set[str], known: bool, sheet: Sheet) -> set[str]:
    """约谈对象 where all of them signed; a note where only some did and no one says that all did."""
    missing = [name for name in subjects if plain(labels.subject_signs(name)) not in whole]
    if subjects and not missing:
        return {labels.ONE_SUBJECT}
    if len(missing) < len(subjects) and not known:
        sheet.notes.append(f"{'、'.join(missing)}没有签字，不记为{labels.ONE_SUBJECT}已签字")
    return set()


def _signed(row: Signature) -> FormCell | None:
    """The cell in which somebody signed; None where there is none, or only a date."""
    return next((cell for cell in row.cells if cell.picture or _named(cell.text)), None)


def _named(text: str) -> bool:
    return not is_blank(text) and _DATE.fullmatch("".join(text.split())) is None
