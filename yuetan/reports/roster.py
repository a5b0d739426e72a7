"""A 名册 out of a file: the rows of every sheet whose heading can be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yuetan.actions.roster.sheet import PostCells, RosterProblem, RosterRow, RosterRows, UnitCells
from yuetan.errors import BadInputError
from yuetan.reports.cells import cell_text, is_blank
from yuetan.reports.headings import FOOTERS, fullest_heading
from yuetan.reports.roster_columns import ID, IGNORED, NAME, POST, POST_COLUMNS, UNIT_COLUMNS, column_of
from yuetan.reports.table import read_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from yuetan.reports.roster_columns import RosterColumn
    from yuetan.reports.table import Sheet
    from yuetan.views.table import Cell

Values = dict[str, Any]
"""Fields of UnitCells or PostCells, as their columns' readers give them."""
_HEADING_WITHIN = 15
_FOOTERS = (*FOOTERS, "备注")
_FOOTER_CELLS = 2
"""A row of a number and a remark at most, without a person, is no person's row."""


def read_roster(data: bytes, name: str) -> RosterRows:
    """The rows of a 名册 (.xlsx or .csv; `name` is the file's name), with what could not be taken.

    Raises BadInputError where the file is no table, or no sheet of it has a heading with 姓名.
    """
    pages = [page for sheet in read_table(data, name) if (page := _page(sheet)) is not None]
    if not pages:
        raise BadInputError(
            f"{name} 里没有找到名册的表头", hint="表头至少要有“姓名”和“单位”“职务”“任职时间”等列，写在前 15 行之内"
        )
    rows = tuple(row for page in pages for row in page.rows())
    problems = tuple(problem for page in pages for problem in page.problems)
    return RosterRows(rows, problems, tuple(remark for page in pages for remark in page.remarks))


@dataclass(slots=True)
class _Page:
    """A sheet while it is read: our columns by index under the headings in the row `at`, and what cannot be taken."""

    sheet: Sheet
    at: int
    columns: dict[int, RosterColumn]
    problems: list[RosterProblem] = field(default_factory=list)
    remarks: list[RosterProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.problems += self._doubled()
        self.remarks += self._unused()

    def rows(self) -> Iterator[RosterRow]:
        """The rows that could be read whole; what could not is added to the problems."""
        above: Values = {}
        for number, cells in self.sheet.rows[self.at + 1 :]:
            filled = {self.columns[i]: cell for i, cell in self._ours(cells) if not is_blank(cell)}
            if _is_footer(filled, cells) or self._is_heading(cells):
                continue
            before = len(self.problems)
            unit, post = self._values(number, filled, UNIT_COLUMNS), self._values(number, filled, POST_COLUMNS)
            if not (unit.get("name") or unit.get("code")):
                unit = {**above, **unit}
            above = unit
            if len(self.problems) == before:
                yield RosterRow(self.sheet.name, number, UnitCells(**unit), PostCells(**post))

    def _ours(self, cells: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
        return ((index, cell) for index, cell in enumerate(cells) if index in self.columns)

    def _is_heading(self, cells: tuple[Cell, ...]) -> bool:
        """Whether the headings stand there again, as on every printed page."""
        return {index: column_of(cell) for index, cell in self._ours(cells)} == self.columns

    def _values(self, row: int, filled: Mapping[RosterColumn, Cell], columns: Collection[RosterColumn]) -> Values:
        values: Values = {}
        for column, cell in filled.items():
            if column not in columns:
                continue
            try:
                found = column.read(cell)
            except ValueError as error:
                self.problems.append(self._cell(row, column, cell, str(error)))
                continue
            if found.remark:
                self.remarks.append(self._cell(row, column, cell, found.remark))
            if found.value is not None:
                values[column.field] = found.value
        return values

    def _cell(self, row: int, column: RosterColumn, cell: Cell, why: str) -> RosterProblem:
        title = next(self._title(index) for index in reversed(self.columns) if self.columns[index] is column)
        return RosterProblem(self.sheet.name, row, title, cell_text(cell), why)

    def _title(self, index: int) -> str:
        return cell_text(self.sheet.rows[self.at][1][index])

    def _doubled(self) -> Iterator[RosterProblem]:
        first: dict[RosterColumn, int] = {}
        for index, column in self.columns.items():
            if first.setdefault(column, index) != index:
                why = f"与“{self._title(first[column])}”列重复，都当作“{column.name}”，请删去一列"
                yield RosterProblem(self.sheet.name, self.sheet.rows[self.at][0], self._title(index), "", why)

    def _unused(self) -> Iterator[RosterProblem]:
        number, titles = self.sheet.rows[self.at]
        left = (cell_text(t) for i, t in enumerate(titles) if i not in self.columns and not is_blank(t))
        for title in left:
            if title not in IGNORED:
                yield RosterProblem(self.sheet.name, number, title, "", "没有用到这一列")


def _page(sheet: Sheet) -> _Page | None:
    """The sheet with its headings; None where no row of it is a heading with 姓名 and something else."""
    found = fullest_heading(sheet, _HEADING_WITHIN, _columns, lambda columns: NAME in columns and len(columns) > 1)
    return _Page(sheet, *found) if found is not None else None


def _columns(cells: tuple[Cell, ...]) -> dict[int, RosterColumn]:
    return {i: column for i, cell in enumerate(cells) if isinstance(cell, str) and (column := column_of(cell))}


def _is_footer(filled: Mapping[RosterColumn, Cell], cells: tuple[Cell, ...]) -> bool:
    texts = [cell_text(cell) for cell in cells if not is_blank(cell)]
    named = any(column in filled for column in (ID, NAME, POST))
    return not filled or texts[0].startswith(_FOOTERS) or (not named and len(texts) <= _FOOTER_CELLS)
