"""任前约谈: whoever is promoted or moved to an important post, before taking it up; one batch a table row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.demonstration import texts
from tests.demonstration.case import Case
from tests.demonstration.people import coordination

if TYPE_CHECKING:
    from random import Random

KIND = "任前约谈"

TABLE = """
2025-04-09 JW-002 GJJ-002=市住房公积金管理中心:主任、党委书记:正处:提拔
2025-04-28 JW-002 CTJ-002=市城市建设投资集团:党委书记、董事长:正处:提拔
2025-05-14 JW-003 \
FGW-005=市发展和改革委员会:副主任、党组成员:副处:提拔 \
JYJ-006=市教育局:副局长、党委委员:副处:提拔 \
ZJJ-006=市住房和城乡建设局:副局长、党组成员:副处:提拔
2025-06-17 JW-002 JTJ-001=示例经济开发区:党工委书记:正处:调整
2025-07-03 JW-002 JTJ-002=市交通运输局:局长、党委书记:正处:提拔
2025-07-24 JW-004 SXF-002=示西区法院:院长、党组书记:副处:提拔
2025-08-12 JW-005 JYJ-003=示东县政府:副县长、党组成员:副处:调整
2025-11-11 JW-002 CZJ-002=市发展和改革委员会:主任、党组书记:正处:提拔
2026-01-05 JW-001 SDW-002=示东县委:县委书记:正处:调整
2026-01-07 JW-004 CZJ-005=市财政局:副局长、党组成员:副处:提拔
2026-01-15 JW-002 SDW-003=示东县政府:副县长、代县长、党组书记:正处:提拔
2026-03-11 JW-005 GJJ-004=市住房公积金管理中心:副主任、党委委员:副处:提拔 KFQ-004=示例经济开发区:管委会副主任:副处:提拔
2026-05-07 JW-002 DAG-002=市档案馆:馆长、党委书记:正处:提拔
2026-06-29 JW-002 WJW-002=市卫生健康委员会:主任、党委书记:正处:提拔
2026-07-02 JW-003 ZJJ-008=市住房和城乡建设局:总工程师:副处:提拔
2026-07-09 JW-004 SXW-003=示西区政府:常务副区长、党组副书记:副处:调整 SXZ-002=示西区委:区委常委、统战部部长:副处:调整
"""
"""Day, interviewer, and each subject with the post to be."""


def cases(random: Random) -> tuple[Case, ...]:
    """One case a row."""
    return tuple(_case(random, line) for line in TABLE.split("\n") if line)


def _case(random: Random, line: str) -> Case:
    written, interviewer, *people = line.split()
    day = date.fromisoformat(written)
    posts = dict(person.split("=") for person in people)
    subjects = tuple(posts)
    return Case(
        kind=KIND,
        day=day,
        clock=random.choice(("09:00", "10:00", "15:00")),
        interviewer=interviewer,
        companions=("JW-006",) if random.random() < 0.5 else (),
        subjects=subjects,
        topic="任前廉政约谈",
        reason="新任职务前的廉政教育和提醒",
        recorder=random.choice(("JW-009", "JW-012")),
        collective_reason="同批任职，集体约谈" if len(subjects) > 1 else None,
        coordination=coordination(interviewer, subjects, day),
        elements={person: {"任前": _post(words)} for person, words in posts.items()},
        statements={person: {"表态发言": random.choice(texts.PLEDGES)} for person in subjects},
        reminder=texts.PRE_REMINDER,
        conclusion="已作任前廉政提醒，表态材料归档。",
        to_person=random.random() < 0.4,
        notice_days=random.choice((4, 5, 6)),
    )


def _post(words: str) -> dict[str, object]:
    unit, post, rank, kind = words.split(":")
    return {"拟任单位": unit, "拟任职务": post, "拟任职级": rank, "拟任市管": True, "情形": kind}
