"""The table of a verb's request: each field with its option, its words, and what is asked where it is missing.

A request is a frozen dataclass whose fields are annotated with :class:`Ask`. That one declaration makes the options of
the command line, the questions at a terminal and the help; a field without it comes from elsewhere (a token, a report).
"""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.plan import Override

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(Enum):
    """What a field holds, read off its annotation."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"
    TEXTS = "texts"
    ASSIGNMENTS = "assignments"
    """Places of a record and what is to stand there."""
    OVERRIDE = "override"
    """A reason and who approved."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How a field is asked for.

    Without an `option` it is an argument. `prompt` is what a terminal asks where the field must be given and was not;
    `each` says that several may be given, for each of which the verb is done once; `least` bounds a number.
    """

    option: str
    metavar: str
    about: str
    prompt: str = ""
    each: bool = False
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: the field's name, how it is asked for, what it holds, whether it must be given."""

    name: str
    ask: Ask
    kind: Kind
    needed: bool
    default: str | bool | int | None = None


RecordId = Annotated[str, Ask("", "约谈", "编号（或开头、末五位）、文号、约谈对象姓名")]
EachRecordId = Annotated[
    str, Ask("", "约谈…", "编号（或开头、末五位）、文号、约谈对象姓名；可写几个，各自提交", each=True)
]
Day = Annotated[date, Ask("--date", "日期", "事情发生的日期，默认今天")]
Assignments = Annotated[
    tuple[tuple[str, object], ...],
    Ask("--set", "路径=值", "改一处，如 --set 主题=…、--set 约谈对象[0].问题.来源=监督检查；可写多次"),
]
Exemption = Annotated[
    Override | None, Ask("--override", "原因", "违反规定的事确已发生、须如实记录时，写明原因；记为“例外”")
]


def rows(request: type) -> tuple[Row, ...]:
    """The table of a request, in the order in which its fields are declared and its options are listed."""
    return tuple(_rows(request))


def _rows(request: type) -> Iterator[Row]:
    hints = typing.get_type_hints(request, include_extras=True)
    for field in dataclasses.fields(request):
        ask = next((one for one in getattr(hints[field.name], "__metadata__", ()) if isinstance(one, Ask)), None)
        if ask is not None:
            needed = field.default is dataclasses.MISSING
            default = field.default if isinstance(field.default, str | int) else None
            yield Row(field.name, ask, _kind(typing.get_args(hints[field.name])[0]), needed, default)


_KINDS: dict[object, Kind] = {
    str: Kind.TEXT,
    int: Kind.NUMBER,
    bool: Kind.FLAG,
    date: Kind.DAY,
    datetime: Kind.MOMENT,
    tuple[str, ...]: Kind.TEXTS,
    tuple[tuple[str, object], ...]: Kind.ASSIGNMENTS,
    Override: Kind.OVERRIDE,
}


def _kind(hint: object) -> Kind:
    """The kind of an annotation; of ``X | None`` that of X."""
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return _KINDS[hint]
