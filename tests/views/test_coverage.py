"""Coverage, plan beside reality, and the letters to units that are behind: from the same few facts."""

from dataclasses import replace
from datetime import date

from tests.actions.city import OFFICE, built, city, laws_of, post
from tests.views.test_plan import HEAD, held, office_of, with_entries
from yuetan.model import Received, State, Stored
from yuetan.planning.own_entries import own_of_month
from yuetan.planning.plan_status import counts, plan_status
from yuetan.views.coverage.people import Covered, Status, coverage
from yuetan.views.coverage.sums import by_interviewer, by_unit, gaps
from yuetan.views.coverage.supervision import supervisions
from yuetan.views.papers.supervision import supervision_view

YEAR = 2027
MAY = date(YEAR, 5, 20)


def rows(state: State, today: date = MAY) -> dict[str, Covered]:
    return {row.person: row for row in coverage(state, laws_of(state), YEAR, today)}


def reported(state: State, *, lawful: bool = True) -> State:
    value = {
        "期间": f"{YEAR}H1", "单位": "DW", "收到日期": MAY,
        "约谈": [{
            "编号": f"RC-{YEAR}03-7K3FQ", "类型": "日常约谈", "日期": date(YEAR, 3, 3), "对象": "DW-002",
            "约谈人": "DW-001", "合于权限": lawful,
        }],
    }  # fmt: skip
    record = built(Received, value)
    return replace(state, received=(Stored(f"records/received/{YEAR}H1/DW.yaml", value, record),))


def test_who_is_still_owed_an_interview_has_days_left_and_who_may_hold_it() -> None:
    row = rows(office_of({}))["DW-002"]
    assert (row.status, row.held, row.owed, row.days_left) == (Status.OPEN, 0, 1, 225)
    assert row.entitled == (("DW-001", "赵甲子"),)


def test_the_last_day_of_the_year_is_in_time_and_the_day_after_is_not() -> None:
    state = office_of({})
    last, after = rows(state, date(YEAR, 12, 31))["DW-002"], rows(state, date(YEAR + 1, 1, 1))["DW-002"]
    assert (last.status, last.days_left) == (Status.OPEN, 0)
    assert (after.status, after.days_left) == (Status.LATE, -1)


def test_what_a_unit_reported_counts() -> None:
    row = rows(reported(office_of({})))["DW-002"]
    assert (row.status, row.held, row.last, row.days_left) == (Status.DONE, 1, date(YEAR, 3, 3), None)
    assert row.remark == f"RC-{YEAR}03-7K3FQ 由示例局报来"


def test_what_a_unit_reported_as_unlawful_does_not_count() -> None:
    row = rows(reported(office_of({}), lawful=False))["DW-002"]
    assert (row.status, row.held) == (Status.OPEN, 0)
    assert "由无权的人约谈，不计" in row.remark


def test_our_own_by_somebody_without_power_does_not_count() -> None:
    state = replace(office_of({}), interviews=(held("DW-002", "JW-009", date(YEAR, 3, 10)),))
    assert rows(state)["DW-002"].status == Status.OPEN


def test_an_interview_of_a_later_day_does_not_count_yet() -> None:
    state = replace(office_of({}), interviews=(held("DW-002", "DW-001", date(YEAR, 5, 21)),))
    assert rows(state)["DW-002"].status == Status.OPEN
    assert rows(state, date(YEAR, 5, 21))["DW-002"].status == Status.DONE


def test_a_waiver_is_shown_with_its_reason_and_owes_nothing() -> None:
    row = rows(office_of({"免谈": [{"年度": YEAR, "原因": "病假"}]}))["DW-002"]
    assert (row.status, row.days_left, row.remark) == (Status.WAIVED, None, "免谈：病假")


def test_whom_nobody_may_interview_is_only_doubtful() -> None:
    state = office_of({}, head=post("DW-001", "赵甲子", "局长", "主要负责人", 党内职务="党组副书记"))
    row = rows(state)["DW-002"]
    assert (row.status, row.entitled) == (Status.DOUBTFUL, ())
    assert row.remark == "有权约谈的职务全年空缺"


def test_who_leaves_must_be_interviewed_before() -> None:
    row = rows(office_of({"免职": date(YEAR, 9, 1)}))["DW-002"]
    assert (row.due, row.days_left) == (date(YEAR, 8, 31), 103)


def test_units_are_summed_and_totalled() -> None:
    state = reported(office_of({}, {"免谈": [{"年度": YEAR, "原因": "病假"}]}, {}))
    found = coverage(state, laws_of(state), YEAR, MAY)
    by_name = {row.unit: row.cells()[1:] for row in by_unit(found)}
    assert by_name["示例局"] == (4, 1, 2, 0, 1, 0, "33%")
    assert by_name["合计"][0] == len(found)


