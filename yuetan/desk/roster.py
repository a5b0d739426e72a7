"""A 名册 or a 名单 at the desk: the sheet is read, the action decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def roster_import(desk: Desk, data: bytes, name: str) -> Plan | Refusal:
    """The plan that brings the 名册 `name` into the archive's units; BadInputError where it is no 名册."""
    from yuetan.actions.roster.import_ import import_plan, import_roster
    from yuetan.reports.roster import read_roster

    return import_plan(import_roster(read_roster(data, name), desk.state, desk.today), name)


def listed_names(data: bytes, name: str) -> tuple[str, ...]:
    """The codes or names of a 名单, in its order, each once; BadInputError where no heading is found."""
    from yuetan.reports.name_list import read_names

    return read_names(data, name)
