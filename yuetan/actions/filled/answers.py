"""What a form that came back says: the form value it amounts to, cell by cell, and each cell that cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.views.form_cells import is_blank, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.codec.plain import Plain
    from yuetan.views.form_cells import FormCell, FormRow

MOST_TEXT = 50_000
"""Characters that one cell may hold."""
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Understood:
    """A cell that was taken: where it stands, its label, what it was understood to say."""

    table: int
    row: int
    label: str
    value: str

    @property
    def place(self) -> str:
        """``第1个表格第3行``."""
        return f"第{self.table}个表格第{self.row}行"


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that cannot be taken; `place` is empty where it is not there at all."""

    place: str
    label: str
    held: str
    expected: str

    @property
    def text(self) -> str:
        """``第1个表格第3行“时间”：写着“九点半”，应写明……``."""
        return f"{self.place}“{self.label}”：{f'写着“{one_line(self.held)}”，' if self.held else ''}{self.expected}"


@dataclass(frozen=True, slots=True)
class Answers:
    """The whole: what it amounts to, what was understood, what was not, and what is worth knowing."""

    value: Plain
    understood: tuple[Understood, ...]
    faults: tuple[CellFault, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """What a reader collects on its way through a form."""

    understood: list[Understood] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, cell: FormCell, label: str, value: str) -> None:
        """A cell is understood."""
        self.understood.append(Understood(cell.table, cell.row, label, value))

    def fault(self, cell: FormCell | None, label: str, expected: str) -> None:
        """A cell cannot be taken, or is missing."""
        place, held = (cell.place, cell.text) if cell is not None else ("", "")
        self.faults.append(CellFault(place, label, held, expected))

    def text(self, cell: FormCell | None, label: str) -> str | None:
        """The text of a cell that was filled in; None for none, for an empty one or for one beyond all measure."""
        if cell is None or is_blank(cell.text):
            return None
        if len(cell.text) > MOST_TEXT:
            self.fault(cell, label, f"这一格有 {len(cell.text)} 字，最多 {MOST_TEXT} 字")
            return None
        self.take(cell, label, cell.text)
        return cell.text

    def line(self, cell: FormCell | None, label: str) -> str | None:
        """The same where the record has one line."""
        text = self.text(cell, label)
        return None if text is None else " ".join(text.split("\n"))

    def same(self, cell: FormCell, label: str, printed: str, instead: str) -> None:
        """A cell that is printed and not to be filled in: it must say what the record says."""
        if plain(cell.text) != plain(printed):
            known = f"档案中是“{one_line(printed)}”" if printed else "档案中没有写"
            self.fault(cell, label, f"{known}，这一格不能在表单上改；{instead}")

    def answers(self, value: Plain) -> Answers:
        """Everything collected, as it stands on the form from the top."""
        in_order = sorted(self.understood, key=lambda one: (one.table, one.row))
        return Answers(value, tuple(in_order), tuple(self.faults), tuple(self.notes))


def pairs(row: FormRow, known: frozenset[str]) -> Iterator[tuple[str, FormCell | None]]:
    """The labels of a row with the cell that follows each; None where the row ends with the label."""
    cells = iter(row.cells)
    for cell in cells:
        if cell.label in known:
            yield cell.label, next(cells, None)


def one_line(text: str) -> str:
    """The text in one line, cut to what a message can hold."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
