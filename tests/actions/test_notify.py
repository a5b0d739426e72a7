"""通知: to whom, in time, under which number, on which paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import (
    CITY,
    OFFICE,
    TODAY,
    applied,
    city,
    drafted,
    held,
    notified,
    post,
    raw,
    setting,
    unit,
)
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.plan import Override, Refusal

if TYPE_CHECKING:
    from yuetan.model import State

DAY, AT = date(2026, 3, 5), datetime(2026, 3, 10, 9, 30)
OVERRIDE = Override(reason="上级临时指定时间", approved_by="郑庚午")
TWO: dict[str, Any] = {"subjects": ("FGW-002", "FGW-003"), "collective_reason": "同一问题"}
APART: dict[str, Any] = {"subjects": ("FGW-002", "CZJ-002"), "collective_reason": "同一问题"}
ROW = {
    "日期": DAY, "对象": ["FGW-002"], "送达": "党组", "送达单位": "市发展和改革委员会", "方式": "书面",
    "文号": "示纪约〔2026〕41号", "主题": "公务接待管理", "时间": AT, "地点": "第一会议室",
}  # fmt: skip


def tell(at: tuple[State, str], /, today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = NotifyRequest(**{"id": one, "day": DAY, **more})
    return notify(setting(state, today), request)


def after(at: tuple[State, str], /, **more: Any) -> tuple[State, str]:
    return applied(at[0], tell(at, **more)), at[1]


def notices(at: tuple[State, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = raw(*at)["通知"]
    return found


def moved(at: tuple[State, str], day: int = 17) -> tuple[State, str]:
    request = RescheduleRequest(id=at[1], at=datetime(2026, 3, day, 15), day=date(2026, 3, 6))
    return applied(at[0], reschedule(setting(at[0]), request)), at[1]


def test_the_notice_says_what_the_provision_wants_told_and_nothing_else_changes() -> None:
    before = drafted()
    assert raw(*after(before)) == {**raw(*before), "通知": [ROW]}
    assert list(raw(*after(before)))[-2:] == ["安排", "通知"]


def test_the_plan_names_its_record_number_and_next_step() -> None:
    plan = tell(drafted())
    assert (plan.action, plan.ids, plan.subject) == (
        "notify", ("JS-202603-7K3FQ",), "通知 JS-202603-7K3FQ：示纪约〔2026〕41号",
    )  # fmt: skip
    assert plan.notes == ("对方签收后用 yuetan receipt JS-202603-7K3FQ 登记",)


def test_the_paper_is_named_by_number_and_unit_and_dated_as_the_notice() -> None:
    (order,) = tell(drafted()).papers
    assert (order.kind, order.subject, order.day) == ("约谈通知书", "FGW-002", DAY)
    assert order.file_stem == "约谈通知书-示纪约〔2026〕41号-市发展和改革委员会"
    assert (order.view.number, order.view.addressee) == (
        "示纪约〔2026〕41号",
        "市发展和改革委员会党组",
    )


def test_to_the_subject_no_unit_is_written_and_the_file_bears_the_code() -> None:
    plan = tell(drafted(), to="本人")
    (row,) = notices((applied(drafted()[0], plan), "JS-202603-7K3FQ"))
    assert row == {key: item for key, item in (ROW | {"送达": "本人"}).items() if key != "送达单位"}
    assert plan.papers[0].file_stem == "约谈通知书-示纪约〔2026〕41号-FGW-002"
    assert plan.papers[0].view.addressee == "钱乙丑同志"


def test_by_telephone_there_is_neither_number_nor_paper() -> None:
    plan = tell(drafted(), by="电话")
    (row,) = notices((applied(drafted()[0], plan), "JS-202603-7K3FQ"))
    assert row == {key: item for key, item in (ROW | {"方式": "电话"}).items() if key != "文号"}
    assert (plan.papers, plan.notes, plan.subject) == ((), (), "通知 JS-202603-7K3FQ：电话")


def test_a_telephone_notice_uses_up_no_number() -> None:
    at = after(drafted(), by="电话")
    assert notices(after(at))[-1]["文号"] == "示纪约〔2026〕41号"


def test_one_unit_gets_one_notice_for_all_its_people() -> None:
    plan = tell(drafted(**TWO))
    (row,) = notices((applied(drafted(**TWO)[0], plan), "JS-202603-7K3FQ"))
    assert row["对象"] == ["FGW-002", "FGW-003"]
    assert [order.subject for order in plan.papers] == [None]
    assert [one.name for one in plan.papers[0].view.subjects] == ["钱乙丑", "孙丙寅"]


def test_each_unit_gets_a_notice_of_its_own_under_the_same_number() -> None:
    plan = tell(drafted(**APART))
    rows = notices((applied(drafted(**APART)[0], plan), "JS-202603-7K3FQ"))
    assert [(row["对象"], row["送达单位"], row["文号"]) for row in rows] == [
        (["FGW-002"], "市发展和改革委员会", "示纪约〔2026〕41号"), (["CZJ-002"], "市财政局", "示纪约〔2026〕41号"),
    ]  # fmt: skip
    assert [order.file_stem for order in plan.papers] == [
        "约谈通知书-示纪约〔2026〕41号-市发展和改革委员会", "约谈通知书-示纪约〔2026〕41号-市财政局",
    ]  # fmt: skip
    assert [[one.name for one in order.view.subjects] for order in plan.papers] == [
        ["钱乙丑"],
        ["吴己巳"],
    ]


def test_subjects_may_be_notified_one_after_the_other() -> None:
    at = after(drafted(**APART), subjects=("钱乙丑", "FGW-002"))
    assert notices(at) == [ROW]
    at = after(at, subjects=("CZJ-002",), day=date(2026, 3, 6))
    assert [(row["对象"], row["文号"]) for row in notices(at)] == [
        (["FGW-002"], "示纪约〔2026〕41号"), (["CZJ-002"], "示纪约〔2026〕42号"),
    ]  # fmt: skip


def test_whoever_is_no_subject_is_not_notified() -> None:
    assert tell(drafted(), subjects=("CZJ-002",)) == Refusal(
        "JS-202603-7K3FQ 的约谈对象中没有“CZJ-002”", hint="约谈对象：钱乙丑（FGW-002）"
    )


def test_the_same_notice_is_not_given_twice() -> None:
    assert tell(notified(), day=date(2026, 3, 6)) == Refusal(
        "钱乙丑（FGW-002）已经通知过（示纪约〔2026〕41号），事项没有变",
        hint="要再出一份文书用 yuetan render JS-202603-7K3FQ 约谈通知书；改期用 yuetan reschedule JS-202603-7K3FQ",
    )
    by_telephone = after(drafted(), by="电话")
    assert tell(by_telephone, by="电话").message == "钱乙丑（FGW-002）已经通知过（2026-03-05 电话），事项没有变"


def test_after_a_change_of_day_a_second_notice_stands_beside_the_first() -> None:
    at = after(moved(notified()), day=date(2026, 3, 9))
    assert notices(at)[0] == ROW
    assert notices(at)[1] == {
        **ROW, "日期": date(2026, 3, 9), "文号": "示纪约〔2026〕42号", "时间": datetime(2026, 3, 17, 15),
    }  # fmt: skip
    assert tell(moved(notified()), day=date(2026, 3, 9)).papers[0].view.time == "2026年3月17日（星期二）下午3时"


def test_a_second_notice_is_not_dated_before_the_first() -> None:
    refusal = tell(moved(notified()), day=date(2026, 3, 4))
    assert refusal.message == "通知 2026-03-04 早于上次通知 2026-03-05，次序不对"
    assert refusal.hint == "检查 --date，应不早于 2026-03-05"


@pytest.mark.parametrize(("day", "code"), [(6, []), (7, ["W7.2"])])
def test_three_days_ahead_is_lawful_and_exactly_three_is_said(day: int, code: list[str]) -> None:
    assert [one.code for one in tell(drafted(), day=date(2026, 3, day)).findings] == code


def test_two_days_ahead_is_refused_with_the_earliest_lawful_day() -> None:
    refusal = tell(drafted(), day=date(2026, 3, 8))
    assert refusal.message == (
        "B7.2（第七条第（二）项） 钱乙丑（FGW-002）：送达日 2026-03-08，约谈日 2026-03-10，只提前2天，应不少于3天；"
        "约谈日 3月10日不计入，须提前3天，最迟 3月7日（周六）通知；该日不是工作日，建议 3月6日（周五）"
    )
    assert refusal.hint == (
        "最早可于3月11日约谈（送达日 3月8日，须提前3天，最早 3月11日（周三）约谈），用 yuetan reschedule 改期；"
        "事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外"
    )


def test_a_late_notice_that_did_go_out_is_recorded_with_reason_approver_and_day() -> None:
    at = after(drafted(), day=date(2026, 3, 8), override=OVERRIDE)
    assert notices(at) == [{**ROW, "日期": date(2026, 3, 8)}]
    assert raw(*at)["例外"] == [
        {
            "规则": "B7.2", "路径": "通知[0].日期", "原因": "上级临时指定时间", "批准": "郑庚午",
            "日期": date(2026, 3, 8),
        }
    ]  # fmt: skip


def test_a_reading_of_the_interpreting_body_counts_in_working_days() -> None:
    choice = {
        "参数": "通知.计日", "值": "工作日", "自": date(2026, 3, 1),
        "解释机关": "市纪委、市监察局", "文号": "示解释〔2026〕1号", "理由": "以工作日计",
    }  # fmt: skip
    state = city({**OFFICE, "选择": [choice]})
    assert tell(drafted(state), day=date(2026, 3, 5)).subject == "通知 JS-202603-7K3FQ：示纪约〔2026〕41号"
    assert [one.code for one in tell(drafted(state), day=date(2026, 3, 6)).findings] == ["B7.2"]


def test_the_county_asks_for_two_working_days_and_an_approval() -> None:
    at = county.approved()
    assert tell(at, day=date(2026, 3, 6)).subject == "通知 TS-202603-7K3FQ：云示纪约〔2026〕1号"
    assert [one.provision for one in tell(at, day=date(2026, 3, 9)).findings] == ["第六条第（二）项"]


def test_the_notice_goes_to_the_subjects_own_unit() -> None:
    refusal = tell(drafted(), unit="市财政局")
    assert [one.code for one in refusal.findings] == ["B7.2c"]
    assert refusal.message == (
        "B7.2c（第七条第（二）项） 通知送给了市财政局的党组（党委），钱乙丑（FGW-002）在市发展和改革委员会"
    )


def test_of_two_posts_either_unit_will_do() -> None:
    second = post("FGW-002", "钱乙丑", "主任", "主要负责人")
    state = city(units=(*CITY, unit("LYJ", "市林业局", "市委办局", second)))
    assert notices(after(drafted(state), unit="市林业局"))[0]["送达单位"] == "市林业局"


@pytest.mark.parametrize(
    ("more", "message", "hint"),
    [
        ({"to": "党委"}, "通知不能送给“党委”", "--to 写 党组 或 本人"),
        ({"by": "短信"}, "没有“短信”这种通知方式", "--by 写 书面 或 电话"),
        ({"by": "电话", "number": "示纪约〔2026〕50号"}, "电话通知不编文号", "去掉 --number，或用 --by 书面"),
    ],
)
def test_a_way_that_is_none_is_refused(more: dict[str, Any], message: str, hint: str) -> None:
    assert tell(drafted(), **more) == Refusal(message, hint=hint)


@pytest.mark.parametrize("more", [{"at": None, "place": None}, {"place": None}])
def test_time_and_place_must_be_known(more: dict[str, Any]) -> None:
    assert tell(drafted(**more)) == Refusal(
        "JS-202603-7K3FQ 还没有定下时间和地点，不能通知",
        hint="先用 yuetan reschedule JS-202603-7K3FQ --at 时间 --place 地点",
    )


def test_the_topic_must_be_known() -> None:
    assert tell(drafted(topic=None)) == Refusal(
        "JS-202603-7K3FQ 还没有写主题，不能通知", hint="先用 yuetan edit JS-202603-7K3FQ --set 主题=…"
    )


def test_a_topic_that_gives_a_complaint_away_is_said() -> None:
    plan = tell(drafted(source="信访举报", topic="来信反映的问题"))
    assert "W8.1" in {one.code for one in plan.findings}


def test_a_day_to_come_is_refused() -> None:
    assert tell(drafted(), today=date(2026, 3, 4)) == Refusal(
        "通知日期 2026-03-05 在今天（2026-03-04）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


def test_a_day_before_the_draft_is_refused() -> None:
    refusal = tell(drafted(), day=date(2026, 3, 1))
    assert refusal.message == "通知 2026-03-01 早于起草 2026-03-02，次序不对"


def test_a_day_before_the_approval_is_refused() -> None:
    assert tell(county.approved(), day=date(2026, 3, 2)).message == "通知 2026-03-02 早于审批 2026-03-03，次序不对"


def test_a_postponed_one_needs_a_time_first() -> None:
    state, one = notified()
    request = PostponeRequest(id=one, day=date(2026, 3, 6), why="出差")
    at = (applied(state, postpone(setting(state), request)), one)
    assert tell(at, day=date(2026, 3, 9)) == Refusal(
        "JS-202603-7K3FQ 已延后，不能通知", hint="先用 yuetan reschedule JS-202603-7K3FQ --at 时间 定下新的时间"
    )
    assert notices(after(moved(at), day=date(2026, 3, 9)))[1]["时间"] == datetime(2026, 3, 17, 15)


def test_what_was_held_is_not_notified() -> None:
    assert tell(held()) == Refusal("JS-202603-7K3FQ 待整改，不能通知", hint="已经约谈；漏记的通知用 yuetan edit 补记")


def test_what_was_closed_is_amended() -> None:
    state, one = held()
    request = CloseRequest(id=one, day=date(2026, 3, 25), override=OVERRIDE)
    at = (applied(state, close(setting(state), request)), one)
    assert tell(at).hint == "已办结的只能用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正"


def test_what_was_called_off_is_not_notified() -> None:
    state, one = drafted()
    request = CancelRequest(id=one, day=date(2026, 3, 3), why="撤回")
    at = (applied(state, cancel(setting(state), request)), one)
    assert tell(at).message == "JS-202603-7K3FQ 已撤销，不能通知"


def test_an_unknown_id_is_refused() -> None:
    assert tell((city(), "JS-202603-22222")).message == "没有编号为 JS-202603-22222 的约谈"
