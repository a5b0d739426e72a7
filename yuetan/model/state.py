"""The whole archive as frozen values: what rules and actions are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from yuetan.model.build import Kind
from yuetan.model.interview import Interview
from yuetan.model.reporting import Plan, Received, Report
from yuetan.model.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.codec.plain import Value
    from yuetan.model.build import Violation
    from yuetan.model.office import Office
    from yuetan.model.unit import Unit

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Stored(Generic[R_co]):
    """A record as it stands in a file.

    `file` is the archive-relative path; `raw` the plain value as read; `record` the built record, None where
    a required key is missing; `violations` what does not match the field table; `readable` False where the YAML itself
    is broken (the faults are S1 findings of the desk).
    """

    file: str
    raw: Mapping[str, Value]
    record: R_co | None
    violations: tuple[Violation, ...] = ()
    readable: bool = True

    @property
    def sound(self) -> bool:
        """Readable, and nothing wrong or missing: unknown keys alone do not make a record unsound."""
        return self.readable and self.record is not None and all(v.kind is Kind.UNKNOWN for v in self.violations)


@dataclass(frozen=True, slots=True)
class State:
    """Everything in the archive, each list sorted by file."""

    office: Office
    roster: Roster = field(default_factory=Roster)
    units: tuple[Stored[Unit], ...] = ()
    interviews: tuple[Stored[Interview], ...] = ()
    reports: tuple[Stored[Report], ...] = ()
    received: tuple[Stored[Received], ...] = ()
    plans: tuple[Stored[Plan], ...] = ()

    @property
    def records(self) -> Iterator[Interview]:
        """Every interview that can be read, in the order of their files."""
        return (stored.record for stored in self.interviews if stored.record is not None)

    def interview(self, record_id: str) -> Stored[Interview] | None:
        """The record of this id."""
        return next((s for s in self.interviews if s.record is not None and s.record.id == record_id), None)
