"""The record a user means: by id prefix, document number, or a subject's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.model import Interview, Stored


def find(desk: Desk, word: str) -> Stored[Interview]:
    """The one interview that `word` names; RefusedError where there is none or more than one."""
    from yuetan.actions.find import find as look
    from yuetan.actions.plan import Refusal
    from yuetan.errors import RefusedError

    result = look(desk.state, word)
    if isinstance(result, Refusal):
        raise RefusedError(result.message, result.findings, hint=result.hint)
    return result
