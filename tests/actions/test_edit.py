"""修改: an open record changed in given places, every value typed by the field table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import MINUTES, RECORDED, applied, city, drafted, held, notified, raw, request, setting
from yuetan.actions.drafting.new import new
from yuetan.actions.life.assignments import fit, shape_at
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.edit import EditRequest, edit
from yuetan.actions.plan import Override, Refusal
from yuetan.finding import parse_path
from yuetan.model import Interview, State, Stored, build
from yuetan.model.field import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = RECORDED
OVERRIDE = Override(reason="确已如此", approved_by="王辛未")


def change(at: tuple[State, str], *sets: tuple[str, Any], **more: Any) -> Any:
    state, one = at
    return edit(setting(state, DAY), EditRequest(**{"id": one, "sets": sets, "day": DAY, **more}))


def changed(at: tuple[State, str], *sets: tuple[str, Any]) -> dict[str, Any]:
    return raw(applied(at[0], change(at, *sets)), at[1])


def damaged(at: tuple[State, str], how: Callable[[dict[str, Any]], Any]) -> tuple[State, str]:
    """The archive with the record's file spoiled by hand."""
    state, one = at
    (old,) = state.interviews
    value = dict(old.raw)
    how(value)
    record, violations = build(Interview, value)
    return replace(state, interviews=(Stored(old.file, value, record, violations),)), one


def test_one_place_changes_and_nothing_else() -> None:
    at = held()
    assert changed(at, ("主题", "公务接待")) == {**raw(*at), "主题": "公务接待"}


def test_the_plan_names_every_place() -> None:
    plan = change(held(), ("主题", "公务接待"), ("约谈对象[0].问题.来源", "巡察"))
    assert (plan.action, plan.ids) == ("edit", ("JS-202603-7K3FQ",))
    assert plan.subject == "修改 JS-202603-7K3FQ：主题、约谈对象[0].问题.来源"
    assert (plan.papers, plan.notes, plan.findings) == ((), (), ())


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("起草", "2026-03-01", date(2026, 3, 1)),
        ("起草", "2026年3月1日", date(2026, 3, 1)),
        ("谈话.时间", "2026-03-10 10:05", datetime(2026, 3, 10, 10, 5)),
        ("谈话.时间", "2026年3月10日10：05", datetime(2026, 3, 10, 10, 5)),
        ("谈话.时间", "2026-03-10T10:05:30", datetime(2026, 3, 10, 10, 5, 30)),
        ("谈话.说明主题原因", "是", True),
        ("谈话.说明主题原因", "TRUE", True),
        ("约谈人[0].到场", "true", True),
        ("谈话.签字", "约谈人、约谈对象", ["约谈人", "约谈对象"]),
        ("谈话.签字", ["约谈人"], ["约谈人"]),
        ("约谈对象[0].问题.归属", "本人，分管部门", ["本人", "分管部门"]),
        ("主题", "20260310", "20260310"),
        ("主题", 20260310, "20260310"),
        ("主题", date(2026, 3, 10), "2026-03-10"),
        ("主题", datetime(2026, 3, 10, 9), "2026-03-10T09:00:00"),
        ("主题", True, "true"),
        ("谈话.记录人", "冯壬申", "冯壬申"),
        ("约谈对象[0].陈述.解释说明", "接待超标。", "接待超标。"),
    ],
)
def test_a_value_is_taken_as_what_stands_in_its_place(path: str, text: Any, value: Any) -> None:
    here: Any = changed(held(), (path, text))
    for step in path.replace("[0]", ".0").split("."):
        here = here[int(step) if step == "0" else step]
    assert here == value
    assert type(here) is type(value)


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("起草", "三月二日", "应为一个日期"),
        ("起草", "2026-02-30", "应为一个日期"),
        ("安排.时间", "明天上午", "应为一个时间"),
        ("安排.时间", "2026-03-10 25:00", "应为一个时间"),
        ("谈话.说明主题原因", "大概", "应为 true 或 false"),
        ("通知", "已通知", "应为列表"),
        ("约谈对象[0].问题.归属[0].甲", "本人", "约谈对象[0].问题.归属[0] 下面没有更细的项"),
    ],
)
def test_what_cannot_stand_there_is_refused_and_nothing_is_written(path: str, text: Any, words: str) -> None:
    refusal = change(held(), (path, text))
    assert isinstance(refusal, Refusal)
    assert words in refusal.message


