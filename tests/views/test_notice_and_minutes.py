"""约谈通知书 and 约谈记录: allow-lists of what a subject may read, and what each line says."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import CITY, laws_of, unit
from tests.rules.lawful import archive, lawful
from tests.views.paper_cases import COMPLAINT, SECRET
from yuetan.desk import shipped
from yuetan.documents.fill import fill, variables
from yuetan.documents.literal import leaves
from yuetan.model.paths import TEMPLATES
from yuetan.views.papers.index import PAPERS
from yuetan.views.papers.minutes import minutes_view
from yuetan.views.papers.notice import notice_view

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = ("日常约谈", "任前约谈", "警示约谈", "回访约谈")
TOLD = {"主题": "公务接待管理", "事由": "规范公务接待管理"}
SECOND = {"编号": "FGW-003", "姓名": "孙丙寅", "单位": "市发展和改革委员会", "职务": "副主任"}
TWO: dict[str, Any] = {
    "方式": "集体谈话",
    "约谈对象[1]": {**SECOND, "陈述": {"解释说明": "分工不清。", "整改措施": "重订分工。"}},
    "通知[0].对象": ["FGW-002", "FGW-003"],
}


def notice(
    changes: Mapping[str, Any] | None = None,
    kind: str = "警示约谈",
    *,
    to: tuple[str, ...] = ("FGW-002",),
    index: int | None = None,
    **more: Any,
) -> Mapping[str, Any]:
    state = archive(lawful(kind, changes), **more)
    record = state.interviews[0].record
    law = laws_of(state).on(date(2026, 3, 10))
    assert record is not None
    assert law is not None
    return notice_view(record, state, law, to, index).mapping()


def minutes(changes: Mapping[str, Any] | None = None, kind: str = "警示约谈") -> Mapping[str, Any]:
    state = archive(lawful(kind, changes))
    record = state.interviews[0].record
    law = laws_of(state).on(date(2026, 3, 10))
    assert record is not None
    assert law is not None
    return minutes_view(record, state, law).mapping()


def test_the_notice_says_what_the_provision_wants_told_and_by_whom() -> None:
    assert notice() == {
        "标题": "廉政约谈通知书",
        "文号": "示纪约〔2026〕41号",
        "收件": "市发展和改革委员会党组",
        "条款": "《市管领导干部廉政约谈暂行办法》第七条第（二）项",
        "主题": "公务接待管理",
        "事由": "规范公务接待管理",
        "对象们": [{"姓名": "钱乙丑", "单位": "市发展和改革委员会", "职务": "副主任"}],
        "时间": "2026年3月10日（星期二）上午9时30分",
        "地点": "第一会议室",
        "约谈人们": [{"姓名": "王辛未", "单位": "", "职务": "市纪委副书记", "分工": "主谈"}],
        "准备事项": "请就以下方面准备汇报：解释说明、整改措施。",
        "联系人": "示例室",
        "联系电话": "0000-0000000",
        "署名": "市纪委监委",
        "日期": "2026年3月5日",
        "回执说明": "请签收后将回执退回市纪委监委。",
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("paper", "view"), [("约谈通知书", notice), ("约谈记录", minutes)])
def test_whatever_else_the_record_holds_no_further_text_reaches_the_paper(kind: str, paper: str, view: Any) -> None:
    """An allow-list: each text that stands in a place not on the list is a mark of its own, and none comes out."""
    marks = {
        "约谈对象[0].说明": "隐一", "约谈对象[0].问题": {
            "来源": "信访举报", "来源说明": "隐二", "归属": ["本单位"], "概述": "隐三", "线索编号": "隐四",
        },
        "约谈对象[0].处分": [{"类别": "党纪", "决定": "隐五", "日期": date(2026, 1, 20)}],
        "约谈对象[0].违纪": [{"行为": "隐六", "机关": "隐七", "处理": ["隐八"]}],
        "约谈对象[0].延期": {"申请": "隐九", "结果": "隐十", "机关": "隐十一"},
        "约谈对象[0].追责": {"方式": "隐十二", "机关": "隐十三", "依据": "隐十四"},
        "安排依据": {"市委安排": "隐十五", "工作需要": "隐十六"}, "集体原因": "隐十七",
        "审批": {"日期": date(2026, 3, 3), "审批人": "隐十八", "意见": "同意"},
        "办结": {"日期": date(2026, 3, 25), "结论": "隐十九", "档号": "隐二十"},
        "更正": [{"日期": date(2026, 3, 26), "原因": "隐二一"}],
        "例外": [{"规则": "B7.2", "原因": "隐二二", "批准": "隐二三"}],
        "附件": [{"名称": "隐二四", "存放": "隐二五"}],
        "约谈对象[0].任前": {"拟任单位": "隐二六", "拟任职务": "隐二七"},
    }  # fmt: skip
    shown = "\n".join(leaves(dict(view(marks, kind))))
    assert "隐" not in shown
    assert [word for word in SECRET if word in shown] == []
    assert set(view(marks, kind)) == {name for name in PAPERS[paper].view.variables() if "." not in name}


@pytest.mark.parametrize(("paper", "view"), [("约谈通知书", notice), ("约谈记录", minutes)])
@pytest.mark.parametrize("changes", [{}, COMPLAINT, TWO])
def test_every_variable_of_the_template_is_a_key_of_the_view_and_both_fill(
    paper: str, view: Any, changes: dict[str, Any]
) -> None:
    name = PAPERS[paper].template
    must_stand = PAPERS[paper].must_stand
    template = shipped.read_one(f"{TEMPLATES}{name}")
    shown = view(changes)
    assert variables(template) <= set(shown)
    filled = fill(template, shown, name=name, must_stand=must_stand, day=date(2026, 3, 10))
    assert filled[:2] == b"PK"
    assert variables(filled) == frozenset()


def test_a_complaint_changes_nothing_in_either_paper() -> None:
    assert notice(COMPLAINT) == notice()
    assert minutes(COMPLAINT) == minutes()


def test_the_second_notice_is_told_apart_from_the_first() -> None:
    again = {
        "通知[1]": {
            "日期": date(2026, 3, 6), "对象": ["FGW-002"], "送达": "本人", "方式": "书面", "文号": "示纪约〔2026〕42号",
            "主题": "公务用车", "时间": datetime(2026, 3, 17, 15), "地点": "二楼",
        }
    }  # fmt: skip
    last, first = notice(again), notice(again, index=0)
    assert (last["文号"], last["主题"], last["地点"]) == ("示纪约〔2026〕42号", "公务用车", "二楼")
    assert (last["时间"], last["收件"], last["日期"]) == (
        "2026年3月17日（星期二）下午3时", "钱乙丑同志", "2026年3月6日",
    )  # fmt: skip
    assert (first["文号"], first["主题"], first["地点"]) == ("示纪约〔2026〕41号", "公务接待管理", "第一会议室")


def test_a_notice_names_only_those_it_goes_to() -> None:
    assert [one["姓名"] for one in notice(TWO)["对象们"]] == ["钱乙丑"]
    assert [one["姓名"] for one in notice(TWO, to=("FGW-002", "FGW-003"))["对象们"]] == ["钱乙丑", "孙丙寅"]


def test_before_any_notice_the_view_has_the_draft_only() -> None:
    shown = notice({"通知": None, "谈话": None, "约谈对象[0].整改": None})
    assert (shown["文号"], shown["时间"], shown["地点"]) == ("", "", "")
    assert (shown["收件"], shown["日期"], shown["主题"]) == ("钱乙丑同志", "2026年3月2日", "公务接待管理")
    assert notice({"通知": None}, to=())["对象们"] == []


@pytest.mark.parametrize(
    ("party_post", "words"), [("党委书记", "市林业局党委"), ("党工委书记", "市林业局党工委"), (None, "市林业局")]
)
def test_the_party_group_is_called_what_its_members_are(party_post: str | None, words: str) -> None:
    head = {"编号": "LYJ-001", "姓名": "韩辛亥", "职务": "局长", "角色": "主要负责人", "管理": "市管",
            "任职": date(2023, 1, 1), "党内职务": party_post}  # fmt: skip
    units = (*CITY, unit("LYJ", "市林业局", "市委办局", {k: v for k, v in head.items() if v is not None}))
    assert notice({"通知[0].送达单位": "市林业局"}, units=units)["收件"] == words


def test_of_a_unit_that_the_roster_does_not_know_both_are_said() -> None:
    assert notice({"通知[0].送达单位": "某单位"})["收件"] == "某单位党组（党委）"


def test_without_contact_or_statements_nothing_is_invented() -> None:
    shown = notice(kind="任前约谈", office={"联系": None})
    assert (shown["联系人"], shown["联系电话"], shown["准备事项"]) == ("", "", "")


def test_an_office_that_is_not_in_the_roster_signs_by_its_code() -> None:
    assert notice(office={"单位": "QT"})["署名"] == "QT"


def test_the_minutes_say_who_when_where_and_what() -> None:
    shown = minutes()
    assert {key: shown[key] for key in shown if key not in {"对象们", "陈述们", "声明"}} == {
        "标题": "廉政约谈记录",
        "编号": "",
        "类型": "警示约谈（个别谈话）",
        "地点": "第一会议室",
        "时间": "2026年3月10日（星期二）上午9时30分",
        "约谈人们": [{"姓名": "王辛未", "单位": "市纪委监委", "职务": "市纪委副书记", "分工": "主谈"}],
        "记录人": "冯壬申",
        **TOLD,
        "说明主题原因": "已向约谈对象说明约谈主题及原因。",
        "教育提醒": "严格执行规定。",
        "签字": "约谈人、约谈对象、记录人",
        "日期": "2026年3月10日",
    }


def test_in_a_collective_talk_each_subjects_own_words_stand_under_the_name() -> None:
    shown = minutes(TWO)
    assert [(row["对象"], row["内容"]) for row in shown["陈述们"]] == [
        ("钱乙丑", "把关不严。"), ("钱乙丑", "逐单审核。"), ("孙丙寅", "分工不清。"), ("孙丙寅", "重订分工。"),
    ]  # fmt: skip
    assert [[line["内容"] for line in one["陈述们"]] for one in shown["对象们"]] == [
        ["把关不严。", "逐单审核。"], ["分工不清。", "重订分工。"],
    ]  # fmt: skip


def test_an_absent_interviewer_is_not_named_in_the_minutes() -> None:
    companion = {"编号": "JW-001", "姓名": "郑庚午", "单位": "市纪委监委", "职务": "市纪委书记", "分工": "参加"}
    assert [one["姓名"] for one in minutes({"约谈人[1]": companion})["约谈人们"]] == ["王辛未", "郑庚午"]
    assert [one["姓名"] for one in minutes({"约谈人[1]": {**companion, "到场": False}})["约谈人们"]] == ["王辛未"]


@pytest.mark.parametrize(
    ("explained", "words"),
    [(True, "已向约谈对象说明约谈主题及原因。"), (False, "未说明约谈主题及原因。"), (None, "")],
)
def test_whether_topic_and_reason_were_explained_is_not_made_up(explained: bool | None, words: str) -> None:
    assert minutes({"谈话.说明主题原因": explained})["说明主题原因"] == words


def test_a_recorder_who_is_not_in_the_roster_is_named_as_written() -> None:
    assert minutes({"谈话.记录人": "临时工作人员"})["记录人"] == "临时工作人员"
    assert minutes({"谈话.记录人": None})["记录人"] == ""


def test_before_the_talk_nothing_is_said_of_it() -> None:
    shown = minutes({"谈话": None, "约谈对象[0].陈述": None, "约谈对象[0].整改": None})
    assert [shown[key] for key in ("地点", "时间", "记录人", "说明主题原因", "教育提醒", "签字", "日期")] == [""] * 7
    assert shown["陈述们"] == []
