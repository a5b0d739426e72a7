"""签收: from that day on a notice counts as served."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import TODAY, applied, city, drafted, held, notified, raw, setting
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.receipt import ReceiptRequest, receipt
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.plan import Override, Refusal

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 6)
OVERRIDE = Override(reason="对方周末才签收", approved_by="郑庚午")
APART: dict[str, Any] = {"subjects": ("FGW-002", "CZJ-002"), "collective_reason": "同一问题"}


def sign(at: tuple[State, str], /, today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = ReceiptRequest(**{"id": one, "day": DAY, **more})
    return receipt(setting(state, today), request)


def signed(at: tuple[State, str], /, **more: Any) -> list[date | None]:
    """签收 of each notice after the step."""
    state = applied(at[0], sign(at, **more))
    return [row.get("签收") for row in raw(state, at[1])["通知"]]


def told(at: tuple[State, str], /, **more: Any) -> tuple[State, str]:
    state, one = at
    request = NotifyRequest(**{"id": one, "day": date(2026, 3, 5), **more})
    return applied(state, notify(setting(state), request)), one


def again() -> tuple[State, str]:
    """Notified, put off to the 17th, notified again."""
    state, one = notified()
    request = RescheduleRequest(id=one, at=datetime(2026, 3, 17, 15), day=DAY)
    return told((applied(state, reschedule(setting(state), request)), one), day=date(2026, 3, 9))


def test_the_day_stands_with_the_notice_and_nothing_else_changes() -> None:
    before = notified()
    expected = raw(*before)
    expected["通知"] = [{**expected["通知"][0], "签收": DAY}]
    assert raw(applied(before[0], sign(before)), before[1]) == expected


def test_the_plan_names_its_record_and_number() -> None:
    plan = sign(notified())
    assert (plan.action, plan.ids, plan.subject) == (
        "receipt", ("JS-202603-7K3FQ",), "签收 JS-202603-7K3FQ：示纪约〔2026〕41号",
    )  # fmt: skip
    assert (plan.papers, plan.notes) == ((), ())


def test_of_several_notices_the_one_meant_must_be_named() -> None:
    assert sign(told(drafted(**APART))) == Refusal(
        "有 2 份通知未签收，须指明哪一份："
        "示纪约〔2026〕41号 市发展和改革委员会钱乙丑；示纪约〔2026〕41号 市财政局吴己巳",
        hint="用 --subject 指明，或用 --all",
    )


@pytest.mark.parametrize("who", ["CZJ-002", "吴己巳"])
def test_a_subject_names_the_notice(who: str) -> None:
    assert signed(told(drafted(**APART)), subject=who) == [None, DAY]


def test_all_may_be_signed_for_on_one_day() -> None:
    at = told(drafted(**APART))
    assert signed(at, everyone=True) == [DAY, DAY]
    assert sign(at, everyone=True).subject == "签收 JS-202603-7K3FQ：示纪约〔2026〕41号"


def test_a_number_names_the_notice() -> None:
    at = told(told(drafted(**APART), subjects=("FGW-002",)), subjects=("CZJ-002",), day=DAY)
    assert signed(at, number="示纪约〔2026〕42号") == [None, DAY]
    assert signed(at, number="示纪约〔2026〕41号") == [DAY, None]


def test_only_the_last_notice_to_a_subject_is_signed_for() -> None:
    assert signed(again(), day=date(2026, 3, 10)) == [None, date(2026, 3, 10)]


def test_a_notice_that_a_later_one_replaced_is_signed_for_no_more() -> None:
    assert sign(again(), number="示纪约〔2026〕41号").message == (
        "JS-202603-7K3FQ 的示纪约〔2026〕41号已由后来的通知取代，不再登记签收"
    )


def test_a_notice_by_telephone_is_not_signed_for() -> None:
    assert sign(told(drafted(), by="电话")) == Refusal(
        "电话通知没有签收可登记", hint="书面通知用 yuetan notify JS-202603-7K3FQ --by 书面"
    )


def test_beside_a_telephone_notice_the_written_one_is_meant() -> None:
    at = told(told(drafted(**APART), subjects=("FGW-002",), by="电话"), subjects=("CZJ-002",))
    assert signed(at) == [None, DAY]


def test_a_notice_that_does_not_exist_is_refused() -> None:
    assert sign(notified(), number="示纪约〔2026〕99号") == Refusal(
        "JS-202603-7K3FQ 没有这样的通知", hint="用 yuetan show JS-202603-7K3FQ 查看各次通知"
    )


def test_whoever_is_no_subject_has_no_notice() -> None:
    assert sign(notified(), subject="CZJ-002") == Refusal(
        "JS-202603-7K3FQ 的约谈对象中没有“CZJ-002”", hint="约谈对象：钱乙丑（FGW-002）"
    )


def test_signed_for_once_is_enough() -> None:
    state, one = notified()
    state = applied(state, sign((state, one)))
    assert sign((state, one), day=date(2026, 3, 7)) == Refusal(
        "JS-202603-7K3FQ 的通知都已签收",
        hint="签收日期登记错了的，用 yuetan edit JS-202603-7K3FQ --set 通知[0].签收=… 修改",
    )


def test_signed_for_too_late_is_refused_with_the_earliest_lawful_day() -> None:
    refusal = sign(notified(), day=date(2026, 3, 9))
    assert [(one.code, one.path) for one in refusal.findings] == [("B7.2", ("通知", 0, "签收"))]
    assert refusal.hint == (
        "最早可于3月12日约谈（送达日 3月9日，须提前3天，最早 3月12日（周四）约谈），用 yuetan reschedule 改期；"
        "事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外"
    )


def test_what_was_signed_for_too_late_is_recorded_with_reason_approver_and_day() -> None:
    late = date(2026, 3, 9)
    before = notified()
    after = raw(applied(before[0], sign(before, day=late, override=OVERRIDE)), before[1])
    assert after["通知"][0]["签收"] == late
    assert after["例外"] == [
        {"规则": "B7.2", "路径": "通知[0].签收", "原因": "对方周末才签收", "批准": "郑庚午", "日期": late}
    ]


def test_a_day_to_come_is_refused() -> None:
    assert sign(notified(), today=date(2026, 3, 5)) == Refusal(
        "签收日期 2026-03-06 在今天（2026-03-05）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


def test_a_day_before_the_notice_is_refused() -> None:
    refusal = sign(notified(), day=date(2026, 3, 4))
    assert (refusal.message, refusal.hint) == (
        "签收 2026-03-04 早于通知 2026-03-05，次序不对", "检查 --date，应不早于 2026-03-05",
    )  # fmt: skip
    assert [(one.code, one.path) for one in refusal.findings] == [("S6", ("通知", 0))]


def test_that_order_passes_with_an_override_that_writes_it_down() -> None:
    before = notified()
    plan = sign(before, day=date(2026, 3, 4), override=OVERRIDE)
    rows = raw(applied(before[0], plan), before[1])["例外"]
    assert [(row["规则"], row["路径"]) for row in rows] == [("S6", "通知[0].签收")]


def test_a_draft_has_nothing_to_sign_for() -> None:
    assert sign(drafted()) == Refusal(
        "JS-202603-7K3FQ 已起草，不能登记签收", hint="还没有通知，先用 yuetan notify JS-202603-7K3FQ"
    )


def test_it_may_be_recorded_after_the_talk_and_while_put_off() -> None:
    assert signed(held()) == [DAY]
    state, one = notified()
    request = PostponeRequest(id=one, day=DAY, why="出差")
    state = applied(state, postpone(setting(state), request))
    assert signed((state, one)) == [DAY]


def test_a_closed_record_is_amended() -> None:
    state, one = held()
    request = CloseRequest(id=one, day=date(2026, 3, 25), override=OVERRIDE)
    state = applied(state, close(setting(state), request))
    assert sign((state, one)).hint == "已办结的只能用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正"


def test_what_was_called_off_is_not_signed_for() -> None:
    state, one = notified()
    request = CancelRequest(id=one, day=DAY, why="撤回")
    state = applied(state, cancel(setting(state), request))
    assert sign((state, one)).message == "JS-202603-7K3FQ 已撤销，不能登记签收"


def test_an_unknown_id_is_refused() -> None:
    assert sign((city(), "JS-202603-22222")).message == "没有编号为 JS-202603-22222 的约谈"
