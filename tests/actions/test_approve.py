"""审批: recorded before the notice, where a regulation asks for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import city, county
from tests.actions.city import RECORDED, TODAY, applied, raw, setting
from yuetan.actions.life.approve import ApproveRequest, approve
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.plan import Override, Refusal
from yuetan.model.life import Stage, stage

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 3)
OVERRIDE = Override(reason="如实补记", approved_by="孔丙戌")


def grant(at: tuple[State, str], today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = ApproveRequest(**{"id": one, "day": DAY, "approver": "孔丙戌", **more})
    return approve(setting(state, today), request)


def test_who_approved_and_when_is_written_before_the_coordination() -> None:
    state, one = county.drafted()
    after = raw(applied(state, grant((state, one))), one)
    assert after["审批"] == {"日期": DAY, "审批人": "孔丙戌", "意见": "同意"}
    assert {key: item for key, item in after.items() if key != "审批"} == raw(state, one)
    assert list(after)[5:8] == ["方式", "审批", "协调"]


def test_the_plan_names_its_record_and_commit() -> None:
    plan = grant(county.drafted())
    assert (plan.action, plan.ids, plan.subject) == ("approve", ("TS-202603-7K3FQ",), "审批 TS-202603-7K3FQ：同意")
    assert (plan.papers, plan.notes, plan.findings) == ((), (), ())


def test_an_approver_who_is_not_known_is_not_written() -> None:
    state, one = county.drafted()
    plan = grant((state, one), approver=None)
    assert raw(applied(state, plan), one)["审批"] == {"日期": DAY, "意见": "同意"}


def test_a_record_approved_has_that_stage() -> None:
    state, _ = county.approved()
    record: Any = state.interviews[0].record
    assert stage(record, follow_ups=("廉政承诺书",)) is Stage.APPROVED


def test_what_was_not_agreed_to_is_written_and_bars_the_notice() -> None:
    state, one = county.drafted()
    plan = grant((state, one), opinion="不同意")
    assert plan.subject == "审批 TS-202603-7K3FQ：不同意"
    state = applied(state, plan)
    refusal = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 5)))
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["B7.1"]


def test_without_an_approval_the_county_does_not_notify() -> None:
    state, one = county.drafted()
    refusal = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 5)))
    assert [(f.code, f.provision) for f in refusal.findings] == [("B7.1", "第六条第（一）项")]


def test_an_opinion_that_is_none_is_refused() -> None:
    refusal = grant(county.drafted(), opinion="再议")
    assert refusal.message.startswith("审批.意见 ")
    assert refusal.hint == "改正后再试；什么都没有写"
    assert [finding.code for finding in refusal.findings] == ["S2"]


def test_an_approval_may_be_recorded_where_none_is_asked_for() -> None:
    state, one = city.drafted()
    assert raw(applied(state, grant((state, one))), one)["审批"]["日期"] == DAY


def test_an_approval_is_not_recorded_twice() -> None:
    assert grant(county.approved()) == Refusal(
        "TS-202603-7K3FQ 已审批，不能审批",
        hint="审批已经登记；登记错了的，用 yuetan edit TS-202603-7K3FQ --set 审批.日期=… 修改",
    )


@pytest.mark.parametrize("step", ["notify", "postpone"])
def test_nor_after_the_next_step(step: str) -> None:
    state, one = county.approved()
    if step == "notify":
        plan = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 5)))
    else:
        plan = postpone(setting(state), PostponeRequest(id=one, day=date(2026, 3, 5), why="出差"))
    assert grant((applied(state, plan), one)) == Refusal(
        "TS-202603-7K3FQ 的审批已经登记", hint="用 yuetan edit TS-202603-7K3FQ --set 审批.日期=… 修改"
    )


def test_after_the_talk_it_is_edited_in() -> None:
    assert grant(city.held(), today=RECORDED) == Refusal(
        "JS-202603-7K3FQ 待整改，不能审批", hint="补记用 yuetan edit JS-202603-7K3FQ --set 审批.日期=…"
    )


def test_a_closed_record_is_amended() -> None:
    state, one = city.held()
    shut = CloseRequest(id=one, day=RECORDED, override=Override(reason="另案处理", approved_by="王辛未"))
    state = applied(state, close(setting(state, RECORDED), shut))
    assert grant((state, one), today=RECORDED) == Refusal(
        "JS-202603-7K3FQ 已办结，不能审批", hint="用 yuetan amend JS-202603-7K3FQ --set 审批.日期=… --why 原因 更正"
    )


def test_what_was_called_off_is_not_approved() -> None:
    state, one = county.drafted()
    state = applied(state, cancel(setting(state), CancelRequest(id=one, day=DAY, why="撤回")))
    assert grant((state, one)) == Refusal(
        "TS-202603-7K3FQ 已撤销，不能审批", hint="已撤销的约谈不再变动；需要时用 yuetan new 另行起草"
    )


def test_a_day_to_come_is_refused() -> None:
    refusal = grant(county.drafted(), today=date(2026, 3, 2))
    assert refusal.message == "审批日期 2026-03-03 在今天（2026-03-02）之后，还没有发生的事不能登记"


def test_a_day_before_the_draft_is_refused() -> None:
    refusal = grant(county.drafted(), day=date(2026, 3, 1))
    assert refusal.message == "审批 2026-03-01 早于起草 2026-03-02，次序不对"
    assert refusal.hint == "检查 --date，应不早于 2026-03-02"


def test_that_order_passes_with_an_override_that_writes_it_down() -> None:
    state, one = county.drafted()
    plan = grant((state, one), day=date(2026, 3, 1), override=OVERRIDE)
    assert raw(applied(state, plan), one)["例外"] == [
        {"规则": "S6", "路径": "审批.日期", "原因": "如实补记", "批准": "孔丙戌", "日期": date(2026, 3, 1)}
    ]
    assert [(f.code, f.acknowledged) for f in plan.findings] == [("S6", True)]


def test_an_approval_after_the_notice_is_refused_by_the_rule() -> None:
    state, one = county.drafted()
    request = NotifyRequest(id=one, day=date(2026, 3, 5), override=OVERRIDE)
    state = applied(state, notify(setting(state), request))
    late = grant((state, one), day=date(2026, 3, 6))
    assert raw(applied(state, late), one)["审批"]["日期"] == date(2026, 3, 6)
    assert [(f.code, f.acknowledged) for f in late.findings] == [("B7.1", True)]


def test_an_unknown_id_is_refused() -> None:
    assert grant(county.drafted(), id="TS-202603-22222").message == "没有编号为 TS-202603-22222 的约谈"
