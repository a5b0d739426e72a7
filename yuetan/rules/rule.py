"""What a rule is: one pure function over plain values, declared with what it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from yuetan.finding import Level, Path
    from yuetan.model import Interview, State, Stored
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation

RECORD = "record"
ROSTER = "roster"
ARCHIVE = "archive"
TODAY = "today"


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
    """One record before the rules: with the law of that day, the whole archive, and today."""

    stored: Stored[Interview]
    record: Interview
    state: State
    law: Law
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
class Whole:
    """The whole archive before the rules that need it."""

    state: State
    laws: Laws
    today: date

    def records(self) -> Iterator[Case]:
        """Every sound record that rules of the regulation judge, in the order of files."""
        for stored in self.state.interviews:
            case = case_of(stored, self.state, self.laws, self.today)
            if case is not None:
                yield case


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: code, title, level, what it needs, the parameters it reads, and its judge.

    `judge` takes a Case where `needs` has `record`, else a Whole. Its docstring is its page in the manual: what it asks
    in Chinese, then samples under 合格 and 不合格. An `always` rule judges every record as S rules do: cancelled ones,
    old ones, and those that no regulation judges; it takes a StoredCase.
    """

    code: str
    title: str
    level: Level
    needs: frozenset[str]
    judge: Callable[..., Iterable[Breach]]
    parameters: tuple[str, ...] = field(default=())
    always: bool = False

    @property
    def of_record(self) -> bool:
        """Judges one record at a time."""
        return RECORD in self.needs

    @property
    def structural(self) -> bool:
        """An S rule: judges every record, whatever its age or state."""
        return self.code.startswith("S")

    @property
    def manual(self) -> str:
        """The judge's docstring without its indent."""
        return cleandoc(self.judge.__doc__ or "")


def needs(*what: str) -> frozenset[str]:
    """What a rule needs, for its declaration."""
    return frozenset(what)


def case_of(stored: Stored[Interview], state: State, laws: Laws, today: date) -> Case | None:
    """The case that B and W rules judge; None for a record that they leave alone.

    They leave alone what cannot be trusted (S rules speak), what is cancelled, what is older than 启用, and what no
    regulation in force that day judges (B11 speaks).
    """
    record = stored.record
    if record is None or not stored.sound or record.cancelled or record.judged_day < state.office.since:
        return None
    law = laws.on(record.judged_day, record.regulation)
    return Case(stored, record, state, law, laws, today) if law is not None else None