def test_a_block_that_is_missing_is_made() -> None:
    assert changed(drafted(), ("审批.日期", "2026-03-03"), ("审批.审批人", "王辛未"))["审批"] == {
        "日期": date(2026, 3, 3),
        "审批人": "王辛未",
    }


def test_a_list_grows_by_one_at_its_end() -> None:
    act = (("约谈对象[0].违纪[0].行为", "隐瞒"), ("约谈对象[0].违纪[0].处理", "批评教育"))
    assert changed(held(), *act)["约谈对象"][0]["违纪"] == [{"行为": "隐瞒", "处理": ["批评教育"]}]


def test_further_than_its_end_it_does_not() -> None:
    assert change(held(), ("约谈对象[2].编号", "FGW-003")) == Refusal(
        "约谈对象 只有 1 项，下一项写 [1]", hint="检查路径“约谈对象[2].编号”"
    )


def test_a_place_is_deleted() -> None:
    at = held()
    before = raw(*at)
    del before["事由"]
    assert changed(at, ("事由", None)) == before


def test_an_item_of_a_list_is_deleted_and_an_empty_list_is_not_kept() -> None:
    at = held()
    assert changed(at, ("谈话.签字[1]", None))["谈话"]["签字"] == ["约谈人", "记录人"]
    assert "通知" not in changed(notified(), ("通知[0]", None))


@pytest.mark.parametrize("path", ["集体原因", "约谈对象[0].无此项", "约谈对象[3]", "主题.甲", "谈话[0]"])
def test_what_is_not_there_cannot_be_deleted(path: str) -> None:
    assert change(held(), (path, None)) == Refusal(
        f"“{path}”本来就没有，不用删", hint=f"用 yuetan show 查看现在的内容，检查路径“{path}”"
    )


def test_keys_stand_in_the_order_of_the_field_table() -> None:
    keys = list(changed(held(), ("集体原因", "甲"), ("规范", "lianyungang-2015")))
    assert keys[3:8] == ["规范", "主题", "事由", "方式", "集体原因"]


@pytest.mark.parametrize(
    ("path", "near"), [("主题题", "主题"), ("约谈对象[0].问题.来原", "来源"), ("安排.地址", "地点")]
)
def test_an_unknown_place_is_refused_with_the_nearest_key(path: str, near: str) -> None:
    refusal = change(held(), (path, "甲"))
    assert [finding.code for finding in refusal.findings] == ["S2"]
    assert refusal.message == f"S2 没有“{path.rsplit('.', 1)[-1]}”这个键；是不是“{near}”？"
    assert refusal.hint == "S2 不能用 --override 越过，须改正"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("编号", "编号终身不变"),
        ("办结.日期", "用 yuetan close 登记"),
        ("撤销", "用 yuetan cancel 登记"),
        ("更正[0].原因", "用 yuetan amend 登记"),
        ("文书", "由 yuetan notify、yuetan minutes 生成"),
    ],
)
def test_what_has_a_verb_of_its_own_is_not_edited(path: str, hint: str) -> None:
    key = path[:2]
    assert change(held(), (path, "2026-03-11")) == Refusal(f"“{key}”不能这样改", hint=hint)


@pytest.mark.parametrize("path", ["例外", "例外[0].原因", "例外.原因"])
def test_an_exemption_is_not_added_by_an_edit(path: str) -> None:
    assert change(held(), (path, "甲")) == Refusal(
        "“例外”不能这样新增", hint="在登记那一步时加 --override 原因 --approved-by 批准人"
    )


def test_an_exemption_that_stands_may_be_put_right() -> None:
    state, one = held()
    at = applied(state, change((state, one), ("谈话.说明主题原因", "否"), override=OVERRIDE)), one
    assert changed(at, ("例外[0].批准", "郑庚午"))["例外"][0]["批准"] == "郑庚午"


