"""更正: a closed record changes only so, with the reason; both are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import applied, drafted, held, notified, raw, setting
from yuetan.actions.life.amend import AmendRequest, amend
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.plan import Override, Refusal
from yuetan.model import Interview, Stored, build

if TYPE_CHECKING:
    from yuetan.model import State

CLOSED = date(2026, 3, 25)
DAY = date(2026, 4, 1)
TODAY = date(2026, 4, 2)
OVERRIDE = Override(reason="确已如此", approved_by="王辛未")


def closed() -> tuple[State, str]:
    state, one = held()
    report = RectifyRequest(id=one, day=CLOSED, formed=date(2026, 3, 20), sent=CLOSED, received=CLOSED, verdict="到位")
    state = applied(state, rectify(setting(state, CLOSED), report))
    return applied(state, close(setting(state, CLOSED), CloseRequest(id=one, day=CLOSED))), one


def right(at: tuple[State, str], *sets: tuple[str, Any], today: date = TODAY, **more: Any) -> Any:
    state, one = at
    request = AmendRequest(**{"id": one, "sets": sets, "why": "录入有误", "day": DAY, **more})
    return amend(setting(state, today), request)


def test_the_value_and_the_amendment_are_written() -> None:
    at = closed()
    after = raw(applied(at[0], right(at, ("主题", "公务接待"))), at[1])
    assert after == {**raw(*at), "主题": "公务接待", "更正": [{"日期": DAY, "原因": "录入有误"}]}
    assert list(after)[-2:] == ["办结", "更正"]


def test_the_plan_names_every_place() -> None:
    plan = right(closed(), ("主题", "公务接待"), ("谈话.教育提醒", "严格执行。"))
    assert (plan.action, plan.ids, plan.papers) == ("amend", ("JS-202603-7K3FQ",), ())
    assert plan.subject == "更正 JS-202603-7K3FQ：主题、谈话.教育提醒"


def test_a_second_amendment_follows_the_first() -> None:
    state, one = closed()
    state = applied(state, right((state, one), ("主题", "公务接待")))
    state = applied(state, right((state, one), ("事由", None), why="不应公开", day=TODAY))
    assert raw(state, one)["更正"] == [{"日期": DAY, "原因": "录入有误"}, {"日期": TODAY, "原因": "不应公开"}]
    assert "事由" not in raw(state, one)


def test_a_value_is_typed_by_the_field_table() -> None:
    at = closed()
    after = raw(applied(at[0], right(at, ("约谈对象[0].整改[0].形成日期", "2026年3月21日"))), at[1])
    assert after["约谈对象"][0]["整改"][0]["形成日期"] == date(2026, 3, 21)


@pytest.mark.parametrize("why", ["", "  "])
def test_a_reason_is_needed(why: str) -> None:
    assert right(closed(), ("主题", "公务接待"), why=why) == Refusal("没有写明为什么更正", hint="用 --why 写明原因")


def test_an_amendment_that_amends_nothing_is_refused() -> None:
    assert right(closed(), ("主题", "公务接待管理")) == Refusal(
        "写的与原来一样，没有要更正的", hint="用 yuetan show JS-202603-7K3FQ 查看现在的内容"
    )
    assert right(closed()).message == "没有写明改哪一处"


def test_what_has_a_verb_of_its_own_is_not_amended() -> None:
    assert right(closed(), ("办结.日期", "2026-03-26")) == Refusal("“办结”不能这样改", hint="用 yuetan close 登记")
    assert right(closed(), ("更正[0].原因", "甲")).message == "“更正”不能这样改"


def test_an_unknown_place_is_refused_with_the_nearest_key() -> None:
    assert right(closed(), ("主题题", "甲")).message == "S2 没有“主题题”这个键；是不是“主题”？"


@pytest.mark.parametrize(("stage", "words"), [(drafted, "已起草"), (notified, "已通知"), (held, "待整改")])
def test_what_is_open_is_edited(stage: Any, words: str) -> None:
    assert right(stage(), ("主题", "公务接待")) == Refusal(
        f"JS-202603-7K3FQ {words}，不能更正",
        hint="还没有办结，用 yuetan edit JS-202603-7K3FQ --set 路径=值 修改",
    )


def test_what_was_called_off_is_not_amended() -> None:
    state, one = drafted()
    off = CancelRequest(id=one, day=date(2026, 3, 6), why="撤回")
    state = applied(state, cancel(setting(state, TODAY), off))
    assert right((state, one), ("主题", "甲")) == Refusal(
        "JS-202603-7K3FQ 已撤销，不能更正", hint="已撤销的约谈不再变动；需要时用 yuetan new 另行起草"
    )


def test_a_day_to_come_is_refused() -> None:
    assert right(closed(), ("主题", "甲"), today=date(2026, 3, 31)).message == (
        "更正日期 2026-04-01 在今天（2026-03-31）之后，还没有发生的事不能登记"
    )


@pytest.mark.parametrize("override", [None, OVERRIDE])
def test_a_day_before_the_closing_is_refused_for_there_is_nowhere_to_write_it_down(override: Override | None) -> None:
    refusal = right(closed(), ("主题", "甲"), day=date(2026, 3, 24), override=override)
    assert refusal.message == "更正 2026-03-24 早于办结 2026-03-25，次序不对"
    assert refusal.hint == "检查 --date，应不早于 2026-03-25"


def test_a_new_breach_is_refused_with_its_provision() -> None:
    refusal = right(closed(), ("约谈对象[0].整改[0].形成日期", "2026-03-30"))
    assert {(f.code, f.provision) for f in refusal.findings} == {("S6", None), ("B8.3", "第八条第（三）项")}
    assert "加 --override 原因 --approved-by 批准人，记为例外" in refusal.hint


def test_with_an_override_it_is_written_down() -> None:
    at = closed()
    plan = right(at, ("谈话.说明主题原因", "否"), override=OVERRIDE)
    after = raw(applied(at[0], plan), at[1])
    assert after["例外"] == [
        {"规则": "B7.3", "路径": "谈话.说明主题原因", "原因": "确已如此", "批准": "王辛未", "日期": DAY}
    ]
    assert after["更正"] == [{"日期": DAY, "原因": "录入有误"}]


def test_what_makes_a_record_untrustworthy_is_never_overridden() -> None:
    refusal = right(closed(), ("约谈对象[0].编号", "FGW-999"), override=OVERRIDE)
    assert isinstance(refusal, Refusal)
    assert "S4 不能用 --override 越过，须改正" in refusal.hint


def damaged(how: dict[str, Any]) -> tuple[State, str]:
    state, one = closed()
    (old,) = state.interviews
    value = {key: item for key, item in {**old.raw, **how}.items() if item is not None}
    record, violations = build(Interview, value)
    return replace(state, interviews=(Stored(old.file, value, record, violations),)), one


def test_a_closed_record_that_does_not_match_the_table_is_mended_so() -> None:
    at = damaged({"方式": "群谈"})
    plan = right(at, ("方式", "个别谈话"))
    assert raw(applied(at[0], plan), at[1])["方式"] == "个别谈话"


def test_one_that_cannot_be_read_as_a_record_is_edited_first() -> None:
    refusal = right(damaged({"起草": None}), ("起草", "2026-03-02"))
    assert refusal.message == "JS-202603-7K3FQ 的文件有不合格式之处，先改正才能继续"


def test_an_unknown_id_is_refused() -> None:
    assert right(closed(), ("主题", "甲"), id="JS-202603-22222").message == "没有编号为 JS-202603-22222 的约谈"
