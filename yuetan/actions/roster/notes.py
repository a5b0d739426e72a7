"""What a change of post touches: open interviews, reports still owed, the year's interview, units in charge of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.current import Current, current_of
from yuetan.model.life import Stage
from yuetan.regulation.yearly import is_yearly_subject, yearly_situations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.actions.plan import Setting
    from yuetan.model import Interview, Roster
    from yuetan.regulation.law import Law

_AHEAD = (Stage.DRAFTED, Stage.APPROVED, Stage.NOTIFIED, Stage.POSTPONED)
_DONE = (Stage.CLOSED, Stage.CANCELLED)


def affected(setting: Setting, person: str, day: date, *, leaves: bool) -> tuple[str, ...]:
    """One sentence for each thing that whoever changed the roster should look at, sorted by record.

    `leaves` says whether a post ends that day.
    """
    yearly = _yearly(setting, person, day) if leaves else ()
    return (*_interviews(setting, person), *yearly, *_in_charge(setting.state.roster, person, day))


def _interviews(setting: Setting, person: str) -> Iterator[str]:
    stored = (one for one in setting.state.interviews if one.record is not None)
    for now in (current_of(one, setting.laws) for one in stored):
        part = _part(now, person)
        if part is not None:
            yield f"{now.id} {now.stage.value}，此人为{part}{_step_text(now)}"


def _part(now: Current, person: str) -> str | None:
    """What the person is in an interview that still needs something of him or her; None where nothing."""
    if now.stage in _DONE:
        return None
    if any(one.id == person for one in now.record.subjects):
        return "约谈对象"
    ahead = now.stage in _AHEAD and any(one.id == person for one in now.record.interviewers)
    return "约谈人" if ahead else None


def _step_text(now: Current) -> str:
    if now.stage not in _AHEAD:
        return "：后续事项还没有办完"
    schedule = now.record.schedule
    when = schedule.time if schedule is not None else None
    return f"{f'，拟 {when.date().isoformat()} 约谈' if when is not None else ''}：核对职务、权限和送达单位"


def _yearly(setting: Setting, person: str, day: date) -> Iterator[str]:
    """The year's interview, where the person is owed it and has not had it."""
    law = setting.laws.on(min(day, setting.today))
    if law is not None and is_yearly_subject(law, setting.state.roster, person, day):
        kinds = {situation.name for situation in yearly_situations(law)}
        if not any(_is_held(record, kinds, day.year, person) for record in setting.state.records):
            yield f"{day.year} 年的{_names(law)}还没有进行，离任前请安排"


def _is_held(record: Interview, kinds: set[str], year: int, person: str) -> bool:
    """Whether it is an interview of these situations that was held with the person in that year."""
    if record.talk is None or record.cancelled or record.kind not in kinds or record.talk.time.year != year:
        return False
    return any(one.id == person for _, one in record.present_subjects)


def _in_charge(roster: Roster, person: str, day: date) -> Iterator[str]:
    for unit in roster.units:
        era = unit.era(day)
        if era is not None and person in era.in_charge:
            yield f"现为{era.name}的分管领导，分工变了的，请修改 records/units/{unit.code}.yaml 的 沿革"


def _names(law: Law) -> str:
    return "、".join(situation.name for situation in yearly_situations(law))
