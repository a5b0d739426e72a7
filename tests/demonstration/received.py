"""What the city's units sent in, half-year by half-year: their own 日常约谈, nil reports too, and the year's plan."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.demonstration import daily
from tests.demonstration.days import TODAY, on_or_after, on_or_before
from tests.demonstration.people import roster
from tests.demonstration.seeded import token

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from yuetan.model import Held, Unit

FORGOTTEN = "DAG-003"
"""Deliberate (B6): nobody held the 2025 日常约谈 of this person."""
LATE = ("2025H2", "GJJ", date(2026, 1, 6))
"""Deliberate (B7.4): this report came after its day."""
_NOT_YET = ("ZX", "XCB", "JYJ", "WJW", "SXW", "SXZ", "YG", "CTJ")
"""Units whose report of the running half-year has not come yet: a deadline, no breach."""
_OWN_KINDS = ("市人大", "市政协", "市委部委", "市委办局", "市直属单位", "县区党委", "县区政府")
_PERIODS = (
    ("2025H1", date(2025, 3, 3), date(2025, 6, 10), date(2025, 6, 16)),
    ("2025H2", date(2025, 7, 7), date(2025, 12, 5), date(2025, 12, 15)),
    ("2026H1", date(2026, 3, 2), date(2026, 6, 5), date(2026, 6, 8)),
)
"""Period, first and last day of its talks, first day on which reports came."""


def files(random: Random) -> dict[str, dict[str, Any]]:
    """Every received report as path -> plain value."""
    covered = {(row[0].year, person) for row in daily.rows() for person in row[2]}
    found: dict[str, dict[str, Any]] = {}
    for period, first, last, opened in _PERIODS:
        for unit in roster().units:
            if unit.code == "JW" or (period.startswith("2026") and unit.code in _NOT_YET):
                continue
            rows = _rows(random, unit, first, last, covered)
            came = on_or_before(min(opened + timedelta(days=random.randrange(15)), TODAY))
            if (period, unit.code) == LATE[:2]:
                came = LATE[2]
            report = {"期间": period, "单位": unit.code, "收到日期": came}
            found[f"records/received/{period}/{unit.code}.yaml"] = report | ({"约谈": rows} if rows else {})
    return found


def plans() -> dict[str, dict[str, Any]]:
    """The plan of each year's talks held by the leaders and the commission."""
    found: dict[str, dict[str, Any]] = {}
    for year in sorted({row[0].year for row in daily.rows()}):
        talks = [
            {"约谈人": interviewer, "对象": subject, "月份": month.month}
            for month, interviewer, subjects, _ in daily.rows()
            if month.year == year
            for subject in subjects
        ]
        found[f"records/plans/{year}.yaml"] = {"年度": year, "安排": talks}
    return found


def _rows(random: Random, unit: Unit, first: date, last: date, covered: set[tuple[int, str]]) -> list[dict[str, Any]]:
    rows = []
    for person in _subjects(unit, first, last):
        if (first.year, person) in covered or (first.year == 2025 and person in (FORGOTTEN, "XCB-003")):
            continue
        choices = [day for day in _days(first, last) if _could_talk(unit, person, day)]
        later = first.month == 3 and first.year == 2025 and random.random() < 0.5 and _stays(unit, person)
        postponed = first.year == 2026 and random.random() < 0.4
        if not choices or later or postponed:
            continue
        day = random.choice(choices)
        talker = _talker(unit, day)
        covered.add((day.year, person))
        rows.append((day, talker.post.id if talker else "", person))
    return [_row(random, *row) for row in sorted(rows)]


def _row(random: Random, day: date, talker: str, person: str) -> dict[str, Any]:
    return {
        "编号": f"RC-{day:%Y%m}-{token(random)}",
        "类型": daily.KIND,
        "日期": day,
        "对象": person,
        "姓名": roster().name(person),
        "约谈人": talker,
        "方式": "个别谈话",
    }


def _days(first: date, last: date) -> Iterable[date]:
    day = on_or_after(first)
    while day <= last:
        yield day
        day = on_or_after(day + timedelta(days=1))


def _stays(unit: Unit, person: str) -> bool:
    return any(_could_talk(unit, person, date(2025, month, 10)) for month in (8, 9, 12))


def _subjects(unit: Unit, first: date, last: date) -> tuple[str, ...]:
    if unit.eras[-1].kind not in _OWN_KINDS:
        return ()
    here = [post.id for post in unit.posts if post.since <= last and (post.until is None or first < post.until)]
    county = unit.eras[-1].county
    if unit.eras[-1].kind == "县区党委":
        for other in roster().units:
            if other.eras[-1].county == county and other.eras[-1].kind not in ("县区党委", "县区政府"):
                here += [p.id for p in other.posts if p.role == "主要负责人"]
    return tuple(dict.fromkeys(here))


def _could_talk(unit: Unit, person: str, day: date) -> bool:
    """Whether the unit's principal may hold the person's 日常约谈 that day."""
    talker = _talker(unit, day)
    if talker is None or talker.post.id == person:
        return False
    return any(_reached(unit, held) for held in roster().posts(person, day))


def _reached(unit: Unit, held: Held) -> bool:
    kind = unit.eras[-1].kind
    if held.unit.code == unit.code:
        return held.post.managed == "市管" or (kind in ("市人大", "市政协") and held.post.role != "工作人员")
    return kind == "县区党委" and held.era.county == unit.eras[-1].county and held.principal


def _talker(unit: Unit, day: date) -> Held | None:
    heads = [held for held in roster().staff(unit, day) if held.post.role == "主要负责人"]
    party = [held for held in heads if held.post.party_post in ("党组书记", "党委书记")]
    return next(iter(party or heads), None)
