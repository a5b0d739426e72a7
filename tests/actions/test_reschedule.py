"""改期: a new time or place, and whether that owes a new notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tests.actions import county
from tests.actions.city import OFFICE, RECORDED, TODAY, applied, city, drafted, held, laws_of, notified, raw, setting
from tests.profiles import shipped_profile
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.plan import Override, Refusal, Setting
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.law import Laws

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 6)
AT = datetime(2026, 3, 17, 9, 30)


def move(where: tuple[State, str], today: date = TODAY, laws: Laws | None = None, **more: Any) -> Any:
    state, one = where
    request = RescheduleRequest(**{"id": one, "at": AT, "day": DAY, **more})
    return reschedule(Setting(state, laws or laws_of(state), today), request)


def test_the_new_time_stands_and_the_place_stays() -> None:
    state, one = notified()
    after = raw(applied(state, move((state, one))), one)
    assert after == {**raw(state, one), "安排": {"时间": AT, "地点": "第一会议室"}}


def test_the_plan_names_its_record_and_commit() -> None:
    plan = move(notified())
    assert (plan.action, plan.ids, plan.papers) == ("reschedule", ("JS-202603-7K3FQ",), ())
    assert plan.subject == "改期 JS-202603-7K3FQ：2026-03-17 09:30"


def test_another_day_owes_a_new_notice_and_says_until_when() -> None:
    (note,) = move(notified()).notes
    assert note.startswith("须重新通知钱乙丑（FGW-002），最迟3月13日：yuetan notify JS-202603-7K3FQ（")


def test_the_new_notice_is_owed_by_the_law_and_then_given() -> None:
    state, one = notified()
    state = applied(state, move((state, one)))
    plan = notify(setting(state), NotifyRequest(id=one, day=date(2026, 3, 9)))
    notices = raw(applied(state, plan), one)["通知"]
    assert [(row["日期"], row["时间"]) for row in notices] == [
        (date(2026, 3, 5), datetime(2026, 3, 10, 9, 30)),
        (date(2026, 3, 9), AT),
    ]


def test_another_place_owes_a_new_notice() -> None:
    state, one = notified()
    plan = move((state, one), at=datetime(2026, 3, 10, 9, 30), place="第二会议室")
    assert raw(applied(state, plan), one)["安排"] == {"时间": datetime(2026, 3, 10, 9, 30), "地点": "第二会议室"}
    assert plan.notes[0].startswith("须重新通知钱乙丑（FGW-002），最迟3月6日：")


def test_another_hour_owes_none_but_is_to_be_told() -> None:
    plan = move(notified(), at=datetime(2026, 3, 10, 15))
    assert plan.notes == ("只改了钟点，不须重新通知，请告知约谈对象及其单位",)


def test_the_same_time_and_place_owe_nothing() -> None:
    assert move(notified(), at=datetime(2026, 3, 10, 9, 30)).notes == ()


def test_a_day_too_near_for_a_notice_is_said_with_the_first_lawful_one() -> None:
    first, second = move(notified(), at=datetime(2026, 3, 11, 9), day=date(2026, 3, 9)).notes
    assert first == "须重新通知钱乙丑（FGW-002）"
    assert second.startswith("现在通知已来不及：")
    assert second.endswith("；可再改到3月12日或以后")


def test_on_a_lawful_day_that_is_no_workday_it_is_not_too_late() -> None:
    (note,) = move(notified(), day=date(2026, 3, 14)).notes
    assert note.startswith("须重新通知钱乙丑（FGW-002），最迟3月14日：")


def test_a_draft_owes_its_first_notice() -> None:
    assert move(drafted()).notes[0].startswith("须通知钱乙丑（FGW-002），最迟3月13日")


def test_only_those_are_named_whose_notice_no_longer_fits() -> None:
    state, one = drafted(subjects=("FGW-002", "FGW-003"), collective_reason="同一问题")
    request = NotifyRequest(id=one, day=date(2026, 3, 5), subjects=("FGW-002",))
    state = applied(state, notify(setting(state), request))
    note = move((state, one), at=datetime(2026, 3, 10, 9, 30)).notes[0]
    assert note.startswith("须重新通知孙丙寅（FGW-003），")


def test_where_a_profile_names_no_changes_none_owes_a_notice() -> None:
    state, one = notified()
    lenient = replace(shipped_profile("lianyungang-2015"), changes=())
    laws = Laws({lenient.name: lenient}, state.office, Calendar())
    assert move((state, one), laws=laws).notes == ("只改了钟点，不须重新通知，请告知约谈对象及其单位",)


def test_a_postponed_one_gets_a_time_and_the_place_of_its_notice() -> None:
    state, one = notified()
    off = PostponeRequest(id=one, day=DAY, why="对象出差")
    state = applied(state, postpone(setting(state), off))
    assert raw(applied(state, move((state, one))), one)["安排"] == {"时间": AT, "地点": "第一会议室"}


def test_a_postponed_draft_without_a_place_gets_only_a_time() -> None:
    state, one = drafted()
    off = PostponeRequest(id=one, day=DAY, why="对象出差")
    state = applied(state, postpone(setting(state), off))
    plan = move((state, one))
    assert raw(applied(state, plan), one)["安排"] == {"时间": AT}
    assert plan.notes[0] == f"还没有地点，定下后才能通知：yuetan edit {one} --set 安排.地点=…"


def test_an_approved_one_may_be_moved() -> None:
    state, one = county.approved()
    plan = move((state, one))
    assert raw(applied(state, plan), one)["安排"]["时间"] == AT
    assert plan.notes[0].startswith("须通知吕甲申（JYJ-002），最迟3月13日：")


def test_where_no_regulation_is_in_force_there_is_nothing_to_say_of_a_notice() -> None:
    state, one = notified()
    empty = Laws({}, city({**OFFICE, "规范": []}).office, Calendar())
    plan = move((state, one), laws=empty)
    assert raw(applied(state, plan), one)["安排"]["时间"] == AT
    assert plan.notes == ()


def test_a_day_before_the_draft_is_refused() -> None:
    assert move(notified(), at=datetime(2026, 3, 1, 9)) == Refusal(
        "新的时间 2026-03-01 早于起草 2026-03-02", hint="检查 --at"
    )


def test_a_decision_to_come_is_refused() -> None:
    assert move(notified(), today=date(2026, 3, 5)).message == (
        "改期日期 2026-03-06 在今天（2026-03-05）之后，还没有发生的事不能登记"
    )


def test_what_was_held_is_not_moved() -> None:
    assert move(held(), today=RECORDED) == Refusal(
        "JS-202603-7K3FQ 待整改，不能改期",
        hint="已经约谈的不能改期；实际时间写错了的，用 yuetan edit JS-202603-7K3FQ --set 谈话.时间=… 修改",
    )


def test_what_was_closed_is_not_moved() -> None:
    state, one = held()
    shut = CloseRequest(id=one, day=RECORDED, override=Override(reason="另案处理"))
    state = applied(state, close(setting(state, RECORDED), shut))
    assert move((state, one), today=RECORDED) == Refusal(
        "JS-202603-7K3FQ 已办结，不能改期",
        hint="已办结的只能用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正",
    )


def test_what_was_called_off_is_not_moved() -> None:
    state, one = drafted()
    state = applied(state, cancel(setting(state), CancelRequest(id=one, day=DAY, why="撤回")))
    assert move((state, one)).hint == "已撤销的约谈不再变动；需要时用 yuetan new 另行起草"


def test_an_unknown_id_is_refused() -> None:
    assert move(drafted(), id="JS-202603-22222").message == "没有编号为 JS-202603-22222 的约谈"
