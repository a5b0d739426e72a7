"""The views of the papers: what each says, what none may say, and where a record gives none."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.views.paper_cases import COMPLAINT, SECRET, orders, view
from yuetan.documents.literal import leaves, printable
from yuetan.views.papers.index import PAPERS

OF_A_RECORD = [kind for kind, paper in PAPERS.items() if paper.of_record is not None]
RECEIVED = [kind for kind in OF_A_RECORD if PAPERS[kind].received]
LATER = datetime(2026, 3, 17, 15, 0)
NOT_HELD = {"谈话": None, "约谈对象[0].整改": None, "约谈对象[0].陈述": None}
AGAIN: dict[str, Any] = {
    "日期": date(2026, 3, 6), "对象": ["FGW-002"], "送达": "党组", "送达单位": "市发展和改革委员会", "方式": "书面",
    "文号": "示纪约〔2026〕42号", "主题": "公务接待管理", "时间": LATER, "地点": "第二会议室",
}  # fmt: skip
CLOSED = {"办结": {"日期": date(2026, 3, 25), "结论": "到位", "档号": "示纪-2026-1"}}
OVERDUE = {"约谈对象[0].整改": None}


def texts(shown: Any) -> str:
    return "\n".join(leaves(printable(shown)))


@pytest.mark.parametrize("kind", RECEIVED)
def test_nothing_of_a_complaint_reaches_what_a_subject_receives(kind: str) -> None:
    changes = {**COMPLAINT, **CLOSED, "通知[1]": AGAIN}
    if kind == "催办函":
        changes |= OVERDUE
    found = orders(kind, changes, today=date(2026, 5, 20))

    assert found != ()
    for order in found:
        assert [word for word in SECRET if word in texts(order.view.mapping()) or word in order.file_stem] == []


@pytest.mark.parametrize("kind", OF_A_RECORD)
def test_a_view_has_what_its_template_may_use_and_nothing_else(kind: str) -> None:
    changes = {**COMPLAINT, **CLOSED, "通知[1]": AGAIN, **(OVERDUE if kind == "催办函" else {})}
    explained = {name for name in PAPERS[kind].view.variables() if "." not in name}

    for order in orders(kind, changes, today=date(2026, 5, 20)):
        assert set(order.view.mapping()) == explained


@pytest.mark.parametrize("kind", OF_A_RECORD)
def test_a_file_name_bears_no_personal_name(kind: str) -> None:
    changes = {**CLOSED, "通知[1]": AGAIN, **(OVERDUE if kind == "催办函" else {})}

    assert [
        order.file_stem for order in orders(kind, changes, today=date(2026, 5, 20)) if "钱乙丑" in order.file_stem
    ] == []


def test_the_approval_table_says_who_why_and_what_is_proposed() -> None:
    shown = view("约谈登记审批表")

    assert shown["对象们"] == [
        {
            "姓名": "钱乙丑", "单位": "市发展和改革委员会", "职务": "副主任",
            "情况": "公务接待把关不严（监督检查；涉及本人）",
        }
    ]  # fmt: skip
    assert shown["约谈人们"][0]["依据"] == "第五条第（七）项"
    assert shown["建议"] == "拟由王辛未对钱乙丑进行警示约谈（个别谈话）。"
    assert shown["协调"] == "市纪委监委；商请市委组织部（2026年2月27日）"
    assert shown["条款"] == "《市管领导干部廉政约谈暂行办法》第四条第（三）项"
    assert (shown["审批意见"], shown["审批人"], shown["审批日期"]) == ("", "", "")


def test_the_approval_table_calls_a_complaint_found_at_work() -> None:
    assert view("约谈登记审批表", COMPLAINT)["对象们"][0]["情况"] == (
        "隐去的概述（工作中发现；涉及本人；线索编号 XS-26-001）"
    )


def test_the_approval_table_says_which_post_or_sanction_it_is_about() -> None:
    assert view("约谈登记审批表", situation="任前约谈")["对象们"][0]["情况"] == "拟任市财政局局长（提拔）"
    assert view("约谈登记审批表", situation="回访约谈")["对象们"][0]["情况"] == "2026年1月20日受党内警告处分"


def test_the_approval_table_shows_what_was_decided() -> None:
    shown = view("约谈登记审批表", {"审批": {"日期": date(2026, 3, 3), "审批人": "JW-001", "意见": "同意"}})

    assert (shown["审批意见"], shown["审批日期"]) == ("同意", "2026年3月3日")
    assert shown["审批人"] not in {"", "JW-001"}


def test_the_report_form_knows_its_subject_day_due_and_recipient() -> None:
    shown = view("整改落实情况报告")

    assert (shown["标题"], shown["姓名"], shown["约谈日期"]) == ("整改落实情况报告", "钱乙丑", "2026年3月10日")
    assert (shown["期限"], shown["报送"]) == ("2026年3月25日", "市纪委监委")
    assert shown["约谈人"] == "王辛未（市纪委副书记）"
    assert [row["序号"] for row in shown["空行"]] == ["1", "2", "3", "4", "5"]


def test_a_situation_without_a_follow_up_gives_no_report_form() -> None:
    assert orders("整改落实情况报告", situation="日常约谈") == ()


@pytest.mark.parametrize(("today", "count"), [(date(2026, 3, 25), 0), (date(2026, 3, 26), 1)])
def test_a_reminder_is_given_from_the_day_after_the_last_day(today: date, count: int) -> None:
    assert len(orders("催办函", OVERDUE, today=today)) == count


def test_a_reminder_counts_the_days_overdue_and_asks_the_party_group() -> None:
    shown = view("催办函", OVERDUE, today=date(2026, 4, 5))

    assert (shown["期限"], shown["逾期天数"], shown["日期"]) == ("2026年3月25日", "11", "2026年4月5日")
    assert (shown["收件"], shown["送本人"]) == ("市发展和改革委员会党组", False)


def test_a_reminder_on_record_is_printed_as_of_its_own_day() -> None:
    sent = {
        "约谈对象[0].催办": [{"日期": date(2026, 3, 30), "方式": "书面"}, {"日期": date(2026, 4, 2), "方式": "电话"}]
    }

    found = orders("催办函", {**OVERDUE, **sent}, today=date(2026, 5, 20))

    assert [(order.day, order.view.mapping()["逾期天数"]) for order in found] == [(date(2026, 3, 30), "5")]


def test_a_report_that_was_formed_is_not_asked_for() -> None:
    assert orders("催办函", today=date(2026, 5, 20)) == ()


def test_a_change_of_date_is_told_with_old_and_new_time_and_place() -> None:
    shown = view("改期通知", {**NOT_HELD, "通知[1]": AGAIN, "安排": {"时间": LATER, "地点": "第二会议室"}})

    assert (shown["原时间"], shown["原地点"]) == ("2026年3月10日（星期二）上午9时30分", "第一会议室")
    assert (shown["时间"], shown["地点"]) == ("2026年3月17日（星期二）下午3时", "第二会议室")
    assert (shown["原文号"], shown["文号"]) == ("示纪约〔2026〕41号", "示纪约〔2026〕42号")
    assert shown["日期"] == "2026年3月6日"


def test_a_postponement_is_told_without_a_time_and_without_its_reason() -> None:
    pending = {"待定": {"日期": date(2026, 3, 8), "原因": "对象住院"}}

    shown = view("改期通知", {**NOT_HELD, "安排": pending})

    assert (shown["时间"], shown["地点"], shown["日期"]) == ("", "", "2026年3月8日")
    assert "住院" not in texts(shown)


@pytest.mark.parametrize("changes", [{}, {"撤销": {"日期": date(2026, 3, 8), "原因": "不再需要"}, **NOT_HELD}])
def test_no_change_or_a_cancelled_interview_gives_no_paper(changes: dict[str, Any]) -> None:
    assert orders("改期通知", changes) == ()


def test_the_proof_of_service_names_paper_recipient_and_days() -> None:
    assert dict(view("送达回证")) == {
        "标题": "送达回证",
        "文书": "廉政约谈通知书",
        "文号": "示纪约〔2026〕41号",
        "受送达人": "市发展和改革委员会党组",
        "对象": "钱乙丑",
        "送达方式": "书面",
        "送达日期": "2026年3月5日",
        "签收日期": "2026年3月5日",
        "署名": "市纪委监委",
    }


def test_a_notice_by_telephone_has_no_proof_of_service() -> None:
    assert orders("送达回证", {"通知[0].方式": "电话", "通知[0].文号": None}) == ()


def test_an_open_case_has_no_cover() -> None:
    assert orders("个人约谈档案") == ()


def test_the_cover_lists_what_the_record_says_was_formed() -> None:
    shown = view("个人约谈档案", CLOSED)

    assert [(row["序号"], row["题名"], row["日期"]) for row in shown["文件们"]] == [
        ("1", "廉政约谈登记审批表", "20260302"),
        ("2", "廉政约谈通知书、送达回证", "20260305"),
        ("3", "廉政约谈记录", "20260310"),
        ("4", "整改落实情况报告", "20260320"),
    ]
    assert (shown["起"], shown["止"], shown["件数"]) == ("2026年3月2日", "2026年3月25日", "4")
    assert (shown["档号"], shown["归档日期"], shown["保管期限"]) == ("示纪-2026-1", "2026年3月25日", "")


def test_minutes_hold_each_subjects_words_in_a_block_of_its_own() -> None:
    shown = view("约谈记录")

    assert shown["对象们"][0]["陈述们"] == [
        {"项目": "解释说明", "内容": "把关不严。"},
        {"项目": "整改措施", "内容": "逐单审核。"},
    ]


def test_minutes_of_an_absent_subject_have_no_block() -> None:
    shown = view("约谈记录", {"约谈对象[0].到场": False})

    assert shown["对象们"] == [{"姓名": "钱乙丑（缺席）", "单位": "市发展和改革委员会", "职务": "副主任", "陈述们": []}]


def test_minutes_without_words_yet_name_what_the_situation_asks_for() -> None:
    shown = view("约谈记录", {"约谈对象[0].陈述": None})

    assert shown["对象们"][0]["陈述们"] == [{"项目": "解释说明", "内容": ""}, {"项目": "整改措施", "内容": ""}]
