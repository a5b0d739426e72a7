"""What is to be sent this week: both sides of the week's end, and what each text says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.actions.city import OFFICE, built, city, drafted, held, laws_of
from yuetan.views.remind import Letter, to_send

if TYPE_CHECKING:
    from yuetan.model import State


def letters(state: State, today: date, last: date | None = None) -> list[tuple[Letter, str | None]]:
    return [(one.letter, one.subject or one.unit) for one in to_send(state, laws_of(state), today, last=last)]


@pytest.mark.parametrize(
    ("today", "sent"),
    [
        (date(2026, 3, 1), []),  # Sunday: its own week ends that day
        (date(2026, 3, 2), [(Letter.NOTICE, "FGW-002")]),  # Monday; the last working day is Friday 6 March
        (date(2026, 3, 7), [(Letter.NOTICE, "FGW-002")]),  # Saturday: the last lawful day
        (date(2026, 3, 8), []),  # too late to be lawful: due shows it
    ],
)
def test_notice_is_sent_in_the_week_of_its_last_working_day(today: date, sent: list[tuple[Letter, str]]) -> None:
    state, _ = drafted()
    state = replace(state, office=built(type(state.office), {**OFFICE, "启用": date(2026, 1, 1)}))
    assert letters(state, today) == sent


@pytest.mark.parametrize(("today", "urged"), [(date(2026, 3, 25), False), (date(2026, 3, 26), True)])
def test_reminder_is_for_reports_that_are_overdue(today: date, urged: bool) -> None:
    state, _ = held()  # due on 2026-03-25
    assert ((Letter.URGE, "FGW-002") in letters(state, today)) is urged


def test_text_of_a_reminder_tells_nothing_of_the_problem() -> None:
    state, _ = held()
    text = next(one.text for one in to_send(state, laws_of(state), date(2026, 3, 27)) if one.letter is Letter.URGE)
    assert text == (
        "钱乙丑同志：\n"
        "约谈后的整改落实情况报告应于2026年3月25日（含当日）前形成并报送（第八条第（三）项），"
        "至今已逾期2天。请尽快形成并报送；已经报送的，请告知报送日期。\n"
        "市纪委监委\n2026年3月27日"
    )


def test_units_are_asked_in_the_week_of_the_report_and_after() -> None:
    state = city({**OFFICE, "启用": date(2026, 1, 1)})
    units = [(Letter.REPORT, code) for code in ("CZJ", "FGW", "SW", "SZF")]
    assert letters(state, date(2026, 6, 28)) == []  # Sunday; 30 June is the Tuesday after
    assert letters(state, date(2026, 6, 29)) == units
    assert letters(state, date(2026, 7, 1)) == units
    assert letters(state, date(2026, 6, 28), last=date(2026, 6, 30)) == units


def test_reporting_office_asks_no_units() -> None:
    state = city({**OFFICE, "单位": "FGW", "角色": "报送", "启用": date(2026, 1, 1)})
    assert letters(state, date(2026, 7, 1)) == []


def test_late_unit_is_told_how_late() -> None:
    state = city({**OFFICE, "启用": date(2026, 1, 1)})
    text = to_send(state, laws_of(state), date(2026, 7, 3))[0].text
    assert text.startswith(
        "市财政局：\n2026年上半年廉政约谈情况应于2026年6月30日（含当日）前报送（第七条第（四）项），至今已逾期3天，尚未收到。"
    )
