"""The planner: lawful, bounded, complete, stable; and its settings, each at both sides."""

import time
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as clock
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.city import CITY, OFFICE, built, city, post, unit
from tests.regulation.city import COUNTY
from tests.views.planned_city import TODAY, YEAR, big_city, laws_of, with_plan
from yuetan.actions.plan_year import plan_value
from yuetan.model import Interview, Plan, Received, Roster, State, Stored, build
from yuetan.planning.plan_maker import plan_year
from yuetan.planning.weeks import week_text, weeks_of
from yuetan.planning.year_plan import YearPlan
from yuetan.regulation.authority import entitlement
from yuetan.regulation.yearly import yearly_subjects

HEAD = {"党内职务": "党组书记"}


def planned(state: State, today: date = TODAY, year: int = YEAR, **more: Any) -> YearPlan:
    return plan_year(state, laws_of(state), year, today, **more)


def office_of(*members: dict[str, Any], head: dict[str, Any] | None = None) -> State:
    """A city with one office: its head and the members given."""
    bureau = unit(
        "DW", "示例局", "市委办局",
        head or post("DW-001", "赵甲子", "局长", "主要负责人", **HEAD),
        *(post(f"DW-{n:03}", f"钱示{n}", "副局长", "班子成员", **more) for n, more in enumerate(members, start=2)),
        分管领导=["SZF-001"],
    )  # fmt: skip
    return city(units=(*CITY[2:], bureau))


def weeks_by_subject(plan: YearPlan) -> dict[str, Any]:
    return {talk.subject: talk.week for talk in plan.talks}


def with_entries(state: State, *entries: tuple[Any, ...]) -> State:
    rows = [{"约谈人": a, "对象": b, "月份": c, **({"备注": d[0]} if d else {})} for a, b, c, *d in entries]
    value = {"年度": YEAR, "安排": rows}
    return replace(state, plans=(Stored(f"records/plans/{YEAR}.yaml", value, built(Plan, value)),))


def held(subject: str, interviewer: str, day: date) -> Stored[Interview]:
    value = {
        "编号": f"RC-{day:%Y%m}-7K3FQ", "类型": "日常约谈", "起草": day, "约谈人": [{"编号": interviewer}],
        "约谈对象": [{"编号": subject}], "谈话": {"时间": datetime.combine(day, clock(9))},
    }  # fmt: skip
    record, violations = build(Interview, value)
    assert violations == ()
    return Stored(f"records/interviews/{day:%Y/%m}/{value['编号']}.yaml", value, record)


