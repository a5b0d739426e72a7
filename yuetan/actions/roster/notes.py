"""What a change of post touches: open interviews, reports still owed, the year's interview, units in charge of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.current import Current, current_of
from yuetan.model.life import Stage
from yuetan.regulation.yearly import is_yearly_subject, yearly_situations

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Setting
    from yuetan.model import State
    from yuetan.regulation.law import Law

_AHEAD = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED)
_DONE = (Stage.CLOSED, Stage.CANCELLED)


def affected(setting: Setting, person: str, day: date, *, leaves: bool) -> tuple[str, ...]:
    """One sentence for each thing that whoever changed the roster should look at, sorted by record.

    `leaves` says whether a post ends that day.
    """
    state, laws, today = setting.state, setting.laws, setting.today
    notes: list[str] = []
    for stored in state.interviews:
        if stored.record is not None:
            note = _interview(current_of(stored, laws), person)
            if note is not None:
                notes.append(note)
    law = laws.on(min(day, today))
    if leaves and law is not None and _yearly_open(state, law, person, day):
        notes.append(f"{day.year} 年的{_names(law)}还没有进行，离任前请安排")
    for unit in state.roster.units:
        era = unit.era(day)
        if era is not None and person in era.in_charge:
            notes.append(f"现为{era.name}的分管领导，分工变了的，请修改 records/units/{unit.code}.yaml 的 沿革")
    return tuple(notes)


def _interview(now: Current, person: str) -> str | None:
    if now.stage in _DONE:
        return None
    subject = any(one.id == person for one in now.record.subjects)
    interviewer = any(one.id == person for one in now.record.interviewers)
    if not subject and not (interviewer and now.stage in _AHEAD):
        return None
    part = "约谈对象" if subject else "约谈人"
    if now.stage in _AHEAD:
        schedule = now.record.schedule
        planned = schedule.time if schedule is not None else None
        when = f"，拟 {planned.date().isoformat()} 约谈" if planned is not None else ""
        return f"{now.id} {now.stage.value}，此人为{part}{when}：核对职务、权限和送达单位"
    return f"{now.id} {now.stage.value}，此人为{part}：后续事项还没有办完"


def _yearly_open(state: State, law: Law, person: str, day: date) -> bool:
    """Whether the person is owed this year's interview and has not had it."""
    if not is_yearly_subject(law, state.roster, person, day):
        return False
    kinds = {situation.name for situation in yearly_situations(law)}
    return not any(
        stored.record is not None
        and stored.record.talk is not None
        and not stored.record.cancelled
        and stored.record.kind in kinds
        and stored.record.talk.time.year == day.year
        and any(one.id == person for _, one in stored.record.present_subjects)
        for stored in state.interviews
    )


def _names(law: Law) -> str:
    return "、".join(situation.name for situation in yearly_situations(law))
