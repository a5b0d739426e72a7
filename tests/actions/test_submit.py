"""报送: what is written down of a report that was sent, and what refuses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import OFFICE, city, laws_of, setting
from tests.views.report_samples import archive, interview, record_id, sent
from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.submit import PaperRequest, SubmitRequest, record_paper, report_of, submit
from yuetan.finding import Finding, Level
from yuetan.regulation.law import Laws
from yuetan.views.report.rows import report_rows

if TYPE_CHECKING:
    from yuetan.model import State

DAY, TODAY = date(2026, 6, 26), date(2026, 7, 10)
ONE, TWO = (record_id("日常约谈", date(2026, 3, 10), number) for number in (1, 2))
FILE = f"records/interviews/2026/03/{ONE}.yaml"


def held() -> State:
    """Two interviews, one of them with two subjects."""
    return archive(
        interview(1, date(2026, 3, 10), ["CZJ-001"]), interview(2, date(2026, 3, 10), ["FGW-001", "FGW-002"])
    )


def send(
    state: State | None = None, today: date = TODAY, findings: tuple[Finding, ...] = (), **more: Any
) -> Plan | Refusal:
    state = state or held()
    rows = report_rows(state, laws_of(state), "2026H1", DAY)
    usual = {"rows": rows, "day": DAY, "commit": "0123abc", "file_digest": "f1"}
    return submit(setting(state, today), SubmitRequest(**{**usual, **more}, findings=findings))


def value(**more: Any) -> dict[str, Any]:
    plan = send(**more)
    assert isinstance(plan, Plan), plan
    (edit,) = plan.edits
    assert edit.value is not None
    return edit.value


def refused(**more: Any) -> Refusal:
    found = send(**more)
    assert isinstance(found, Refusal)
    return found


def finding(code: str, file: str = FILE, level: Level = Level.ERROR, **more: Any) -> Finding:
    return Finding(code, level, None, file, (), "日期不对", **more)


def test_when_to_whom_and_from_which_commit_is_written() -> None:
    rows = report_rows(held(), laws_of(held()), "2026H1", DAY)
    assert rows is not None
    assert value() == {
        "期间": "2026H1",
        "报送日期": DAY,
        "报送机关": ["市纪委监委"],
        "提交": "0123abc",
        "约谈": [ONE, TWO],
        "数据摘要": rows.digest,
        "文件摘要": "f1",
    }


def test_the_plan_says_interviews_and_attendances_apart() -> None:
    plan = send()
    assert isinstance(plan, Plan)
    assert (plan.action, plan.ids, plan.subject) == ("submit", ("2026H1",), "报送 2026H1：市纪委监委，2次3人次")
    assert plan.edits[0].path == "records/reports/2026H1.yaml"
    assert plan.edits[0].header == "# yaml-language-server: $schema=../../schemas/report.schema.json"
    assert plan.notes == (
        "2026年上半年共 2 次，3 人次，报市纪委监委",
        "纸质件报出后，用 yuetan submit 2026H1 --paper 日期 登记",
    )


def test_a_report_of_nothing_is_one_too() -> None:
    plan = send(city())
    assert isinstance(plan, Plan)
    assert plan.subject == "报送 2026H1：市纪委监委，0次0人次"
    assert "约谈" not in value(state=city())


def test_with_its_paper_day_nothing_is_left_to_be_recorded() -> None:
    plan = send(paper=date(2026, 6, 29))
    assert isinstance(plan, Plan)
    assert plan.notes == ("2026年上半年共 2 次，3 人次，报市纪委监委",)
    assert value(paper=date(2026, 6, 29))["纸质件日期"] == date(2026, 6, 29)


def test_the_last_day_is_in_time_and_the_next_needs_its_reason() -> None:
    assert "逾期原因" not in value(day=date(2026, 6, 30), why="不必写")
    late = refused(day=date(2026, 7, 1))
    assert late.message.startswith("2026年上半年的约谈情况应在 2026-06-30 前报送，已迟1天（第七条第（四）项）：")
    assert late.hint == "用 --why 写明逾期的原因"
    assert refused(day=date(2026, 7, 1), why=" ") == late
    assert value(day=date(2026, 7, 1), why="停电")["逾期原因"] == "停电"


def test_what_was_sent_is_not_sent_again() -> None:
    assert refused(state=sent(held(), "2026H1", date(2026, 6, 25), [ONE])) == Refusal(
        "2026H1 已于 2026-06-25 报送",
        hint="此后的约谈列入下一期补报，改动列入下一期的“补报与更正”；登记纸质件用 --paper 日期",
    )


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"today": date(2026, 6, 25)}, "报送日期 2026-06-26 在今天（2026-06-25）之后，还没有发生的事不能登记"),
        (
            {"today": DAY, "paper": date(2026, 6, 27)},
            "纸质件日期 2026-06-27 在今天（2026-06-26）之后，还没有发生的事不能登记",
        ),
        ({"day": date(2025, 12, 31)}, "报送日期 2025-12-31 早于本期第一天 2026-01-01"),
        ({"paper": date(2025, 12, 31)}, "纸质件日期 2025-12-31 早于本期第一天 2026-01-01"),
    ],
)
def test_a_day_that_cannot_be_is_refused(more: dict[str, Any], message: str) -> None:
    assert refused(**more).message == message


@pytest.mark.parametrize("code", ["S1", "S2", "S6", "S7"])
def test_records_that_cannot_be_trusted_must_be_mended_first(code: str) -> None:
    wrong = finding(code)
    assert refused(findings=(wrong, finding("B7.2"))) == Refusal(
        f"有1处错误会使数字不可信，先改正再报送：{code} {ONE} 日期不对",
        (wrong,),
        hint="用 yuetan check --select S 查看全部",
    )


def test_only_the_first_three_are_said() -> None:
    wrong = tuple(finding("S2", f"records/units/{code}.yaml") for code in ("A", "B", "C", "D"))
    assert refused(findings=wrong).message == (
        "有4处错误会使数字不可信，先改正再报送：S2 A 日期不对；S2 B 日期不对；S2 C 日期不对"
    )


@pytest.mark.parametrize(
    "one",
    [
        finding("B6"),
        finding("S5"),
        finding("S6", level=Level.WARNING),
        finding("S6", acknowledged=True),
        finding("S2", "records/plans/2026.yaml"),
    ],
)
def test_what_does_not_touch_the_numbers_does_not_stop_the_report(one: Finding) -> None:
    assert isinstance(send(findings=(one,)), Plan)


def test_a_body_that_is_no_more_is_refused_with_its_successor() -> None:
    assert refused(recipients=("市监察局",)) == Refusal("市监察局 到 2026-06-26 已不存在", hint="报送给 市纪委监委")


def test_without_a_recipient_it_is_refused() -> None:
    laws = laws_of(held())
    profiles = {name: replace(one, recipients=()) for name, one in laws.profiles.items()}
    rows = report_rows(held(), laws, "2026H1", DAY)
    assert rows is not None
    request = SubmitRequest(rows=rows, day=DAY, commit="0123abc", file_digest="f1")
    found = submit(Setting(held(), Laws(profiles, held().office, laws.calendar), TODAY), request)
    assert found == Refusal("没有写明报送给谁", hint="用 --to 写明")


def test_other_recipients_may_be_named() -> None:
    assert value(recipients=("市纪委监委", "市委办公室"))["报送机关"] == ["市纪委监委", "市委办公室"]


def test_a_period_that_no_law_knows_is_refused() -> None:
    rows = report_rows(held(), laws_of(held()), "2026H1", DAY)
    assert rows is not None
    assert refused(rows=replace(rows, period="2026M03")) == Refusal(
        "没有名为“2026M03”的期间，或报送日期没有可依据的规范", hint="检查期间和 --date"
    )


def test_the_county_sends_monthly() -> None:
    office = {**OFFICE, "规范": [{"自": date(2024, 1, 1), "规范": "yunxi-2024"}]}
    state = archive(interview(1, date(2026, 3, 10), ["CZJ-001"]), office=office)
    rows = report_rows(state, laws_of(state), "2026M03", date(2026, 3, 26))
    plan = send(state, rows=rows, day=date(2026, 3, 26))
    assert isinstance(plan, Plan)
    assert plan.ids == ("2026M03",)
    late = send(state, rows=rows, day=date(2026, 3, 27))
    assert isinstance(late, Refusal)
    assert "应在 2026-03-26 前报送，已迟1天（第六条第（四）项）" in late.message


def test_the_paper_copy_is_recorded_afterwards() -> None:
    state = sent(held(), "2026H1", DAY, [ONE])
    plan = record_paper(setting(state, TODAY), PaperRequest(period="2026H1", day=date(2026, 6, 29)))
    assert isinstance(plan, Plan)
    assert plan.subject == "报送 2026H1：纸质件 2026-06-29 报出"
    assert plan.edits[0].value == {
        "期间": "2026H1", "报送日期": DAY, "约谈": [ONE], "纸质件日期": date(2026, 6, 29),
    }  # fmt: skip


def test_the_paper_copy_of_what_was_not_sent_is_refused() -> None:
    assert record_paper(setting(held(), TODAY), PaperRequest(period="2026H1", day=DAY)) == Refusal(
        "2026H1 还没有报送", hint="先用 yuetan submit 2026H1 登记报送"
    )


def test_the_same_paper_copy_is_not_recorded_twice_a_wrong_day_is_put_right() -> None:
    state = sent(held(), "2026H1", DAY, [ONE], 纸质件日期=date(2026, 6, 29))
    assert record_paper(setting(state, TODAY), PaperRequest(period="2026H1", day=date(2026, 6, 29))) == Refusal(
        "2026H1 的纸质件 2026-06-29 报出，已经登记", hint="日期登记错了的，写明正确的日期"
    )
    plan = record_paper(setting(state, TODAY), PaperRequest(period="2026H1", day=date(2026, 6, 30)))
    assert isinstance(plan, Plan)
    assert (plan.edits[0].value or {})["纸质件日期"] == date(2026, 6, 30)


def test_a_paper_copy_to_come_is_refused() -> None:
    found = record_paper(
        setting(sent(held(), "2026H1", DAY, []), TODAY), PaperRequest(period="2026H1", day=date(2026, 7, 11))
    )
    assert isinstance(found, Refusal)
    assert found.message == "纸质件日期 2026-07-11 在今天（2026-07-10）之后，还没有发生的事不能登记"


def test_the_report_of_a_period_is_found() -> None:
    report = report_of(sent(held(), "2026H1", DAY, [ONE]), "2026H1")
    assert report is not None
    assert (report.sent, report.interviews) == (DAY, (ONE,))
    assert report_of(held(), "2026H1") is None
