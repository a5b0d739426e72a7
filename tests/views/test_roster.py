"""The roster for a person to read: who was in office on a day, and one cadre's whole story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import CITY, MINUTES, TODAY, city, held, laws_of, post, unit
from yuetan.views.remaining import entitled_text, waived
from yuetan.views.roster import person_lines, person_value, roster_rows

if TYPE_CHECKING:
    from yuetan.model import State

BARE: dict[str, Any] = {"source": None, "whose": (), "gist": None, "interviewers": ()}
SAID = {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"}


def moved() -> State:
    """The city where 沈庚戌 went from the archives, renamed meanwhile, to forestry; two bear one name."""
    archives = unit(
        "DAJ", "市档案局", "市委办局",
        post("DAJ-001", "沈庚戌", "局长", "主要负责人", 免职=date(2026, 3, 1), 职级="正处"),
        post("DAJ-002", "韩辛亥", "副局长", "班子成员"),
    )  # fmt: skip
    archives["沿革"].append({"自": date(2025, 1, 1), "名称": "市档案馆", "类别": "市委办局"})
    woods = unit(
        "LYJ", "市林业局", "市委办局",
        post("DAJ-001", "沈庚戌", "局长、党组书记", "主要负责人", 任职=date(2026, 3, 1), 党内职务="党组书记"),
        post("LYJ-002", "韩辛亥", "副局长", "班子成员"),
    )  # fmt: skip
    return city(units=(*CITY, archives, woods))


def daily() -> State:
    return held(form={**MINUTES, "陈述": SAID}, kind="日常", **BARE)[0]


def test_every_post_of_the_day_stands_in_the_order_of_units_and_entries() -> None:
    rows = roster_rows(moved().roster, TODAY)
    assert [(row.code, row.person) for row in rows if row.code in {"CZJ", "DAJ", "LYJ"}] == [
        ("CZJ", "CZJ-001"), ("CZJ", "CZJ-002"), ("DAJ", "DAJ-002"), ("LYJ", "DAJ-001"), ("LYJ", "LYJ-002"),
    ]  # fmt: skip


def test_the_day_of_removal_is_the_first_out_of_office() -> None:
    def on(day: date) -> list[str]:
        return [row.code for row in roster_rows(moved().roster, day) if row.person == "DAJ-001"]

    assert (on(date(2026, 2, 28)), on(date(2026, 3, 1))) == (["DAJ"], ["LYJ"])
    assert (on(date(2022, 12, 31)), on(date(2023, 1, 1))) == ([], ["DAJ"])


@pytest.mark.parametrize("word", ["FGW", "市发展和改革委员会"])
def test_one_unit_is_asked_for_by_code_or_name(word: str) -> None:
    assert [row.name for row in roster_rows(city().roster, TODAY, word)] == ["赵甲子", "钱乙丑", "孙丙寅", "李丁卯"]


def test_a_former_name_names_the_unit_only_in_its_time() -> None:
    roster = moved().roster
    assert len(roster_rows(roster, date(2024, 6, 1), "市档案局")) == 2
    assert roster_rows(roster, date(2025, 6, 1), "市档案局") == ()
    assert len(roster_rows(roster, date(2025, 6, 1), "市档案馆")) == 2


def test_a_row_has_a_cell_for_each_heading_and_json_every_key() -> None:
    row = roster_rows(city().roster, TODAY, "CZJ")[0]
    assert row.texts() == (
        "市财政局", "CZJ-001", "周戊辰", "局长、党组书记", "主要负责人", "正处", "市管", "2023-01-01",
    )  # fmt: skip
    assert row.as_json() == {
        "unit": "市财政局", "unit_code": "CZJ", "id": "CZJ-001", "name": "周戊辰", "post": "局长、党组书记",
        "role": "主要负责人", "rank": "正处", "managed": "市管", "since": "2023-01-01",
    }  # fmt: skip
    assert roster_rows(city().roster, TODAY, "SW")[0].as_json()["rank"] is None


@pytest.mark.parametrize("word", ["DAJ-001", "沈庚戌"])
def test_one_cadre_has_all_posts_interviews_and_the_year(word: str) -> None:
    state = moved()
    value = person_value(state, laws_of(state), word, TODAY)
    assert value == {
        "version": 1,
        "id": "DAJ-001",
        "name": "沈庚戌",
        "posts": [
            {
                "unit": "市档案局", "unit_code": "DAJ", "post": "局长", "role": "主要负责人", "since": "2023-01-01",
                "until": "2026-03-01",
            },
            {
                "unit": "市林业局", "unit_code": "LYJ", "post": "局长、党组书记", "role": "主要负责人",
                "since": "2026-03-01", "until": None,
            },
        ],
        "interviews": [],
        "year": {"year": 2026, "done": False, "entitled": ""},
    }  # fmt: skip


def test_whoever_is_not_in_the_roster_has_a_null_id() -> None:
    state = city()
    assert person_value(state, laws_of(state), "无此人", TODAY) == {
        "version": 1, "id": None, "name": None, "posts": [], "interviews": [], "year": None,
    }  # fmt: skip
    assert person_lines(state, laws_of(state), "无此人", TODAY) == ("名册中没有唯一的“无此人”",)


def test_a_name_that_two_bear_lists_their_codes() -> None:
    state = moved()
    assert person_lines(state, laws_of(state), "韩辛亥", TODAY) == (
        "名册中没有唯一的“韩辛亥”；有几位，写编号：DAJ-002、LYJ-002",
    )
    assert person_value(state, laws_of(state), "韩辛亥", TODAY)["id"] is None


def test_the_lines_tell_posts_interviews_and_the_year() -> None:
    state = daily()
    assert person_lines(state, laws_of(state), "FGW-002", TODAY) == (
        "钱乙丑（FGW-002）",
        "职务：",
        "  2023-01-01 至 今  市发展和改革委员会 副主任（班子成员）",
        "约谈：1 份",
        "  RC-202603-7K3FQ  日常约谈  2026-03-10  已约谈",
        "2026 年度约谈：已经进行；有权约谈的人：赵甲子（FGW-001，第五条第（四）项）",
    )
    assert person_value(state, laws_of(state), "FGW-002", TODAY)["year"] == {
        "year": 2026, "done": True, "entitled": "赵甲子（FGW-001，第五条第（四）项）",
    }  # fmt: skip


def test_another_situation_does_not_count_for_the_year() -> None:
    state = held()[0]
    assert person_lines(state, laws_of(state), "FGW-002", TODAY)[-1].startswith("2026 年度约谈：还没有进行；")


def test_next_year_it_is_owed_again() -> None:
    state = daily()
    assert person_lines(state, laws_of(state), "FGW-002", date(2027, 1, 4))[-1].startswith("2027 年度约谈：还没有进行")


def test_where_nobody_is_entitled_nobody_is_named() -> None:
    state = city()
    assert person_lines(state, laws_of(state), "FGW-009", TODAY)[-1] == "2026 年度约谈：还没有进行"


def test_before_any_law_nothing_is_said_of_the_year() -> None:
    state = city()
    assert person_lines(state, laws_of(state), "FGW-002", date(2014, 6, 1))[-1] == "约谈：0 份"
    assert person_value(state, laws_of(state), "FGW-002", date(2014, 6, 1))["year"] == {
        "year": 2014, "done": False, "entitled": "",
    }  # fmt: skip


def test_whoever_is_in_charge_of_a_department_may_interview_its_principal() -> None:
    state = city()
    law = laws_of(state).on(TODAY)
    assert law is not None
    assert entitled_text(law, state.roster, "CZJ-001", TODAY) == "卫乙亥（SZF-001，第五条第（三）项）"


def test_an_exemption_counts_for_its_year_only() -> None:
    ill = {"年度": 2026, "原因": "病假", "批准": "市纪委监委"}
    row = post("LYJ-002", "韩辛亥", "副局长", "班子成员", 免谈=[ill])
    roster = city(units=(*CITY, unit("LYJ", "市林业局", "市委办局", row))).roster
    assert [waived(roster, "LYJ-002", year) for year in (2025, 2026, 2027)] == [False, True, False]
    assert waived(roster, "FGW-002", 2026) is False
