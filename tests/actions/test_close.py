"""办结: the last step, refused while anything is owed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import MINUTES, TODAY, applied, city, drafted, held, notified, raw, setting
from yuetan.actions.gate import state_with, stored_interview
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.edit import EditRequest, edit
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.plan import Override, Refusal

if TYPE_CHECKING:
    from yuetan.model import State

REPORTED, DAY = date(2026, 3, 20), date(2026, 3, 25)
OVERRIDE = Override(reason="对象调离，另案处理", approved_by="郑庚午")
BARE: dict[str, Any] = {"source": None, "whose": (), "gist": None}


def shut(at: tuple[State, str], today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = CloseRequest(**{"id": one, "day": DAY, "conclusion": "已整改", **more})
    return close(setting(state, today), request)


def reported(
    at: tuple[State, str] | None = None, verdict: str = "到位", on: date = REPORTED, **more: Any
) -> tuple[State, str]:
    state, one = at or held()
    request = RectifyRequest(id=one, day=on, verdict=verdict, formed=on, sent=on, received=on, **more)
    return applied(state, rectify(setting(state, on), request)), one


def two(second: dict[str, Any]) -> tuple[State, str]:
    rows = [{"编号": "FGW-002", "陈述": MINUTES["陈述"]}, {"编号": "FGW-003", **second}]
    form = {"谈话": MINUTES["谈话"], "约谈对象": rows}
    return held(form=form, subjects=("FGW-002", "FGW-003"), collective_reason="同一问题")


def test_day_conclusion_and_file_number_are_written_after_the_talk() -> None:
    before = reported()
    plan = shut(before, file_number="示纪-2026-1")
    after = raw(applied(before[0], plan), before[1])
    assert after == {**raw(*before), "办结": {"日期": DAY, "结论": "已整改", "档号": "示纪-2026-1"}}
    assert list(after)[-2:] == ["谈话", "办结"]


def test_the_plan_names_its_record_and_commit() -> None:
    plan = shut(reported())
    assert (plan.action, plan.ids, plan.subject) == ("close", ("JS-202603-7K3FQ",), "办结 JS-202603-7K3FQ")
    assert (plan.papers, plan.notes) == ((), ())


def test_what_is_not_known_is_not_written() -> None:
    before = reported()
    assert raw(applied(before[0], shut(before, conclusion=None)), before[1])["办结"] == {"日期": DAY}


def test_a_situation_that_owes_nothing_closes_after_the_talk() -> None:
    said = {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"}
    before = held(form={**MINUTES, "陈述": said}, kind="日常", interviewers=(), **BARE)
    assert shut(before).subject == "办结 RC-202603-7K3FQ"


def test_while_a_report_is_owed_closing_is_refused_with_its_day() -> None:
    assert shut(held()) == Refusal(
        "钱乙丑（FGW-002）的整改落实情况报告还没有评价，不能办结"
        "（整改落实情况报告期限3月25日，约谈日 3月10日不计入，第15日为 3月25日（周三））",
        hint="收到后用 yuetan rectify JS-202603-7K3FQ --subject 编号 --verdict 评价 登记",
    )


def test_a_report_without_a_verdict_is_still_owed() -> None:
    state, one = held()
    request = RectifyRequest(id=one, day=REPORTED, formed=REPORTED, sent=REPORTED)
    state = applied(state, rectify(setting(state, REPORTED), request))
    assert shut((state, one)).message.startswith("钱乙丑（FGW-002）的整改落实情况报告还没有评价，不能办结（")


def test_a_report_sent_back_is_still_owed() -> None:
    refusal = shut(reported(verdict="措施不到位", returned="措施空泛"))
    assert refusal.message.startswith("钱乙丑（FGW-002）的整改落实情况报告还没有评价，不能办结（")


def test_each_of_several_subjects_owes_a_report() -> None:
    both = two({"陈述": MINUTES["陈述"]})
    assert shut(both).message.startswith(
        "钱乙丑（FGW-002）的整改落实情况报告、孙丙寅（FGW-003）的整改落实情况报告还没有评价，不能办结（整改"
    )
    one_done = reported(both, subject="FGW-002")
    assert shut(one_done).message.startswith("孙丙寅（FGW-003）的整改落实情况报告还没有评价，不能办结（")
    assert shut(reported(one_done, subject="FGW-003")).subject == "办结 JS-202603-7K3FQ"


def test_of_an_absent_subject_nothing_is_owed_but_another_talk() -> None:
    assert shut(reported(two({"到场": False}), subject="FGW-002")).notes == (
        "孙丙寅（FGW-003）缺席，不计入约谈，须另行约谈（yuetan new）",
    )


def test_a_failing_verdict_needs_its_accountability_first() -> None:
    refusal = shut(reported(verdict="整改不力"))
    assert refusal.message == (
        "B8.3（第八条第（三）项） 钱乙丑（FGW-002）整改不力，没有追责就办结了；先用 yuetan rectify 登记追责"
    )
    answered = reported(
        verdict="整改不力", accountability_way="通报批评", accountability_body="市纪委监委", accountability_day=REPORTED
    )
    assert shut(answered).subject == "办结 JS-202603-7K3FQ"


@pytest.mark.parametrize(
    ("signed", "missing"), [(["约谈人", "约谈对象", "记录人"], ""), (["约谈人"], "约谈对象、记录人")]
)
def test_where_signatures_are_asked_for_a_missing_one_bars_closing(signed: list[str], missing: str) -> None:
    at = reported(county.held({"签字": signed}), "认可", date(2026, 3, 16))
    found = shut(at)
    if not missing:
        assert found.subject == "办结 TS-202603-7K3FQ"
        return
    assert found.message == (
        f"B7.3（第六条第（三）项） 约谈记录没有{missing}的签字；补签后补记：办结前用 yuetan edit，办结后用 yuetan amend"
    )


def test_all_the_same_closed_the_owed_report_is_written_down_as_an_exception() -> None:
    before = two({"陈述": MINUTES["陈述"]})
    plan = shut(before, override=OVERRIDE)
    row = {"规则": "B8.3", "原因": "对象调离，另案处理", "批准": "郑庚午", "日期": DAY}
    assert raw(applied(before[0], plan), before[1])["例外"] == [
        {**row, "路径": "约谈对象[0].整改"}, {**row, "路径": "约谈对象[1].整改"},
    ]  # fmt: skip
    assert {(one.code, one.acknowledged) for one in plan.findings} >= {("B8.3", True)}


def test_where_nothing_is_owed_an_override_writes_no_exception() -> None:
    before = reported()
    assert "例外" not in raw(applied(before[0], shut(before, override=OVERRIDE)), before[1])


def test_a_day_to_come_is_refused() -> None:
    assert shut(reported(), today=date(2026, 3, 24)) == Refusal(
        "办结日期 2026-03-25 在今天（2026-03-24）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


@pytest.mark.parametrize(("day", "name", "other"), [(19, "整改", "2026-03-20"), (9, "约谈", "2026-03-10")])
def test_a_day_before_what_came_first_is_refused(day: int, name: str, other: str) -> None:
    refusal = shut(reported(), day=date(2026, 3, day))
    assert refusal.message == f"办结 2026-03-{day:02d} 早于{name} {other}，次序不对"
    assert refusal.hint == f"检查 --date，应不早于 {other}"


def test_that_order_passes_with_an_override_that_writes_it_down() -> None:
    before = reported()
    plan = shut(before, day=date(2026, 3, 19), override=OVERRIDE)
    written = raw(applied(before[0], plan), before[1])["例外"]
    assert {row["规则"] for row in written} == {"S6"}
    assert {row["路径"] for row in written} == {
        "约谈对象[0].整改[0].形成日期", "约谈对象[0].整改[0].报送日期", "约谈对象[0].整改[0].收到日期",
    }  # fmt: skip


def test_an_override_never_passes_what_tells_on_an_informant() -> None:
    refusal = shut(reported(), conclusion="举报人 13800138000 已答复", override=OVERRIDE)
    assert isinstance(refusal, Refusal)
    assert "B8.1" in {one.code for one in refusal.findings}
    assert refusal.hint == "B8.1 不能用 --override 越过，须改正"


@pytest.mark.parametrize(("make", "words"), [(drafted, "已起草"), (notified, "已通知")])
def test_before_the_talk_it_is_not_closed(make: Any, words: str) -> None:
    assert shut(make()) == Refusal(
        f"JS-202603-7K3FQ {words}，不能办结",
        hint="还没有约谈；约谈后用 yuetan minutes JS-202603-7K3FQ 登记，"
        "不谈了用 yuetan cancel JS-202603-7K3FQ --why 原因 撤销",
    )


def test_nor_is_a_postponed_one() -> None:
    state, one = notified()
    request = PostponeRequest(id=one, day=date(2026, 3, 6), why="出差")
    state = applied(state, postpone(setting(state), request))
    assert shut((state, one)).message == "JS-202603-7K3FQ 已延后，不能办结"


def test_what_was_called_off_is_not_closed() -> None:
    state, one = drafted()
    request = CancelRequest(id=one, day=date(2026, 3, 3), why="撤回")
    state = applied(state, cancel(setting(state), request))
    assert shut((state, one)) == Refusal(
        "JS-202603-7K3FQ 已撤销，不能办结", hint="已撤销的约谈不再变动；需要时用 yuetan new 另行起草"
    )


def test_it_is_not_closed_twice_nor_edited_afterwards() -> None:
    state, one = reported()
    state = applied(state, shut((state, one)))
    assert shut((state, one)) == Refusal(
        "JS-202603-7K3FQ 已办结，不能办结", hint="更正用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因"
    )
    change = EditRequest(id=one, sets=(("主题", "公务用车"),), day=DAY)
    assert edit(setting(state), change) == Refusal(
        "JS-202603-7K3FQ 已办结，不能再修改", hint="用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正"
    )


def test_a_broken_record_must_be_mended_first() -> None:
    state, one = reported()
    broken = stored_interview(state.interviews[0].file, {**raw(state, one), "方式": "群聊"})
    refusal = shut((state_with(state, broken), one))
    assert refusal.message == "JS-202603-7K3FQ 的文件有不合格式之处，先改正才能继续"
    assert [finding.code for finding in refusal.findings] == ["S2"]


def test_an_unknown_id_is_refused() -> None:
    assert shut((city(), "JS-202603-22222")).message == "没有编号为 JS-202603-22222 的约谈"
