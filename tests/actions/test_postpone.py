"""延后: the interview lives on without a time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import MINUTES, RECORDED, TODAY, applied, drafted, held, notified, raw, setting
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.plan import Override, Refusal
from yuetan.model.life import Stage, stage

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 6)
LATER = "定了新的时间后用 yuetan reschedule JS-202603-7K3FQ --at 时间"
OVERRIDE = Override(reason="如实补记", approved_by="王辛未")


def put_off(at: tuple[State, str], today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = PostponeRequest(**{"id": one, "day": DAY, "why": "对象出差", **more})
    return postpone(setting(state, today), request)


def postponed() -> tuple[State, str]:
    state, one = notified()
    return applied(state, put_off((state, one))), one


def test_day_and_reason_stand_where_time_and_place_stood() -> None:
    state, one = notified()
    after = raw(applied(state, put_off((state, one))), one)
    assert after == {**raw(state, one), "安排": {"待定": {"日期": DAY, "原因": "对象出差"}}}


def test_the_plan_names_its_record_and_commit() -> None:
    plan = put_off(notified())
    assert (plan.action, plan.ids, plan.subject) == ("postpone", ("JS-202603-7K3FQ",), "延后 JS-202603-7K3FQ")
    assert plan.papers == ()


def test_whoever_was_notified_is_to_be_told() -> None:
    assert put_off(notified()).notes == ("已经通知过，请告知约谈对象及其单位", LATER)


def test_of_a_draft_nobody_need_be_told() -> None:
    assert put_off(drafted()).notes == (LATER,)


def test_an_approved_one_may_be_put_off() -> None:
    state, one = county.approved()
    after = raw(applied(state, put_off((state, one))), one)
    assert after["安排"] == {"待定": {"日期": DAY, "原因": "对象出差"}}


def test_it_stays_open_as_postponed() -> None:
    state, _ = postponed()
    record: Any = state.interviews[0].record
    assert stage(record, follow_ups=("整改落实情况报告",)) is Stage.POSTPONED
    assert (record.schedule.time, record.cancelled, record.held) == (None, False, False)


def test_a_postponed_one_has_first_to_get_a_time() -> None:
    state, one = postponed()
    again = put_off((state, one))
    assert again == Refusal(
        "JS-202603-7K3FQ 已延后，不能延后", hint="定了新的时间后用 yuetan reschedule JS-202603-7K3FQ --at 时间"
    )
    notice: Any = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 9)))
    assert notice.hint == "先用 yuetan reschedule JS-202603-7K3FQ --at 时间 定下新的时间"
    talk: Any = minutes(setting(state, RECORDED), MinutesRequest(id=one, value=MINUTES))
    assert talk.hint == "先用 yuetan reschedule JS-202603-7K3FQ --at 时间 定下新的时间，再通知"


def test_with_a_time_it_goes_on() -> None:
    state, one = postponed()
    request = RescheduleRequest(id=one, at=datetime(2026, 3, 20, 9), day=date(2026, 3, 12))
    state = applied(state, reschedule(setting(state), request))
    record: Any = state.interviews[0].record
    assert stage(record, follow_ups=("整改落实情况报告",)) is Stage.NOTIFIED
    assert raw(state, one)["安排"] == {"时间": datetime(2026, 3, 20, 9), "地点": "第一会议室"}


def test_what_was_held_is_not_put_off() -> None:
    assert put_off(held(), today=RECORDED) == Refusal("JS-202603-7K3FQ 待整改，不能延后", hint="已经约谈的不能延后")


def test_what_was_closed_is_not_put_off() -> None:
    state, one = held()
    shut = CloseRequest(id=one, day=RECORDED, override=OVERRIDE)
    state = applied(state, close(setting(state, RECORDED), shut))
    assert put_off((state, one), today=RECORDED) == Refusal(
        "JS-202603-7K3FQ 已办结，不能延后",
        hint="已办结的只能用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正",
    )


def test_what_was_called_off_is_not_put_off() -> None:
    state, one = drafted()
    state = applied(state, cancel(setting(state), CancelRequest(id=one, day=DAY, why="撤回")))
    assert put_off((state, one)).hint == "已撤销的约谈不再变动；需要时用 yuetan new 另行起草"


def test_a_reason_is_needed() -> None:
    assert put_off(drafted(), why="\n") == Refusal("没有写明为什么延后", hint="用 --why 写明原因")


def test_a_day_to_come_is_refused() -> None:
    assert put_off(drafted(), today=date(2026, 3, 5)) == Refusal(
        "延后日期 2026-03-06 在今天（2026-03-05）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


@pytest.mark.parametrize("override", [None, OVERRIDE])
def test_a_day_before_the_notice_is_refused_for_there_is_nowhere_to_write_it_down(override: Override | None) -> None:
    refusal = put_off(notified(), day=date(2026, 3, 4), override=override)
    assert refusal.message == "延后 2026-03-04 早于通知 2026-03-05，次序不对"
    assert refusal.hint == "检查 --date，应不早于 2026-03-05"


def test_an_unknown_id_is_refused() -> None:
    assert put_off(drafted(), id="JS-202603-22222").message == "没有编号为 JS-202603-22222 的约谈"
