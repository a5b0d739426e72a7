"""The gate: a new breach refuses the step; what was wrong before, or what only time has brought, does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import (
    MINUTES,
    OFFICE,
    RECORDED,
    TODAY,
    applied,
    city,
    drafted,
    held,
    laws_of,
    notified,
    raw,
    request,
)
from yuetan.actions.drafting.new import new
from yuetan.actions.gate import admit, overridable, state_with, stored_interview
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.plan import Override, Refusal, Setting
from yuetan.finding import Finding, Level
from yuetan.model import Interview, Stored, build
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.law import Laws
from yuetan.rules import judge_record

if TYPE_CHECKING:
    from yuetan.model import State

OVERRIDE = Override(reason="确已如此", approved_by="王辛未")
LATE = "送达日 3月8日，须提前3天，最早 3月11日（周三）约谈"
ACKNOWLEDGE = "事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外"


def step(state: State, one: str, *, today: date = RECORDED, day: date | None = None, **more: Any) -> Any:
    """The gate's answer to these keys, written over the record on that day."""
    before = state.interview(one)
    assert before is not None
    override = more.pop("override", None)
    value = {**before.raw, **more}
    setting = Setting(state, laws_of(state), today)
    result = admit(setting, before, before.file, value, day=day or today, override=override)
    return result if isinstance(result, Refusal) else (result.value, result.stored, result.findings)


def by_hand(state: State, one: str, **more: Any) -> State:
    """The archive with these keys written into the file by hand."""
    before = state.interview(one)
    assert before is not None
    value = {key: item for key, item in {**before.raw, **more}.items() if item is not None}
    record, violations = build(Interview, value)
    return replace(state, interviews=(Stored(before.file, value, record, violations),))


def errors(state: State, today: date) -> list[str]:
    (only,) = state.interviews
    found = judge_record(only, state, laws_of(state), today)
    return [finding.code for finding in found if finding.level is Level.ERROR]


def talk(**more: Any) -> dict[str, Any]:
    return {**MINUTES["谈话"], **more}


def test_what_is_lawful_passes_arranged_and_judged() -> None:
    state, one = held()
    value, after, found = step(state, one, 主题="公务接待", 集体原因=None)
    assert value == {**raw(state, one), "主题": "公务接待"}
    assert list(value) == list(raw(state, one))
    assert (after.raw, after.record.topic, found) == (value, "公务接待", ())


def test_what_is_empty_is_left_out() -> None:
    state, one = held()
    value, _, _ = step(state, one, 事由="", 附件=[], 安排依据={"市委安排": None})
    assert not {"事由", "附件", "安排依据"} & set(value)


def test_what_does_not_match_the_table_is_refused_at_its_first_fault() -> None:
    state, one = held()
    refusal = step(state, one, 起草="昨天", 方式="群谈")
    assert refusal.message == "起草 应为一个日期（如 2026-03-05，不加引号），现为文字“昨天”"
    assert refusal.hint == "改正后再试；什么都没有写"
    assert {(finding.code, finding.path) for finding in refusal.findings} == {("S2", ("起草",)), ("S2", ("方式",))}


def test_so_is_what_the_record_could_do_without() -> None:
    state, one = held()
    refusal = step(state, one, 方式="群谈")
    assert refusal.message.startswith("方式 只能是个别谈话、集体谈话之一，现为文字“群谈”")
    assert refusal.hint == "改正后再试；什么都没有写"


def test_no_override_helps_against_that() -> None:
    state, one = held()
    assert step(state, one, 方式="群谈", override=OVERRIDE).message == step(state, one, 方式="群谈").message


def test_a_new_breach_is_refused_in_the_rules_words_with_its_provision() -> None:
    state, one = held()
    refusal = step(state, one, 谈话=talk(说明主题原因=False))
    assert refusal.message == "B7.3（第七条第（三）项） 没有记明谈话人向约谈对象说明了主题及原因"
    assert [finding.path for finding in refusal.findings] == [("谈话", "说明主题原因")]
    assert refusal.hint == ACKNOWLEDGE


def test_several_breaches_are_all_said() -> None:
    state, one = held()
    refusal = step(state, one, 谈话=talk(说明主题原因=False, 记录人="JW-002"))
    assert refusal.message == (
        "B7.3（第七条第（三）项） 记录人王辛未（JW-002）就是约谈人；约谈记录由工作人员做；"
        "B7.3（第七条第（三）项） 没有记明谈话人向约谈对象说明了主题及原因"
    )


