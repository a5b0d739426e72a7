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
