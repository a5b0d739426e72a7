"""What a report counts: 次 and 人次 apart, each interview in one period, each cadre once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.city import CITY, OFFICE, city, laws_of, post
from tests.views.report_samples import CODES, MONTHLY, archive, came, interview, sent, stored
from yuetan.finding import Finding, Level
from yuetan.views.papers.brief import decisions
from yuetan.views.papers.narrative import narrative_view
from yuetan.views.report.count import Count, count
from yuetan.views.report.facts import attended, attended_between
from yuetan.views.report.follow_ups import HANDED_IN, OVERDUE, SETTLED, UNANSWERED, WAITING
from yuetan.views.report.rows import report_rows

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.views.report.rows import ReportRows

END = date(2026, 6, 30)
HALVES = tuple(f"{year}{half}" for year in (2025, 2026, 2027) for half in ("H1", "H2"))
MONTHS = tuple(f"{year}M{month:02}" for year in (2025, 2026, 2027) for month in range(1, 13))
PEOPLE = ("CZJ-001", "CZJ-002", "FGW-001", "FGW-002", "FGW-003", "JW-002")


def counted(interviews: int = 0, attendances: int = 0, individual: int = 0, collective: int = 0) -> Count:
    return Count(interviews=interviews, attendances=attendances, individual=individual, collective=collective)


def rows_of(state: State, period: str = "2026H1", as_of: date = END, **more: Any) -> ReportRows:
    rows = report_rows(state, laws_of(state), period, as_of, **more)
    assert rows is not None
    return rows


def total(state: State, period: str = "2026H1", as_of: date = END) -> Count:
    return rows_of(state, period, as_of).total.all


def test_a_collective_interview_is_one_interview_however_many_came() -> None:
    state = archive(interview(1, date(2026, 3, 2), ("FGW-001", "FGW-002", "FGW-003")))

    assert total(state) == counted(1, 3, 0, 1)


def test_whoever_was_absent_does_not_count_but_stands_in_the_list() -> None:
    state = archive(interview(1, date(2026, 3, 2), ("FGW-001", "FGW-002"), absent=("FGW-002",)))

    rows = rows_of(state)

    assert rows.total.all == counted(1, 1, 0, 1)
    assert [(row[4], row[10], row[13]) for row in rows.details.rows] == [
        ("FGW-001", "是", ""), ("FGW-002", "否", "缺席，不计"),
    ]  # fmt: skip


def test_an_interview_that_nobody_came_to_is_none() -> None:
    assert total(archive(interview(1, date(2026, 3, 2), ("FGW-001",), absent=("FGW-001",)))) == counted()


def test_a_cancelled_or_a_planned_one_is_none() -> None:
    called_off = interview(1, date(2026, 3, 2), ("FGW-001",), 撤销={"日期": date(2026, 3, 1), "原因": "出差"})
    planned = {k: v for k, v in interview(2, date(2026, 3, 2), ("FGW-001",)).items() if k != "谈话"}

    assert total(archive(called_off, planned)) == counted()


@pytest.mark.parametrize(
    ("day", "period"),
    [(date(2026, 1, 1), "2026H1"), (date(2026, 6, 30), "2026H1"), (date(2026, 7, 1), "2026H2"),
     (date(2025, 12, 31), "2025H2")],
)  # fmt: skip
def test_the_first_and_the_last_day_belong_to_the_period(day: date, period: str) -> None:
    state = archive(interview(1, day, ("FGW-001",)))

    assert [name for name in HALVES if total(state, name, date(2027, 12, 31)).interviews] == [period]


def test_subjects_of_two_units_count_once_in_each_and_once_in_all() -> None:
    rows = rows_of(archive(interview(1, date(2026, 3, 2), ("FGW-001", "CZJ-001"))))

    found = {row.label: row.all.cells() for row in rows.summary}
    assert found["市发展和改革委员会"] == found["市财政局"] == (1, 1, 0, 1)
    assert found["市委办局小计"] == found["合计"] == (1, 2, 0, 1)


def test_a_unit_alone_has_its_own_people_and_its_own_coverage() -> None:
    rows = rows_of(archive(interview(1, date(2026, 3, 2), ("FGW-001", "CZJ-001"))), unit="CZJ")

    assert [(row.label, row.all.cells(), row.owed, row.done) for row in rows.summary] == [
        ("市财政局", (1, 1, 0, 1), 2, 1), ("合计", (1, 1, 0, 1), 2, 1),
    ]  # fmt: skip
    assert (rows.unit, rows.code) == ("市财政局", "CZJ")
    assert {row[0] for row in rows.owed.rows} == {"市财政局"}


def test_a_cadre_who_moved_counts_once_in_the_city() -> None:
    new = post("FGW-002", "钱乙丑", "副局长", "班子成员", 任职=date(2026, 4, 1))
    moved = []
    for value in CITY:
        staff = [{**row, "免职": date(2026, 4, 1)} if row["编号"] == "FGW-002" else row for row in value["干部"]]
        moved.append({**value, "干部": [*staff, new] if value["编码"] == "CZJ" else staff})
    talks = [interview(1, date(2026, 3, 2), ("FGW-002",), by="FGW-001"), interview(2, date(2026, 5, 6), ("FGW-002",))]
    before, after = city(), replace(city(units=tuple(moved)), interviews=tuple(stored(value) for value in talks))

    rows = rows_of(after)

    assert rows.total.owed == rows_of(before).total.owed
    assert rows.total.done == 1
    assert rows.total.all == counted(2, 2, 2, 0)
    assert {row.label: row.all.interviews for row in rows.summary if row.level == "单位"}["市财政局"] == 1


def test_what_was_held_after_the_report_went_out_is_in_the_next_one_as_late() -> None:
    early, late = interview(1, date(2026, 6, 1), ("FGW-001",)), interview(2, date(2026, 6, 25), ("FGW-002",))
    state = sent(archive(early, late), "2026H1", date(2026, 6, 20), [early["编号"]])

    first, second = rows_of(state), rows_of(state, "2026H2", date(2026, 12, 31))

    assert (first.interviews, second.interviews) == ((early["编号"],), (late["编号"],))
    assert second.late.rows == (
        (late["编号"], "日常约谈", date(2026, 6, 25), "市发展和改革委员会", "钱乙丑", "2026H1"),
    )
    assert second.details.rows[0][13] == "补报"


def test_what_is_missed_twice_goes_on_to_the_report_after() -> None:
    one = interview(1, date(2026, 6, 25), ("FGW-001",))
    state = sent(sent(archive(one), "2026H1", date(2026, 6, 20), ()), "2026H2", date(2026, 12, 20), ())

    assert rows_of(state, "2027H1", date(2027, 6, 30)).interviews == (one["编号"],)


def test_the_cut_off_day_is_included_and_what_comes_after_it_left_out() -> None:
    state = archive(interview(1, date(2026, 6, 10), ("FGW-001",)), interview(2, date(2026, 6, 11), ("FGW-002",)))

    assert total(state, as_of=date(2026, 6, 10)) == counted(1, 1, 1, 0)


def test_an_interview_from_before_the_office_began_is_counted_and_said_to_be() -> None:
    office = {**OFFICE, "启用": date(2026, 4, 1)}
    rows = rows_of(archive(interview(1, date(2026, 3, 2), ("FGW-001",)), office=office))

    assert rows.total.all.interviews == 1
    assert ("来源", "含1次启用以前的约谈（自台账接收，只查结构）。") in rows.notes


def test_the_same_interview_here_and_from_a_unit_counts_once() -> None:
    one = interview(1, date(2026, 3, 2), ("FGW-002",), by="FGW-001")
    row = {"编号": one["编号"], "类型": "日常约谈", "日期": date(2026, 3, 2), "对象": "FGW-002", "约谈人": "FGW-001"}
    other = {**row, "编号": "RC-202603-ZZZZZ", "对象": "FGW-003"}

    rows = rows_of(came(archive(one), "2026H1", "FGW", [row, other]))

    assert rows.total.all == counted(2, 2, 2, 0)
    assert [row[12] for row in rows.details.rows] == ["", "市发展和改革委员会"]
    assert rows.interviews == (one["编号"],)


def test_one_sent_in_by_two_units_or_twice_counts_once() -> None:
    row = {"编号": "RC-202603-ZZZZZ", "类型": "日常约谈", "日期": date(2026, 3, 2), "对象": "FGW-002"}
    state = came(came(archive(), "2026H1", "CZJ", [row]), "2026H1", "FGW", [row])
    again = came(state, "2026H2", "FGW", [row])

    assert total(again) == counted(1, 1, 1, 0)
    assert total(again, "2026H2", date(2026, 12, 31)) == counted()


def test_an_unlawful_daily_one_is_an_interview_but_covers_nobody() -> None:
    rows = rows_of(archive(interview(1, date(2026, 3, 2), ("FGW-001",), by="CZJ-002")))

    assert (rows.total.all.interviews, rows.total.done) == (1, 0)
    assert rows.details.rows[0][11] == "否"


def test_the_comparison_stands_beside_the_period_before_and_the_year_before() -> None:
    state = archive(
        interview(1, date(2026, 3, 2), ("FGW-001", "FGW-002")),
        interview(2, date(2026, 3, 3), ("CZJ-001",)),
        interview(3, date(2025, 9, 1), ("FGW-001",)),
        interview(4, date(2025, 2, 3), ("FGW-001",), kind="警示约谈", by="JW-002"),
    )

    table = rows_of(state).comparison.table()

    assert table.headings[2:] == (
        "2026年上半年",
        "2025年下半年",
        "环比增减",
        "环比",
        "2025年上半年",
        "同比增减",
        "同比",
    )
    rows = {row[:2]: row[2:] for row in table.rows}
    assert rows["合计", "次"] == (2, 1, 1, 1.0, 1, 1, 1.0)
    assert rows["合计", "人次"] == (3, 1, 2, 2.0, 1, 2, 2.0)
    assert rows["日常约谈", "次"] == (2, 1, 1, 1.0, 0, 2, None)


def rectified(**round_: Any) -> ReportRows:
    one = interview(1, date(2026, 3, 10), ("FGW-002",), kind="警示约谈", by="JW-002")
    if round_:
        one["约谈对象"][0]["整改"] = [round_]
    return rows_of(archive(one), as_of=date(2026, 3, 31))


def test_a_report_formed_on_the_fifteenth_day_is_not_late() -> None:
    row = rectified(形成日期=date(2026, 3, 25), 评价="到位").follow_ups.rows[0]

    assert (row[6], row[7], row[10], row[11], row[12], row[14]) == (
        date(2026, 3, 25), date(2026, 3, 25), 0, 1, "到位", SETTLED,
    )  # fmt: skip


def test_one_formed_a_day_later_is_a_day_late() -> None:
    assert rectified(形成日期=date(2026, 3, 26), 评价="到位").follow_ups.rows[0][10] == 1


def test_a_poor_verdict_waits_for_accountability() -> None:
    assert rectified(形成日期=date(2026, 3, 20), 评价="整改不力").follow_ups.rows[0][14] == UNANSWERED


def test_none_by_the_last_day_is_awaited_and_the_day_after_overdue() -> None:
    one = archive(interview(1, date(2026, 3, 10), ("FGW-002",), kind="警示约谈", by="JW-002"))

    assert rows_of(one, as_of=date(2026, 3, 25)).follow_ups.rows[0][14] == WAITING
    late = rows_of(one, as_of=date(2026, 3, 26)).follow_ups.rows[0]
    assert (late[10], late[14]) == (1, OVERDUE)


def test_what_an_earlier_period_left_open_is_still_followed() -> None:
    old = interview(1, date(2025, 11, 10), ("FGW-002",), kind="警示约谈", by="JW-002")

    assert [row[0] for row in rows_of(archive(old)).follow_ups.rows] == [old["编号"]]


def test_what_was_settled_in_the_period_is_followed_once_more_and_never_again() -> None:
    old = interview(1, date(2025, 6, 25), ("FGW-002",), kind="警示约谈", by="JW-002")
    old["约谈对象"][0]["整改"] = [{"形成日期": date(2025, 7, 4), "收到日期": date(2025, 7, 7), "评价": "到位"}]
    state = archive(old)

    def follow_ups(period: str) -> list[tuple[Any, ...]]:
        rows = report_rows(state, laws_of(state), period, date(2026, 6, 20))
        assert rows is not None
        return [(row[7], row[11], row[14]) for row in rows.follow_ups.rows]

    assert follow_ups("2025H1") == [(None, 0, WAITING)]
    assert follow_ups("2025H2") == [(date(2025, 7, 4), 1, SETTLED)]
    assert follow_ups("2026H1") == []


def test_what_came_after_the_cut_off_day_is_not_known_yet() -> None:
    one = interview(1, date(2026, 3, 10), ("FGW-002",), kind="警示约谈", by="JW-002")
    one["约谈对象"][0] |= {
        "整改": [{"形成日期": date(2026, 3, 20), "收到日期": date(2026, 3, 24), "评价": "整改不力"}],
        "追责": {"方式": "诫勉", "日期": date(2026, 4, 2)},
    }

    def status(day: date) -> Any:
        return rows_of(archive(one), as_of=day).follow_ups.rows[0][14]

    assert [status(date(2026, *day)) for day in ((3, 19), (3, 23), (3, 24), (4, 1), (4, 2))] == [
        WAITING, HANDED_IN, UNANSWERED, UNANSWERED, SETTLED,
    ]  # fmt: skip


def test_the_narrative_names_every_follow_up_of_its_sum() -> None:
    rows = rectified(形成日期=date(2026, 3, 20), 退回原因="没有签字")

    words = narrative_view(rows, "市纪委监委", "《示例办法》第七条第（四）项").follow_ups
    assert words == "应报后续文书1份：已退回、待重报1份。"


def test_who_has_left_and_is_only_hinted_at_is_no_decision_in_the_brief() -> None:
    rows = rectified()
    left = ("市法院", "FY-004", "钱己亥", "副院长", "", date(2026, 2, 1), -58, "只作提示；2026-02-01 后离任")
    late = ("市财政局", "CZJ-001", "赵甲子", "局长", "冯壬申（SZF-001）", date(2026, 2, 1), -58, "")
    nobody = ("市财政局", "CZJ-002", "孙丙寅", "副局长", "", date(2026, 12, 31), 275, "只作提示；没有列出由谁约谈此人")
    owed = replace(rows.owed, rows=(left, late, nobody))

    said = tuple(decisions(replace(rows, follow_ups=replace(rows.follow_ups, rows=()), owed=owed, received=None)))
    assert said == ("1人本年度的约谈已经逾期，是否督办：赵甲子。", "1人没有有权约谈的人，由谁约谈：孙丙寅。")


def test_breaches_are_counted_by_article_and_the_acknowledged_ones_apart() -> None:
    one, other = interview(1, date(2026, 3, 2), ("FGW-001",)), interview(2, date(2025, 3, 2), ("FGW-001",))
    state = archive(one, other)
    here, elsewhere = (value.file for value in state.interviews)

    def finding(file: str, *, acknowledged: bool = False, level: Level = Level.ERROR) -> Finding:
        return Finding("B7.2", level, "第七条第（二）项", file, (), "被举报的内容", acknowledged=acknowledged)

    rows = rows_of(state, findings=[
        finding(here), finding(here, acknowledged=True), finding(here, level=Level.WARNING), finding(elsewhere),
        finding("yuetan.yaml"),
    ])  # fmt: skip

    assert rows.articles is not None
    assert rows.articles.rows == (("第七条第（二）项", "B7.2", "提前通知", 2, 1, 1),)
    assert "举报" not in str(rows.as_json())


def test_an_amended_row_shows_the_old_value_beside_the_new() -> None:
    then = interview(1, date(2026, 3, 2), ("FGW-001", "FGW-002"), by="SZF-001")
    now = {**then, "方式": "个别谈话", "更正": [{"日期": date(2026, 8, 1), "原因": "登记有误"}]}
    now["约谈对象"] = [{"编号": "FGW-001"}, {"编号": "FGW-002", "到场": False}]

    rows = rows_of(archive(now), before={then["编号"]: stored(then)})

    assert rows.amended.rows == (
        (then["编号"], "FGW-001", "方式", "集体谈话", "个别谈话", date(2026, 8, 1), "登记有误"),
        (then["编号"], "FGW-002", "方式", "集体谈话", "个别谈话", date(2026, 8, 1), "登记有误"),
        (then["编号"], "FGW-002", "到场", "是", "否", date(2026, 8, 1), "登记有误"),
    )


def test_the_digest_hangs_on_every_cell_of_the_details() -> None:
    state = archive(interview(1, date(2026, 3, 2), ("FGW-001",)))
    other = archive(interview(1, date(2026, 3, 3), ("FGW-001",)))

    assert rows_of(state).digest == rows_of(state).digest != rows_of(other).digest


def test_no_such_period_is_none() -> None:
    state = archive()

    assert [report_rows(state, laws_of(state), name, END) for name in ("2026H3", "上半年", "H1", "2014H1")] == [
        None
    ] * 4


_TALK = st.tuples(
    st.integers(0, 729),
    st.sampled_from(sorted(CODES)),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True),
    st.integers(0, 4),
)
_YEARS = st.lists(_TALK, max_size=12)
_SENDING = st.lists(
    st.tuples(st.integers(0, 35), st.sets(st.integers(0, 11))), max_size=4, unique_by=lambda one: one[0]
)


def _talks(drawn: list[tuple[int, str, list[str], int]]) -> list[dict[str, Any]]:
    """Two years of interviews, some with absent subjects."""
    return [
        interview(number, date(2025, 1, 1) + timedelta(days), people, kind=kind, absent=people[:away])
        for number, (days, kind, people, away) in enumerate(drawn)
    ]


@settings(max_examples=80, deadline=None)
@given(_YEARS, _SENDING, st.booleans())
def test_any_split_into_periods_adds_up_to_the_years(
    drawn: list[tuple[int, str, list[str], int]], sending: list[tuple[int, set[int]]], monthly: bool
) -> None:
    talks = _talks(drawn)
    state = archive(*talks, office={**OFFICE, "规范": MONTHLY} if monthly else None)
    periods = MONTHS if monthly else HALVES
    for index, listed in sending:
        name = periods[index % len(periods)]
        if all(one.record is not None and one.record.period != name for one in state.reports):
            ids = [talks[number]["编号"] for number in sorted(listed) if number < len(talks)]
            state = sent(state, name, date(2025, 1, 20) + timedelta(30 * index), ids)
    laws, end = laws_of(state), date(2030, 12, 31)

    found = [attended(state, laws, name, end) for name in (*periods, "2028H1", "2028M01")]

    ids = [{one.id for one in facts} for facts in found]
    held = [value for value in talks if any(one.get("到场") is not False for one in value["约谈对象"])]
    assert sum(len(part) for part in ids) == len(set[str]().union(*ids)) == len(held)
    whole = attended_between(state, laws, date(2025, 1, 1), date(2026, 12, 31))
    assert count(whole) == count([one for facts in found for one in facts])
    present = sum(one.get("到场") is not False for value in held for one in value["约谈对象"])
    assert sum(count(facts).interviews for facts in found) == len(held)
    assert sum(count(facts).attendances for facts in found) == present


@settings(max_examples=60, deadline=None)
@given(_YEARS)
def test_the_units_rows_together_are_the_citys(drawn: list[tuple[int, str, list[str], int]]) -> None:
    state = archive(*_talks(drawn))
    laws = laws_of(state)

    whole = attended(state, laws, "2026H1", END)
    parts = [one for code in ("CZJ", "FGW", "JW", "SW", "SZF") for one in attended(state, laws, "2026H1", END, code)]

    assert sorted(map(str, parts)) == sorted(map(str, whole))
    assert count(parts) == count(whole)
    rows = rows_of(state)
    units = [row for row in rows.summary if row.level == "单位"]
    assert sum(row.all.attendances for row in units) == rows.total.all.attendances
    assert sum(row.owed for row in units) == rows.total.owed
    assert sum(row.done for row in units) == rows.total.done
    assert sum(one.interviews for one in rows.total.counts) == rows.total.all.interviews
