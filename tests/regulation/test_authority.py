"""第五条 as cases: who may interview whom, item by item, and who may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.regulation.city import COUNTY, DAY, HEAD, MEMBER, city, law, post, unit
from yuetan.model import build
from yuetan.model.interview import Basis, Subject
from yuetan.regulation.authority import (
    basis_met,
    entitlement,
    holders_clause_text,
    holders_text,
    interviewers_for,
    is_beyond_reach,
    is_vacant,
    post_text,
    reaching_lines,
)
from yuetan.regulation.matrix import mandates_of
from yuetan.regulation.profile import Who
from yuetan.regulation.who import fits

if TYPE_CHECKING:
    from yuetan.model import Roster
    from yuetan.regulation.law import Law

DAILY, BEFORE, WARNING, AFTER = "日常约谈", "任前约谈", "警示约谈", "回访约谈"


def items(interviewer: str, subject: str, situation: str = DAILY) -> tuple[str, ...]:
    return entitlement(law(), city(), situation, interviewer, subject, DAY).items


@pytest.mark.parametrize(
    ("interviewer", "subject", "item"),
    [
        ("SW-1", "SZF-1", "第五条第（一）项"),
        ("SW-1", "RD-1", "第五条第（一）项"),
        ("SW-1", "FY-1", "第五条第（一）项"),
        ("SW-1", "XW-1", "第五条第（一）项"),
        ("SZF-1", "SZF-2", "第五条第（一）项"),
        ("SZF-1", "XZ-1", "第五条第（一）项"),
        ("RD-1", "RD-2", "第五条第（二）项"),
        ("RD-1", "RD-3", "第五条第（二）项"),
        ("SZF-2", "JTJ-1", "第五条第（三）项"),
        ("ZZB-1", "ZZB-2", "第五条第（四）项"),
        ("JTJ-2", "JTJ-1", "第五条第（四）项"),
        ("JTJ-2", "JTJ-3", "第五条第（四）项"),
        ("XW-1", "XW-2", "第五条第（五）项"),
        ("XW-1", "XR-2", "第五条第（五）项"),
        ("XZ-1", "XZ-2", "第五条第（五）项"),
    ],
)
def test_daily_talk_by_the_matrix_is_entitled(interviewer: str, subject: str, item: str) -> None:
    assert items(interviewer, subject) == (item,)


@pytest.mark.parametrize(
    ("interviewer", "subject"),
    [
        ("SW-1", "SW-1"),
        ("SZF-1", "SW-1"),
        ("SW-1", "SZF-2"),
        ("SW-1", "JTJ-1"),
        ("SZF-1", "RD-1"),
        ("SZF-2", "XZ-1"),
        ("RD-2", "RD-3"),
        ("RD-1", "RD-4"),
        ("RD-1", "FY-2"),
        ("SZF-2", "JTJ-3"),
        ("SZF-2", "ZZB-1"),
        ("JTJ-1", "JTJ-3"),
        ("JTJ-1", "JTJ-2"),
        ("JTJ-2", "ZZB-2"),
        ("XW-1", "YW-2"),
        ("XW-1", "XZ-2"),
        ("XW-1", "XR-1"),
        ("FY-1", "FY-2"),
    ],
)
def test_daily_talk_outside_the_matrix_is_not_entitled(interviewer: str, subject: str) -> None:
    assert not entitlement(law(), city(), DAILY, interviewer, subject, DAY)


@pytest.mark.parametrize("situation", [BEFORE, WARNING, AFTER])
@pytest.mark.parametrize(("interviewer", "lawful"), [("JW-1", True), ("JW-2", True), ("JW-3", False), ("SW-1", False)])
def test_only_the_inspection_bodys_leadership_holds_the_other_three(
    situation: str, interviewer: str, *, lawful: bool
) -> None:
    assert bool(entitlement(law(), city(), situation, interviewer, "JTJ-3", DAY)) is lawful


def test_item_of_each_situation() -> None:
    assert items("JW-2", "JTJ-3", BEFORE) == ("第五条第（六）项",)
    assert items("JW-2", "JTJ-3", WARNING) == items("JW-2", "JTJ-3", AFTER) == ("第五条第（七）项",)


def test_subject_in_no_roster_fits_lines_that_mean_everyone() -> None:
    assert items("JW-2", "NEW-1", BEFORE) == ("第五条第（六）项",)
    assert items("ZZB-1", "NEW-1") == ()


def test_subject_record_and_situation_value_do_as_well() -> None:
    situation = law().situation("RC")
    assert situation is not None
    assert entitlement(law(), city(), situation, "JTJ-2", Subject(id="JTJ-3"), DAY).items == ("第五条第（四）项",)


def test_inspection_bodys_daily_talk_needs_its_basis() -> None:
    found = entitlement(law(), city(), DAILY, "JW-2", "JTJ-3", DAY)
    assert found
    assert found.only_by_arrangement
    assert not entitlement(law(), city(), DAILY, "JTJ-2", "JTJ-3", DAY).only_by_arrangement
    assert not entitlement(law(), city(), DAILY, "JTJ-3", "JTJ-2", DAY).only_by_arrangement


@pytest.mark.parametrize(
    ("arrangement", "need", "both", "one"),
    [
        ("2026年安排", "需要", True, True),
        ("2026年安排", None, False, True),
        (None, "需要", False, True),
        (None, None, False, False),
    ],
)
def test_basis_is_both_under_and_one_under_or(
    arrangement: str | None, need: str | None, *, both: bool, one: bool
) -> None:
    basis = Basis(arrangement=arrangement, need=need)
    situation, other = law().situation(DAILY), law().situation(WARNING)
    assert situation is not None
    assert other is not None
    assert basis_met(law(), situation, basis) is both
    assert basis_met(law(专门机关日常_依据="或"), situation, basis) is one
    assert basis_met(law(), other, basis)
    assert not basis_met(law(), situation, None)


@pytest.mark.parametrize(
    ("interviewer", "subject", "situation", "label"),
    [
        ("SW-1", "FY-2", DAILY, "一甲宽"),
        ("XW-1", "XR-1", DAILY, "五甲宽"),
        ("XW-1", "XR-3", DAILY, "五甲宽"),
        ("JTJ-2", "JTJ-4", DAILY, "四乙宽"),
        ("ZZB-1", "ZZB-3", DAILY, "四甲宽"),
        ("JW-3", "JTJ-3", WARNING, "七宽"),
        ("JW-3", "JTJ-3", BEFORE, "六宽"),
        ("JW-3", "JTJ-3", DAILY, "七日常宽"),
    ],
)
def test_wider_reading_alone_entitles(interviewer: str, subject: str, situation: str, label: str) -> None:
    found = entitlement(law(), city(), situation, interviewer, subject, DAY)
    assert not found
    assert [mandate.label for mandate in found.wide] == [label]


def test_chosen_wider_reading_entitles_as_the_text_does() -> None:
    assert entitlement(law(权限_主要负责人="含班子成员"), city(), DAILY, "SW-1", "FY-2", DAY).items == (
        "第五条第（一）项",
    )
    assert entitlement(law(权限_其他干部="含其他干部"), city(), DAILY, "JTJ-2", "JTJ-4", DAY)
    assert entitlement(law(纪委_须领导=False), city(), WARNING, "JW-3", "JTJ-3", DAY)


def test_any_post_held_that_day_counts_on_either_side() -> None:
    assert "第五条第（一）项" in items("SZF-1", "SZF-2")
    assert "第五条第（一）项" in items("SW-1", "JW-1")


def test_county_heads_stay_in_their_county() -> None:
    assert items("XW-1", "XW-2") == ("第五条第（五）项",)
    assert items("YW-1", "XW-2") == ()


def test_post_counts_from_its_first_day_until_the_day_before_its_end() -> None:
    late = unit(
        "ZX",
        "市政协",
        post("ZX-1", HEAD, 党内职务="党组书记", 任职=date(2026, 4, 24), 免职=date(2026, 5, 1)),
        post("ZX-2", MEMBER),
    )
    days = [date(2026, 4, 23), date(2026, 4, 24), date(2026, 4, 30), date(2026, 5, 1)]
    assert [bool(entitlement(law(), city(late), DAILY, "ZX-1", "ZX-2", day)) for day in days] == [
        False,
        True,
        True,
        False,
    ]


def acting(**head: object) -> list[dict[str, object]]:
    span = {"自": date(2026, 4, 1), "至": date(2026, 4, 30)}
    return [
        post("A-2", MEMBER, 党内职务="党组成员", 管理="市管", 主持工作=span),
        post("A-3", MEMBER, 管理="市管"),
        *([head] if head else []),
    ]


def test_acting_principal_counts_as_principal_while_acting() -> None:
    roster = city(unit("A", "市委办局", *acting(), 分管领导=["SZF-2"]))
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1)]
    as_subject = [bool(entitlement(law(), roster, DAILY, "SZF-2", "A-2", day)) for day in days]
    as_head = [bool(entitlement(law(), roster, DAILY, "A-2", "A-3", day)) for day in days]
    assert as_subject == as_head == [False, True, True, False]


def test_acting_principal_does_not_unless_the_law_says_so() -> None:
    roster = city(unit("A", "市委办局", *acting(), 分管领导=["SZF-2"]))
    assert not entitlement(law(主持工作_视为主要负责人=False), roster, DAILY, "SZF-2", "A-2", DAY)


def test_acting_head_of_office_is_no_party_head_beside_one() -> None:
    roster = city(unit("A", "市委办局", *acting(**post("A-1", MEMBER, 党内职务="党组书记", 管理="市管"))))
    assert not entitlement(law(), roster, DAILY, "A-2", "A-3", DAY)
    assert entitlement(law(), roster, DAILY, "A-1", "A-3", DAY)


def test_interviewers_for_names_person_post_and_line() -> None:
    found = interviewers_for(law(), city(), DAILY, "JTJ-3", DAY)
    assert [(person, mandate.label) for person, _, mandate in found] == [
        ("JTJ-2", "四乙"),
        ("JW-1", "七日常"),
        ("JW-2", "七日常"),
    ]
    wide = interviewers_for(law(), city(), DAILY, "JTJ-3", DAY, wide=True)
    assert ("JW-3", "七日常宽") in [(person, mandate.label) for person, _, mandate in wide]


def test_interviewer_in_charge_is_found_by_the_units_own_entry() -> None:
    found = interviewers_for(law(), city(), DAILY, "JTJ-1", DAY)
    assert [person for person, _, mandate in found if mandate.label == "三"] == ["SZF-2"]


def test_head_of_a_line_is_not_its_subject() -> None:
    assert [line.label for line in reaching_lines(law(), city(), "JTJ-2", DAILY, DAY) if line.reaches] == []
    assert [line.label for line in reaching_lines(law(), city(), "JTJ-3", DAILY, DAY) if line.reaches] == ["四乙"]
    assert [line.label for line in reaching_lines(law(), city(), "SW-1", DAILY, DAY) if line.reaches] == []
    assert "四乙宽" in [line.label for line in reaching_lines(law(), city(), "JTJ-4", DAILY, DAY, wide=True)]


def test_unit_without_a_leader_in_charge_has_nobody_for_its_head() -> None:
    assert is_beyond_reach(law(), city(), DAILY, "ZZB-1", DAY)
    assert not is_beyond_reach(law(), city(), DAILY, "JTJ-1", DAY)


def test_other_members_of_the_court_are_reached_by_no_line() -> None:
    assert is_beyond_reach(law(), city(), DAILY, "FY-2", DAY)
    assert not is_beyond_reach(law(), city(), DAILY, "FY-1", DAY)


def test_vacant_post_is_found() -> None:
    headless = city(unit("A", "市委办局", post("A-1", MEMBER, 管理="市管")))
    assert is_vacant(law(), headless, DAILY, "A-1", DAY)
    assert not is_vacant(law(), headless, DAILY, "JTJ-3", DAY)
    assert not is_vacant(law(), headless, DAILY, "FY-2", DAY)


def test_words_name_people_posts_and_items() -> None:
    assert holders_text(law(), city(), DAILY, "JTJ-3", DAY) == (
        "第五条第（四）项：示JTJ-2（市交通局党组书记）；第五条第（七）项：示JW-1（市纪委书记）、示JW-2（市纪委副书记）"
    )
    many = city(unit("JX", "市纪委", *(post(f"JX-{i}", MEMBER, 职务="委员") for i in range(3)), 名称="市纪委"))
    assert holders_text(law(), many, WARNING, "JTJ-3", DAY).endswith("、示JX-0（市纪委委员）等5人")


def test_words_say_why_nobody_may() -> None:
    county = law(COUNTY)
    lone = city(unit("A", "其他", post("A-1", MEMBER, 管理="县管")))
    assert holders_text(county, lone, "常规约谈", "A-1", DAY) == "第四条所列的职务当日空缺，或就是本人"
    assert holders_text(county, lone, "常规约谈", "RD-4", DAY) == "本规范没有列出谁可以约谈此人"
    assert holders_clause_text(county, lone, "常规约谈", "RD-4", DAY) == "本规范没有列出谁可以约谈此人"
    assert holders_clause_text(law(), city(), WARNING, "JTJ-3", DAY).startswith("有权的是 第五条第（七）项：示JW-1")


def test_words_name_an_item_and_a_person_once_where_two_lines_entitle() -> None:
    chosen = law(纪委_须领导=False)
    assert holders_text(chosen, city(), WARNING, "JTJ-3", DAY) == (
        "第五条第（七）项：示JW-1（市纪委书记）、示JW-2（市纪委副书记）、示JW-3（市纪委监委室主任）"
    )


def test_post_words_say_nothing_twice() -> None:
    roster = city(
        unit("DX", "县区党委", post("DX-1", HEAD, 职务="县委书记", 主持工作={"自": date(2026, 1, 1)}), 名称="丙县委")
    )
    assert post_text(roster.posts("DX-1", DAY)[0]) == "丙县委书记，主持工作"
    assert post_text(roster.posts("JW-1", DAY)[1]) == "市纪委书记"
    assert post_text(roster.posts("SZF-2", DAY)[0]) == "市政府副市长"


def test_mandates_of_an_unknown_situation_are_none() -> None:
    assert mandates_of(law(), "没有这种") == ()
    assert [mandate.label for mandate in mandates_of(law(), "RQ")] == ["六", "六宽"]


def test_county_matrix_stands_on_county_units() -> None:
    office = unit("JWX", "其他", post("J-1", HEAD), post("J-2", "工作人员"), 名称="云溪县纪委监委", 所属县区="甲县")
    bureau = unit(
        "B",
        "其他",
        post("B-1", HEAD, 党内职务="党组书记", 管理="县管"),
        post("B-2", MEMBER, 管理="县管"),
        分管领导=["XZ-2"],
    )
    roster, county = city(office, bureau), law(COUNTY)
    assert entitlement(county, roster, "常规约谈", "XW-1", "XR-1", DAY)
    assert entitlement(county, roster, "常规约谈", "XZ-2", "B-1", DAY)
    assert entitlement(county, roster, "常规约谈", "B-1", "B-2", DAY)
    assert entitlement(county, roster, "提示约谈", "J-1", "B-2", DAY)
    assert not entitlement(county, roster, "提示约谈", "B-1", "B-2", DAY)
    assert [line.label for line in entitlement(county, roster, "提示约谈", "J-2", "B-2", DAY).wide] == ["戊宽"]


def others_only(**choices: Any) -> Law:
    """A 办法 by which a party group's head interviews the unit's others, but nobody who counts as its principal."""
    found = law(**choices)
    line = next(one for one in found.profile.mandates if one.label == "四乙")
    whom, violations = build(Who, {"类别": ["市委办局"], "管理": ["市管"], "角色除外": ["主要负责人"]})
    assert whom is not None, violations
    mandates = tuple(replace(one, subjects=(whom,)) if one == line else one for one in found.profile.mandates)
    return replace(found, profile=replace(found.profile, mandates=mandates))


def labels(law_: Law, roster: Roster, interviewer: str, subject: str) -> tuple[str, ...]:
    return tuple(line.label for line in entitlement(law_, roster, DAILY, interviewer, subject, DAY).mandates)


def test_a_line_may_leave_a_role_out_of_those_it_means() -> None:
    assert labels(law(), city(), "JTJ-2", "JTJ-1") == ("四乙",)
    assert labels(others_only(), city(), "JTJ-2", "JTJ-1") == ()
    assert labels(others_only(), city(), "JTJ-2", "JTJ-3") == ("四乙",)
    assert [line.label for line in reaching_lines(others_only(), city(), "JTJ-1", DAILY, DAY)] == ["三", "七日常"]


def test_who_acts_as_principal_is_left_out_with_the_role_and_listing_the_other_roles_would_not_do_it() -> None:
    acting = post("T-2", MEMBER, 党内职务="党组成员", 管理="市管", 主持工作={"自": date(2026, 1, 1)})
    head = post("T-1", MEMBER, 党内职务="党组书记", 管理="市管")
    roster = city(unit("T", "市委办局", head, acting, 名称="市体育局"))
    assert labels(others_only(), roster, "T-1", "T-2") == ()
    assert labels(others_only(主持工作_视为主要负责人=False), roster, "T-1", "T-2") == ("四乙",)
    member, principal = Who(roles=(MEMBER,)), Who(not_roles=(HEAD,))
    held = roster.posts("T-2", DAY)[0]
    assert fits(law(), roster, member, held, DAY)
    assert not fits(law(), roster, principal, held, DAY)
    assert fits(law(), roster, principal, roster.posts("T-1", DAY)[0], DAY)
