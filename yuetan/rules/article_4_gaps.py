"""第四条: who should have been interviewed before a new post, or after a sanction, and was not (W4.2, W4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Change, OfficeRole
from yuetan.regulation.deadline import days_later, months_later
from yuetan.rules.article_4 import FOLLOW_UP, PRE_APPOINTMENT
from yuetan.rules.meetings import Met, meetings
from yuetan.rules.rule import ArchiveRule, Breach, Whole, records_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model import State
    from yuetan.model.unit import Era, Post, Unit
    from yuetan.regulation.law import Law

BEFORE, AFTER, MONTHS = "任前.之前", "任前.之后", "回访.月数"


@dataclass(frozen=True, slots=True)
class Days:
    """Days in which a talk counts, both included."""

    first: date
    last: date

    def hold(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


def new_posts_talked_about(whole: Whole) -> Iterator[Breach]:
    """提拔或调整到重要领导岗位的处级干部，任职前九十天到任职后三十天内有为该职务进行的任前约谈。

    办法没有写时限，天数是本软件的选择；三十天过完才提出。任前约谈由市里进行，只有汇总单位的档案才看得出有没有。

    合格：名册中 2026-04-01 提拔任局长（正处、市管），2026-03-10 对其进行过拟任局长的任前约谈。
    不合格：名册中 2026-04-01 提拔任局长，到 2026-05-02 仍没有任前约谈。
    """
    if whole.state.office.role != OfficeRole.GATHERING:
        return
    met = meetings(whole.state, whole.laws, PRE_APPOINTMENT)
    for file, unit in records_in(whole.state.units):
        for index, post in enumerate(unit.posts):
            days = _days(whole, post)
            if days is not None and whole.today > days.last and not _talked_about(met, post, unit, days):
                yield Breach(("干部", index, "任职"), _unprepared_text(post, days), file=file, judged=post.since)


def sanctioned_talked_to(whole: Whole) -> Iterator[Breach]:
    """受到处分的干部，处分后一年内有回访约谈。

    办法没有写时限，一年是本软件的选择。处分从记录中的 处分 知道；约谈撤销了的也算知道。

    合格：处分日期 2025-04-01，2026-04-01 进行了回访约谈。
    不合格：处分日期 2025-04-01，到 2026-04-02 仍没有回访约谈。
    """
    if whole.state.office.role != OfficeRole.GATHERING:
        return
    met = meetings(whole.state, whole.laws, FOLLOW_UP)
    for file, path, person, day in _sanctions(whole):
        days = Days(day, _latest(whole, day))
        if whole.today > days.last and not any(days.hold(one.day) for one in met.get(person, ())):
            name = whole.state.roster.name(person) or person
            message = f"{name}（{person}）{day.isoformat()} 受到处分，到 {days.last.isoformat()} 没有回访约谈"
            yield Breach(path, message, file=file, judged=day)


def _days(whole: Whole, post: Post) -> Days | None:
    """The days of a talk that counts for taking this post; None where none is owed."""
    law = whole.laws.on(post.since)
    if law is None or post.since < whole.state.office.since or not _owes(law, post):
        return None
    return Days(days_later(post.since, -(law.number(BEFORE) or 0)), days_later(post.since, law.number(AFTER) or 0))


def _talked_about(met: Mapping[str, list[Met]], post: Post, unit: Unit, days: Days) -> bool:
    era = unit.era(post.since)
    return any(days.hold(one.day) and _for_post(one, post, era) for one in met.get(post.id, ()))


def _unprepared_text(post: Post, days: Days) -> str:
    return (
        f"{post.name}（{post.id}）{post.since.isoformat()} {post.change}任{post.post}，"
        f"{days.first.isoformat()} 至 {days.last.isoformat()} 没有为该职务进行的任前约谈；"
        "确已进行的补录，没有的尽快安排"
    )


def _latest(whole: Whole, day: date) -> date:
    """The last day of a follow-up talk after a sanction of this day; today where the law knows none."""
    law = whole.laws.on(day)
    months = law.number(MONTHS) if law is not None else None
    return months_later(day, months) if months is not None else whole.today


def _sanctions(whole: Whole) -> Iterator[tuple[str, Path, str, date]]:
    """Every sanction that a record tells of, once: file and place, whose it is, and its day."""
    known: set[tuple[str, date]] = set()
    for file, path, person, day in _written_sanctions(whole.state):
        if day is not None and day >= whole.state.office.since and (person, day) not in known:
            known.add((person, day))
            yield file, path, person, day


def _written_sanctions(state: State) -> Iterator[tuple[str, Path, str, date | None]]:
    for file, record in records_in(stored for stored in state.interviews if stored.sound):
        for index, subject in enumerate(record.subjects):
            for row, sanction in enumerate(subject.sanctions):
                yield file, ("约谈对象", index, "处分", row), subject.id, sanction.day


def _owes(law: Law, post: Post) -> bool:
    """Whether taking this post asks for an interview before it: 提拔, or 调整 to an important one, 市管处级."""
    situation = next((one for one in law.profile.situations if one.rule == PRE_APPOINTMENT), None)
    if situation is None or post.managed not in law.profile.managed or post.rank not in situation.ranks:
        return False
    return post.change == Change.PROMOTION or (post.change == Change.TRANSFER and post.important is True)


def _for_post(met: Met, post: Post, era: Era | None) -> bool:
    """Whether an interview was held for this post: of the same name, in the same unit where that is written.

    A row that a unit sent in does not say for which post: it counts.
    """
    if met.to_be is None:
        return True
    wanted, unit = met.to_be.post, met.to_be.unit
    same_unit = unit is None or era is None or unit.strip() == era.name
    return same_unit and (wanted is None or wanted.strip() in post.post or post.post in wanted)


RULES: tuple[ArchiveRule, ...] = (
    ArchiveRule(
        "W4.2", "提拔、调整的有任前约谈", Level.WARNING, new_posts_talked_about,
        parameters=(BEFORE, AFTER),
    ),
    ArchiveRule(
        "W4.4", "受处分的一年内有回访约谈", Level.WARNING, sanctioned_talked_to,
        parameters=(MONTHS,),
    ),
)  # fmt: skip
