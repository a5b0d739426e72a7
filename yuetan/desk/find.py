"""What a user means: a record by id prefix, document number or name; a cadre; a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.desk.refusals import or_raise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.load import Desk
    from yuetan.model import Interview, Stored
    from yuetan.model.interview import Subject


def find(desk: Desk, word: str) -> Stored[Interview]:
    """The one interview that `word` names; RefusedError where there is none or more than one."""
    from yuetan.actions import find

    return or_raise(find.find(desk.state, word))


def person(desk: Desk, word: str) -> str:
    """The id of the one cadre that `word` names; RefusedError where the roster has none or several."""
    from yuetan.actions import people

    return or_raise(people.person(desk.state.roster, word))


def known_unit(desk: Desk, word: str) -> str:
    """The word, once a unit of the roster or of a record bears it as code or name; NotFoundError with the nearest."""
    import difflib

    from yuetan.errors import NotFoundError

    names = {unit.code for unit in desk.state.roster.units}
    names |= {era.name for unit in desk.state.roster.units for era in unit.eras}
    if word in names or any(word == subject.unit for subject in _subjects(desk)):
        return word
    near = difflib.get_close_matches(word, sorted(names), 3, 0.5)
    hint = f"是不是 {'、'.join(near)}？" if near else "用 yuetan roster list 查看名册"
    raise NotFoundError(f"没有单位“{word}”", hint=hint)


def known_cadre(desk: Desk, word: str) -> str:
    """The word, once somebody in the roster or in a record bears it as id or name; RefusedError otherwise."""
    if any(word in (subject.id, subject.name) for subject in _subjects(desk)):
        return word
    roster = desk.state.roster
    borne = any(post.name == word for one in roster.people() for _, _, post in roster.entries(one))
    return word if borne else person(desk, word)


def _subjects(desk: Desk) -> Iterator[Subject]:
    for stored in desk.state.interviews:
        if stored.record is not None:
            yield from stored.record.subjects
