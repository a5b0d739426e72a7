"""谈话: what was said, by whom, merged from a form; 约谈记录."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import MINUTES, RECORDED, applied, city, drafted, held, notified, raw, setting
from yuetan.actions.current import Current, current
from yuetan.actions.filled.yaml_minutes import blank_form
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.papers import paper_orders
from yuetan.actions.plan import Override, Plan, Refusal

if TYPE_CHECKING:
    from yuetan.model import State

OVERRIDE = Override(reason="如实补记", approved_by="郑庚午")
TALK = MINUTES["谈话"]
SAID = MINUTES["陈述"]
OTHER = {"解释说明": "分工不清。", "整改措施": "重订分工。"}
TWO: dict[str, Any] = {"subjects": ("FGW-002", "FGW-003"), "collective_reason": "同一问题"}
FORM_HINT = "表单写 谈话、约谈对象、约谈人；用 yuetan minutes --edit 可得到填好的样张"


def record(at: tuple[State, str], /, value: dict[str, Any] | None = None, today: date = RECORDED, **more: Any) -> Any:
    state, one = at
    request = MinutesRequest(id=one, value=deepcopy(MINUTES if value is None else value), **more)
    return minutes(setting(state, today), request)


def after(at: tuple[State, str], /, value: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return raw(applied(at[0], record(at, value, **more)), at[1])


def now(at: tuple[State, str]) -> Current:
    found = current(setting(at[0]), at[1])
    assert isinstance(found, Current)
    return found


def test_what_was_done_stands_in_the_talk_and_what_was_said_with_the_subject() -> None:
    before = notified()
    expected = raw(*before)
    expected["约谈对象"] = [{**expected["约谈对象"][0], "陈述": SAID}]
    assert after(before) == {**expected, "谈话": {**TALK, "地点": "第一会议室"}}
    assert list(after(before)["谈话"]) == ["时间", "地点", "记录人", "说明主题原因", "教育提醒", "签字"]


def test_the_plan_names_its_record_day_and_what_follows() -> None:
    plan = record(notified())
    assert (plan.action, plan.ids, plan.subject) == (
        "minutes", ("JS-202603-7K3FQ",), "谈话 JS-202603-7K3FQ：2026-03-10",
    )  # fmt: skip
    assert plan.notes == ("整改落实情况报告最迟3月25日（约谈日 3月10日不计入，第15日为 3月25日（周三））",)


def test_the_paper_is_ordered_under_the_records_id_without_a_name() -> None:
    (order,) = record(notified()).papers
    assert (order.kind, order.record_id, order.subject) == ("约谈记录", "JS-202603-7K3FQ", None)
    assert (order.file_stem, order.day) == ("约谈记录-JS-202603-7K3FQ", date(2026, 3, 10))
    assert order.view.time == "2026年3月10日（星期二）上午9时35分"


def test_where_nothing_follows_the_next_step_is_closing() -> None:
    said = {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"}
    bare: dict[str, Any] = {"kind": "日常", "interviewers": (), "source": None, "whose": (), "gist": None}
    plan = record(notified(**bare), {**MINUTES, "陈述": said})
    assert plan.notes == ("下一步：yuetan close RC-202603-7K3FQ 办结",)


def test_another_hour_or_place_may_be_written_and_is_said() -> None:
    plan = record(notified(), {**MINUTES, "谈话": {**TALK, "时间": datetime(2026, 3, 10, 11)}})
    assert [(one.code, one.level.value) for one in plan.findings] == [("B7.2", "warning")]
    refusal = record(notified(), {**MINUTES, "谈话": {**TALK, "地点": "第二会议室"}})
    assert refusal.message == ("B7.2（第七条第（二）项） 通知的地点是“第一会议室”，约谈在“第二会议室”，没有重新通知")


def test_the_time_given_apart_goes_before_that_of_the_form() -> None:
    assert after(notified(), at=datetime(2026, 3, 10, 9, 40))["谈话"]["时间"] == datetime(2026, 3, 10, 9, 40)


def test_in_a_collective_talk_each_subjects_own_words_stand_with_the_subject() -> None:
    rows = [{"编号": "FGW-003", "陈述": OTHER}, {"姓名": "钱乙丑", "陈述": SAID}]
    found = after(notified(**TWO), {"谈话": TALK, "约谈对象": rows})["约谈对象"]
    assert [(one["编号"], one["陈述"]) for one in found] == [("FGW-002", SAID), ("FGW-003", OTHER)]


def test_whoever_did_not_come_needs_no_words_and_another_day() -> None:
    rows = [{"编号": "FGW-002", "到场": True, "陈述": SAID}, {"编号": "FGW-003", "到场": False}]
    plan = record(notified(**TWO), {"谈话": TALK, "约谈对象": rows})
    state = applied(notified(**TWO)[0], plan)
    found = raw(state, "JS-202603-7K3FQ")["约谈对象"]
    assert [(one["到场"], one.get("陈述")) for one in found] == [(True, SAID), (False, None)]
    assert plan.notes[0] == "孙丙寅（FGW-003）缺席，不计入约谈，须另行约谈（yuetan new）"


def test_words_are_owed_by_each_who_came() -> None:
    rows = [{"编号": "FGW-002", "陈述": SAID}]
    refusal = record(notified(**TWO), {"谈话": TALK, "约谈对象": rows})
    assert {finding.code for finding in refusal.findings} == {"B4.3", "B7.3"}
    assert "没有记下孙丙寅（FGW-003）的汇报、解释或说明" in refusal.message
    assert "钱乙丑" not in refusal.message


@pytest.mark.parametrize("make", [{}, TWO])
def test_where_nobody_came_no_interview_was_held(make: dict[str, Any]) -> None:
    at = notified(**make)
    rows = [{"编号": one["编号"], "到场": False} for one in raw(*at)["约谈对象"]]
    assert record(at, {"谈话": TALK, "约谈对象": rows}) == Refusal(
        "约谈对象都没有到场，约谈没有进行，不能登记",
        hint="用 yuetan reschedule JS-202603-7K3FQ --at 时间 改期，"
        "或用 yuetan postpone JS-202603-7K3FQ --why 原因 延后",
    )


def test_an_interviewer_who_did_not_come_is_noted() -> None:
    form = {**MINUTES, "约谈人": [{"姓名": "冯壬申", "到场": False}]}
    talk = {**TALK, "记录人": "某工作人员"}
    found = after(notified(companions=("JW-009",)), {**form, "谈话": talk})["约谈人"]
    assert [one.get("到场") for one in found] == [None, False]


def test_a_breach_by_the_subject_is_written_with_its_handling() -> None:
    row = {"行为": "回避问题", "日期": date(2026, 3, 10), "处理": ["批评教育"], "机关": "市纪委监委"}
    assert after(notified(), {**MINUTES, "违纪": [row]})["约谈对象"][0]["违纪"] == [row]


def test_recorded_again_the_new_words_replace_the_old_and_the_rest_stays() -> None:
    at = held()
    found = after(at, {"陈述": {"解释说明": "补充：已经退赔。"}, "谈话": {"教育提醒": ""}})
    assert found["约谈对象"][0]["陈述"] == {**SAID, "解释说明": "补充：已经退赔。"}
    assert found["谈话"] == raw(*at)["谈话"]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"谈活": {}}, "表单中没有“谈活”这一项"),
        ({"谈话": "谈了"}, "“谈话”应为一组“键: 值”"),
        (
            {"谈话": {"时长": 1}},
            "谈话中没有“时长”这一项，可写：时间、地点、记录人、说明主题原因、教育提醒、签字",
        ),
        ({"约谈对象": {}}, "“约谈对象”应为列表，每人一项"),
        ({"约谈人": ["JW-002"]}, "“约谈人”应为列表，每人一项"),
        (
            {"约谈对象": [{"编号": "FGW-002", "职务": "x"}]},
            "约谈对象中没有“职务”这一项，可写：编号、姓名、到场、陈述、违纪",
        ),
        ({"约谈对象": [{"陈述": SAID}]}, "约谈对象的每一项须写编号或姓名"),
        ({"约谈对象": [{"编号": "FGW-003"}]}, "约谈对象中没有“FGW-003”"),
        ({"约谈对象": [{"编号": "FGW-002", "姓名": "孙丙寅"}]}, "约谈对象中没有“FGW-002”"),
        ({"约谈对象": [{"编号": "FGW-002", "陈述": "没有说话"}]}, "“陈述”应为一组“键: 文字”"),
        ({"陈述": "没有说话"}, "“陈述”应为一组“键: 文字”"),
    ],
)  # fmt: skip
def test_a_form_that_does_not_fit_says_where(form: dict[str, Any], message: str) -> None:
    assert record(notified(), form) == Refusal(message, hint=FORM_HINT)


def test_with_several_subjects_words_must_stand_under_a_name() -> None:
    assert record(notified(**TWO)) == Refusal("有几位约谈对象，“陈述”须写在各人名下（约谈对象）", hint=FORM_HINT)


def test_the_time_of_the_talk_must_be_given() -> None:
    assert record(notified(), {"陈述": SAID}) == Refusal(
        "没有写明实际约谈的时间", hint="在表单中写 谈话.时间，如 2026-03-10T09:35:00"
    )


@pytest.mark.parametrize("wrong", ["2026-03-10T09:35:00", date(2026, 3, 10)])
def test_the_time_must_be_one(wrong: Any) -> None:
    assert record(notified(), {**MINUTES, "谈话": {**TALK, "时间": wrong}}) == Refusal(
        f"谈话.时间 “{wrong}”不是时间", hint="写法如 2026-03-10T09:35:00，不加引号"
    )


def test_a_talk_to_come_is_refused() -> None:
    assert record(notified(), today=date(2026, 3, 9)) == Refusal(
        "约谈时间 2026-03-10 在今天（2026-03-09）之后，还没有发生的事不能登记", hint="约谈之后再登记"
    )


def test_without_a_notice_it_is_refused_and_the_last_day_for_one_is_said() -> None:
    refusal = record(drafted())
    assert refusal.message == (
        "B7.2（第七条第（二）项） 没有通知过钱乙丑（FGW-002），就进行了约谈；确已通知的，补记通知"
    )
    assert refusal.hint == (
        "3月10日约谈最迟应于3月6日通知；"
        "事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外"
    )


def test_what_did_happen_is_recorded_with_reason_approver_and_day() -> None:
    before = drafted()
    found = after(before, override=OVERRIDE)
    assert found["谈话"] == {**TALK, "地点": "第一会议室"}
    assert found["例外"] == [
        {"规则": "B7.2", "路径": "通知", "原因": "如实补记", "批准": "郑庚午", "日期": date(2026, 3, 10)}
    ]


def test_a_talk_on_another_day_than_notified_is_refused() -> None:
    refusal = record(notified(), {**MINUTES, "谈话": {**TALK, "时间": datetime(2026, 3, 11, 9)}})
    assert refusal.message == "B7.2（第七条第（二）项） 通知的是 2026-03-10，约谈在 2026-03-11，没有重新通知"


def test_an_interviewer_takes_no_minutes() -> None:
    refusal = record(notified(), {**MINUTES, "谈话": {**TALK, "记录人": "JW-002"}})
    assert [finding.code for finding in refusal.findings] == ["B7.3"]
    assert "约谈记录由工作人员做" in refusal.message


def test_the_county_wants_two_interviewers_present() -> None:
    form = {"谈话": {**TALK, "记录人": "XJ-003"}, "陈述": {"情况说明": "一", "改进打算": "二"}}
    assert isinstance(record(county.notified(), form), Plan)
    refusal = record(county.notified(), {**form, "约谈人": [{"编号": "XJ-001", "到场": False}]})
    assert refusal.message == "B7.3（第六条第（三）项） 到场的约谈人1名，应不少于2名"


def test_an_informants_telephone_in_the_words_is_never_let_in() -> None:
    said = {**SAID, "解释说明": "举报人电话 13800138000。"}
    refusal = record(notified(), {**MINUTES, "陈述": said}, override=OVERRIDE)
    assert "B8.1" in {finding.code for finding in refusal.findings}
    assert refusal.hint == "B8.1 不能用 --override 越过，须改正"


def test_a_value_of_the_wrong_kind_is_named_with_its_place() -> None:
    refusal = record(notified(), {**MINUTES, "谈话": {**TALK, "说明主题原因": "说明了"}})
    assert refusal.message.startswith("谈话.说明主题原因 ")
    assert refusal.hint == "改正后再试；什么都没有写"


def test_a_postponed_one_needs_a_time_first_and_no_place_is_made_up() -> None:
    state, one = notified()
    put_off = PostponeRequest(id=one, day=date(2026, 3, 6), why="出差")
    state = applied(state, postpone(setting(state), put_off))
    assert record((state, one)) == Refusal(
        "JS-202603-7K3FQ 已延后，不能登记约谈",
        hint="先用 yuetan reschedule JS-202603-7K3FQ --at 时间 定下新的时间，再通知",
    )


def test_after_a_new_time_without_a_new_notice_it_is_refused() -> None:
    state, one = notified()
    later = RescheduleRequest(id=one, at=datetime(2026, 3, 12, 9), day=date(2026, 3, 6))
    state = applied(state, reschedule(setting(state), later))
    form = {**MINUTES, "谈话": {**TALK, "时间": datetime(2026, 3, 12, 9)}}
    refusal = record((state, one), form, today=date(2026, 3, 12))
    assert [finding.code for finding in refusal.findings] == ["B7.2"]


def test_a_closed_record_is_amended() -> None:
    state, one = held()
    shut = CloseRequest(id=one, day=RECORDED, override=OVERRIDE)
    state = applied(state, close(setting(state, RECORDED), shut))
    assert record((state, one)).hint == "已办结的只能用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正"


def test_what_was_called_off_is_not_held() -> None:
    state, one = notified()
    request = CancelRequest(id=one, day=date(2026, 3, 6), why="撤回")
    state = applied(state, cancel(setting(state), request))
    assert record((state, one)).message == "JS-202603-7K3FQ 已撤销，不能登记约谈"


def test_an_unknown_id_is_refused() -> None:
    assert record((city(), "JS-202603-22222")).message == "没有编号为 JS-202603-22222 的约谈"


def test_before_the_talk_there_is_no_paper_of_it() -> None:
    at = notified()
    assert paper_orders(setting(at[0]), now(at), "约谈记录") == ()


def test_the_blank_form_knows_what_the_record_knows() -> None:
    assert blank_form(now(notified(**TWO))) == {
        "谈话": {
            "时间": datetime(2026, 3, 10, 9, 30), "地点": "第一会议室", "记录人": "", "说明主题原因": None,
            "教育提醒": "", "签字": [],
        },
        "约谈对象": [
            {"编号": "FGW-002", "姓名": "钱乙丑", "到场": True, "陈述": {"解释说明": "", "整改措施": ""}},
            {"编号": "FGW-003", "姓名": "孙丙寅", "到场": True, "陈述": {"解释说明": "", "整改措施": ""}},
        ],
    }  # fmt: skip


def test_the_blank_form_of_a_talk_already_recorded_holds_what_was_said() -> None:
    form = blank_form(now(held()))
    assert form["谈话"] == {**TALK, "地点": "第一会议室"}
    assert form["约谈对象"][0]["陈述"] == SAID


def test_the_blank_form_names_who_has_to_sign_and_fills_in_no_time_that_is_not_planned() -> None:
    form = blank_form(now(county.drafted(at=None)))
    assert form["谈话"]["签字"] == ["约谈人", "约谈对象", "记录人"]
    assert form["谈话"]["时间"] is None


def test_a_blank_form_filled_in_is_taken_back() -> None:
    at = notified()
    form = blank_form(now(at))
    form["谈话"] |= {"记录人": "JW-009", "说明主题原因": True, "教育提醒": "严格执行规定。"}
    form["约谈对象"][0]["陈述"] = SAID
    assert isinstance(record(at, form), Plan)