@st.composite
def cities(draw: st.DrawFn) -> State:
    units = draw(st.integers(1, 6))
    state = big_city(units, draw(st.integers(units + 4, 60)))
    changed = []
    for one in state.roster.units:
        posts = []
        for entry in one.posts:
            kind = draw(st.sampled_from(("", "", "", "new", "left", "waived")))
            day = date(YEAR, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
            more: dict[str, Any] = {"new": {"since": day}, "left": {"until": day}}.get(kind, {})
            posts.append(replace(entry, **more))
        changed.append(replace(one, posts=tuple(posts)))
    return replace(state, roster=Roster(tuple(changed)))


@settings(max_examples=40, deadline=None)
@given(cities(), st.integers(1, 3), st.sampled_from((TODAY, date(YEAR, 5, 20), date(YEAR, 11, 30))))
def test_a_plan_is_lawful_bounded_complete_and_stable(state: State, per_week: int, today: date) -> None:
    laws = laws_of(state)
    plan = planned(state, today, per_week=per_week)
    law = laws.on(date(YEAR, 12, 31))
    assert law is not None
    for talk in plan.talks:
        assert talk.week is not None
        days = [talk.week + timedelta(days=n) for n in range(5)]
        assert any(
            entitlement(law, state.roster, "日常约谈", talk.interviewer, talk.subject, day)
            and state.roster.posts(talk.subject, day)
            for day in days
        )
        assert talk.week + timedelta(days=6) >= today
    assert max(Counter((t.interviewer, t.week) for t in plan.talks).values(), default=0) <= per_week
    named = {t.subject for t in plan.talks} | {a.person for a in (*plan.unplaced, *plan.settled)}
    assert named == {one.person for one in yearly_subjects(law, state.roster, YEAR)}
    assert all(aside.reason for aside in plan.unplaced)
    again = planned(with_plan(state, plan), today, per_week=per_week)
    assert plan_value(again) == plan_value(plan)
    assert (again.unplaced, again.dropped) == (plan.unplaced, ())


def test_a_full_size_city_is_planned_within_thirty_seconds() -> None:
    state = big_city(300, 1500)
    began = time.perf_counter()
    plan = planned(state)
    assert time.perf_counter() - began < 30
    assert len(plan.talks) == 1498  # all but the party secretary and the mayor, over whom no line of the matrix is


def test_nobody_is_left_over_while_there_is_room() -> None:
    weeks = sum(bool(week.days) for week in weeks_of(YEAR, laws_of(city()).calendar))
    state = office_of(*({} for _ in range(weeks + 3)))
    plan = planned(state, per_week=1)
    mine = [talk for talk in plan.talks if talk.interviewer == "DW-001"]
    assert len(mine) == weeks
    left = [aside for aside in plan.unplaced if aside.unit == "示例局"]
    assert len(mine) + len(left) == weeks + 3
    assert "可排的周都已排满（每周最多1人）" in left[0].reason


def test_nothing_lies_in_the_last_fortnight_of_june_and_december() -> None:
    calendar = laws_of(city()).calendar
    days = [day for week in weeks_of(2026, calendar) for day in week.days]
    assert date(2026, 6, 16) in days
    assert date(2026, 6, 17) not in days
    assert date(2026, 12, 17) in days
    assert date(2026, 12, 18) not in days


def test_a_week_counts_for_the_month_of_its_wednesday_alone() -> None:
    weeks = {week.monday: week for week in weeks_of(2026, laws_of(city()).calendar)}
    assert weeks[date(2026, 3, 30)].month == 4
    assert weeks[date(2026, 3, 30)].days == (date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 3))


def test_who_took_office_lately_is_planned_ninety_days_later() -> None:
    state = office_of({"任职": date(YEAR, 2, 1)})
    week = weeks_by_subject(planned(state))["DW-002"]
    assert week >= date(YEAR, 4, 27)  # 5 月 2 日满九十天


def test_who_cannot_settle_in_within_the_year_is_named_with_the_day() -> None:
    state = office_of({"任职": date(YEAR, 10, 1)})
    plan = planned(state)
    reason = next(aside.reason for aside in plan.unplaced if aside.person == "DW-002")
    assert reason.startswith("2027年10月1日到任，满90天要到2027年12月30日")


def test_principals_come_first() -> None:
    plan = planned(big_city(8, 40), per_week=1)
    by_leader: dict[str, list[Any]] = {}
    for talk in plan.talks:
        by_leader.setdefault(talk.interviewer, []).append((talk.week, talk.subject))
    principals = {f"DW{n:03}-001" for n in range(8)}
    for talks in by_leader.values():
        kinds = [subject in principals for _, subject in sorted(talks)]
        assert kinds == sorted(kinds, reverse=True)
    assert len(by_leader) > 8


def test_the_earliest_deadline_comes_first_where_one_alone_is_entitled() -> None:
    state = office_of({}, {}, {"免职": date(YEAR, 3, 1)}, {"免职": date(YEAR, 2, 1)})
    weeks = weeks_by_subject(planned(state, per_week=1))
    assert weeks["DW-005"] < weeks["DW-004"] < min(weeks["DW-002"], weeks["DW-003"])


def test_subjects_are_shared_evenly_where_several_are_entitled() -> None:
    plan = planned(big_city(12, 24))
    principals = Counter(t.interviewer for t in plan.talks if t.subject.startswith("DW") and t.subject.endswith("001"))
    assert max(principals.values()) - min(principals.values()) <= 1 or set(principals) == {"SZF-001", "SZF-002"}


def test_entries_of_the_plan_stay_with_their_remarks() -> None:
    state = with_entries(office_of({}, {}), ("DW-001", "DW-003", 9, "结合述职"))
    talk = planned(state).talks[-1]
    assert (talk.subject, talk.month, talk.status, talk.written) == ("DW-003", 9, "已定", "结合述职")


def test_an_entry_by_somebody_no_longer_entitled_is_placed_again_and_said_so() -> None:
    state = with_entries(office_of({}), ("FGW-001", "DW-002", 5))
    plan = planned(state)
    assert [aside.person for aside in plan.dropped] == ["DW-002"]
    assert "无权约谈" in plan.dropped[0].reason
    assert {t.subject: t.interviewer for t in plan.talks}["DW-002"] == "DW-001"


