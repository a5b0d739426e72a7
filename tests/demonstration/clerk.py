"""The clerk of the demonstration: leads cases through the project's own actions, in memory, no commit a step."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.demonstration.days import at, on_or_before
from tests.demonstration.people import roster
from tests.demonstration.seeded import of_clerk, token
from yuetan.actions.drafting.new import new
from yuetan.actions.drafting.request import NewRequest
from yuetan.actions.gate import state_with, stored_interview
from yuetan.actions.life.amend import AmendRequest, amend
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.edit import EditRequest, edit
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.receipt import ReceiptRequest, receipt
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.plan import Override, Plan, Refusal, Setting
from yuetan.model import State
from yuetan.model.choices import Addressee, Way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from tests.demonstration.case import Case, Plain
    from yuetan.regulation.law import Laws

_BLOCKS = {
    "来源": "source",
    "来源说明": "source_note",
    "归属": "whose",
    "概述": "gist",
    "线索编号": "clue",
    "拟任单位": "new_unit",
    "拟任职务": "new_post",
    "拟任职级": "new_rank",
    "拟任市管": "new_managed",
    "情形": "new_kind",
    "类别": "sanction_category",
    "决定": "sanction_decision",
    "日期": "sanction_day",
}
"""A subject's facts by the request's own names."""


class RefusedStepError(Exception):
    """A step of the demonstration that the project's own actions refuse: the case is told wrongly."""


