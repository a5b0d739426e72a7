"""The parts of 约谈记录 as its printed labels tell them: people, single cells, rooms for text, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yuetan.actions.filled.answers import pairs
from yuetan.views import form_labels as labels
from yuetan.views.form_cells import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.views.form_cells import Form, FormCell, FormRow

SUBJECT, INTERVIEWER = plain(labels.ONE_SUBJECT), plain(labels.ONE_INTERVIEWER)
UNIT, POST = plain(labels.UNIT), plain(labels.POST)
KIND, PLACE, TIME = plain(labels.KIND), plain(labels.PLACE), plain(labels.TIME)
RECORDER, NUMBER = plain(labels.RECORDER), plain(labels.NUMBER)
TOPIC, REASON, EXPLAINED = plain(labels.TOPIC), plain(labels.REASON), plain(labels.EXPLAINED)
REMINDER, CHECKED = plain(labels.REMINDER), plain(labels.CHECKED)
SINGLE = (KIND, PLACE, TIME, RECORDER, NUMBER, TOPIC, REASON, EXPLAINED)
OWN = frozenset({PLACE, TIME, RECORDER, EXPLAINED})
"""Single cells that are filled in; the others are printed."""
_SIGNS = plain(labels.SIGNS)
_HEADING_LINES = 3
_LONGEST_ITEM = 20


@dataclass(frozen=True, slots=True)
class Person:
    """A row that names a subject or an interviewer."""

    label: str
    name: FormCell
    unit: FormCell | None
    post: FormCell | None


@dataclass(slots=True)
class Room:
    """A heading and the cells below it."""

    heading: str
    at: FormCell
    cells: list[FormCell] = field(default_factory=list)

    @property
    def cell(self) -> FormCell:
        """All that was written into it, as one cell, where its first text stands."""
        written = [cell for cell in self.cells if not cell.empty]
        first = (written or self.cells or [replace(self.at, text="")])[0]
        return replace(first, text="\n".join(cell.text for cell in written))


@dataclass(frozen=True, slots=True)
class Signature:
    """A label such as ``约谈人签字`` and the cells beside it."""

    label: str
    cells: tuple[FormCell, ...]


@dataclass(slots=True)
class Parts:
    """A form taken apart."""

    people: list[Person] = field(default_factory=list)
    single: dict[str, list[FormCell]] = field(default_factory=dict)
    rooms: list[Room] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    checked: FormCell | None = None
    unknown: list[FormCell] = field(default_factory=list)
    strange: list[FormCell] = field(default_factory=list)
    """Cells that look like a heading for a statement but are none that the form has."""

    def people_labelled(self, *, subject: bool) -> list[Person]:
        """The rows that name a subject, or those that name an interviewer."""
        return [one for one in self.people if (one.label == SUBJECT) == subject]


def parts_of(form: Form, headings: Mapping[str, str], names: tuple[str, ...]) -> Parts:
    """The parts of a form; `headings` are those of the rooms by their plain text, `names` those of the subjects."""
    parts = Parts()
    room: Room | None = None
    for row in form.rows:
        cells = tuple(cell for cell in row.cells if cell.text or cell.picture) or row.cells[:1]
        begun = _heading(cells, headings)
        if begun is not None:
            parts.rooms.append(begun)
            room = begun
        elif cells and (_is_checked(cells, parts) or _labelled(row, parts) or _is_strange(cells, room, names, parts)):
            room = None
        elif room is not None:
            room.cells.extend(cells)
        else:
            parts.unknown.extend(cell for cell in cells if not cell.empty)
    return parts


def _is_checked(cells: tuple[FormCell, ...], parts: Parts) -> bool:
    """Whether it is the row that says that all was found right."""
    if len(cells) != 1 or not cells[0].label.startswith(CHECKED):
        return False
    parts.checked = cells[0]
    return True


def _is_strange(cells: tuple[FormCell, ...], room: Room | None, names: tuple[str, ...], parts: Parts) -> bool:
    """Whether it looks like a heading, where none can stand in a room that is still empty."""
    if len(cells) != 1 or (room is not None and not room.cells) or not _like_heading(cells[0], names):
        return False
    parts.strange.append(cells[0])
    return True


def _heading(cells: tuple[FormCell, ...], headings: Mapping[str, str]) -> Room | None:
    """The room that a row begins; where heading and text have been merged into one cell, with the text."""
    if len(cells) != 1:
        return None
    lines = cells[0].text.split("\n")
    for count in range(min(len(lines), _HEADING_LINES), 0, -1):
        label = plain("\n".join(lines[:count]))
        if label in headings:
            rest = "\n".join(lines[count:]).strip("\n")
            return Room(label, cells[0], [replace(cells[0], text=rest)] if rest else [])
    return None


def _like_heading(cell: FormCell, names: tuple[str, ...]) -> bool:
    """Whether it is a subject's name with a few words that are no sentence."""
    words = rf"：\S{{0,{_LONGEST_ITEM}}}[^\s。！？；，]"
    return any(re.fullmatch(re.escape(plain(name)) + words, cell.label) for name in names)


def _labelled(row: FormRow, parts: Parts) -> bool:
    """Whether the row has printed labels; what stands beside them is put into its parts."""
    first = row.cells[0].label
    if len(row.cells) == 1:
        return False
    if first == SUBJECT or (first.startswith(INTERVIEWER) and not first.endswith(_SIGNS)):
        parts.people.append(_person(row, first))
        return True
    if first.endswith(_SIGNS):
        parts.signatures.extend(_signatures(row))
        return True
    found = list(pairs(row, frozenset(SINGLE)))
    for label, cell in found:
        if cell is not None:
            parts.single.setdefault(label, []).append(cell)
    return bool(found)


def _person(row: FormRow, label: str) -> Person:
    rest = replace(row, cells=row.cells[2:])
    beside = dict(pairs(rest, frozenset({UNIT, POST})))
    return Person(label, row.cells[1], beside.get(UNIT), beside.get(POST))


def _signatures(row: FormRow) -> list[Signature]:
    found: list[Signature] = []
    for cell in row.cells:
        if cell.label.endswith(_SIGNS):
            found.append(Signature(cell.label, ()))
        else:
            found[-1] = replace(found[-1], cells=(*found[-1].cells, cell))
    return found
