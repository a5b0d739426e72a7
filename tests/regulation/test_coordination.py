"""第七条（一）: who coordinates, and what a written name means on a day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.regulation.city import COUNTY, DAY, city, interview, law, unit
from yuetan.model import Roster
from yuetan.regulation.coordination import Coordinators, bodies, body_text, is_body, required_coordinators

CITY_OFFICE = {"单位": "市委办公室"}
NOON = datetime(2026, 4, 24, 12)
INSPECTION = {"单位": "市纪委监委", "商请": {"单位": "市委组织部"}}


def needs(subject: str, interviewer: str, *rows: dict[str, object], **choices: object) -> Coordinators:
    record = interview(
        约谈对象=[{"编号": subject}],
        约谈人=[{"编号": interviewer}] if interviewer else [],
        协调=list(rows),
        谈话={"时间": NOON},
    )
    return required_coordinators(law(**choices), city(), record)


def test_member_of_the_city_committee_is_coordinated_by_its_office() -> None:
    found = needs("JW-1", "SW-1", CITY_OFFICE)
    assert found.met
    assert (found.words, found.interviewer_words) == ("市委办公室", "市委办公室")


def test_member_of_both_leaderships_may_be_coordinated_by_either() -> None:
    assert needs("SZF-1", "SW-1", {"单位": "市政府办公室"}).subject_met
    assert needs("SZF-1", "SW-1", CITY_OFFICE).met
    assert needs("SZF-1", "SW-1").words == "市委办公室或市政府办公室"


def test_everyone_else_is_coordinated_by_the_inspection_body_consulting_personnel() -> None:
    assert needs("JTJ-3", "JTJ-2", INSPECTION).met
    assert needs("JTJ-3", "JTJ-2").words == "纪检监察机关商组织人事部门"
    for row in ({"单位": "市纪委监委"}, {"单位": "市纪委监委", "商请": {"单位": "市财政局"}}, {"单位": "市财政局"}):
        found = needs("JTJ-3", "JTJ-2", row)
        assert (found.met, found.doubtful) == (False, False)


def test_met_under_one_reading_only_is_doubtful() -> None:
    by_subject = needs("JTJ-1", "SZF-2", INSPECTION)
    assert (by_subject.subject_met, by_subject.interviewer_met, by_subject.doubtful) == (True, False, True)
    by_interviewer = needs("JTJ-1", "SZF-2", {"单位": "市政府办公室"})
    assert (by_interviewer.subject_met, by_interviewer.interviewer_met) == (False, True)
    assert needs("JTJ-1", "SZF-2", INSPECTION, {"单位": "市政府办公室"}).met


def test_chosen_reading_settles_it() -> None:
    assert needs("JTJ-1", "SZF-2", INSPECTION, 协调_理解="按对象").met
    found = needs("JTJ-1", "SZF-2", INSPECTION, 协调_理解="按约谈人")
    assert (found.met, found.doubtful, found.words) == (False, False, "市政府办公室")


def test_without_interviewer_only_the_subject_is_asked() -> None:
    assert needs("JTJ-1", "", INSPECTION).met


def test_county_needs_no_consultation() -> None:
    record = interview(
        "常规约谈", 约谈对象=[{"编号": "XW-2"}], 约谈人=[{"编号": "XW-1"}], 协调=[{"单位": "县委办公室"}]
    )
    assert required_coordinators(law(COUNTY), city(), record).met


@pytest.mark.parametrize(
    ("day", "name", "meant"),
    [
        (date(2018, 3, 19), "市监察局", True),
        (date(2018, 3, 20), "市监察局", False),
        (date(2018, 3, 19), "市纪委监委", False),
        (date(2018, 3, 20), "市纪委监委", True),
        (date(2016, 1, 1), "市纪委", True),
        (date(2026, 1, 1), " 市纪委 ", True),
        (date(2026, 1, 1), "县纪委", False),
        (date(2026, 1, 1), "市交通局", False),
    ],
)
def test_inspection_body_is_dated(day: date, name: str, *, meant: bool) -> None:
    assert is_body(law(), "专门机关", name, Roster(), day) is meant


def test_body_by_what_the_roster_says_of_the_unit() -> None:
    assert is_body(law(), "专门机关", "JW", city(), DAY)
    assert not is_body(law(), "专门机关", "JTJ", city(), DAY)
    assert not is_body(law(), "专门机关", "JW", city(), date(2014, 1, 1))


def test_body_by_what_the_roster_calls_the_unit_of_that_code() -> None:
    roster = city(unit("ZB", "市委部委", 名称="市委组织部"))
    assert is_body(law(), "市委组织部", "ZB", roster, DAY)
    assert is_body(law(), "组织人事部门", "ZB", roster, DAY)
    assert not is_body(law(), "市委组织部", "JTJ", roster, DAY)


def test_body_by_what_its_name_contains() -> None:
    assert is_body(law(), "纪检监察机关", "派驻市交通局纪检监察组", city(), DAY)
    assert is_body(law(), "组织人事部门", "市交通局人事科", city(), DAY)
    assert not is_body(law(), "市委组织部", "市交通局人事科", city(), DAY)
    assert not is_body(law(), "没有这个机关", "市纪委", city(), DAY)


def test_body_is_called_by_its_first_full_name_that_day() -> None:
    assert body_text(law(), "专门机关", date(2016, 1, 1)) == "市纪委、市监察局"
    assert body_text(law(), "专门机关", DAY) == "市纪委监委"
    assert body_text(law(), "没有这个机关", DAY) == "没有这个机关"
    assert len(bodies(law(), "专门机关", DAY)) == 1
