"""From a case to dated turns: what a clerk would have done, on which working day, up to the judging day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.demonstration.case import Case, Turn
from tests.demonstration.days import TODAY, after, on_or_before
from tests.demonstration.seeded import of_case

if TYPE_CHECKING:
    from random import Random

    from tests.demonstration.clerk import Clerk


def run(clerk: Clerk, cases: tuple[Case, ...]) -> None:
    """Lead every case through its life, all turns in the order of days, none after the judging day."""
    lives = [case.turns or usual(of_case(case), case) for case in cases]
    turns = [(turn.day, number, rank) for number, life in enumerate(lives) for rank, turn in enumerate(life)]
    for day, number, rank in sorted(turns):
        if day <= TODAY:
            turn = lives[number][rank]
            getattr(clerk, turn.verb)(number, cases[number], day, **turn.words)
    for number, case in enumerate(cases):
        if case.hand is not None:
            clerk.by_hand(number, case.hand)


def usual(random: Random, case: Case) -> tuple[Turn, ...]:
    """Drafted, notified, held, where it is owed rectified, closed."""
    noticed = on_or_before(case.day - timedelta(days=case.notice_days))
    drafted = on_or_before(noticed - timedelta(days=random.choice((3, 4, 6, 8))))
    turns = [Turn(drafted, "draft"), Turn(noticed, "notify"), Turn(case.day, "hold")]
    last = case.day
    if case.formed_after is not None:
        turns += [report(case, person) for person in case.subjects]
        last = turns[-1].day
    return (*turns, Turn(after(last, random.choice((2, 3, 4, 5))), "close"))


def report(case: Case, person: str, verdict: str = "到位") -> Turn:
    """The subject's report on time, registered when it came."""
    formed = on_or_before(case.day + timedelta(days=case.formed_after or 10))
    words = {"person": person, "formed": formed, "sent": formed, "verdict": verdict}
    return Turn(after(formed, 1), "rectify", words)