@pytest.mark.parametrize("text", ["", "[0]", "通知[甲]", "通知]"])
def test_what_is_no_path_is_refused(text: str) -> None:
    assert change(held(), (text, "甲")) == Refusal(
        f"“{text}”不是路径", hint="写法如 主题、安排.地点、约谈对象[0].问题.来源"
    )


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("约谈对象.编号", "约谈对象 须先写明第几项，如 [0]"),
        ("主题.编号", "主题 下面没有更细的项"),
        ("主题[0]", "主题 不是列表，不能写 [0]"),
    ],
)
def test_a_path_of_another_shape_is_refused(path: str, message: str) -> None:
    assert change(held(), (path, "甲")) == Refusal(message, hint=f"检查路径“{path}”")


def test_no_place_is_refused() -> None:
    assert change(held()) == Refusal("没有写明改哪一处", hint="用 --set 路径=值，如 --set 主题=公务接待管理；可写多次")


def test_a_new_breach_is_refused_with_its_provision() -> None:
    refusal = change(held(), ("谈话.说明主题原因", "否"))
    assert refusal.message == "B7.3（第七条第（三）项） 没有记明谈话人向约谈对象说明了主题及原因"
    assert refusal.hint == "事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外"


def test_with_an_override_it_is_written_down() -> None:
    at = held()
    plan = change(at, ("谈话.说明主题原因", "否"), override=OVERRIDE)
    after = raw(applied(at[0], plan), at[1])
    assert after["谈话"]["说明主题原因"] is False
    assert after["例外"] == [
        {"规则": "B7.3", "路径": "谈话.说明主题原因", "原因": "确已如此", "批准": "王辛未", "日期": DAY}
    ]
    assert [(f.code, f.acknowledged) for f in plan.findings] == [("B7.3", True)]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("主题题", "甲", "S2"),
        ("类型", "诫勉约谈", "S2"),
        ("约谈对象[0].编号", "FGW-999", "S4"),
    ],
)
def test_what_makes_a_record_untrustworthy_is_never_overridden(path: str, text: str, code: str) -> None:
    refusal = change(drafted(), (path, text), override=OVERRIDE)
    assert isinstance(refusal, Refusal)
    assert code in {finding.code for finding in refusal.findings}
    assert f"{code} 不能用 --override 越过，须改正" in refusal.hint


def test_a_number_in_use_is_never_overridden() -> None:
    state, one = notified()
    plan: Any = new(setting(state, DAY), request("ABCDE", subjects=("FGW-003",)))
    at = applied(state, plan), plan.ids[0]
    number = raw(at[0], one)["通知"][0]["文号"]
    notice = (("通知[0].日期", "2026-03-05"), ("通知[0].对象", "FGW-003"), ("通知[0].文号", number))
    refusal = change(at, *notice, override=OVERRIDE)
    assert isinstance(refusal, Refusal)
    assert "S5" in {finding.code for finding in refusal.findings}


def test_what_tells_on_an_informant_is_never_overridden() -> None:
    refusal = change(drafted(), ("事由", "来电 13800000000 所说的事"), override=OVERRIDE)
    assert isinstance(refusal, Refusal)
    assert {finding.code for finding in refusal.findings} == {"B8.1"}
    assert refusal.hint == "B8.1 不能用 --override 越过，须改正"


@pytest.mark.parametrize("path", ["主题", "安排.时间", "安排.地点"])
def test_what_was_told_in_a_notice_asks_for_a_new_one(path: str) -> None:
    text = "2026-03-10 10:00" if path == "安排.时间" else "另一处"
    assert change(notified(), (path, text)).notes == (
        "已经通知过；通知的事项变了，用 yuetan notify JS-202603-7K3FQ 重新通知",
    )


def test_other_places_do_not_nor_before_a_notice_nor_after_the_talk() -> None:
    assert change(notified(), ("事由", "另一事由")).notes == ()
    assert change(drafted(), ("主题", "另一主题")).notes == ()
    assert change(held(), ("主题", "另一主题")).notes == ()


