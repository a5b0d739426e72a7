"""日常约谈 that the city's leaders and the commission held themselves; units report the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.demonstration import texts
from tests.demonstration.case import Case
from tests.demonstration.days import after, on_or_after
from tests.demonstration.people import coordination, in_leadership

if TYPE_CHECKING:
    from random import Random

KIND = "日常约谈"

TABLE = """
2025-02 SZF-001 CTJ-001
2025-02 SW-001 SW-002
2025-02 SW-001 RD-001
2025-02 SZF-003 GJJ-001
2025-03 SW-001 SW-003 SW-004 XCB-001 | 市委常委分工相近，集体听取履责情况
2025-03 SW-001 JW-001
2025-03 SW-001 ZX-001
2025-03 SW-002 SZF-002 SZF-003 SZF-004 | 市政府党组民主生活会后集中开展
2025-03 SZF-001 CZJ-001
2025-03 SW-004 DAG-001
2025-04 SW-001 FY-001
2025-04 SW-001 ZZB-001
2025-04 SZF-003 JTJ-001
2025-04 SZF-001 KFQ-001
2025-04 SW-002 SZF-005
2025-04 SZF-004 JYJ-001
2025-05 SW-001 SDW-001
2025-05 SW-001 JCY-001
2025-05 SZF-003 ZJJ-001
2025-05 SZF-001 FGW-001
2025-05 SZF-002 WJW-001
2025-05 SZF-004 JYJ-002
2025-06 SW-001 SXW-001
2025-06 SW-002 SDW-002
2025-06 JW-002 FY-002 FY-003 FY-004 FY-005 | 同为市法院班子成员，问题共性较多
2025-06 SW-003 ZGH-001
2025-07 SW-002 SXW-002
2025-07 SW-001 SZF-001
2025-07 JW-003 JCY-002 JCY-003 JCY-004 | 同为市检察院班子成员，问题共性较多
2025-08 JW-004 SDR-002 SDX-002 | 县人大、县政协副职一并开展
2025-08 SZF-002 YG-001
2025-09 SZF-003 GJJ-002
2025-09 JW-005 SXR-002 SXX-002 | 区人大、区政协副职一并开展
2025-09 JW-001 JW-002 JW-003 JW-004 JW-005 | 市纪委监委班子成员集中开展
2025-10 JW-002 KFQ-002 KFQ-003 | 开发区管委会副职一并开展
2025-10 SZF-001 CTJ-002
2025-10 JW-003 YG-002
2025-11 JW-004 CTJ-003 CTJ-004 | 集团副职一并开展
2025-11 JW-005 ZGH-002
2025-11 JW-005 ZGH-004
2025-12 SW-001 ZZB-005
2025-12 SZF-001 JTJ-002
2026-01 SW-001 SW-002
2026-01 SW-001 RD-001
2026-02 SW-001 JW-001
2026-02 SW-001 ZX-001
2026-02 SZF-001 CZJ-001
2026-03 SW-001 SW-003 SW-004 XCB-001 ZZB-005 | 市委常委分工相近，集体听取履责情况
2026-03 SW-002 SZF-002 SZF-004 SDW-001 | 市政府党组民主生活会后集中开展
2026-03 SW-004 DAG-001
2026-03 SDW-001 ZJJ-001
2026-03 SZF-004 JYJ-001
2026-04 SW-001 FY-001
2026-04 SW-001 SDW-002
2026-04 SZF-001 CZJ-002
2026-04 SDW-001 GJJ-002
2026-04 SW-002 SZF-005
2026-04 JW-002 FY-002 FY-003 FY-005 | 同为市法院班子成员，问题共性较多
2026-05 SW-001 SXW-001
2026-05 SDW-001 JTJ-002
2026-05 SW-002 SDW-003
2026-05 SZF-004 JYJ-002
2026-05 JW-004 SDR-002 SDX-002 | 县人大、县政协副职一并开展
2026-05 SZF-001 JTJ-001
2026-05 JW-003 YG-002
2026-06 SW-001 JCY-001
2026-06 JW-003 JCY-002 JCY-003 JCY-004 | 同为市检察院班子成员，问题共性较多
2026-06 SW-002 SXW-002
2026-06 SW-003 ZGH-001
2026-07 SZF-002 WJW-002
2026-07 SW-001 SZF-001
"""
"""Month, interviewer, subjects, and for a collective talk its reason."""


def rows() -> tuple[tuple[date, str, tuple[str, ...], str | None], ...]:
    """The table as month, interviewer, subjects, reason."""
    found = []
    for line in TABLE.split("\n"):
        if line:
            people, _, reason = line.partition(" | ")
            month, interviewer, *subjects = people.split()
            found.append((date.fromisoformat(f"{month}-01"), interviewer, tuple(subjects), reason or None))
    return tuple(found)


def cases(random: Random) -> tuple[Case, ...]:
    """One case a row, on a working day of its month."""
    return tuple(_case(random, *row) for row in rows())


def _case(random: Random, month: date, interviewer: str, subjects: tuple[str, ...], reason: str | None) -> Case:
    day = after(on_or_after(month.replace(day=8)), random.randrange(11))
    own = interviewer.startswith("JW-")
    start = random.randrange(len(texts.DUTY))
    return Case(
        kind=KIND,
        day=day,
        clock=random.choice(("09:00", "09:30", "14:30", "15:00")),
        interviewer=interviewer,
        subjects=subjects,
        topic=f"{day.year}年度履行党风廉政建设责任和廉洁自律情况",
        reason="年度日常廉政约谈",
        place="市纪委监委第一会议室" if own else "市行政中心小会议室",
        recorder=random.choice(("JW-009", "JW-012", "JW-014")),
        companions=(),
        collective_reason=reason,
        coordination=coordination(interviewer, subjects, day),
        basis={
            "市委安排": f"{day.year}年度廉政约谈工作安排",
            "工作需要": "相关单位副职无对应约谈主体，统一由市纪委约谈",
        }
        if own
        else None,
        statements={
            person: {
                "责任制履行情况": texts.DUTY[(start + index) % len(texts.DUTY)],
                "个人廉洁自律情况": texts.HONESTY[(start + index) % len(texts.HONESTY)],
            }
            for index, person in enumerate(subjects)
        },
        reminder=random.choice(texts.REMINDERS),
        conclusion="约谈按程序进行，对象态度端正，材料归档。",
        to_person=any(in_leadership(person, kind, day) for person in subjects for kind in ("市委", "市政府"))
        or random.random() < 0.3,
        by_telephone=random.random() < 0.12,
        notice_days=random.choice((5, 6, 7, 8)),
    )