def test_a_notice_too_late_names_the_first_lawful_talk() -> None:
    state, one = drafted()
    refusal: Any = notify(Setting(state, laws_of(state), TODAY), NotifyRequest(id=one, day=date(2026, 3, 8)))
    assert refusal.hint == f"最早可于3月11日约谈（{LATE}），用 yuetan reschedule 改期；{ACKNOWLEDGE}"


def test_from_the_day_of_receipt_on_where_that_is_later() -> None:
    state, one = notified()
    notice = {**raw(state, one)["通知"][0], "签收": date(2026, 3, 9)}
    refusal = step(state, one, 通知=[notice])
    assert refusal.hint.startswith("最早可于3月12日约谈（送达日 3月9日，")


def test_a_talk_too_early_names_the_last_lawful_notice() -> None:
    state, one = notified()
    form = {**MINUTES, "谈话": talk(时间=datetime(2026, 3, 7, 9))}
    refusal: Any = minutes(Setting(state, laws_of(state), RECORDED), MinutesRequest(id=one, value=form))
    assert refusal.hint == f"3月7日约谈最迟应于3月4日通知；{ACKNOWLEDGE}"


def test_the_days_named_are_working_days() -> None:
    state, one = drafted()
    late: Any = notify(Setting(state, laws_of(state), TODAY), NotifyRequest(id=one, day=date(2026, 3, 11)))
    assert late.hint.startswith("最早可于3月16日约谈（送达日 3月11日，须提前3天，最早 3月14日（周六）约谈，不是工作日")
    state, one = notified()
    form = {**MINUTES, "谈话": talk(时间=datetime(2026, 3, 11, 9))}
    notice = {**raw(state, one)["通知"][0], "日期": date(2026, 3, 9)}
    state = by_hand(state, one, 通知=[notice])
    early: Any = minutes(Setting(state, laws_of(state), RECORDED), MinutesRequest(id=one, value=form))
    assert early.hint == f"3月11日约谈最迟应于3月6日通知；{ACKNOWLEDGE}"


def test_what_was_wrong_before_is_not_counted_against_a_step() -> None:
    state, one = held()
    state = by_hand(state, one, 谈话=talk(说明主题原因=False))
    assert errors(state, RECORDED) == ["B7.3"]
    value, _, found = step(state, one, 主题="公务接待")
    assert value["主题"] == "公务接待"
    assert [(finding.code, finding.acknowledged) for finding in found] == [("B7.3", False)]


def test_nor_is_it_acknowledged_by_the_way() -> None:
    state, one = held()
    state = by_hand(state, one, 谈话=talk(说明主题原因=False))
    value, _, _ = step(state, one, 谈话=talk(说明主题原因=False, 记录人="JW-002"), override=OVERRIDE)
    assert [row["路径"] for row in value["例外"]] == ["谈话.记录人"]


def test_the_same_rule_in_another_place_is_new() -> None:
    state, one = held()
    state = by_hand(state, one, 谈话=talk(说明主题原因=False))
    refusal = step(state, one, 谈话=talk(说明主题原因=False, 记录人="JW-002"))
    assert [finding.path for finding in refusal.findings] == [("谈话", "记录人")]


def test_what_was_acknowledged_before_is_new_when_the_acknowledgement_goes() -> None:
    state, one = held()
    value, _, _ = step(state, one, 谈话=talk(说明主题原因=False), override=OVERRIDE)
    state = by_hand(state, one, **value)
    assert [finding.code for finding in step(state, one, 例外=None).findings] == ["B7.3"]


def test_a_new_record_answers_for_everything() -> None:
    state, _ = held()
    (only,) = state.interviews
    value = {**only.raw, "谈话": talk(说明主题原因=False)}
    setting = Setting(replace(state, interviews=()), laws_of(state), RECORDED)
    refusal = admit(setting, None, only.file, value, day=RECORDED)
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["B7.3"]