def test_what_was_held_needs_no_other_place() -> None:
    state = replace(office_of({}), interviews=(held("DW-002", "DW-001", date(YEAR, 3, 10)),))
    plan = planned(state, today=date(YEAR, 4, 1))
    assert [(t.month, t.status) for t in plan.talks if t.subject == "DW-002"] == [(3, "已约谈")]


def test_what_somebody_without_power_held_does_not_count() -> None:
    state = replace(office_of({}), interviews=(held("DW-002", "JW-009", date(YEAR, 3, 10)),))
    plan = planned(state, today=date(YEAR, 4, 1))
    assert [t.status for t in plan.talks if t.subject == "DW-002"] == ["新排"]


def test_what_a_unit_reported_without_an_interviewer_is_settled() -> None:
    value = {
        "期间": f"{YEAR}H1", "单位": "DW", "收到日期": date(YEAR, 6, 20),
        "约谈": [{"编号": f"RC-{YEAR}03-7K3FQ", "类型": "日常约谈", "日期": date(YEAR, 3, 3), "对象": "DW-002"}],
    }  # fmt: skip
    received = Stored(f"records/received/{YEAR}H1/DW.yaml", value, built(Received, value))
    plan = planned(replace(office_of({}), received=(received,)), today=date(YEAR, 7, 1))
    assert "DW-002" not in {talk.subject for talk in plan.talks}
    assert [aside.reason for aside in plan.settled] == [f"{YEAR}年3月3日已约谈（RC-{YEAR}03-7K3FQ，示例局报来）"]


def test_a_waived_person_is_settled_and_not_planned() -> None:
    state = office_of({"免谈": [{"年度": YEAR, "原因": "病假"}]})
    plan = planned(state)
    assert [(aside.person, aside.reason) for aside in plan.settled] == [("DW-002", "免谈：病假")]
    assert "DW-002" not in {talk.subject for talk in plan.talks}


def test_whom_nobody_may_interview_is_named() -> None:
    state = office_of({}, head=post("DW-001", "赵甲子", "局长", "主要负责人", 党内职务="党组副书记"))
    plan = planned(state)
    assert [a.person for a in plan.unplaced if a.unit == "示例局"] == ["DW-002"]


def test_a_missed_month_stays_unless_it_is_to_be_planned_again() -> None:
    state = with_entries(office_of({}), ("DW-001", "DW-002", 2))
    today = date(YEAR, 4, 1)
    stays = next(t for t in planned(state, today).talks if t.subject == "DW-002")
    assert (stays.month, stays.note) == (2, "计划的月份已过，尚未约谈")
    again = planned(state, today, again=True)
    moved = next(t for t in again.talks if t.subject == "DW-002")
    assert moved.month >= 4
    assert [aside.person for aside in again.dropped] == ["DW-002"]


def test_two_interviews_a_year_lie_in_two_halves() -> None:
    county = {"规范": [{"自": date(2024, 1, 1), "规范": COUNTY}]}
    units = (
        unit("XW", "云溪县委", "县区党委",
             post("XW-001", "赵甲子", "县委书记", "主要负责人", "市管", 党内职务="县委书记"),
             post("XW-002", "钱乙丑", "县委副书记", "班子成员", "县管", 党内职务="县委副书记"),
             所属县区="云溪县"),
        *CITY[2:3],
    )  # fmt: skip
    state = city({**OFFICE, **county}, units)
    months = sorted(t.month for t in planned(state).talks if t.subject == "XW-002")
    assert len(months) == 2
    assert months[0] <= 6 < months[1]


def test_a_unit_reports_plans_its_own_people_alone() -> None:
    state = city({**OFFICE, "单位": "FGW", "角色": "报送"})
    assert {t.subject for t in planned(state).talks} == {"FGW-001", "FGW-002", "FGW-003"}


@pytest.mark.parametrize(("monday", "words"), [((2026, 3, 9), "3月9日至13日"), ((2026, 3, 30), "3月30日至4月3日")])
def test_a_week_is_named_by_monday_and_friday(monday: tuple[int, int, int], words: str) -> None:
    assert week_text(date(*monday)) == words