def test_interviewers_see_how_many_wait_for_them_and_for_them_alone() -> None:
    state = office_of({}, {})
    found = {row.interviewer: row for row in by_interviewer(coverage(state, laws_of(state), YEAR, MAY))}
    assert found["DW-001"].cells() == ("赵甲子", "DW-001", 2, 2, "钱示2、钱示3")


def test_a_promotion_without_an_interview_is_a_gap_once_thirty_days_are_over() -> None:
    promoted = post(
        "DW-001", "赵甲子", "局长", "主要负责人", 任职=date(2026, 4, 1), 变动="提拔", 职级="正处", **HEAD
    )  # fmt: skip
    state = office_of({}, head=promoted)
    assert gaps(state, laws_of(state), date(2026, 5, 1)) == ()
    found = gaps(state, laws_of(state), date(2026, 5, 2))
    assert [(gap.code, gap.file) for gap in found] == [("W4.2", "records/units/DW.yaml")]


def test_a_unit_that_is_behind_gets_a_letter_and_one_that_is_not_gets_none() -> None:
    state = reported(office_of({}))
    found = {letter.unit: letter for letter in supervisions(state, laws_of(state), YEAR, MAY)}
    assert found["示例局"].people == (("赵甲子", "局长", "卫乙亥", "2027年12月31日"),)
    assert (found["示例局"].owed, found["示例局"].held, found["示例局"].provision) == (2, 1, "第六条")
    law = laws_of(state).on(MAY)
    assert law is not None
    assert supervision_view(found["示例局"], state, law).left == "1"
    assert found["示例局"].sender == "市纪委监委"
    done = replace(state, interviews=(held("DW-001", "SZF-001", date(YEAR, 4, 1)),))
    assert "示例局" not in {letter.unit for letter in supervisions(done, laws_of(done), YEAR, MAY)}


def test_a_reporting_unit_sees_its_own_people_alone() -> None:
    state = city({**OFFICE, "单位": "FGW", "角色": "报送"})
    assert set(rows(state)) == {"FGW-001", "FGW-002", "FGW-003"}


def test_plan_and_reality_stand_side_by_side() -> None:
    state = with_entries(
        office_of({}, {}, {}, {}),
        ("DW-001", "DW-002", 3), ("DW-001", "DW-003", 4), ("DW-001", "DW-004", 5), ("DW-001", "DW-005", 6),
    )  # fmt: skip
    state = replace(state, interviews=(held("DW-002", "DW-001", date(YEAR, 3, 10)),))
    found = {row.subject: row.status for row in plan_status(state, laws_of(state), YEAR, MAY)}
    assert [found[f"DW-{n:03}"] for n in range(1, 6)] == [
        "应谈而不在计划中", "已约谈", "逾期未谈", "本月应谈", "未到时间",
    ]  # fmt: skip


def test_another_month_another_person_and_what_was_not_planned_are_told_apart() -> None:
    state = with_entries(office_of({}, {}), ("DW-001", "DW-002", 4))
    facts = (held("DW-002", "DW-001", date(YEAR, 3, 10)), held("DW-003", "DW-001", date(YEAR, 3, 11)))
    found = plan_status(replace(state, interviews=facts), laws_of(state), YEAR, MAY)
    assert [row.status for row in found[:2]] == ["已约谈，不在计划的月份", "计划外约谈"]
    assert counts(found[:2]) == {"已约谈，不在计划的月份": 1, "计划外约谈": 1}
    other = with_entries(office_of({}, {}), ("SZF-001", "DW-002", 3))
    other = replace(other, interviews=facts[:1])
    assert plan_status(other, laws_of(other), YEAR, MAY)[0].status == "已约谈，不由计划的人"


def test_only_our_own_of_the_month_that_are_not_drafted_are_to_be_drafted() -> None:
    state = with_entries(city({**OFFICE, "单位": "FGW"}), ("FGW-001", "FGW-002", 4), ("FGW-001", "FGW-003", 5))
    state = with_entries(state, ("FGW-001", "FGW-002", 4), ("FGW-001", "FGW-003", 5), ("SW-001", "SW-002", 4))
    assert [row.subject for row in own_of_month(state, laws_of(state), YEAR, 4, MAY)] == ["FGW-002"]
    done = replace(state, interviews=(held("FGW-002", "FGW-001", date(YEAR, 4, 2)),))
    assert own_of_month(done, laws_of(done), YEAR, 4, MAY) == ()
