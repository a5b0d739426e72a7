"""催办: recorded once it was sent, with the subject, and only where a report is owed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.actions.city import MINUTES, TODAY, applied, drafted, held, raw, setting
from yuetan.actions.life.remind import RemindRequest, remind
from yuetan.actions.plan import Plan, Refusal

if TYPE_CHECKING:
    from yuetan.model import State


def reminded(state: State, one: str, **more: Any) -> Plan | Refusal:
    return remind(setting(state), RemindRequest(id=one, **{"day": date(2026, 4, 1), **more}))


def test_reminder_stands_with_the_subject() -> None:
    state, one = held()
    plan = reminded(state, one)
    assert isinstance(plan, Plan)
    assert (plan.action, plan.subject) == ("remind", f"催办 {one}：FGW-002")
    state = applied(state, plan)
    state = applied(state, reminded(state, one, day=date(2026, 4, 8), by="电话", subject="钱乙丑"))
    assert raw(state, one)["约谈对象"][0]["催办"] == [
        {"日期": date(2026, 4, 1), "方式": "书面"},
        {"日期": date(2026, 4, 8), "方式": "电话"},
    ]


def test_same_reminder_twice_is_refused() -> None:
    state, one = held()
    refusal = reminded(applied(state, reminded(state, one)), one)
    assert isinstance(refusal, Refusal)
    assert refusal.message == "2026-04-01 对钱乙丑（FGW-002）的催办已经登记"


def test_before_the_talk_is_refused() -> None:
    state, one = held()  # on 2026-03-10
    refusal = reminded(state, one, day=date(2026, 3, 9))
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["S6"]
    assert isinstance(reminded(state, one, day=date(2026, 3, 10)), Plan)


def test_day_to_come_is_refused() -> None:
    state, one = held()
    assert isinstance(reminded(state, one, day=TODAY), Plan)
    assert isinstance(reminded(state, one, day=date(2026, 6, 25)), Refusal)


def test_draft_has_nothing_to_be_reminded_of() -> None:
    state, one = drafted()
    refusal = reminded(state, one)
    assert isinstance(refusal, Refusal)
    assert refusal.message == f"{one} 已起草，不能登记催办"


def test_whoever_was_absent_owes_nothing_to_be_reminded_of() -> None:
    rows = [{"编号": "FGW-002", "陈述": MINUTES["陈述"]}, {"编号": "FGW-003", "到场": False}]
    form = {"谈话": MINUTES["谈话"], "约谈对象": rows}
    state, one = held(form=form, subjects=("FGW-002", "FGW-003"), collective_reason="同一问题")
    assert reminded(state, one, subject="孙丙寅") == Refusal(
        "孙丙寅（FGW-003）缺席，没有后续报告可催办", hint="另行约谈（yuetan new）"
    )
    assert isinstance(reminded(state, one, subject="钱乙丑"), Plan)


def test_unknown_subject_and_record_are_refused() -> None:
    state, one = held()
    assert isinstance(reminded(state, one, subject="CZJ-001"), Refusal)
    assert isinstance(reminded(state, "JS-202601-99999"), Refusal)