def test_a_breach_that_only_time_has_brought_is_not_counted() -> None:
    state, one = notified()
    plan: Any = minutes(Setting(state, laws_of(state), TODAY), MinutesRequest(id=one, value=MINUTES))
    assert "例外" not in raw(applied(state, plan), one)
    assert [(finding.code, finding.acknowledged) for finding in plan.findings] == [("B8.3", False)]


def test_what_the_step_brings_on_its_own_day_is_counted_however_late_it_is_typed_in() -> None:
    state, one = notified()
    form = {**MINUTES, "谈话": talk(说明主题原因=False)}
    refusal = minutes(Setting(state, laws_of(state), TODAY), MinutesRequest(id=one, value=form))
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["B7.3"]


def test_a_step_of_today_answers_for_today_one_of_an_earlier_day_for_that_day() -> None:
    state, one = held()
    overdue = date(2026, 4, 30)
    refusal = step(state, one, today=overdue, 谈话=talk(说明主题原因=False))
    assert [finding.code for finding in refusal.findings] == ["B7.3"]
    earlier = step(state, one, today=overdue, day=date(2026, 3, 10), 主题="公务接待")
    assert [finding.code for finding in earlier[2]] == ["B8.3"]


def test_an_override_writes_the_breach_down_and_it_keeps_showing() -> None:
    state, one = held()
    value, _, found = step(state, one, 谈话=talk(说明主题原因=False), override=OVERRIDE)
    assert value["例外"] == [
        {
            "规则": "B7.3",
            "路径": "谈话.说明主题原因",
            "原因": "确已如此",
            "批准": "王辛未",
            "日期": RECORDED,
        }
    ]
    assert [(finding.code, finding.acknowledged) for finding in found] == [("B7.3", True)]


def test_one_row_for_each_breach_after_those_that_stand() -> None:
    state, one = held()
    value, _, _ = step(state, one, 谈话=talk(说明主题原因=False), override=OVERRIDE)
    state = by_hand(state, one, **value)
    later = Override(reason="另一事")
    value, _, _ = step(state, one, 谈话=talk(说明主题原因=False, 记录人="JW-002"), override=later)
    assert [(row["路径"], row["原因"], row.get("批准")) for row in value["例外"]] == [
        ("谈话.说明主题原因", "确已如此", "王辛未"),
        ("谈话.记录人", "另一事", None),
    ]


def test_an_override_without_a_breach_writes_nothing() -> None:
    state, one = held()
    assert "例外" not in step(state, one, 主题="公务接待", override=OVERRIDE)[0]


@pytest.mark.parametrize("code", ["S1", "S2", "S3", "S4", "S5", "B8.1"])
def test_what_makes_a_record_untrustworthy_may_not_be_acknowledged(code: str) -> None:
    assert not overridable(Finding(code, Level.ERROR, None, "", (), ""))


@pytest.mark.parametrize("code", ["S6", "B3", "B5", "B7.1", "B7.2", "B8.2", "B8.3"])
def test_any_other_breach_may(code: str) -> None:
    assert overridable(Finding(code, Level.ERROR, None, "", (), ""))


UNTRUSTWORTHY: list[tuple[dict[str, Any], str]] = [
    ({"主题题": "甲"}, "S2"),
    ({"编号": "JS-202603-ABCDE"}, "S3"),
    ({"约谈人": [{"编号": "JW-002", "委托": {"人": "JW-777", "日期": date(2026, 3, 9), "依据": "出差"}}]}, "S4"),
    ({"事由": "来电 13800000000 所说的事"}, "B8.1"),
]


@pytest.mark.parametrize(("keys", "code"), UNTRUSTWORTHY)
def test_an_override_of_it_is_refused_and_writes_nothing(keys: dict[str, Any], code: str) -> None:
    state, one = held()
    refusal = step(state, one, override=OVERRIDE, **keys)
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == [code]
    assert refusal.hint == f"{code} 不能用 --override 越过，须改正"


def test_a_number_that_another_bears_is_not_overridden() -> None:
    state, one = notified()
    other: Any = new(Setting(state, laws_of(state), TODAY), request("ABCDE", subjects=("FGW-003",)))
    state = applied(state, other)
    number = raw(state, one)["通知"][0]["文号"]
    asked = NotifyRequest(id=other.ids[0], day=date(2026, 3, 5), number=number, override=OVERRIDE)
    refusal = notify(Setting(state, laws_of(state), TODAY), asked)
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["S5"]


