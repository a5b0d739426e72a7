"""第六条: whom 第五条 makes a subject of the yearly interview, and for which part of the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.regulation.city import COUNTY, HEAD, MEMBER, city, law, post, unit
from yuetan.regulation.yearly import (
    UNREACHED,
    VACANT,
    YearlySubject,
    is_yearly_subject,
    yearly_situations,
    yearly_subjects,
)

if TYPE_CHECKING:
    from yuetan.model import Roster


def one(person: str, roster: Roster, year: int = 2026) -> YearlySubject | None:
    return next((subject for subject in yearly_subjects(law(), roster, year) if subject.person == person), None)


def single(**more: object) -> Roster:
    return city(unit("A", "市委办局", post("A-1", HEAD, 党内职务="党组书记"), post("A-2", MEMBER, 管理="市管", **more)))


def test_those_whom_the_matrix_names_and_the_city_managed_are_subjects() -> None:
    people = {subject.person for subject in yearly_subjects(law(), city(), 2026)}
    assert {"SZF-1", "RD-2", "RD-3", "JTJ-1", "JTJ-3", "FY-1", "FY-2", "XW-2", "XR-2", "XR-3", "JW-1"} <= people
    assert people.isdisjoint({"SW-1", "RD-4", "JTJ-4", "ZZB-3", "JW-3"})


def test_subject_carries_name_units_and_lines() -> None:
    subject = one("SZF-1", city())
    assert subject is not None
    assert (subject.name, subject.units) == ("示SZF-1", ("SW", "SZF"))
    assert [line.label for line in subject.mandates] == ["一甲"]
    assert (subject.first, subject.last, subject.gap) == (date(2026, 1, 1), date(2026, 12, 31), "")


def test_city_managed_whom_no_line_reaches_is_a_gap() -> None:
    subject = one("FY-2", city())
    assert subject is not None
    assert subject.gap == UNREACHED


@pytest.mark.parametrize(("start", "late"), [("2026-10-31", False), ("2026-11-01", True), ("2025-11-15", False)])
def test_new_in_office_from_november_is_late(start: str, *, late: bool) -> None:
    subject = one("A-2", single(任职=date.fromisoformat(start)))
    assert subject is not None
    assert subject.late(law()) is late


@pytest.mark.parametrize(("end", "early"), [("2026-06-30", True), ("2026-07-01", False), ("2026-07-02", False)])
def test_gone_before_july_left_early(end: str, *, early: bool) -> None:
    subject = one("A-2", single(免职=date.fromisoformat(end)))
    assert subject is not None
    assert subject.left_early(law()) is early


def test_gone_before_the_year_is_no_subject() -> None:
    assert one("A-2", single(免职=date(2026, 1, 1))) is None
    assert one("A-2", single(免职=date(2026, 1, 2))) is not None


def test_law_that_is_silent_knows_no_late_and_no_early() -> None:
    from dataclasses import replace

    base = law()
    silent = replace(base, profile=replace(base.profile, parameters=()))
    subject = one("A-2", single(任职=date(2026, 12, 1)))
    assert subject is not None
    assert not subject.late(silent)
    assert not subject.left_early(silent)


def test_entitled_post_vacant_all_year_is_a_gap_and_part_of_it_is_none() -> None:
    lone = city(unit("A", "市委办局", post("A-2", MEMBER, 管理="市管")))
    subject = one("A-2", lone)
    assert subject is not None
    assert subject.gap == VACANT
    filled = city(
        unit(
            "A",
            "市委办局",
            post("A-1", HEAD, 党内职务="党组书记", 任职=date(2026, 12, 1)),
            post("A-2", MEMBER, 管理="市管"),
        )
    )
    subject = one("A-2", filled)
    assert subject is not None
    assert subject.gap == ""


def test_acting_head_fills_the_vacancy_and_is_a_subject_while_acting() -> None:
    span = {"自": date(2026, 3, 1), "至": date(2026, 3, 31)}
    roster = city(
        unit(
            "A",
            "市委办局",
            post("A-2", MEMBER, 管理="市管"),
            post("A-3", MEMBER, 管理="其他", 主持工作=span),
            分管领导=["SZF-2"],
        )
    )
    member, acting = one("A-2", roster), one("A-3", roster)
    assert member is not None
    assert acting is not None
    assert member.gap == ""
    assert (acting.first, acting.last) == (date(2026, 3, 1), date(2026, 3, 31))
    endless = city(unit("A", "市委办局", post("A-3", MEMBER, 主持工作={"自": date(2026, 3, 1)}), 分管领导=["SZF-2"]))
    again = one("A-3", endless)
    assert again is not None
    assert (again.first, again.last) == (date(2026, 3, 1), date(2026, 12, 31))


def test_subject_on_a_day() -> None:
    assert is_yearly_subject(law(), city(), "FY-2", date(2026, 1, 1))
    assert is_yearly_subject(law(), city(), "RD-3", date(2026, 1, 1))
    assert not is_yearly_subject(law(), city(), "RD-4", date(2026, 1, 1))
    assert not is_yearly_subject(law(), city(), "RD-3", date(2019, 12, 31))


def test_county_counts_its_own_situation_and_its_own_cadres() -> None:
    county = law(COUNTY)
    assert [situation.name for situation in yearly_situations(county)] == ["常规约谈"]
    people = {subject.person for subject in yearly_subjects(county, city(), 2026)}
    assert people == {"XW-2", "XR-1", "XZ-2", "YW-2"}
