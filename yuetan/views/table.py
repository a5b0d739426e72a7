"""What a list shows, declared once a column: headings and cells of a sheet, texts of a page, keys of the JSON.

A row type is a frozen dataclass: ``@row class Gap(Row)`` with ``code: str = column("规则")`` a column of it. The order
of the fields is that of the columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _typeshed import DataclassInstance

Cell = str | int | float | date | None
"""Text, whole number, share (a float, 0 to 1), day (or moment), or nothing."""
AsCell = Callable[[Any], Cell]
"""What a sheet shows of a field's value; the declaration of the column knows its type."""
AsJson = Callable[[Any], object]
"""What the JSON holds of it."""
_RowType = TypeVar("_RowType", bound="Row")

TOTAL = "合计"
"""What the last row of a table is called that sums it up."""
YES, NO = "是", "否"


def yes_no_text(value: bool) -> str:
    """是 or 否."""
    return YES if value else NO


def json_value(value: object) -> object:
    """The value as JSON takes it: days as ISO text, rows under their keys, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [json_value(item) for item in value]
    return value.as_json() if isinstance(value, Row) else value


def json_or_null(value: object) -> object:
    """The same, null for an empty text."""
    return json_value(value) if value != "" else None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a row type: without a heading it is in no list, without a key in no JSON. `name` is the field's."""

    name: str
    heading: str
    key: str
    cell: AsCell | None
    json: AsJson
    blank: str
    page: bool
    export: str


def column(
    heading: str = "",
    key: str | None = None,
    *,
    cell: AsCell | None = None,
    json: AsJson = json_value,
    blank: str = "",
    page: bool = True,
    export: str = "",
) -> Any:
    """Declare a field of a row type.

    `key` names it in the JSON, the field's own name unless given; `cell` makes of the value what a sheet shows, `json`
    what the JSON does. `blank` stands on a page where there is nothing; what only files have is not for the `page`.
    `export` is the heading in a list that is exported, where it differs.
    """
    return field(metadata={"column": (str(heading), key, cell, json, blank, page, export)})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(column,))
def row(cls: type[_RowType]) -> type[_RowType]:
    """Make a class a row type: a frozen dataclass that is built by the names of its fields."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.columns = tuple(_declared(cast("DataclassInstance", made)))
    return made


class Row:
    """What every row type has."""

    __slots__ = ()
    columns: ClassVar[tuple[Column, ...]] = ()

    @classmethod
    def headings(cls) -> tuple[str, ...]:
        """The headings of a file."""
        return tuple(one.heading for one in cls.columns if one.heading)

    @classmethod
    def page_headings(cls) -> tuple[str, ...]:
        """The headings of a page."""
        return tuple(one.heading for one in cls.columns if one.heading and one.page)

    @classmethod
    def export_headings(cls) -> tuple[str, ...]:
        """The headings of a list that is exported."""
        return tuple(one.export or one.heading for one in cls.columns if one.heading)

    def cells(self) -> tuple[Cell, ...]:
        """The row under the headings of a file."""
        return tuple(self._cell(one) for one in self.columns if one.heading)

    def texts(self) -> tuple[str, ...]:
        """The row under the headings of a page: days as ISO text, and what each column says of nothing."""
        shown = ((self._cell(one), one.blank) for one in self.columns if one.heading and one.page)
        return tuple(blank if cell is None or cell == "" else str(cell) for cell, blank in shown)

    def as_json(self) -> dict[str, object]:
        """The documented shape: every key, null where there is nothing."""
        return {one.key: one.json(getattr(self, one.name)) for one in self.columns if one.key}

    def _cell(self, one: Column) -> Cell:
        value: Cell = getattr(self, one.name)
        found = value if one.cell is None else one.cell(value)
        return str(found) if isinstance(found, StrEnum) else found


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of a list; every row is as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def as_json(self) -> list[dict[str, object]]:
        """A mapping a row, days as ISO text."""
        return [dict(zip(self.headings, map(json_value, cells), strict=True)) for cells in self.rows]


def table_of(kind: type[Row], rows: Iterable[Row]) -> Table:
    """Rows of one type under its headings, which stand there without any rows too."""
    return Table(kind.headings(), tuple(one.cells() for one in rows))


def _declared(made: DataclassInstance) -> Iterator[Column]:
    for one in fields(made):
        if "column" in one.metadata:
            heading, key, *shown = one.metadata["column"]
            yield Column(one.name, heading, one.name if key is None else key, *shown)