def closed() -> tuple[State, str]:
    state, one = held()
    shut = CloseRequest(id=one, day=DAY, override=OVERRIDE)
    return applied(state, close(setting(state, DAY), shut)), one


def test_a_closed_record_is_refused() -> None:
    assert change(closed(), ("主题", "甲")) == Refusal(
        "JS-202603-7K3FQ 已办结，不能再修改", hint="用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正"
    )


def test_a_cancelled_record_is_refused() -> None:
    state, one = drafted()
    off = CancelRequest(id=one, day=date(2026, 3, 6), why="撤回")
    state = applied(state, cancel(setting(state, DAY), off))
    assert change((state, one), ("主题", "甲")) == Refusal(
        "JS-202603-7K3FQ 已撤销，不再变动", hint="需要时用 yuetan new 另行起草"
    )


def test_a_record_that_does_not_match_the_table_may_be_mended() -> None:
    at = damaged(held(), lambda value: value.update(起草="三月二日"))
    assert at[0].interviews[0].record is None
    assert changed(at, ("起草", "2026-03-02"))["起草"] == date(2026, 3, 2)


def test_but_not_changed_elsewhere_as_long_as_it_cannot_be_read() -> None:
    at = damaged(held(), lambda value: value.update(起草="三月二日"))
    refusal = change(at, ("主题", "甲"))
    assert refusal.message == "起草 应为一个日期（如 2026-03-05，不加引号），现为文字“三月二日”"
    assert refusal.hint == "改正后再试；什么都没有写"


def test_an_unknown_key_may_be_taken_out() -> None:
    at = damaged(held(), lambda value: value.update(主题题="甲"))
    assert "主题题" not in changed(at, ("主题题", None))


def test_an_unknown_key_that_was_there_stays_and_stands_last() -> None:
    at = damaged(held(), lambda value: value.update(主题题="甲"))
    plan = change(at, ("主题", "乙"))
    assert list(plan.edits[0].value)[-1] == "主题题"
    assert [finding.code for finding in plan.findings] == ["S2"]


def test_an_empty_row_is_filled_in() -> None:
    at = damaged(held(), lambda value: value.update(附件=[None]))
    assert changed(at, ("附件[0].名称", "签字扫描件"))["附件"] == [{"名称": "签字扫描件"}]


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("-1", -1), ("五", "五"), ("1.5", "1.5"), ("１", "１")])
def test_a_whole_number_is_one_only_in_plain_figures(text: str, value: Any) -> None:
    assert fit(Shape("integer"), text) == value


@pytest.mark.parametrize(("path", "kind"), [("陈述", None), ("约谈对象[0].陈述.甲", "text"), ("谈话.签字[0]", "text")])
def test_what_the_table_does_not_know_has_no_shape_free_keys_hold_text(path: str, kind: str | None) -> None:
    shape = shape_at(Interview, parse_path(path) or ())
    assert (shape.kind if shape is not None else None) == kind


def test_a_record_without_its_id_is_found_by_its_file() -> None:
    at = damaged(held(), lambda value: value.pop("编号"))
    assert change(at, ("主题", "甲")).message == "编号 缺少“编号”：本次约谈的编号"


def test_a_file_that_is_no_yaml_is_left_to_an_editor() -> None:
    state, one = held()
    (old,) = state.interviews
    state = replace(state, interviews=(Stored(old.file, {}, None, (), readable=False),))
    refusal = change((state, one), ("主题", "甲"))
    assert refusal.message == f"{old.file} 读不了，命令不能改它"


def test_an_unknown_id_is_refused() -> None:
    assert change((city(), "JS-202603-22222"), ("主题", "甲")).message == "没有编号为 JS-202603-22222 的约谈"


def test_the_talk_of_another_form_is_not_touched() -> None:
    at = held()
    changed(at, ("谈话.教育提醒", "另一句"))
    assert raw(*at)["谈话"]["教育提醒"] == MINUTES["谈话"]["教育提醒"]
