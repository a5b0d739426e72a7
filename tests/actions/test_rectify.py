"""整改: rounds of the follow-up document, verdicts, what followed where it was not done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import MINUTES, applied, city, drafted, held, laws_of, notified, raw, setting
from yuetan.actions.current import Current, current
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.plan import Override, Plan, Refusal, Setting
from yuetan.model.life import Stage
from yuetan.regulation.law import Laws

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 21)
FORMED, SENT, RECEIVED = date(2026, 3, 20), date(2026, 3, 20), DAY
DAYS: dict[str, Any] = {"formed": FORMED, "sent": SENT, "received": RECEIVED}
ROUND = {"形成日期": FORMED, "报送日期": SENT, "收到日期": RECEIVED}
OVERRIDE = Override(reason="对象住院，如实登记", approved_by="郑庚午")
SECOND = "廉政承诺书"


def report(at: tuple[State, str], today: date = DAY, *, laws: Laws | None = None, **more: Any) -> Any:
    state, one = at
    request = RectifyRequest(**{"id": one, "day": min(DAY, today), **more})
    return rectify(Setting(state, laws or laws_of(state), today), request)


def after(at: tuple[State, str], today: date = DAY, **more: Any) -> tuple[State, str]:
    return applied(at[0], report(at, today, **more)), at[1]


def subject(at: tuple[State, str], index: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = raw(*at)["约谈对象"][index]
    return found


def stage(at: tuple[State, str]) -> Stage:
    now = current(setting(at[0]), at[1])
    assert isinstance(now, Current)
    return now.stage


def two() -> tuple[State, str]:
    """Two subjects talked to collectively, each with words of their own."""
    said = MINUTES["陈述"]
    rows = [{"编号": code, "陈述": said} for code in ("FGW-002", "FGW-003")]
    form = {"谈话": MINUTES["谈话"], "约谈对象": rows}
    return held(form=form, subjects=("FGW-002", "FGW-003"), collective_reason="同一问题")


def test_a_round_stands_with_its_subject_and_nothing_else_changes() -> None:
    before = held()
    now = after(before, **DAYS, verdict="到位")
    expected = raw(*before)
    expected["约谈对象"] = [{**subject(before), "整改": [{**ROUND, "评价": "到位"}]}]
    assert raw(*now) == expected
    assert stage(now) is Stage.RECTIFIED


def test_the_plan_names_its_record_subject_and_verdict() -> None:
    plan = report(held(), **DAYS, verdict="到位")
    assert (plan.action, plan.ids, plan.subject) == (
        "rectify", ("JS-202603-7K3FQ",), "整改 JS-202603-7K3FQ：FGW-002 到位",
    )  # fmt: skip
    assert (plan.papers, plan.notes) == ((), ("下一步：yuetan close JS-202603-7K3FQ 办结",))


def test_an_open_round_is_completed_not_doubled() -> None:
    now = after(held(), formed=FORMED)
    assert stage(now) is Stage.RECTIFICATION_DUE
    assert report(now, received=RECEIVED).subject == "整改 JS-202603-7K3FQ：FGW-002 登记"
    now = after(after(now, sent=SENT, received=RECEIVED), verdict="到位")
    assert subject(now)["整改"] == [{**ROUND, "评价": "到位"}]


def test_the_rows_of_a_form_stand_with_the_round_and_may_be_read_again_while_it_is_open() -> None:
    one, other = {"问题": "陪餐超标", "措施": "修订办法"}, {"问题": "事后补单", "时限": "7月底前"}
    now = after(held(), formed=FORMED, measures=(one,), remark="另附清单")
    assert subject(now)["整改"] == [{"形成日期": FORMED, "事项": [one], "其他说明": "另附清单"}]
    now = after(now, formed=FORMED, measures=(one, other))
    assert subject(now)["整改"] == [{"形成日期": FORMED, "事项": [one, other], "其他说明": "另附清单"}]
    now = after(after(now, sent=SENT, verdict="整改不力"), formed=DAY, measures=(other,))
    assert [row["事项"] for row in subject(now)["整改"]] == [[one, other], [other]]


def test_another_day_opens_another_round() -> None:
    now = after(after(held(), formed=FORMED), formed=DAY)
    assert subject(now)["整改"] == [{"形成日期": FORMED}, {"形成日期": DAY}]


def test_after_a_verdict_comes_the_next_round_and_the_last_one_counts() -> None:
    now = after(held(), **DAYS, verdict="措施不到位")
    now = after(now, date(2026, 3, 24), formed=date(2026, 3, 23), sent=date(2026, 3, 23), verdict="到位")
    assert subject(now)["整改"] == [
        {**ROUND, "评价": "措施不到位"},
        {"形成日期": date(2026, 3, 23), "报送日期": date(2026, 3, 23), "评价": "到位"},
    ]
    assert isinstance(close(setting(now[0]), CloseRequest(id=now[1], day=DAY)), Refusal)
    done = CloseRequest(id=now[1], day=date(2026, 3, 24))
    assert isinstance(close(setting(now[0]), done), Plan)


def test_what_was_sent_back_is_owed_again() -> None:
    now = after(held(), **DAYS, verdict="措施不到位", returned="措施空泛")
    assert subject(now)["整改"] == [{**ROUND, "评价": "措施不到位", "退回原因": "措施空泛"}]
    assert stage(now) is Stage.RECTIFICATION_DUE
    now = after(now, date(2026, 3, 25), formed=date(2026, 3, 25), sent=date(2026, 3, 25), verdict="到位")
    assert stage(now) is Stage.RECTIFIED


def test_a_failing_verdict_says_what_is_to_come() -> None:
    assert report(held(), **DAYS, verdict="整改不力").notes == (
        "评价为整改不力，办结前须登记钱乙丑（FGW-002）的追责，或登记整改到位的下一轮报告",
    )


def test_accountability_is_recorded_in_parts_beside_the_round() -> None:
    now = after(held(), **DAYS, verdict="整改不力", accountability_way="通报批评")
    plan = report(now, accountability_body="市纪委监委", accountability_basis="有关规定", accountability_day=DAY)
    assert plan.subject == "整改 JS-202603-7K3FQ：FGW-002 追责"
    assert subject((applied(now[0], plan), now[1]))["追责"] == {
        "方式": "通报批评", "机关": "市纪委监委", "依据": "有关规定", "日期": DAY,
    }  # fmt: skip
    assert subject(now)["整改"] == [{**ROUND, "评价": "整改不力"}]


def test_with_accountability_a_failing_verdict_leads_to_closing() -> None:
    plan = report(held(), **DAYS, verdict="整改不力", accountability_way="通报批评")
    assert plan.notes == ("下一步：yuetan close JS-202603-7K3FQ 办结",)


def test_each_subject_owes_a_report_of_their_own() -> None:
    plan = report(two(), subject="孙丙寅", **DAYS, verdict="到位")
    assert plan.subject == "整改 JS-202603-7K3FQ：FGW-003 到位"
    assert plan.notes == ("还没有评价的：钱乙丑（FGW-002）的整改落实情况报告",)
    now = (applied(two()[0], plan), "JS-202603-7K3FQ")
    assert (subject(now, 0).get("整改"), subject(now, 1)["整改"]) == (None, [{**ROUND, "评价": "到位"}])
    assert stage(now) is Stage.RECTIFICATION_DUE
    last = report(now, subject="FGW-002", **DAYS, verdict="到位")
    assert last.notes == ("下一步：yuetan close JS-202603-7K3FQ 办结",)


def test_of_several_subjects_one_must_be_named() -> None:
    assert report(two(), **DAYS) == Refusal(
        "JS-202603-7K3FQ 有几位约谈对象，须指明哪一位",
        hint="用 --subject 指明：钱乙丑（FGW-002）、孙丙寅（FGW-003）",
    )
    assert report(two(), **DAYS, subject="CZJ-001") == Refusal(
        "JS-202603-7K3FQ 的约谈对象中没有“CZJ-001”", hint="约谈对象：钱乙丑（FGW-002）、孙丙寅（FGW-003）"
    )


def test_an_absent_subject_owes_no_report() -> None:
    rows = [{"编号": "FGW-002", "陈述": MINUTES["陈述"]}, {"编号": "FGW-003", "到场": False}]
    at = held(form={"谈话": MINUTES["谈话"], "约谈对象": rows}, subjects=("FGW-002", "FGW-003"), collective_reason="同")
    assert report(at, subject="FGW-003", **DAYS) == Refusal(
        "孙丙寅（FGW-003）缺席，没有后续报告可登记", hint="另行约谈后再登记"
    )
    assert report(at, subject="FGW-002", **DAYS, verdict="到位").notes == ("下一步：yuetan close JS-202603-7K3FQ 办结",)


def test_something_must_be_said() -> None:
    assert report(held()) == Refusal(
        "没有写明登记什么", hint="用 --formed、--sent、--received、--verdict，或追责的各项"
    )


def test_a_verdict_that_the_law_does_not_know_is_refused() -> None:
    assert report(held(), **DAYS, verdict="认可") == Refusal(
        "没有“认可”这一评价", hint="可用的评价：到位、措施不到位、整改不力"
    )


def test_a_document_that_the_situation_does_not_know_is_refused() -> None:
    assert report(held(), **DAYS, document=SECOND) == Refusal(
        "警示约谈的后续文书没有“廉政承诺书”", hint="可用：整改落实情况报告"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("formed", "形成日期"), ("sent", "报送日期"), ("received", "收到日期"), ("accountability_day", "追责日期"),
    ],
)  # fmt: skip
def test_a_day_to_come_is_refused(name: str, words: str) -> None:
    given: dict[str, Any] = {name: date(2026, 3, 22)}
    assert report(held(), **given) == Refusal(
        f"{words} 2026-03-22 在今天（2026-03-21）之后，还没有发生的事不能登记",
        hint="检查 --date；事情发生之后再登记",
    )


def test_a_report_formed_before_the_talk_is_refused() -> None:
    refusal = report(held(), formed=date(2026, 3, 9))
    assert refusal.message == "S6 形成日期早于谈话 2026-03-10"
    assert [one.code for one in refusal.findings] == ["S6"]


def test_the_last_day_is_in_time_and_the_next_is_late() -> None:
    last, late = date(2026, 3, 25), date(2026, 3, 26)
    assert isinstance(report(held(), last, day=last, formed=last, sent=last), Plan)
    refusal = report(held(), late, day=late, formed=late, sent=late)
    assert [(one.code, one.provision) for one in refusal.findings] == [("B8.3", "第八条第（三）项")]
    assert "2026-03-26 才形成，迟了1天" in refusal.message
    assert refusal.hint == "事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外"


def test_a_late_report_is_recorded_as_it_was_with_an_override() -> None:
    late = date(2026, 3, 26)
    plan = report(held(), late, day=late, formed=late, sent=late, verdict="到位", override=OVERRIDE)
    value = raw(applied(held()[0], plan), "JS-202603-7K3FQ")
    assert value["约谈对象"][0]["整改"] == [{"形成日期": late, "报送日期": late, "评价": "到位"}]
    assert value["例外"] == [
        {
            "规则": "B8.3", "路径": "约谈对象[0].整改[0].形成日期", "原因": "对象住院，如实登记", "批准": "郑庚午",
            "日期": late,
        }
    ]  # fmt: skip
    assert [(one.code, one.acknowledged) for one in plan.findings if one.code == "B8.3"] == [("B8.3", True)]


@pytest.mark.parametrize(("make", "words"), [(drafted, "已起草"), (notified, "已通知")])
def test_before_the_talk_there_is_no_report(make: Any, words: str) -> None:
    assert report(make(), **DAYS) == Refusal(
        f"JS-202603-7K3FQ {words}，不能登记后续报告", hint="还没有约谈；约谈后先用 yuetan minutes JS-202603-7K3FQ 登记"
    )


def test_a_situation_without_a_document_asks_for_none() -> None:
    said = {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"}
    nothing: dict[str, Any] = {"source": None, "whose": (), "gist": None, "interviewers": ()}
    at = held(form={**MINUTES, "陈述": said}, kind="日常", **nothing)
    assert report(at, **DAYS) == Refusal(
        "RC-202603-7K3FQ 已约谈，不能登记后续报告",
        hint="这一情形不要求后续报告，可用 yuetan close RC-202603-7K3FQ 办结",
    )


def test_a_closed_record_is_amended_instead() -> None:
    state, one = after(held(), **DAYS, verdict="到位")
    state = applied(state, close(setting(state, DAY), CloseRequest(id=one, day=DAY)))
    assert report((state, one), **DAYS) == Refusal(
        "JS-202603-7K3FQ 已办结，不能登记后续报告",
        hint="已办结的只能用 yuetan amend JS-202603-7K3FQ --set 路径=值 --why 原因 更正",
    )


def test_what_was_called_off_is_not_touched() -> None:
    state, one = drafted()
    request = CancelRequest(id=one, day=date(2026, 3, 3), why="撤回")
    state = applied(state, cancel(setting(state), request))
    assert report((state, one), **DAYS).hint == "已撤销的约谈不再变动；需要时用 yuetan new 另行起草"


def test_an_unknown_id_is_refused() -> None:
    assert report((city(), "JS-202603-22222"), **DAYS).message == "没有编号为 JS-202603-22222 的约谈"


def test_the_county_has_verdicts_of_its_own() -> None:
    assert report(county.held(), formed=date(2026, 3, 12), received=date(2026, 3, 16), verdict="到位") == Refusal(
        "没有“到位”这一评价", hint="可用的评价：认可、不认可"
    )


def two_documents() -> tuple[State, str, Laws]:
    """The city where a warning owes a second document too, with a verdict of its own."""
    state, one = held()
    laws = laws_of(state)
    profile = laws.profiles["lianyungang-2015"]
    first = next(row for row in profile.situations if row.code == "JS")
    other = replace(first.follow_ups[0], document=SECOND, verdicts=("认可",), failing=())
    more = replace(first, follow_ups=(*first.follow_ups, other))
    situations = tuple(more if row is first else row for row in profile.situations)
    profiles = {**laws.profiles, profile.name: replace(profile, situations=situations)}
    return state, one, Laws(profiles, state.office, laws.calendar)


def test_where_two_documents_are_owed_one_must_be_named() -> None:
    state, one, laws = two_documents()
    assert report((state, one), laws=laws, **DAYS) == Refusal(
        "警示约谈的后续文书有几种，须写明哪一种", hint="用 --document：整改落实情况报告、廉政承诺书"
    )
    assert report((state, one), laws=laws, **DAYS, document=SECOND, verdict="到位") == Refusal(
        "没有“到位”这一评价", hint="可用的评价：认可"
    )


def test_rounds_of_two_documents_are_kept_apart_and_both_are_owed() -> None:
    state, one, laws = two_documents()
    first: dict[str, Any] = {"document": "整改落实情况报告"}
    state, _ = after((state, one), laws=laws, **first, formed=FORMED, sent=SENT)
    state, _ = after((state, one), laws=laws, **DAYS, document=SECOND, verdict="认可")
    plan = report((state, one), laws=laws, **first, received=RECEIVED, verdict="到位")
    refusal = close(Setting(state, laws, DAY), CloseRequest(id=one, day=DAY))
    assert isinstance(refusal, Refusal)
    assert refusal.message.startswith("钱乙丑（FGW-002）的整改落实情况报告还没有评价，不能办结（")
    state = applied(state, plan)
    assert subject((state, one))["整改"] == [
        {**ROUND, "评价": "到位", "文书": "整改落实情况报告"},
        {**ROUND, "评价": "认可", "文书": SECOND},
    ]
    assert isinstance(close(Setting(state, laws, DAY), CloseRequest(id=one, day=DAY)), Plan)
