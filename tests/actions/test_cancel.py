"""撤销: from any state before the interview was held."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.actions import county
from tests.actions.city import RECORDED, TODAY, applied, drafted, held, notified, raw, setting
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.receipt import ReceiptRequest, receipt
from yuetan.actions.plan import Override, Refusal

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 6)


def call_off(at: tuple[State, str], today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = CancelRequest(**{"id": one, "day": DAY, "why": "问题线索另行处置", **more})
    return cancel(setting(state, today), request)


def test_a_draft_is_called_off_with_day_and_reason() -> None:
    state, one = drafted()
    plan = call_off((state, one))
    after = raw(applied(state, plan), one)
    assert after == {**raw(state, one), "撤销": {"日期": DAY, "原因": "问题线索另行处置"}}
    assert list(after)[-1] == "撤销"


def test_the_plan_names_its_record_and_commit() -> None:
    plan = call_off(drafted())
    assert (plan.action, plan.ids, plan.subject) == ("cancel", ("JS-202603-7K3FQ",), "撤销 JS-202603-7K3FQ")
    assert (plan.papers, plan.notes) == ((), ())


def test_whoever_was_notified_is_to_be_told() -> None:
    assert call_off(notified()).notes == ("已经通知过，请告知约谈对象及其单位",)


def test_a_postponed_one_may_be_called_off() -> None:
    state, one = notified()
    later = PostponeRequest(id=one, day=date(2026, 3, 6), why="出差")
    state = applied(state, postpone(setting(state), later))
    after = raw(applied(state, call_off((state, one))), one)
    assert after["安排"] == {"待定": {"日期": DAY, "原因": "出差"}}
    assert after["撤销"] == {"日期": DAY, "原因": "问题线索另行处置"}


def test_what_was_held_is_not_called_off() -> None:
    refusal = call_off(held(), today=RECORDED, day=RECORDED)
    assert refusal == Refusal(
        "JS-202603-7K3FQ 待整改，不能撤销", hint="已经约谈的不能撤销；做完后用 yuetan close JS-202603-7K3FQ 办结"
    )


def test_what_was_called_off_is_not_called_off_again() -> None:
    state, one = drafted()
    refusal = call_off((applied(state, call_off((state, one))), one))
    assert refusal == Refusal(
        "JS-202603-7K3FQ 已撤销，不能撤销", hint="已撤销的约谈不再变动；需要时用 yuetan new 另行起草"
    )


def test_a_reason_is_needed() -> None:
    assert call_off(drafted(), why=" ") == Refusal("没有写明为什么撤销", hint="用 --why 写明原因")


def test_a_day_to_come_is_refused() -> None:
    assert call_off(drafted(), today=date(2026, 3, 5)) == Refusal(
        "撤销日期 2026-03-06 在今天（2026-03-05）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


def test_a_day_before_the_notice_is_refused() -> None:
    refusal = call_off(notified(), day=date(2026, 3, 4))
    assert refusal.message == "撤销 2026-03-04 早于通知 2026-03-05，次序不对"
    assert refusal.hint == "检查 --date，应不早于 2026-03-05"
    assert [finding.code for finding in refusal.findings] == ["S6"]


def test_that_order_passes_with_an_override_that_writes_it_down() -> None:
    override = Override(reason="日期以台账为准", approved_by="王辛未")
    state, one = notified()
    plan = call_off((state, one), day=date(2026, 3, 4), override=override)
    assert raw(applied(state, plan), one)["例外"] == [
        {
            "规则": "S6",
            "路径": "通知[0].日期",
            "原因": "日期以台账为准",
            "批准": "王辛未",
            "日期": date(2026, 3, 4),
        }
    ]


def test_no_approval_follows_a_cancellation() -> None:
    override = Override(reason="日期以台账为准", approved_by="孔丙戌")
    state, one = county.approved()
    early = {"day": date(2026, 3, 2)}
    assert call_off((state, one), **early).message == "撤销 2026-03-02 早于审批 2026-03-03，次序不对"
    plan = call_off((state, one), override=override, **early)
    assert [row["路径"] for row in raw(applied(state, plan), one)["例外"]] == ["审批.日期"]


def test_no_receipt_follows_a_cancellation() -> None:
    override = Override(reason="日期以台账为准", approved_by="王辛未")
    state, one = notified()
    signed = ReceiptRequest(id=one, day=date(2026, 3, 7))
    state = applied(state, receipt(setting(state), signed))
    assert call_off((state, one)).message == "撤销 2026-03-06 早于签收 2026-03-07，次序不对"
    plan = call_off((state, one), override=override)
    assert [row["路径"] for row in raw(applied(state, plan), one)["例外"]] == ["通知[0].签收"]


def test_an_unknown_id_is_refused() -> None:
    assert call_off(drafted(), id="JS-202603-22222") == Refusal(
        "没有编号为 JS-202603-22222 的约谈", hint="用 yuetan list 查看有哪些约谈"
    )
