"""Looking: rows for `list` with their filters, one record for `show`, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import MINUTES, RECORDED, TODAY, applied, city, drafted, held, laws_of, notified, setting
from tests.rules.lawful import archive, lawful
from yuetan.actions.gate import stored_interview
from yuetan.actions.life.approve import ApproveRequest, approve
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.model.life import Stage
from yuetan.views.interviews.filter import Filter, filter_fault, span
from yuetan.views.interviews.rows import InterviewRow, NamedSubject, list_rows
from yuetan.views.interviews.show import show_lines, show_value

if TYPE_CHECKING:
    from yuetan.model import State

ONE = "JS-202603-7K3FQ"
FILE = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
BARE: dict[str, Any] = {"source": None, "whose": (), "gist": None, "interviewers": ()}


def several() -> State:
    """A warning held, a daily one drafted for May, one of the finance bureau without a day."""
    state, _ = held()
    state, _ = drafted(state, token="2ABCD", kind="日常", subjects=("FGW-003",), at=datetime(2026, 5, 12, 9), **BARE)
    state, _ = drafted(state, token="3ABCD", subjects=("CZJ-002",), at=None, day=date(2026, 5, 6))
    return state


def ids(whole: State, /, **wanted: str) -> list[str]:
    return [row.id for row in list_rows(whole, laws_of(whole), Filter(**wanted))]


def shown(at: tuple[State, str], today: date = TODAY) -> tuple[str, ...]:
    found = at[0].interview(at[1])
    assert found is not None
    return show_lines(found, laws_of(at[0]), today)


def next_steps(at: tuple[State, str], today: date = TODAY) -> list[str]:
    return [line.removeprefix("下一步：") for line in shown(at, today) if line.startswith("下一步：")]


def test_a_row_has_kind_state_day_subjects_and_topic() -> None:
    (row,) = list_rows(held()[0], laws_of(held()[0]), Filter())
    subject = NamedSubject(id="FGW-002", name="钱乙丑", unit="市发展和改革委员会")
    assert row == InterviewRow(
        id=ONE, kind="警示约谈", stage=Stage.RECTIFICATION_DUE, day=date(2026, 3, 10), people=1,
        subjects=(subject,), topic="公务接待管理", file=FILE,
    )  # fmt: skip
    assert row.texts() == (ONE, "警示约谈", "待整改", "2026-03-10", "钱乙丑", "公务接待管理")


def test_in_json_every_key_is_there() -> None:
    state = archive(
        {"编号": ONE, "类型": "警示约谈", "起草": date(2026, 3, 2), "约谈对象": [{"编号": "FGW-002"}]}
    )  # fmt: skip
    (row,) = list_rows(state, laws_of(state), Filter())
    assert row.texts() == (ONE, "警示约谈", "已起草", "待定", "FGW-002", "")
    assert row.as_json() == {
        "id": ONE, "type": "警示约谈", "state": "已起草", "date": None,
        "subjects": [{"id": "FGW-002", "name": "FGW-002", "unit": None}], "topic": None, "file": FILE,
    }  # fmt: skip
    held_row = list_rows(held()[0], laws_of(held()[0]), Filter())[0].as_json()
    assert (held_row["date"], held_row["topic"]) == ("2026-03-10", "公务接待管理")
    assert held_row["subjects"] == [{"id": "FGW-002", "name": "钱乙丑", "unit": "市发展和改革委员会"}]


def test_rows_stand_by_day_those_without_one_last() -> None:
    assert ids(several()) == [ONE, "RC-202603-2ABCD", "JS-202605-3ABCD"]


@pytest.mark.parametrize("word", ["警示约谈", "警示", "JS"])
def test_a_situation_is_asked_for_by_name_short_name_or_code(word: str) -> None:
    assert ids(several(), kind=word) == [ONE, "JS-202605-3ABCD"]


def test_a_situation_of_no_law_in_force_is_asked_for_by_its_written_name() -> None:
    old = lawful("日常约谈", {"起草": date(2014, 3, 2), "通知": None, "谈话": None, "安排": None})
    assert ids(archive(old), kind="日常约谈") == ["RC-202603-7K3FQ"]
    assert ids(archive(old), kind="日常") == []


@pytest.mark.parametrize("word", ["FGW", "市发展和改革委员会"])
def test_a_unit_is_asked_for_by_code_or_name(word: str) -> None:
    assert ids(several(), unit=word) == [ONE, "RC-202603-2ABCD"]
    assert ids(several(), unit="CZJ") == ["JS-202605-3ABCD"]


@pytest.mark.parametrize("word", ["CZJ-002", "吴己巳"])
def test_a_cadre_is_asked_for_by_code_or_name(word: str) -> None:
    assert ids(several(), cadre=word) == ["JS-202605-3ABCD"]


def test_a_state_is_asked_for_by_its_word() -> None:
    assert ids(several(), state="待整改") == [ONE]
    assert ids(several(), state="已起草") == ["RC-202603-2ABCD", "JS-202605-3ABCD"]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2026H1", [ONE, "RC-202603-2ABCD", "JS-202605-3ABCD"]),
        ("2026H2", []),
        ("2026", [ONE, "RC-202603-2ABCD", "JS-202605-3ABCD"]),
        ("2025", []),
        ("2026-03", [ONE]),
        ("2026-05", ["RC-202603-2ABCD", "JS-202605-3ABCD"]),
    ],
)
def test_a_period_is_judged_by_that_day_else_by_the_draft(period: str, found: list[str]) -> None:
    assert ids(several(), period=period) == found


def test_filters_go_together() -> None:
    assert ids(several(), unit="FGW", kind="日常", state="已起草", period="2026-05") == ["RC-202603-2ABCD"]
    assert ids(several(), unit="FGW", kind="日常", cadre="FGW-002") == []


def test_a_period_of_a_record_that_no_law_judges_is_the_year_or_month() -> None:
    old = lawful("日常约谈", {"起草": date(2014, 3, 2), "通知": None, "谈话": None, "安排": None})
    assert ids(archive(old), period="2014H1") == []
    assert ids(archive(old), period="2014-03") == ["RC-202603-7K3FQ"]


@pytest.mark.parametrize(
    ("period", "bounds"),
    [
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-02", (date(2026, 2, 1), date(2026, 2, 28))),
        ("2028-02", (date(2028, 2, 1), date(2028, 2, 29))),
        ("2026-12", (date(2026, 12, 1), date(2026, 12, 31))),
        ("9999-12", (date(9999, 12, 1), date.max)),
        ("9999-11", (date(9999, 11, 1), date(9999, 11, 30))),
        ("0001-01", (date(1, 1, 1), date(1, 1, 31))),
        ("0000", None), ("0000-01", None), ("2026-00", None), ("2026-13", None), ("2026H1", None), ("去年", None),
    ],
)  # fmt: skip
def test_years_and_months_need_no_law(period: str, bounds: tuple[date, date] | None) -> None:
    assert span(None, period) == bounds


def test_a_half_year_is_the_laws() -> None:
    law = laws_of(city()).on(TODAY)
    assert span(law, "2026H1") == (date(2026, 1, 1), date(2026, 6, 30))
    assert span(law, "2026H3") is None


@pytest.mark.parametrize(
    ("wanted", "fault"),
    [
        (Filter(), None),
        (Filter(kind="警示", state="已通知", period="2026H1"), None),
        (Filter(kind="诫勉"), "没有“诫勉”这一情形"),
        (
            Filter(state="谈过"),
            "没有“谈过”这一状态，可用：已起草、已审批、已通知、已延后、已约谈、待整改、已整改、已办结、已撤销",
        ),
        (Filter(period="上半年"), "“上半年”不是期间，写成 2026H1、2026 或 2026-03"),
    ],
)
def test_a_filter_that_asks_for_nothing_known_is_said_to(wanted: Filter, fault: str | None) -> None:
    assert filter_fault(laws_of(city()), wanted, TODAY) == fault


def test_what_cannot_be_read_is_left_out() -> None:
    state = several()
    broken = replace(state.interviews[0], record=None)
    assert len(ids(replace(state, interviews=(broken, *state.interviews[1:])))) == 2


def test_show_gives_the_record_under_its_own_keys_and_the_state() -> None:
    state, one = notified()
    found = state.interview(one)
    assert found is not None
    value = show_value(found, laws_of(state))
    assert list(value) == [*found.raw, "状态"]
    assert (value["状态"], value["起草"]) == ("已通知", "2026-03-02")
    assert value["安排"] == {"时间": "2026-03-10T09:30:00", "地点": "第一会议室"}
    assert value["通知"][0]["对象"] == ["FGW-002"]


def test_show_of_what_cannot_be_built_has_no_state() -> None:
    broken = stored_interview(FILE, {"编号": ONE, "起草": "某天"})
    assert show_value(broken, laws_of(city())) == {"编号": ONE, "起草": "某天", "状态": None}
    assert show_lines(broken, laws_of(city()), TODAY) == (FILE, "", f"编号：{ONE}", "起草：某天")


def test_everything_in_the_record_is_shown_line_by_line() -> None:
    assert shown(held())[:3] == (
        FILE,
        "状态：待整改",
        "下一步：整改落实情况报告最迟3月25日（约谈日 3月10日不计入，第15日为 3月25日（周三））",
    )
    assert shown(held())[3:] == (
        "",
        f"编号：{ONE}",
        "类型：警示约谈",
        "起草：2026-03-02",
        "主题：公务接待管理",
        "事由：规范公务接待管理",
        "方式：个别谈话",
        "协调：",
        "  - 单位：市纪委监委",
        "    商请：",
        "      单位：市委组织部",
        "      日期：2026-02-27",
        "约谈人：",
        "  - 编号：JW-002",
        "    姓名：王辛未",
        "    单位：市纪委监委",
        "    职务：市纪委副书记",
        "    分工：主谈",
        "    依据：第五条第（七）项",
        "约谈对象：",
        "  - 编号：FGW-002",
        "    姓名：钱乙丑",
        "    单位：市发展和改革委员会",
        "    职务：副主任",
        "    问题：",
        "      来源：监督检查",
        "      归属：",
        "        - 本人",
        "      概述：公务接待把关不严",
        "    陈述：",
        "      解释说明：接待超标是把关不严。",
        "      整改措施：逐单审核。",
        "        按月通报。",
        "安排：",
        "  时间：2026-03-10 09:30",
        "  地点：第一会议室",
        "通知：",
        "  - 日期：2026-03-05",
        "    对象：",
        "      - FGW-002",
        "    送达：党组",
        "    送达单位：市发展和改革委员会",
        "    方式：书面",
        "    文号：示纪约〔2026〕41号",
        "    主题：公务接待管理",
        "    时间：2026-03-10 09:30",
        "    地点：第一会议室",
        "谈话：",
        "  时间：2026-03-10 09:35",
        "  地点：第一会议室",
        "  记录人：JW-009",
        "  说明主题原因：是",
        "  教育提醒：严格执行规定。",
        "  签字：",
        "    - 约谈人",
        "    - 约谈对象",
        "    - 记录人",
    )


def test_an_empty_item_shows_as_nothing() -> None:
    broken = stored_interview(FILE, {"编号": ONE, "约谈对象": [{}, None, False], "主题": None})
    assert show_lines(broken, laws_of(city()), TODAY)[2:] == (
        f"编号：{ONE}", "约谈对象：", "  - ", "  - ", "  - 否", "主题：",
    )  # fmt: skip


def test_of_a_draft_the_next_step_is_the_notice_with_its_last_day() -> None:
    trace = "约谈日 3月10日不计入，须提前3天，最迟 3月7日（周六）通知；该日不是工作日，建议 3月6日（周五）"
    assert next_steps(drafted()) == [f"yuetan notify {ONE} 通知（最迟3月6日，{trace}）"]
    assert next_steps(drafted(at=None)) == [f"yuetan notify {ONE} 通知"]


def test_where_an_approval_is_asked_for_that_comes_first() -> None:
    assert next_steps(county.drafted()) == ["yuetan approve TS-202603-7K3FQ 登记审批"]
    assert next_steps(county.approved())[0].startswith("yuetan notify TS-202603-7K3FQ 通知（最迟3月6日")


def test_what_was_not_agreed_to_is_to_be_called_off() -> None:
    state, one = county.drafted()
    request = ApproveRequest(id=one, day=date(2026, 3, 3), approver="孔丙戌", opinion="不同意")
    state = applied(state, approve(setting(state), request))
    assert next_steps((state, one)) == ["审批不同意，用 yuetan cancel TS-202603-7K3FQ --why 原因 撤销"]


def test_of_a_notified_one_the_talk_comes_next() -> None:
    assert next_steps(notified()) == [f"3月10日约谈，之后 yuetan minutes {ONE} 登记"]


def test_a_postponed_one_needs_a_time() -> None:
    state, one = notified()
    request = PostponeRequest(id=one, day=date(2026, 3, 6), why="出差")
    state = applied(state, postpone(setting(state), request))
    assert next_steps((state, one)) == [f"定了新的时间后 yuetan reschedule {ONE} --at 时间"]


def test_what_has_its_verdict_or_owes_nothing_is_to_be_closed() -> None:
    state, one = held()
    day = date(2026, 3, 20)
    request = RectifyRequest(id=one, day=day, formed=day, sent=day, verdict="到位")
    state = applied(state, rectify(setting(state, day), request))
    assert next_steps((state, one)) == [f"yuetan close {ONE} 办结"]
    said = {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"}
    daily = held(form={**MINUTES, "陈述": said}, kind="日常", **BARE)
    assert next_steps(daily) == ["yuetan close RC-202603-7K3FQ 办结"]


def test_after_its_end_nothing_comes_next() -> None:
    state, one = drafted()
    request = CancelRequest(id=one, day=date(2026, 3, 3), why="撤回")
    state = applied(state, cancel(setting(state, RECORDED), request))
    assert next_steps((state, one)) == []
