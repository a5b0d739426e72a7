"""第四条: who should have been interviewed before a new post, or after a sanction, and was not (W4.2, W4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Change, OfficeRole
from yuetan.regulation.deadline import days_later, months_later
from yuetan.rules.article_4 import FOLLOW_UP, PRE_APPOINTMENT
from yuetan.rules.held import Met, meetings
from yuetan.rules.rule import ArchiveRule, Breach, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model import Interview, Stored
    from yuetan.model.unit import Era, Post
    from yuetan.regulation.law import Law

BEFORE, AFTER, MONTHS = "任前.之前", "任前.之后", "回访.月数"


def new_posts_talked_about(whole: Whole) -> Iterator[Breach]:
    """提拔或调整到重要领导岗位的处级干部，任职前九十天到任职后三十天内有为该职务进行的任前约谈。

    办法没有写时限，天数是本软件的选择；三十天过完才提出。任前约谈由市里进行，只有汇总单位的档案才看得出有没有。

    合格：名册中 2026-04-01 提拔任局长（正处、市管），2026-03-10 对其进行过拟任局长的任前约谈。
    不合格：名册中 2026-04-01 提拔任局长，到 2026-05-02 仍没有任前约谈。
    """
    if whole.state.office.role != OfficeRole.GATHERING:
        return
    met = meetings(whole.state, whole.laws, PRE_APPOINTMENT)
    for stored in whole.state.units:
        unit = stored.record
        if unit is None:
            continue
        for index, post in enumerate(unit.posts):
            span = _span(whole, post)
            if span is None or whole.today <= span[1]:
                continue
            first, last = span
            talks = (one for one in met.get(post.id, ()) if first <= one.day <= last)
            if any(_for_post(one, post, unit.era(post.since)) for one in talks):
                continue
            yield Breach(
                ("干部", index, "任职"),
                f"{post.name}（{post.id}）{post.since.isoformat()} {post.change}任{post.post}，"
                f"{first.isoformat()} 至 {last.isoformat()} 没有为该职务进行的任前约谈；确已进行的补录，没有的尽快安排",
                file=stored.file,
                judged=post.since,
            )


def sanctioned_talked_to(whole: Whole) -> Iterator[Breach]:
    """受到处分的干部，处分后一年内有回访约谈。

    办法没有写时限，一年是本软件的选择。处分从记录中的 处分 知道；约谈撤销了的也算知道。

    合格：处分日期 2025-04-01，2026-04-01 进行了回访约谈。
    不合格：处分日期 2025-04-01，到 2026-04-02 仍没有回访约谈。
    """
    if whole.state.office.role != OfficeRole.GATHERING:
        return
    met = meetings(whole.state, whole.laws, FOLLOW_UP)
    for stored, path, person, day in _sanctions(whole):
        law = whole.laws.on(day)
        months = law.number(MONTHS) if law is not None else None
        last = months_later(day, months) if months is not None else whole.today
        if whole.today > last and not any(day <= one.day <= last for one in met.get(person, ())):
            name = whole.state.roster.name(person) or person
            message = f"{name}（{person}）{day.isoformat()} 受到处分，到 {last.isoformat()} 没有回访约谈"
            yield Breach(path, message, file=stored.file, judged=day)


def _span(whole: Whole, post: Post) -> tuple[date, date] | None:
    """First and last day of a talk that counts for taking this post; None where none is owed."""
    law = whole.laws.on(post.since)
    if law is None or post.since < whole.state.office.since or not _owes(law, post):
        return None
    return days_later(post.since, -(law.number(BEFORE) or 0)), days_later(post.since, law.number(AFTER) or 0)


def _sanctions(whole: Whole) -> Iterator[tuple[Stored[Interview], Path, str, date]]:
    """Every sanction that a record tells of, once: where it stands, whose it is, and its day."""
    known: set[tuple[str, date]] = set()
    for stored in whole.state.interviews:
        record = stored.record
        for index, subject in enumerate(record.subjects if record is not None and stored.sound else ()):
            for row, sanction in enumerate(subject.sanctions):
                day = sanction.day
                if day is not None and day >= whole.state.office.since and (subject.id, day) not in known:
                    known.add((subject.id, day))
                    yield stored, ("约谈对象", index, "处分", row), subject.id, day


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
