"""What a column of a frame is: its name, type and meaning, and what may leave the office of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Type(StrEnum):
    """The types of columns, by the names that pandas gives them; each can hold nothing."""

    TEXT = "string"
    DAY = "datetime64[s]"
    COUNT = "Int64"
    FLAG = "boolean"
    CHOICE = "category"


class Privacy(Enum):
    """What becomes of a column where names are not asked for."""

    OPEN = "kept"
    CODE = "replaced by a pseudonym"
    PERSONAL = "left out"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `choices` are a CHOICE's categories; where there are none, those that occur."""

    name: str
    type: Type
    meaning: str
    privacy: Privacy = Privacy.OPEN
    choices: tuple[str, ...] = ()
