"""What can go wrong at the edge: one class a kind of failure, each with its exit status.

Inside, errors are values (`yuetan.finding.Finding`); these exceptions are raised by the outer floors only and
turned into one Chinese sentence by the command line. The statuses are those of docs/cli.md: 2 what was asked
cannot be done, 3 the environment or a fault of our own, 130 interrupted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.finding import Finding


class YuetanError(Exception):
    """Base of all: a sentence for the user, and what to do next."""

    exit_status = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        """`message` says what is wrong; `hint` the next step, both in Chinese."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInputError(YuetanError):
    """What the user typed or gave as a file cannot be taken."""

    exit_status = 2


class NotFoundError(BadInputError):
    """No such record, cadre, unit, revision or path."""


class RefusedError(BadInputError):
    """A step that the regulation or the record's state forbids; carries the findings."""

    def __init__(self, message: str, findings: Iterable[Finding] = (), *, hint: str = "") -> None:
        """`findings` are the rules' own words."""
        super().__init__(message, hint=hint)
        self.findings = tuple(findings)


class EnvironmentFaultError(YuetanError):
    """git missing, identity missing, disk full, no permission: nothing that the user typed."""

    exit_status = 3


class LockedError(EnvironmentFaultError):
    """Another yuetan holds the archive."""


class ConflictError(EnvironmentFaultError):
    """The archive moved between reading and writing; nothing was written."""


class InternalFaultError(YuetanError):
    """A fault of our own: what was written is not what was meant, a rule crashed."""

    exit_status = 3
