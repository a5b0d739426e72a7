"""新建: what a draft is made of, and what refuses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import CITY, OFFICE, TODAY, city, drafted, post, request, setting, unit
from yuetan.actions.drafting.new import new
from yuetan.actions.plan import Plan, Refusal

if TYPE_CHECKING:
    from yuetan.model import State

NO_PROBLEM: dict[str, Any] = {"source": None, "whose": (), "gist": None}
BARE: dict[str, Any] = {**NO_PROBLEM, "consulted": None, "consulted_on": None, "interviewers": ()}


def draft(today: date = TODAY, state: State | None = None, **more: Any) -> Any:
    state = state or city()
    return new(setting(state, today), request(**more))


def value(**more: Any) -> dict[str, Any]:
    plan = draft(**more)
    assert isinstance(plan, Plan), plan
    found = plan.edits[0].value
    assert found is not None
    return found


def test_a_draft_has_id_path_header_and_subject_line() -> None:
    plan = draft()
    assert plan.ids == ("JS-202603-7K3FQ",)
    assert plan.edits[0].path == "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
    assert plan.edits[0].header == "# yaml-language-server: $schema=../../../../schemas/interview.schema.json"
    assert plan.subject == "起草 JS-202603-7K3FQ：警示约谈"
    assert plan.papers == ()


def test_people_are_written_as_they_were_that_day() -> None:
    assert value()["约谈对象"][0] == {
        "编号": "FGW-002",
        "姓名": "钱乙丑",
        "单位": "市发展和改革委员会",
        "职务": "副主任",
        "问题": {"来源": "监督检查", "归属": ["本人"], "概述": "公务接待把关不严"},
    }


def test_keys_stand_in_the_order_of_the_field_table() -> None:
    assert list(value()) == ["编号", "类型", "起草", "主题", "事由", "方式", "协调", "约谈人", "约谈对象", "安排"]


def test_a_situation_is_named_by_name_short_name_or_code() -> None:
    assert {value(kind=word)["类型"] for word in ("警示", "警示约谈", "JS")} == {"警示约谈"}


def test_the_item_is_written_where_the_interviewer_is_entitled() -> None:
    assert value()["约谈人"] == [
        {
            "编号": "JW-002",
            "姓名": "王辛未",
            "单位": "市纪委监委",
            "职务": "市纪委副书记",
            "分工": "主谈",
            "依据": "第五条第（七）项",
        }
    ]


def test_no_item_is_written_where_the_interviewer_is_not() -> None:
    assert "依据" not in value(interviewers=("JW-009",))["约谈人"][0]


def test_the_only_one_entitled_is_taken_and_named() -> None:
    plan = draft(kind="日常", **BARE)
    assert plan.edits[0].value["约谈人"][0]["编号"] == "FGW-001"
    assert plan.edits[0].value["约谈人"][0]["依据"] == "第五条第（四）项"
    assert plan.notes[0] == "约谈人：赵甲子（FGW-001）"


def test_where_several_are_entitled_one_must_be_named() -> None:
    assert draft(interviewers=()) == Refusal(
        "可以约谈的不止一人，须写明约谈人：郑庚午（JW-001）、王辛未（JW-002）", hint="用 --interviewer 编号 写明"
    )


def test_where_nobody_is_entitled_the_message_says_so() -> None:
    refusal = draft(kind="日常", subjects=("FGW-009",), **BARE)
    assert isinstance(refusal, Refusal)
    assert refusal.message.startswith("推定不出约谈人：")
    assert refusal.hint == "用 --interviewer 编号 写明"


def test_the_inspection_body_may_hold_a_daily_one_only_with_its_basis() -> None:
    more: dict[str, Any] = {**BARE, "kind": "日常", "subjects": ("FGW-003",), "interviewers": ("JW-002",)}
    with_basis = value(**more, arrangement="市委三月安排", need="统一约谈副职")
    assert with_basis["安排依据"] == {"市委安排": "市委三月安排", "工作需要": "统一约谈副职"}
    assert with_basis["约谈人"][0]["依据"] == "第五条第（七）项"


def test_several_subjects_are_talked_to_collectively() -> None:
    one = value(subjects=("FGW-002", "FGW-003"), collective_reason="同一问题")
    assert (one["方式"], one["集体原因"]) == ("集体谈话", "同一问题")
    assert one["约谈对象"][0]["问题"] == one["约谈对象"][1]["问题"]
    assert one["约谈对象"][0]["问题"] is not one["约谈对象"][1]["问题"]


def test_a_companion_sits_in() -> None:
    assert value(companions=("冯壬申",))["约谈人"][1] == {
        "编号": "JW-009",
        "姓名": "冯壬申",
        "单位": "市纪委监委",
        "职务": "干部",
        "分工": "参加",
    }


def test_subjects_are_named_by_a_unique_name() -> None:
    assert value(subjects=("钱乙丑",))["约谈对象"][0]["编号"] == "FGW-002"


def test_a_name_that_two_bear_is_refused() -> None:
    units = (*CITY, unit("DAJ", "市档案局", "市委办局", post("DAJ-001", "钱乙丑", "局长", "主要负责人")))
    assert draft(state=city(units=units), subjects=("钱乙丑",)) == Refusal(
        "名册中有几位“钱乙丑”", hint="写编号：DAJ-001、FGW-002"
    )


def test_an_unknown_subject_is_refused_with_the_nearest_code() -> None:
    refusal = draft(subjects=("FGW-022",))
    assert refusal.message == "名册中没有“FGW-022”"
    assert "钱乙丑（FGW-002）" in refusal.hint


def test_an_unknown_name_is_refused() -> None:
    assert draft(subjects=("无此人",)) == Refusal("名册中没有“无此人”", hint="用 yuetan roster list 查看名册，或先导入")


def test_a_subject_named_twice_is_refused() -> None:
    assert draft(subjects=("FGW-002", "钱乙丑")) == Refusal("约谈对象“钱乙丑”写了两次", hint="每人只写一次")


def test_no_subject_is_refused() -> None:
    assert draft(subjects=()) == Refusal("没有写明约谈对象", hint="用 --subject 编号 写明，可写多次")


@pytest.mark.parametrize("who", ["subjects", "interviewers", "companions"])
def test_whoever_is_out_of_office_that_day_is_refused(who: str) -> None:
    named: dict[str, Any] = {who: ("DAJ-001",)}
    gone = post("DAJ-001", "沈庚戌", "局长", "主要负责人", 免职=date(2026, 1, 1))
    refusal = draft(state=city(units=(*CITY, unit("DAJ", "市档案局", "市委办局", gone))), **named)
    assert refusal == Refusal(
        "沈庚戌（DAJ-001） 2026-03-10 不在任何职务上", hint="名册：局长 2023-01-01 任职，2026-01-01 免职"
    )


@pytest.mark.parametrize("who", ["interviewers", "companions"])
def test_an_unknown_interviewer_is_refused(who: str) -> None:
    named: dict[str, Any] = {who: ("无此人",)}
    assert draft(**named).message == "名册中没有“无此人”"


def test_a_principal_post_names_a_person_of_several_posts() -> None:
    posts = (post("DAJ-001", "沈庚戌", "副局长", "班子成员"), post("DAJ-001", "沈庚戌", "馆长", "主要负责人"))
    state = city(units=(*CITY, unit("DAJ", "市档案局", "市委办局", *posts)))
    assert value(state=state, subjects=("DAJ-001",))["约谈对象"][0]["职务"] == "馆长"


def test_a_subject_of_an_appointment_need_not_be_in_the_roster() -> None:
    more: dict[str, Any] = {**NO_PROBLEM, "kind": "任前", "subjects": ("XX-001",), "subject_name": "韩辛亥"}
    post_to_be: dict[str, Any] = {"new_unit": "市财政局", "new_post": "副局长", "new_rank": "副处", "new_managed": True}
    one = value(**more, **post_to_be, new_kind="提拔", subject_unit="某县政府", subject_post="县长")
    assert one["约谈对象"] == [
        {
            "编号": "XX-001",
            "姓名": "韩辛亥",
            "单位": "某县政府",
            "职务": "县长",
            "任前": {
                "拟任单位": "市财政局", "拟任职务": "副局长", "拟任职级": "副处", "拟任市管": True, "情形": "提拔",
            },
        }
    ]  # fmt: skip


def test_a_sanction_is_written_for_a_follow_up() -> None:
    sanction = {"sanction_category": "党纪", "sanction_decision": "党内警告", "sanction_day": date(2026, 1, 20)}
    one = value(**NO_PROBLEM, kind="回访", **sanction)
    assert one["约谈对象"][0]["处分"] == [{"类别": "党纪", "决定": "党内警告", "日期": date(2026, 1, 20)}]


def test_facts_of_another_situation_are_refused() -> None:
    assert draft(kind="日常", interviewers=("FGW-001",)) == Refusal(
        "日常约谈不写“问题”的内容", hint="检查情形，或去掉这些选项"
    )


def test_an_unknown_situation_is_refused_with_those_that_exist() -> None:
    assert draft(kind="诫勉") == Refusal(
        "市管领导干部廉政约谈暂行办法没有“诫勉”这一情形",
        hint="可用的情形：日常约谈（日常、RC）、任前约谈（任前、RQ）、警示约谈（警示、JS）、回访约谈（回访、HF）",
    )


def test_before_the_regulation_there_is_no_interview() -> None:
    refusal = draft(day=date(2015, 2, 3), at=datetime(2015, 2, 3, 9))
    assert refusal.message == "2015-02-03 没有可依据的规范"


def test_an_unknown_regulation_is_refused() -> None:
    assert draft(regulation="nowhere").message == "2026-03-10 没有可依据的规范（nowhere 当日不施行或不存在）"


def test_another_regulation_is_written_the_usual_one_is_not() -> None:
    assert "规范" not in value(regulation="lianyungang-2015")


def test_a_bad_token_is_refused() -> None:
    assert draft(token="0OI1L").message == "编号末五位“0OI1L”不合规定"


def test_a_token_in_use_is_refused() -> None:
    state, _ = drafted()
    refusal = draft(state=state, subjects=("FGW-003",))
    assert refusal == Refusal("编号 JS-202603-7K3FQ 已有人用", hint="再试一次即可，编号末五位是随机的")


@pytest.mark.parametrize("readable", [True, False])
def test_a_token_of_a_record_in_the_archive_is_refused(readable: bool) -> None:
    state, one = drafted()
    if not readable:
        broken = replace(state.interviews[0], record=None, readable=False)
        state = replace(state, interviews=(broken,))
    assert draft(state=state) == Refusal(f"编号 {one} 已有人用", hint="再试一次即可，编号末五位是随机的")


def test_a_draft_is_not_dated_in_the_future() -> None:
    refusal = draft(today=date(2026, 3, 1))
    assert refusal.message == "起草日期 2026-03-02 在今天（2026-03-01）之后，还没有发生的事不能登记"


def test_an_interview_is_not_planned_before_its_draft() -> None:
    refusal = draft(at=datetime(2026, 3, 1, 9))
    assert refusal.message == "拟约谈的 2026-03-01 早于起草的 2026-03-02"


def test_the_body_that_the_law_names_coordinates() -> None:
    assert value(**{**BARE, "kind": "日常"})["协调"] == [{"单位": "市纪委监委"}]


def test_for_the_city_government_its_office_coordinates() -> None:
    one = value(**{**BARE, "kind": "日常", "subjects": ("SZF-002",)})
    assert one["协调"] == [{"单位": "市政府办公室"}]


def test_where_the_readings_differ_the_clerk_is_told() -> None:
    plan = draft(**{**BARE, "kind": "日常", "subjects": ("CZJ-001",)})
    assert plan.edits[0].value["协调"] == [{"单位": "市纪委监委"}]
    command = "yuetan edit 编号 --set 协调[0].单位=…"
    assert f"按约谈人理解，由市政府办公室联系协调；是这样的话，用 {command} 写明" in plan.notes


def test_an_office_that_is_no_inspection_body_says_who_coordinates() -> None:
    plan = draft(state=city({**OFFICE, "单位": "FGW", "角色": "报送"}), **{**BARE, "kind": "日常"})
    assert "协调" not in plan.edits[0].value
    command = "yuetan edit 编号 --set 协调[0].单位=…"
    assert f"由纪检监察机关商组织人事部门联系协调，说不准是哪个单位，用 {command} 写明" in plan.notes


def test_a_consultation_is_written_only_when_given() -> None:
    assert value()["协调"] == [{"单位": "市纪委监委", "商请": {"单位": "市委组织部", "日期": date(2026, 2, 27)}}]


def test_the_consulted_body_is_the_laws_where_only_the_day_is_given() -> None:
    assert value(consulted=None)["协调"][0]["商请"] == {"单位": "市委组织部", "日期": date(2026, 2, 27)}


def test_a_consultation_beside_another_coordinator_is_our_own() -> None:
    one = value(coordinators=("市委办公室", "市政府办公室"))
    assert one["协调"] == [
        {"单位": "市委办公室"},
        {"单位": "市政府办公室"},
        {"单位": "市纪委监委", "商请": {"单位": "市委组织部", "日期": date(2026, 2, 27)}},
    ]


def test_the_only_coordinator_given_has_the_consultation() -> None:
    assert value(coordinators=("市委办公室",))["协调"][0]["商请"]["单位"] == "市委组织部"


def test_a_day_too_near_for_a_notice_is_pointed_out() -> None:
    plan = draft(today=date(2026, 3, 9))
    assert plan.notes[-2].startswith("今天通知已来不及：送达日 3月9日，须提前3天，最早 3月12日（周四）约谈")
    assert plan.notes[-2].endswith("；可用 yuetan reschedule 改到3月12日或以后")


def test_a_day_far_enough_is_not() -> None:
    assert draft(today=date(2026, 3, 2)).notes == ("下一步：补齐后用 yuetan notify JS-202603-7K3FQ 通知",)
