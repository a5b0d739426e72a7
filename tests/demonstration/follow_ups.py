"""回访约谈 of cadres who were sanctioned some months before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.demonstration import texts
from tests.demonstration.case import Case
from tests.demonstration.cautions import named
from tests.demonstration.days import on_or_after, on_or_before
from tests.demonstration.people import coordination

if TYPE_CHECKING:
    from random import Random

KIND = "回访约谈"
_NOTE = "中层干部，受处分后由市纪委监委统一回访"
_DECISIONS = (("党纪", "党内警告"), ("党纪", "党内严重警告"), ("政务", "警告"), ("政务", "记过"))

TABLE = """
2025-01-21 ZJJ-003
2025-02-19 JTJ-005
2025-03-19 WJW-005
2025-04-22 CZJ-006
2025-05-21 SDZ-002
2025-06-18 SXZ-002
2025-07-16 FGW-006
2025-08-20 JYJ-007
2025-09-16 KFQ-003
2025-10-22 CTJ-005
2025-11-18 ZFB-004
2025-12-16 GJJ-003
2026-01-13 ZJJ-007
2026-01-27 SDF-002
2026-02-10 JTJ-007
2026-03-17 WJW-003
2026-03-31 YG-003
2026-04-14 SXZ-005
2026-05-12 FY-007
2026-05-27 DAG-004
2026-06-10 XCB-005
2026-06-18 ZJJ-002
2026-06-30 CZJ-003
2026-07-07 SDZ-003
"""


def cases(random: Random) -> tuple[Case, ...]:
    """One case a row."""
    return tuple(_case(random, *line.split()) for line in TABLE.split("\n") if line)


def people() -> tuple[str, ...]:
    """Everybody in the table."""
    return tuple(line.split()[1] for line in TABLE.split("\n") if line)


def _case(random: Random, written: str, person: str) -> Case:
    day = on_or_after(date.fromisoformat(written))
    interviewer = random.choice(("JW-002", "JW-003", "JW-004", "JW-005"))
    category, decision = random.choice(_DECISIONS)
    decided = on_or_before(day - timedelta(days=random.randrange(120, 330)))
    sanction = {"处分": [{"类别": category, "决定": decision, "日期": decided}]}
    return Case(
        kind=KIND,
        day=day,
        clock=random.choice(("09:30", "10:00", "15:00")),
        interviewer=interviewer,
        companions=(random.choice(("JW-007", "JW-008")),) if random.random() < 0.5 else (),
        subjects=(person,),
        topic="处分后回访",
        reason="了解处分后思想和工作情况",
        place="市纪委监委第二会议室",
        recorder=random.choice(("JW-010", "JW-011")),
        coordination=coordination(interviewer, (person,), day),
        elements={person: sanction if named(person, day) else {"说明": _NOTE, **sanction}},
        statements={
            person: {"对错误的认识": random.choice(texts.REFLECTIONS), "整改情况": random.choice(texts.REFORMS)}
        },
        reminder=texts.VISIT_REMINDER,
        conclusion="认识深刻，整改到位，继续跟踪关心。",
        to_person=random.random() < 0.5,
        notice_days=random.choice((4, 5, 6)),
    )
