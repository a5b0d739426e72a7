"""A case: what is known of one interview before it is led through its life, and the turns which that takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of a case on a day; `verb` is a method of the clerk, `words` its arguments."""

    day: date
    verb: str
    words: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One interview to be made.

    `elements` gives each subject's 问题, 任前 or 处分 and, for somebody whom the 办法 does not name, the 说明;
    `notice_days` how many natural days ahead the notice goes out, `formed_after` how many days after the talk a report
    that is owed was formed. `turns`, where given, replaces the usual life; `hand` is what somebody afterwards
    changed in the file itself.
    """

    kind: str
    day: date
    interviewer: str
    subjects: tuple[str, ...]
    topic: str
    reason: str
    clock: str = "09:30"
    place: str = "市纪委监委第一会议室"
    companions: tuple[str, ...] = ()
    recorder: str = "JW-012"
    collective_reason: str | None = None
    coordination: tuple[Plain, ...] = ()
    basis: Plain | None = None
    elements: Mapping[str, Plain] = field(default_factory=dict)
    statements: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reminder: str = ""
    conclusion: str = ""
    to_person: bool = False
    by_telephone: bool = False
    notice_days: int = 6
    formed_after: int | None = None
    misconduct: tuple[Plain, ...] = ()
    turns: tuple[Turn, ...] = ()
    hand: Callable[[Plain], None] | None = None
