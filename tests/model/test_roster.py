"""Who was what on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yuetan.model import Roster, State, Stored, Unit, build
from yuetan.model.office import InForce, Office
from yuetan.model.unit import Acting, Post

DAY = date(2026, 4, 24)


def unit(code: str, **more: Any) -> Unit:
    record, violations = build(
        Unit, {"编码": code, "沿革": [{"自": date(2015, 1, 1), "名称": f"示例{code}局", "类别": "市委办局"}], **more}
    )
    assert record is not None, violations
    return record


def post(person: str, **more: Any) -> dict[str, Any]:
    return {"编号": person, "姓名": f"示{person}", "职务": "科长", "角色": "中层干部", "任职": date(2020, 1, 1), **more}


def test_post_is_held_from_its_first_day_until_the_day_before_its_end() -> None:
    held = Post(id="A", name="甲", post="x", role="班子成员", since=date(2026, 1, 1), until=date(2026, 2, 1))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))
    assert [held.on(day) for day in days] == [False, True, True, False]


def test_acting_includes_both_days() -> None:
    acting = Acting(since=date(2026, 1, 1), until=date(2026, 1, 31))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))
    assert [acting.on(day) for day in days] == [False, True, True, False]
    assert Acting(since=date(2026, 1, 1)).on(date(2030, 1, 1))


def test_unit_is_what_its_latest_era_says() -> None:
    renamed = unit(
        "A",
        沿革=[
            {"自": date(2020, 1, 1), "名称": "新名", "类别": "市直属单位"},
            {"自": date(2015, 1, 1), "名称": "旧名", "类别": "市委办局"},
        ],
    )
    names = [
        era.name if (era := renamed.era(day)) else None
        for day in (date(2014, 1, 1), date(2019, 12, 31), date(2020, 1, 1))
    ]
    assert names == [None, "旧名", "新名"]
    roster = Roster((renamed, unit("B")))
    assert roster.unit_named("新名", DAY) is renamed
    assert roster.unit_named("旧名", DAY) is renamed
    assert roster.unit_named("没有", DAY) is None
    assert (roster.unit("A"), roster.unit("X")) == (renamed, None)


def test_a_name_means_the_unit_that_bears_it_that_day_before_one_that_bore_it() -> None:
    bore = unit(
        "A",
        沿革=[
            {"自": date(2015, 1, 1), "名称": "市商务局", "类别": "市委办局"},
            {"自": date(2026, 1, 1), "名称": "市贸易局", "类别": "市委办局"},
        ],
    )
    bears = unit("B", 沿革=[{"自": date(2026, 1, 1), "名称": "市商务局", "类别": "市委办局"}])
    roster = Roster((bore, bears))
    assert roster.unit_named("市商务局", DAY) is bears
    assert roster.unit_named("市商务局", date(2020, 1, 1)) is bore
    assert roster.unit_named("市商务局", date(2010, 1, 1)) is bore


def test_a_persons_unit_is_that_of_the_latest_post_begun_by_the_years_end() -> None:
    first = unit("A", 干部=[post("P", 任职=date(2016, 1, 1), 免职=date(2025, 6, 1))])
    later = unit("B", 干部=[post("P", 任职=date(2025, 6, 1))])
    roster = Roster((first, later))
    names = [roster.unit_name("P", year) for year in (2015, 2016, 2024, 2025, 2026)]
    assert names == ["", "示例A局", "示例A局", "示例B局", "示例B局"]
    assert roster.unit_name("X", 2026) == ""


def test_a_post_still_held_counts_before_a_later_one_that_has_ended() -> None:
    held = unit("A", 干部=[post("P", 任职=date(2016, 1, 1))])
    ended = unit("B", 干部=[post("P", 任职=date(2020, 1, 1), 免职=date(2021, 1, 1))])
    assert Roster((held, ended)).unit_name("P", 2026) == "示例A局"


def test_the_unit_is_called_what_it_was_called_when_the_post_ended_or_the_year_did() -> None:
    eras = [
        {"自": date(2015, 1, 1), "名称": "旧名", "类别": "市委办局"},
        {"自": date(2026, 7, 1), "名称": "新名", "类别": "市委办局"},
    ]
    assert Roster((unit("A", 沿革=eras, 干部=[post("P")]),)).unit_name("P", 2026) == "新名"
    assert Roster((unit("A", 沿革=eras, 干部=[post("P")]),)).unit_name("P", 2025) == "旧名"
    gone = post("P", 免职=date(2026, 3, 1))
    assert Roster((unit("A", 沿革=eras, 干部=[gone]),)).unit_name("P", 2026) == "旧名"


def test_a_unit_without_a_name_yet_is_called_by_its_code() -> None:
    eras = [{"自": date(2026, 7, 1), "名称": "新名", "类别": "市委办局"}]
    assert Roster((unit("A", 沿革=eras, 干部=[post("P")]),)).unit_name("P", 2025) == "A"


def test_the_name_is_the_latest_entrys() -> None:
    roster = Roster((unit("A", 干部=[post("P", 姓名="旧"), post("P", 姓名="新")]), unit("B", 干部=[post("Q")])))
    assert roster.name("P") == "新"


def test_one_person_may_hold_several_posts_in_several_units() -> None:
    roster = Roster(
        (
            unit("A", 干部=[post("P"), post("P", 职务="主任")]),
            unit("B", 干部=[post("P", 任职=date(2026, 5, 1)), post("Q")]),
        )
    )
    assert [held.post.post for held in roster.posts("P", DAY)] == ["科长", "主任"]
    assert [held.unit.code for held in roster.posts("P", date(2026, 5, 1))] == ["A", "A", "B"]
    assert [(u.code, index, p.post) for u, index, p in roster.entries("P")] == [
        ("A", 0, "科长"),
        ("A", 1, "主任"),
        ("B", 0, "科长"),
    ]
    assert [held.post.id for held in roster.staff(roster.units[1], DAY)] == ["Q"]
    assert [held.post.id for held in roster.in_office(DAY)] == ["P", "P", "Q"]
    assert (roster.people(), roster.known("Q"), roster.known("X")) == (("P", "Q"), True, False)
    assert (roster.name("P"), roster.name("X")) == ("示P", None)
    assert roster.posts("X", DAY) == ()


def test_nobody_is_in_office_before_the_unit_was() -> None:
    roster = Roster((unit("A", 干部=[post("P", 任职=date(2010, 1, 1))]),))
    assert roster.posts("P", date(2012, 1, 1)) == ()


@pytest.mark.parametrize(
    ("more", "principal"), [({}, False), ({"角色": "主要负责人"}, True), ({"主持工作": {"自": DAY}}, True)]
)
def test_principal_by_role_or_acting(more: dict[str, Any], *, principal: bool) -> None:
    roster = Roster((unit("A", 干部=[post("P", **more)]),))
    assert roster.posts("P", DAY)[0].principal is principal


def test_office_is_judged_by_the_latest_regulation_that_has_begun() -> None:
    rows = (InForce(since=date(2026, 1, 1), name="b"), InForce(since=date(2015, 1, 1), name="a"))
    office = Office(unit="JW", role="汇总", since=date(2015, 1, 1), regulations=rows)
    days = (date(2014, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert [office.regulation(day) for day in days] == [None, "a", "b"]


def test_state_finds_an_interview_by_its_id_and_soundness_is_told() -> None:
    from yuetan.model import Interview

    office = Office(unit="JW", role="汇总", since=date(2015, 1, 1), regulations=())
    value = {"编号": "JS-202603-7K3FQ", "类型": "x", "起草": DAY, "约谈对象": [{"编号": "A"}], "多": 1}
    record, violations = build(Interview, value)
    stored = Stored("a.yaml", value, record, violations)
    broken: Stored[Interview] = Stored("b.yaml", {}, None)
    state = State(office, interviews=(broken, stored))
    assert state.interview("JS-202603-7K3FQ") is stored
    assert state.interview("JS-202603-ZZZZZ") is None
    assert (stored.sound, broken.sound) == (True, False)


def test_an_unknown_key_alone_makes_no_record_unsound_anything_else_does() -> None:
    value = {"编码": "A", "沿革": [{"自": DAY, "名称": "x", "类别": "国企"}]}
    for more, sound in (({"多": 1}, True), ({"干部": "无"}, False)):
        record, violations = build(Unit, {**value, **more})
        assert Stored("a.yaml", value, record, violations).sound is sound
    record, _ = build(Unit, value)
    assert Stored("a.yaml", value, record).sound
    assert not Stored("a.yaml", value, record, readable=False).sound
