"""What is due: date vectors worked out by hand from the State Council's notices; sums beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.actions.city import OFFICE, applied, built, city, drafted, held, laws_of, notified, setting
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.model import Received, Report, State, Stored
from yuetan.views.deadlines.due import DueFilter, deadlines, filtered
from yuetan.views.deadlines.due_item import DueItem, DueKind


def due(state: State, today: date, kind: DueKind) -> list[DueItem]:
    return [one for one in deadlines(state, laws_of(state), today) if one.kind is kind]


def with_received(state: State, period: str, unit: str, *rows: dict[str, Any]) -> State:
    value = {"期间": period, "单位": unit, "收到日期": date(2026, 6, 20), "约谈": list(rows)}
    stored = Stored(f"records/received/{period}/{unit}.yaml", value, built(Received, value))
    return replace(state, received=(*state.received, stored))


# --- notice ------------------------------------------------------------------------------------------------


def test_draft_owes_its_notice_three_days_ahead() -> None:
    state, one = drafted()  # planned for Tuesday 2026-03-10; 10 - 3 = 7, a Saturday; the working day before is Friday 6
    (item,) = due(state, date(2026, 3, 2), DueKind.NOTICE)
    assert (item.due, item.workday, item.days_left) == (date(2026, 3, 7), date(2026, 3, 6), 5)
    assert (item.id, item.subject, item.unit) == (one, "FGW-002", "FGW")
    assert item.provision == "第七条第（二）项"
    assert item.trace == "约谈日 3月10日不计入，须提前3天，最迟 3月7日（周六）通知；该日不是工作日，建议 3月6日（周五）"
    assert item.command == f"yuetan notify {one}"


@pytest.mark.parametrize(
    ("planned", "last", "workday"),
    [
        ("2026-02-24", "2026-02-21", "2026-02-14"),  # 15–23 Feb is 春节; Saturday the 14th is worked
        ("2026-05-12", "2026-05-09", "2026-05-09"),  # a Saturday that is worked
        ("2026-10-09", "2026-10-06", "2026-09-30"),  # 1–7 Oct is 国庆节
        ("2024-03-03", "2024-02-29", "2024-02-29"),  # the leap day
        ("2025-03-03", "2025-02-28", "2025-02-28"),  # no leap day
        ("2026-01-02", "2025-12-30", "2025-12-30"),  # across the year
        ("2027-01-01", "2026-12-29", None),  # 29–31 December hang on the notice of 2027
    ],
)
def test_last_day_of_a_notice(planned: str, last: str, workday: str | None) -> None:
    day = date.fromisoformat(planned)
    state = city({**OFFICE, "启用": date(2015, 2, 4)})
    state, _ = drafted(state)
    (stored,) = state.interviews
    raw = {
        **stored.raw,
        "起草": date(2023, 1, 1),
        "安排": {"时间": datetime(day.year, day.month, day.day, 9), "地点": "一"},
    }
    state = replace(state, interviews=(Stored(stored.file, raw, built(type(stored.record), raw)),))
    (item,) = due(state, date(2023, 6, 1), DueKind.NOTICE)
    assert item.due == date.fromisoformat(last)
    assert item.workday == (date.fromisoformat(workday) if workday else None)


def test_overdue_notice_is_settled_by_another_day() -> None:
    state, one = drafted()
    assert due(state, date(2026, 3, 7), DueKind.NOTICE)[0].days_left == 0
    (item,) = due(state, date(2026, 3, 8), DueKind.NOTICE)
    assert item.overdue
    assert item.command == f"yuetan reschedule {one} --at 时间"


def test_notified_subject_owes_none_until_the_day_is_changed() -> None:
    state, one = notified()
    assert due(state, date(2026, 3, 6), DueKind.NOTICE) == []
    later = RescheduleRequest(id=one, at=datetime(2026, 3, 20, 9), day=date(2026, 3, 6))
    state = applied(state, reschedule(setting(state), later))
    (item,) = due(state, date(2026, 3, 6), DueKind.NOTICE)  # 20 - 3 = 17, a Tuesday
    assert (item.due, item.workday) == (date(2026, 3, 17), date(2026, 3, 17))


def test_postponed_interview_has_no_deadline() -> None:
    state, one = notified()
    state = applied(state, postpone(setting(state), PostponeRequest(id=one, day=date(2026, 3, 6), why="对象生病")))
    assert due(state, date(2026, 4, 1), DueKind.NOTICE) == []
    assert due(state, date(2026, 4, 1), DueKind.INTERVIEW) == []


# --- interview ---------------------------------------------------------------------------------------------


def test_planned_interview_is_to_be_recorded_the_day_after() -> None:
    state, one = notified()
    (item,) = due(state, date(2026, 3, 10), DueKind.INTERVIEW)
    assert (item.due, item.days_left, item.overdue) == (date(2026, 3, 11), 1, False)
    assert item.command == f"yuetan minutes {one}"
    assert due(state, date(2026, 3, 12), DueKind.INTERVIEW)[0].overdue


def test_held_interview_is_no_longer_due() -> None:
    state, _ = held()
    assert due(state, date(2026, 3, 12), DueKind.INTERVIEW) == []
    assert due(state, date(2026, 3, 12), DueKind.NOTICE) == []


# --- rectification -----------------------------------------------------------------------------------------


def test_report_is_due_on_the_fifteenth_day() -> None:
    state, one = held()  # held 2026-03-10: the 15th day after is the 25th, a Wednesday
    (item,) = due(state, date(2026, 3, 12), DueKind.RECTIFICATION)
    assert (item.due, item.workday, item.days_left) == (date(2026, 3, 25), date(2026, 3, 25), 13)
    assert item.trace == "约谈日 3月10日不计入，第15日为 3月25日（周三）"
    assert item.provision == "第八条第（三）项"
    assert item.command == f"yuetan rectify {one} --subject FGW-002"


@pytest.mark.parametrize(
    ("talk", "last", "workday"),
    [
        ("2026-04-24", "2026-05-09", "2026-05-09"),  # Saturday, worked
        ("2026-04-25", "2026-05-10", "2026-05-11"),  # Sunday -> Monday
        ("2026-09-16", "2026-10-01", "2026-10-08"),  # 国庆节 1–7 October
        ("2024-02-14", "2024-02-29", "2024-02-29"),  # leap day
        ("2023-02-14", "2023-03-01", "2023-03-01"),  # none
        ("2020-01-12", "2020-01-27", "2020-02-03"),  # 春节 prolonged to 2 February
        ("2026-12-14", "2026-12-29", None),  # 暂定
        ("2026-12-31", "2027-01-15", None),  # the year is not known
    ],
)
def test_fifteenth_day_and_the_working_day_beside_it(talk: str, last: str, workday: str | None) -> None:
    day = date.fromisoformat(talk)
    state, _ = held(city({**OFFICE, "启用": date(2015, 2, 4)}))
    (stored,) = state.interviews
    when = datetime(day.year, day.month, day.day, 9)
    raw = {**stored.raw, "起草": date(2019, 1, 1), "通知": [], "谈话": {**stored.raw["谈话"], "时间": when}}
    state = replace(state, interviews=(Stored(stored.file, raw, built(type(stored.record), raw)),))
    (item,) = due(state, day, DueKind.RECTIFICATION)
    assert item.due == date.fromisoformat(last)
    assert item.workday == (date.fromisoformat(workday) if workday else None)


def test_report_settles_it_once_it_is_formed_and_sent() -> None:
    day = date(2026, 3, 20)
    state, one = held()

    def after(**more: Any) -> list[DueItem]:
        plan = rectify(setting(state, day), RectifyRequest(id=one, day=day, **more))
        return due(applied(state, plan), date(2026, 4, 1), DueKind.RECTIFICATION)

    assert after(formed=day, sent=day) == []
    assert after(formed=day, received=day) == []
    assert [item.subject for item in after(formed=day)] == ["FGW-002"]  # not sent to anybody yet
    assert [item.subject for item in after(verdict="措施不到位")] == ["FGW-002"]  # no report at all
    assert [item.subject for item in after(formed=day, sent=day, returned="没有写措施")] == ["FGW-002"]


def test_record_from_before_the_office_began_owes_nothing() -> None:
    state, _ = held()
    later = replace(state, office=built(type(state.office), {**OFFICE, "启用": date(2026, 4, 1)}))
    assert due(later, date(2026, 6, 1), DueKind.RECTIFICATION) == []


# --- yearly ------------------------------------------------------------------------------------------------


def test_everybody_of_article_five_is_owed_the_years_interview() -> None:
    state = city()
    items = due(state, date(2026, 6, 1), DueKind.DAILY)
    assert {item.due for item in items} == {date(2026, 12, 31)}
    assert [item.subject for item in items if item.unit == "FGW"] == ["FGW-001", "FGW-002", "FGW-003"]
    own = next(item for item in items if item.subject == "FGW-002")
    assert own.command == "yuetan new 日常 --subject FGW-002"
    assert own.interviewers == ("FGW-001",)
    assert own.workday is None  # 31 December 2026 hangs on the notice of 2027


def test_interview_that_a_unit_reported_counts() -> None:
    row = {"编号": "RC-202603-22222", "类型": "日常约谈", "日期": date(2026, 3, 3), "对象": "FGW-002"}
    state = with_received(city(), "2026H1", "FGW", row)
    assert "FGW-002" not in {item.subject for item in due(state, date(2026, 6, 1), DueKind.DAILY)}
    absent = with_received(city(), "2026H1", "FGW", {**row, "到场": False})
    assert "FGW-002" in {item.subject for item in due(absent, date(2026, 6, 1), DueKind.DAILY)}
    other = with_received(city(), "2026H1", "FGW", {**row, "日期": date(2025, 12, 31)})
    assert "FGW-002" in {item.subject for item in due(other, date(2026, 6, 1), DueKind.DAILY)}


def test_waiver_leaves_the_person_out_and_only_that_year() -> None:
    value = dict(city().units[1].raw)
    value["干部"] = [
        {**one, "免谈": [{"年度": 2026, "原因": "长期病假", "批准": "某"}]} if one["编号"] == "FGW-002" else one
        for one in value["干部"]
    ]
    rows = tuple(value if unit.raw["编码"] == "FGW" else dict(unit.raw) for unit in city().units)
    state = city(units=rows)
    assert "FGW-002" not in {item.subject for item in due(state, date(2026, 6, 1), DueKind.DAILY)}
    assert "FGW-002" in {item.subject for item in due(state, date(2025, 6, 1), DueKind.DAILY)}


def test_reporting_office_answers_for_its_own_unit() -> None:
    state = city({**OFFICE, "单位": "FGW", "角色": "报送"})
    assert {item.unit for item in due(state, date(2026, 6, 1), DueKind.DAILY)} == {"FGW"}


# --- reports -----------------------------------------------------------------------------------------------


def test_reporting_office_owes_its_reports_until_sent() -> None:
    state = city({**OFFICE, "单位": "FGW", "角色": "报送", "启用": date(2026, 1, 1)})
    items = due(state, date(2026, 7, 1), DueKind.REPORT)
    assert [(item.id, item.due, item.days_left) for item in items] == [
        ("2026H1", date(2026, 6, 30), -1),  # 30 June 2026 is a Tuesday
        ("2026H2", date(2026, 12, 31), 183),  # 30 + 31 + 31 + 30 + 31 + 30 days after 1 July
    ]
    assert items[0].command == "yuetan submit 2026H1"
    value = {"期间": "2026H1", "报送日期": date(2026, 6, 29)}
    sent = replace(state, reports=(Stored("records/reports/2026H1.yaml", value, built(Report, value)),))
    assert [item.id for item in due(sent, date(2026, 7, 1), DueKind.REPORT)] == ["2026H2"]


def test_gathering_office_waits_for_each_unit() -> None:
    state = city({**OFFICE, "启用": date(2026, 1, 1)})
    assert [i.unit for i in due(state, date(2026, 6, 1), DueKind.REPORT) if i.id == "2026H1"] == [
        "CZJ",
        "FGW",
        "SW",
        "SZF",
    ]
    state = with_received(state, "2026H1", "FGW")
    assert [i.unit for i in due(state, date(2026, 6, 1), DueKind.REPORT) if i.id == "2026H1"] == ["CZJ", "SW", "SZF"]


def test_report_due_on_a_sunday_does_not_roll() -> None:
    state = city({**OFFICE, "单位": "FGW", "角色": "报送", "启用": date(2024, 1, 1)})
    first = due(state, date(2024, 6, 1), DueKind.REPORT)[0]  # 30 June 2024 is a Sunday; Friday was the 28th
    assert (first.due, first.workday) == (date(2024, 6, 30), date(2024, 6, 28))


# --- together ----------------------------------------------------------------------------------------------


def test_overdue_comes_first_then_by_day() -> None:
    state, _ = held()
    items = deadlines(state, laws_of(state), date(2026, 7, 1))
    assert [item.due for item in items] == sorted(item.due for item in items)
    assert [item.overdue for item in items] == sorted((item.overdue for item in items), reverse=True)


def test_json_has_the_documented_keys() -> None:
    state, one = held()
    (item,) = due(state, date(2026, 3, 12), DueKind.RECTIFICATION)
    assert item.as_json() == {
        "kind": "rectification",
        "due": "2026-03-25",
        "workday": "2026-03-25",
        "days_left": 13,
        "id": one,
        "subject": "FGW-002",
        "unit": "FGW",
        "provision": "第八条第（三）项",
        "trace": "约谈日 3月10日不计入，第15日为 3月25日（周三）",
        "command": f"yuetan rectify {one} --subject FGW-002",
    }


@pytest.mark.parametrize(
    ("wanted", "subjects"),
    [
        (DueFilter(unit="FGW", kind=DueKind.RECTIFICATION), ["FGW-002"]),
        (DueFilter(unit="市发展和改革委员会", kind=DueKind.RECTIFICATION), ["FGW-002"]),
        (DueFilter(unit="CZJ", kind=DueKind.RECTIFICATION), []),
        (DueFilter(interviewer="JW-002"), ["FGW-002"]),
        (DueFilter(interviewer="王辛未"), ["FGW-002"]),
        (DueFilter(within=13, kind=DueKind.RECTIFICATION), ["FGW-002"]),
        (DueFilter(within=12, kind=DueKind.RECTIFICATION), []),
    ],
)
def test_filters(wanted: DueFilter, subjects: list[str]) -> None:
    state, _ = held()
    items = filtered(state, deadlines(state, laws_of(state), date(2026, 3, 12)), wanted)
    assert [item.subject for item in items] == subjects


def test_overdue_is_within_any_number_of_days() -> None:
    state, _ = held()
    items = filtered(state, deadlines(state, laws_of(state), date(2026, 4, 1)), DueFilter(within=0))
    assert [item.kind for item in items if item.id and item.subject] == [DueKind.RECTIFICATION]
