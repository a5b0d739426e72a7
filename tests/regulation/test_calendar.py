"""The State Council's days, and what an archive adds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from yuetan.regulation.calendar import Calendar, check_calendar, load_calendar

LIBRARY = Calendar()
NOTICE_2027 = {
    "年度": 2027,
    "来源": "虚构的通知",
    "放假": [{"日期": date(2027, 1, 1), "名称": "元旦"}, {"日期": date(2026, 12, 31), "名称": "元旦"}],
    "上班": [date(2026, 12, 26), date(2027, 1, 9)],
}


def own(**more: object) -> Calendar:
    return load_calendar({"schemas/calendar/2027.yaml": {**NOTICE_2027, **more}})


@pytest.mark.parametrize(
    ("day", "working", "words"),
    [
        ("2015-09-03", False, "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"),
        ("2015-09-06", True, "周日，调休上班"),
        ("2016-02-06", True, "周六，调休上班"),
        ("2016-02-07", False, "春节"),
        ("2017-10-08", False, "国庆节"),
        ("2018-12-29", True, "周六，调休上班"),
        ("2018-12-31", False, "元旦"),
        ("2019-05-03", False, "劳动节"),
        ("2020-01-31", False, "春节"),
        ("2020-06-28", True, "周日，调休上班"),
        ("2021-12-31", True, "周五"),
        ("2022-12-31", False, "元旦"),
        ("2023-12-30", False, "元旦"),
        ("2023-09-29", False, "中秋节"),
        ("2024-04-04", False, "清明节"),
        ("2024-06-10", False, "端午节"),
        ("2025-01-26", True, "周日，调休上班"),
        ("2026-05-08", True, "周五"),
        ("2026-05-09", True, "周六，调休上班"),
        ("2026-05-10", False, "周日"),
        ("2026-10-08", True, "周四"),
        ("2026-10-10", True, "周六，调休上班"),
        ("2026-12-28", True, "周一"),
    ],
)
def test_day_is_what_the_state_council_made_it(day: str, working: bool, words: str) -> None:
    assert LIBRARY.workday(date.fromisoformat(day)) is working
    assert LIBRARY.day_text(date.fromisoformat(day)) == words


@pytest.mark.parametrize("day", ["2003-12-31", "2027-01-04", "2026-12-29", "2026-12-31"])
def test_unpublished_day_is_unknown_not_guessed(day: str) -> None:
    when = date.fromisoformat(day)
    assert LIBRARY.workday(when) is None
    assert not LIBRARY.known(when)
    assert LIBRARY.day_text(when).endswith("，放假安排未公布，暂定")


def test_end_of_december_is_settled_by_the_following_notice() -> None:
    assert own().workday(date(2026, 12, 30)) is True
    assert own().workday(date(2026, 12, 31)) is False
    assert own().day_text(date(2026, 12, 31)) == "元旦"
    assert own().known(date(2026, 12, 31))
    assert own().workday(date(2026, 12, 26)) is True


def test_own_year_uses_weekdays_where_it_says_nothing() -> None:
    assert own().workday(date(2027, 1, 4)) is True
    assert own().workday(date(2027, 1, 3)) is False
    assert own().workday(date(2027, 1, 9)) is True
    assert own().workday(date(2027, 12, 29)) is None


def test_own_day_overrides_the_library() -> None:
    calendar = load_calendar(
        {"2026.yaml": {"年度": 2026, "来源": "虚构", "上班": [date(2026, 10, 1), date(2026, 12, 31)]}}
    )
    assert calendar.workday(date(2026, 10, 1)) is True
    assert calendar.workday(date(2026, 10, 2)) is False
    assert calendar.workday(date(2026, 12, 31)) is True
    assert calendar.workday(date(2026, 12, 30)) is None


def test_next_and_previous_include_the_day_itself() -> None:
    assert LIBRARY.next_workday(date(2026, 4, 24)) == date(2026, 4, 24)
    assert LIBRARY.next_workday(date(2026, 5, 1)) == date(2026, 5, 6)
    assert LIBRARY.previous_workday(date(2026, 5, 5)) == date(2026, 4, 30)
    assert LIBRARY.previous_workday(date(2026, 5, 10)) == date(2026, 5, 9)


def test_search_stops_at_an_unknown_day() -> None:
    assert LIBRARY.next_workday(date(2026, 12, 29)) is None
    assert LIBRARY.previous_workday(date(2027, 1, 10)) is None


def test_search_gives_up_at_the_end_of_time_and_after_a_long_run() -> None:
    days = {date(9999, 12, 31): (False, "末日")}
    assert Calendar({9999: days}).next_workday(date(9999, 12, 31)) is None
    run = {date(2030, 1, 1) + timedelta(days=i): (False, "长假") for i in range(90)}
    assert Calendar({2030: run}).next_workday(date(2030, 1, 1)) is None


def test_broken_calendar_file_is_left_out() -> None:
    assert load_calendar({"2027.yaml": {"来源": "没有年度"}}).years == {}


def test_check_names_every_fault_with_its_place() -> None:
    value = {
        "年度": 2027,
        "来源": "虚构",
        "放假": [{"日期": date(2027, 1, 1), "名称": "元旦"}, {"日期": date(2025, 1, 1), "名称": "元旦"}],
        "上班": [date(2027, 1, 1)],
        "多余": 1,
    }
    found = {(fault.path, fault.message) for fault in check_calendar("2028", value)}
    assert {path for path, _ in found} == {("多余",), ("年度",), ("放假", 1, "日期"), ("上班", 0)}
    assert (("上班", 0), "2027-01-01 写了两次") in found
    assert (("年度",), "与文件名 2028.yaml 不一致") in found


def test_check_accepts_the_december_before_and_names_a_missing_year() -> None:
    assert check_calendar("2027", NOTICE_2027) == ()
    assert [fault.path for fault in check_calendar("2027", {"来源": "虚构"})] == [("年度",)]