class Clerk:
    """Keeps the archive that is being made; a case is known by its number."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._state = State(laws.office, roster())
        self._ids: dict[int, str] = {}

    def _on(self, day: date) -> Setting:
        """In what the clerk takes a step on that day."""
        return Setting(self._state, self._laws, day)

    def files(self) -> dict[str, Plain]:
        """Every record as path -> plain value."""
        return {one.file: dict(one.raw) for one in self._state.interviews}

    def draft(self, number: int, case: Case, day: date, *, planned: date | None = None) -> None:
        """起草; what differs between the subjects of one interview is added by editing."""
        first = case.elements.get(case.subjects[0], {})
        shared = first if all(case.elements.get(person, {}) == first for person in case.subjects) else {}
        facts = _facts(shared)
        facts["note"] = next((one["说明"] for one in case.elements.values() if "说明" in one), None)
        request = NewRequest(
            kind=case.kind,
            subjects=case.subjects,
            day=day,
            token=token(of_clerk(case)),
            interviewers=(case.interviewer,),
            companions=case.companions,
            at=at(planned or case.day, case.clock),
            place=case.place,
            topic=case.topic,
            reason=case.reason,
            collective_reason=case.collective_reason,
            **_coordination(case, day),
            **facts,
            arrangement=(case.basis or {}).get("市委安排"),
            need=(case.basis or {}).get("工作需要"),
        )
        plan = self._taken(new(self._on(day), request), case)
        self._ids[number] = plan.ids[0]
        if shared != first:
            self.edit(number, case, day, sets=_each(case))

    def notify(self, number: int, case: Case, day: date, *, override: Override | None = None) -> None:
        """通知, and for most written ones 签收 the same day."""
        request = NotifyRequest(
            id=self._ids[number],
            day=day,
            to=Addressee.PERSON if case.to_person else Addressee.PARTY_GROUP,
            by=Way.TELEPHONE if case.by_telephone else Way.WRITTEN,
            override=override,
        )
        self._taken(notify(self._on(day), request), case)
        if not case.by_telephone and of_clerk(case).random() < 0.8:
            signed = ReceiptRequest(id=self._ids[number], day=day, everyone=True)
            self._taken(receipt(self._on(day), signed), case)

    def hold(self, number: int, case: Case, day: date, *, absent: Sequence[str] = ()) -> None:
        """谈话, a few minutes after the hour now and then."""
        record = self._state.interview(self._ids[number])
        assert record is not None
        assert record.record is not None
        assert record.record.schedule is not None
        assert record.record.schedule.time is not None
        late = of_clerk(case).choice((0, 0, 5, 10))
        form = {
            "谈话": {
                "时间": record.record.schedule.time + timedelta(minutes=late),
                "地点": record.record.schedule.place,
                "记录人": roster().name(case.recorder),
                "说明主题原因": True,
                "教育提醒": case.reminder,
                "签字": ["约谈人", "约谈对象", "记录人"],
            },
            "约谈对象": [_said(case, person, person in absent) for person in case.subjects],
        }
        request = MinutesRequest(id=self._ids[number], value=form)
        self._taken(minutes(self._on(day), request), case)

    def rectify(self, number: int, case: Case, day: date, *, person: str, **words: Any) -> None:
        """整改."""
        request = RectifyRequest(id=self._ids[number], subject=person, received=day, day=day, **words)
        self._taken(rectify(self._on(day), request), case)

    def close(self, number: int, case: Case, day: date) -> None:
        """办结."""
        request = CloseRequest(id=self._ids[number], day=day, conclusion=case.conclusion)
        self._taken(close(self._on(day), request), case)

    def cancel(self, number: int, case: Case, day: date, *, why: str) -> None:
        """撤销."""
        self._taken(cancel(self._on(day), CancelRequest(id=self._ids[number], day=day, why=why)), case)

    def postpone(self, number: int, case: Case, day: date, *, why: str) -> None:
        """延后."""
        request = PostponeRequest(id=self._ids[number], day=day, why=why)
        self._taken(postpone(self._on(day), request), case)

    def reschedule(self, number: int, case: Case, day: date, *, to: date) -> None:
        """改期."""
        request = RescheduleRequest(id=self._ids[number], at=at(to, case.clock), day=day, place=case.place)
        self._taken(reschedule(self._on(day), request), case)

    def edit(self, number: int, case: Case, day: date, *, sets: tuple[tuple[str, Any], ...]) -> None:
        """Change an open record."""
        request = EditRequest(id=self._ids[number], sets=sets, day=day)
        self._taken(edit(self._on(day), request), case)

    def amend(self, number: int, case: Case, day: date, *, sets: tuple[tuple[str, Any], ...], why: str) -> None:
        """更正."""
        request = AmendRequest(id=self._ids[number], sets=sets, why=why, day=day)
        self._taken(amend(self._on(day), request), case)

    def by_hand(self, number: int, change: Callable[[Plain], None]) -> None:
        """What somebody changed in the file itself, past the commands."""
        record = self._state.interview(self._ids[number])
        assert record is not None
        value = dict(record.raw)
        change(value)
        self._state = state_with(self._state, stored_interview(record.file, value))

    def _taken(self, plan: Plan | Refusal, case: Case) -> Plan:
        if isinstance(plan, Refusal):
            raise RefusedStepError(f"{case.kind} {case.day} {'、'.join(case.subjects)}: {plan.message} {plan.hint}")
        for made in plan.edits:
            assert made.value is not None
            self._state = state_with(self._state, stored_interview(made.path, made.value))
        return plan


def _said(case: Case, person: str, absent: bool) -> Plain:
    if absent:
        return {"编号": person, "到场": False}
    found: Plain = {"编号": person, "到场": True, "陈述": dict(case.statements[person])}
    return found | ({"违纪": list(case.misconduct)} if case.misconduct else {})


def _coordination(case: Case, drafted: date) -> dict[str, Any]:
    """Who coordinates; the organisation department was consulted before the drafting at the latest."""
    consulted: Plain = next((row["商请"] for row in case.coordination if "商请" in row), {})
    return {
        "coordinators": tuple(row["单位"] for row in case.coordination),
        "consulted": consulted.get("单位"),
        "consulted_on": min(consulted["日期"], on_or_before(drafted)) if consulted else None,
    }


def _facts(element: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"note": element.get("说明")}
    for name in ("问题", "任前", "处分"):
        block = element.get(name, {})
        for key, item in (block[0] if isinstance(block, list) else block).items():
            found[_BLOCKS[key]] = tuple(item) if isinstance(item, list) else item
    return found


def _each(case: Case) -> tuple[tuple[str, Any], ...]:
    """The subjects' own facts as changes of the draft."""
    sets: list[tuple[str, Any]] = []
    for index, person in enumerate(case.subjects):
        for name, item in case.elements.get(person, {}).items():
            sets.append((f"约谈对象[{index}].{name}", item))
    return tuple(sets)
