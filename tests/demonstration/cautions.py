"""警示约谈: themes, sources and subjects drawn by the seeded generator, a few days apart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.demonstration import texts
from tests.demonstration.case import Case
from tests.demonstration.days import on_or_after
from tests.demonstration.people import coordination, roster

if TYPE_CHECKING:
    from collections.abc import Collection
    from random import Random

KIND = "警示约谈"
FIRST, LAST = date(2025, 1, 16), date(2026, 7, 10)
_SOURCES = ("监督检查", "监督检查", "监督检查", "巡察", "党风廉政建设责任制检查", "信访举报")
_CONDUCTING = ("JW-002", "JW-003", "JW-004", "JW-005")
_NOTE = "中层干部，负责的工作出现苗头性问题，根据工作需要一并约谈提醒"


def cases(random: Random, reserved: Collection[str]) -> tuple[Case, ...]:
    """About eighty, nobody twice within nine months, nobody of `reserved` (they have a story of their own)."""
    busy = dict.fromkeys(reserved, LAST)
    found: list[Case] = []
    day = FIRST
    while day <= LAST:
        held_on = on_or_after(day)
        taken = {person for person, until in busy.items() if held_on <= until}
        subjects = _draw(random, taken, held_on, many=len(found) % 13 == 7)
        busy.update(dict.fromkeys(subjects, held_on + timedelta(days=270)))
        found.append(make(random, held_on, subjects))
        day += timedelta(days=random.choice((4, 5, 6, 7)))
    return tuple(found)


def make(random: Random, day: date, subjects: tuple[str, ...], *, source: str | None = None) -> Case:
    """One 警示约谈 of these subjects on that day."""
    theme = random.choice(texts.THEMES)
    source = source or random.choice(_SOURCES)
    interviewer = random.choice(_CONDUCTING)
    return Case(
        kind=KIND,
        day=day,
        clock=random.choice(("09:00", "09:30", "10:00", "14:30", "15:00")),
        interviewer=interviewer,
        companions=(random.choice(("JW-006", "JW-007", "JW-008")),) if random.random() < 0.6 else (),
        subjects=subjects,
        topic=theme.topic,
        reason=theme.reason,
        place=random.choice(("市纪委监委第一会议室", "市纪委监委第二会议室")),
        recorder=random.choice(("JW-009", "JW-010", "JW-011", "JW-013")),
        collective_reason="同一单位同一问题，集体提醒" if len(subjects) > 1 else None,
        coordination=coordination(interviewer, subjects, day),
        elements={person: _element(random, theme, source, person, day) for person in subjects},
        statements={person: {"解释说明": theme.explanation, "整改措施": theme.measures} for person in subjects},
        reminder=theme.reminder,
        conclusion="问题说明清楚，整改报告经审核到位，予以办结。",
        to_person=random.random() < 0.25,
        by_telephone=random.random() < 0.08,
        notice_days=random.choice((4, 5, 5, 6, 7)),
        formed_after=random.choice((7, 8, 9, 10, 11, 12)),
    )


def named(person: str, day: date) -> bool:
    """Whether the 办法 is about this person that day: 市管, as nearly all its subjects are."""
    return any(held.post.managed == "市管" for held in roster().posts(person, day))


def _element(random: Random, theme: texts.Theme, source: str, person: str, day: date) -> dict[str, Any]:
    whose = random.choice((["本人"], ["分管部门"], ["分管部门"], ["本单位"]))
    problem: dict[str, Any] = {"来源": source, "归属": whose, "概述": theme.gist}
    if source == "信访举报":
        problem["线索编号"] = f"XS-{day:%y}-{random.randrange(100, 1000)}"
    return {"问题": problem} if named(person, day) else {"说明": _NOTE, "问题": problem}


def _draw(random: Random, taken: Collection[str], day: date, *, many: bool) -> tuple[str, ...]:
    def fits(person: str) -> bool:
        posts = roster().posts(person, day)
        later = roster().posts(person, day + timedelta(days=45))
        return bool(posts) and posts == later and all(_ordinary(held) for held in posts)

    free = [person for person in roster().people() if person not in taken and fits(person)]
    first = random.choice(free)
    unit = first.split("-")[0]
    others = [person for person in free if person != first and person.startswith(f"{unit}-")]
    return (first, *others[:2]) if many and others else (first,)


def _ordinary(held: Any) -> bool:
    return (
        held.post.managed != "省管"
        and held.post.role != "工作人员"
        and held.era.kind not in ("市委", "市政府", "市纪委", "市人大", "市政协")
    )
