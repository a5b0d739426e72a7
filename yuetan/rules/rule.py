"""What a rule is: one pure function over plain values. Its kind says what it is given, and so what it can look at."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from yuetan.finding import Level, Path
    from yuetan.model import Interview, Office, Roster, State, Stored
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation

Judged = TypeVar("Judged")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Breach:
    """Where a rule does not hold: the path, and in Chinese what is wrong and what to do.

    `level` replaces the rule's own; `file` is given by rules of the whole archive; `judged` is the day whose law names
    the provision, where that is not today's; `acknowledged` where the breach is one that somebody who may has
    acknowledged in another place than 例外 (免谈).
    """

    path: Path
    message: str
    level: Level | None = None
    file: str | None = None
    judged: date | None = None
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A sound record before the rules of the regulation, with the law of that day, the roster, the office and today.

    It has no door to the archive's other records: what a rule says of one case is about its file alone.
    """

    stored: Stored[Interview]
    record: Interview
    law: Law
    roster: Roster
    office: Office
    laws: Laws
    today: date

    @property
    def situation(self) -> Situation | None:
        """The record's situation under the law of that day; None for an unknown one (S2 says so)."""
        return self.law.situation(self.record.kind)

    @property
    def day(self) -> date:
        """That day: of the talk, else of the last notice, else of the schedule; else the day of drafting."""
        return self.record.judged_day

    @property
    def under_way(self) -> bool:
        """Past drafting: notified or held. What a draft still lacks is unfinished work, not a breach."""
        return bool(self.record.notices) or self.record.held

    def present(self) -> Iterator[tuple[int, Subject]]:
        """Index and subject of everybody who is not recorded as absent."""
        return iter(self.record.present_subjects)


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A record as it stands in its file, sound or not, old, cancelled or judged by no regulation."""

    stored: Stored[Interview]
    roster: Roster
    office: Office
    laws: Laws
    today: date

    @property
    def record(self) -> Interview | None:
        """The record, None where a required key is missing."""
        return self.stored.record

    @property
    def law(self) -> Law | None:
        """The law of that day; None where there is none."""
        record = self.stored.record
        return self.laws.on(record.judged_day, record.regulation) if record is not None else None


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole archive before the rules that compare and count."""

    state: State
    laws: Laws
    today: date


@dataclass(frozen=True, slots=True)
class Rule(Generic[Judged]):
    """What every rule declares: code, title, level, judge; the parameters it reads; whether it is absolute.

    The judge's docstring is the rule's page in the manual: what it asks in Chinese, then samples under 合格 and 不合格.
    An `absolute` rule makes sure that a record can be trusted and tells on nobody: no 例外 acknowledges its breach.
    """

    code: str
    title: str
    level: Level
    judge: Callable[[Judged], Iterable[Breach]]
    parameters: tuple[str, ...] = ()
    absolute: bool = False

    @property
    def manual(self) -> str:
        """The judge's docstring without its indent."""
        return cleandoc(self.judge.__doc__ or "")


@dataclass(frozen=True, slots=True)
class ReadingRule(Rule[bytes]):
    """Judges the bytes of any file: what no record can be read from. The desk, which reads, says it with its place."""


@dataclass(frozen=True, slots=True)
class FileRule(Rule[StoredCase]):
    """Judges each interview's file as it stands: S rules, and what holds for old and cancelled records too."""


@dataclass(frozen=True, slots=True)
class RecordRule(Rule[Case]):
    """Judges each sound record that a regulation judges: B and W rules."""


@dataclass(frozen=True, slots=True)
class ArchiveRule(Rule[Whole]):
    """Judges the archive at once: what is counted or compared, and the files that are no interviews.

    One that is `between_records` compares interviews: who changes one answers for what it says of that one (S5).
    """

    between_records: bool = False


AnyRule = ReadingRule | FileRule | RecordRule | ArchiveRule


def records_in(rows: Iterable[Stored[Record]]) -> Iterator[tuple[str, Record]]:
    """File and record of each that could be built."""
    return ((stored.file, stored.record) for stored in rows if stored.record is not None)


def case_of(stored: Stored[Interview], state: State, laws: Laws, today: date) -> Case | None:
    """The case that B and W rules judge; None for a record that they leave alone.

    They leave alone what cannot be trusted (S rules speak), what is cancelled, what is older than 启用, and what no
    regulation in force that day judges (B11 speaks).
    """
    record = stored.record
    if record is None or not stored.sound or record.cancelled or record.judged_day < state.office.since:
        return None
    law = laws.on(record.judged_day, record.regulation)
    return Case(stored, record, law, state.roster, state.office, laws, today) if law is not None else None
