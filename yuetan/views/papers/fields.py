"""The field table of a view: what a template may ask for, what each name means, invented values to try it with.

One declaration a value gives the mapping that a template is filled from, the list of ``yuetan template vars``, and the
full and the least sample by which every template is tried.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

Shown: TypeAlias = "str | bool | list[dict[str, Shown]]"
"""What a template may be given: texts, flags, and lists of rows of them."""
Row = TypeVar("Row", bound="View")


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table: the name in a template, its meaning, a full and a least sample; of a list its rows."""

    name: str
    about: str
    sample: str | bool | tuple[View, ...]
    least: str | bool | tuple[View, ...]
    row: type[View] | None = None
    one: str = ""


def text(name: str, about: str, sample: str = "", *, optional: bool = False, least: str | None = None) -> str:
    """Declare a text. `least` is the least that it says; an `optional` one may be empty."""
    smallest = "" if optional else sample if least is None else least
    declared: str = dataclasses.field(metadata={"view": Field(name, about, sample, smallest)})
    return declared


def flag(name: str, about: str, *, sample: bool, least: bool) -> bool:
    """Declare a yes or no."""
    declared: bool = dataclasses.field(metadata={"view": Field(name, about, sample, least)})
    return declared


def rows(
    name: str,
    about: str,
    row: type[Row],
    sample: tuple[Row, ...],
    *,
    least: tuple[Row, ...] | None = None,
    one: str | None = None,
) -> tuple[Row, ...]:
    """Declare a list of rows; `one` is what a template's loop calls each, the list's name without 们 by custom."""
    called = name.removesuffix("们") if one is None else one
    table = Field(name, about, sample, sample if least is None else least, row, called)
    declared: tuple[Row, ...] = dataclasses.field(metadata={"view": table})
    return declared


@dataclass_transform(frozen_default=True, field_specifiers=(text, flag, rows))
class View:
    """A frozen value whose fields are declared with `text`, `flag` and `rows`: a paper's, or a row within one."""

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, repr=False)(cls)

    @classmethod
    def fields(cls) -> Mapping[str, Field]:
        """The field table by identifier, in its order."""
        declared = dataclasses.fields(cast("type[DataclassInstance]", cls))
        return {field.name: field.metadata["view"] for field in declared}

    @classmethod
    def variables(cls, one: str = "") -> dict[str, str]:
        """Every variable that a template may use with its meaning; those of a list's rows after the list."""
        found: dict[str, str] = {}
        for field in cls.fields().values():
            found[f"{one}{field.name}"] = field.about
            if field.row is not None:
                found |= field.row.variables(f"{field.one}.")
        return found

    @classmethod
    def sample(cls) -> dict[str, Shown]:
        """A full view of invented people, by which a template is tried."""
        return {field.name: _shown(field.sample) for field in cls.fields().values()}

    @classmethod
    def least(cls) -> dict[str, Shown]:
        """The same with everything left out that may be missing."""
        return {field.name: _shown(field.least) for field in cls.fields().values()}

    def mapping(self) -> dict[str, Shown]:
        """What a template is filled from."""
        return {field.name: _shown(getattr(self, identifier)) for identifier, field in self.fields().items()}


def _shown(value: str | bool | tuple[View, ...]) -> Shown:
    return [row.mapping() for row in value] if isinstance(value, tuple) else value