def test_a_number_put_right_is_compared_with_the_others_not_with_what_stood_there() -> None:
    state, one = notified()
    other: Any = new(Setting(state, laws_of(state), TODAY), request("ABCDE", subjects=("FGW-003",)))
    state = applied(state, other)
    both = notify(Setting(state, laws_of(state), TODAY), NotifyRequest(id=other.ids[0], day=date(2026, 3, 5)))
    state = applied(state, both)
    taken = raw(state, one)["通知"][0]["文号"]
    own = raw(state, other.ids[0])["通知"][0]
    value = {**raw(state, other.ids[0]), "通知": [{**own, "文号": taken}]}
    (stored,) = [row for row in state.interviews if row.record is not None and row.record.id == other.ids[0]]
    state = state_with(state, stored_interview(stored.file, value))
    _, _, found = step(state, other.ids[0], 通知=[own])
    assert [finding.code for finding in found if finding.code == "S5"] == []


def test_one_such_breach_bars_the_override_of_the_others() -> None:
    state, one = held()
    refusal = step(state, one, override=OVERRIDE, 事由="来电 13800000000 所说的事", 谈话=talk(说明主题原因=False))
    assert {finding.code for finding in refusal.findings} == {"B7.3", "B8.1"}
    assert refusal.hint == "B8.1 不能用 --override 越过，须改正"


def test_all_that_bar_it_are_named() -> None:
    state, one = held()
    refusal = step(state, one, override=OVERRIDE, 事由="来电 13800000000 所说的事", 编号="JS-202603-ABCDE")
    assert refusal.hint == "B8.1、S3 不能用 --override 越过，须改正"
    assert "；S3 " in f"；{refusal.message}"


def test_an_override_dated_after_today_is_refused() -> None:
    state, one = held()
    refusal = step(state, one, day=date(2026, 3, 12), override=OVERRIDE, 谈话=talk(说明主题原因=False))
    assert [(finding.code, finding.path) for finding in refusal.findings] == [("S7", ("例外", 0, "日期"))]
    assert refusal.hint == ""


def test_no_step_is_taken_where_the_profile_that_ought_to_judge_cannot_be_read() -> None:
    state, one = held()
    (only,) = state.interviews
    without = Setting(state, Laws({}, state.office, Calendar()), RECORDED)
    refusal = admit(without, only, only.file, {**only.raw, "主题": "公务接待"}, day=RECORDED)
    assert refusal == Refusal(
        "没有名为“lianyungang-2015”的规范，或它读不了，这一步没有依据可判断",
        hint="用 yuetan check 查看；改正规范后再试",
    )
    assert step(state, one, 规范="yunxi-2000").message.startswith("没有名为“yunxi-2000”的规范")


def test_where_no_regulation_is_in_force_only_the_structure_is_judged() -> None:
    state, _ = held()
    (only,) = state.interviews
    office = city({**OFFICE, "规范": []}).office
    unjudged = Setting(replace(state, office=office), Laws({}, office, Calendar()), RECORDED)
    value = {**only.raw, "谈话": talk(说明主题原因=False)}
    result = admit(unjudged, only, only.file, value, day=RECORDED)
    assert not isinstance(result, Refusal)
    assert result.value["谈话"]["说明主题原因"] is False
    refusal = admit(unjudged, only, only.file, {**value, "编号": "JS-202603-ABCDE"}, day=RECORDED)
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["S3"]


def test_warnings_do_not_refuse_a_step() -> None:
    state, one = drafted(at=datetime(2026, 3, 8, 9, 30))
    plan: Any = notify(Setting(state, laws_of(state), TODAY), NotifyRequest(id=one, day=date(2026, 3, 5)))
    assert [(finding.code, finding.level) for finding in plan.findings] == [("W7.2", Level.WARNING)]


def test_a_record_is_placed_in_the_order_of_files() -> None:
    state, one = held()
    first = stored_interview(
        "records/interviews/2026/01/RC-202601-22222.yaml", {**raw(state, one), "编号": "RC-202601-22222"}
    )
    assert [row.file[-20:-5] for row in state_with(state, first).interviews] == ["RC-202601-22222", one]
    again = stored_interview(state.interviews[0].file, {**raw(state, one), "主题": "另一主题"})
    assert state_with(state, again).interviews == (again,)
