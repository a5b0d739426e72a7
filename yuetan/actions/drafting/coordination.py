"""联系协调 as a draft writes it (第七条（一）): whom the law names, where that can be told; no date invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.codec import plain
from yuetan.model import Interview, build
from yuetan.regulation.coordination import body_text, is_body, required_coordinators

if TYPE_CHECKING:
    from datetime import date

    from yuetan.codec.plain import Plain
    from yuetan.model import State
    from yuetan.regulation.coordination import Need
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

_SAY = "yuetan edit 编号 --set 协调[0].单位=…"


@dataclass(frozen=True, slots=True)
class Given:
    """What the clerk said about 联系协调 and 商请."""

    bodies: tuple[str, ...]
    consulted: str | None
    consulted_on: date | None


def coordination(
    state: State,
    law: Law,
    situation: Situation,
    draft: Plain,
    given: Given,
) -> tuple[list[Plain], tuple[str, ...]]:
    """The 协调 of a draft, and what the clerk should know about it.

    The bodies that the clerk gave, else whoever the law names for the subjects. A consultation is written
    only where the clerk says that there was one.
    """
    interview, _ = build(Interview, draft)
    if interview is None:
        return [], ()
    day = interview.judged_day
    needed = required_coordinators(law, state.roster, interview)
    bodies, notes = (list(given.bodies), ()) if given.bodies else _bodies(state, law, needed.by_subject, day)
    if not given.bodies and needed.by_interviewer and needed.interviewer_words != needed.words:
        notes = (*notes, f"按约谈人理解，由{needed.interviewer_words}联系协调；是这样的话，用 {_SAY} 写明")
    rows: list[Plain] = [{"单位": body} for body in bodies]
    if given.consulted is None and given.consulted_on is None:
        return rows, notes
    name = given.consulted or _consulted_body(law, situation, needed.by_subject, day)
    row: Plain = {"单位": name, "日期": given.consulted_on}
    target = _consulting(state, law, rows, needed.by_subject, day)
    if target is None:
        return [*rows, {"单位": _own_name(state, day), "商请": row}], notes
    target["商请"] = row
    return rows, notes


def _bodies(state: State, law: Law, needs: tuple[Need, ...], day: date) -> tuple[list[str], tuple[str, ...]]:
    """For each need its only body, as it is called that day; ours by our own name."""
    found: dict[str, None] = {}
    notes: dict[str, None] = {}
    for need in needs:
        body = _name(state, law, need.options[0].body, day) if len(need.options) == 1 else None
        if body is None:
            notes[f"由{need.words}联系协调，说不准是哪个单位，用 {_SAY} 写明"] = None
        else:
            found[body] = None
    return list(found), tuple(notes)


def _name(state: State, law: Law, body: str, day: date) -> str | None:
    own = _own_name(state, day)
    if is_body(law, body, own, state.roster, day):
        return own
    written = body_text(law, body, day)
    generic = any(line.body == body and not line.people for line in law.profile.coordinators)
    return None if generic else written


def _own_name(state: State, day: date) -> str:
    unit = state.roster.unit(state.office.unit)
    era = unit.era(day) if unit is not None else None
    return era.name if era is not None else state.office.unit


def _consulted_body(law: Law, situation: Situation, needs: tuple[Need, ...], day: date) -> str:
    wanted = situation.consulted or next((o.consulted for need in needs for o in need.options if o.consulted), None)
    return body_text(law, wanted, day) if wanted is not None else "组织（人事）部门"


def _consulting(state: State, law: Law, rows: list[Plain], needs: tuple[Need, ...], day: date) -> Plain | None:
    """The row of the body that has to consult, else the only row."""
    for need in needs:
        for option in need.options:
            for row in rows:
                if option.consulted is not None and is_body(
                    law, option.body, plain.text(row, "单位"), state.roster, day
                ):
                    return row
    return rows[0] if len(rows) == 1 else None
