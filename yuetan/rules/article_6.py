"""第六条: everybody whom 第五条 names has been interviewed in the year (B6)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import OfficeRole
from yuetan.model.paths import unit_path
from yuetan.regulation.authority import holders_clause_text, interviewers_for, post_text
from yuetan.regulation.deadline import days_later
from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.yearly import yearly_situations, yearly_subjects
from yuetan.rules.held import Met, meetings
from yuetan.rules.rule import ArchiveRule, Breach, Whole, case_of
from yuetan.rules.standing import lawfully_met

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.model import State
    from yuetan.model.unit import Post, Unit
    from yuetan.regulation.law import Law
    from yuetan.regulation.yearly import YearlySubject

FEWEST, MOST, EACH = "年度.最少", "年度.最多", "年度.每人"


def everybody_met(whole: Whole) -> Iterator[Breach]:
    """第五条列为日常约谈对象的每个人，在一个年度里至少被依法约谈过一次；缺席的、由无权的人谈的不算。

    年度没有结束的，是期限，不是违反。十一月起任职、七月前离任的，或没有人有权约谈的，作警告；免谈的单独计数。
    按每个人计算是本软件的选择。规范限定最多次数的，超过也在这里指出。

    合格：2025 年在任的市管干部，2025-12-31 接受了日常约谈。
    不合格：2025 年在任的市管干部，2025 年没有日常约谈，2026-01-01 起指出。
    """
    met = meetings(whole.state, whole.laws)
    for year in range(whole.state.office.since.year, whole.today.year + 1):
        law = _law(whole, year)
        if law is None:
            continue
        counts = lawful_counts(whole, law, year, met)
        subjects = [one for one in yearly_subjects(law, whole.state.roster, year) if answers_for(whole.state, one)]
        if whole.today > yearly_due(law, year).due:
            yield from _missed(whole, law, year, subjects, counts)
        yield from _too_many(whole, law, year, subjects, met)


def lawful_counts(whole: Whole, law: Law, year: int, met: Mapping[str, list[Met]]) -> dict[str, int]:
    """How often each person was lawfully present in a yearly interview of the year."""
    names = {situation.name for situation in yearly_situations(law)}
    return {
        person: sum(
            one.day.year == year and one.day <= whole.today and one.situation.name in names and _lawful(whole, one)
            for one in rows
        )
        for person, rows in met.items()
    }


def answers_for(state: State, one: YearlySubject) -> bool:
    """Whether this office answers for the person: the commission for everybody, another for its own unit."""
    return state.office.role == OfficeRole.GATHERING or state.office.unit in one.units


def _law(whole: Whole, year: int) -> Law | None:
    """The law by whose end of the year it is judged; None for a year that began before 启用 or the regulation."""
    law = whole.laws.on(date(year, 12, 31))
    if law is None:
        return None
    return law if whole.state.office.since <= max(date(year, 1, 1), law.profile.since) else None


def _lawful(whole: Whole, one: Met) -> bool:
    if one.stored is None:
        return one.lawful
    case = case_of(one.stored, whole.state, whole.laws, whole.today)
    return case is None or lawfully_met(case, one.person)


def _missed(
    whole: Whole, law: Law, year: int, subjects: list[YearlySubject], counts: Mapping[str, int]
) -> Iterator[Breach]:
    fewest = law.number(FEWEST) or 0
    each = law.flag(EACH)
    done_units = {unit for one in subjects for unit in one.units if counts.get(one.person, 0) >= fewest}
    for one in subjects:
        enough = counts.get(one.person, 0) >= fewest
        if enough or (not each and done_units.intersection(one.units)):
            continue
        found = _entry(whole, one, year)
        if found is None:
            continue
        unit, index, post = found
        doubt = _doubt(whole, law, one)
        waived = next((waiver for waiver in post.waivers if waiver.year == year), None)
        yield Breach(
            ("干部", index),
            _message(whole, law, year, one, counts.get(one.person, 0), doubt or (waived.reason if waived else "")),
            level=Level.WARNING if doubt else None,
            file=_file(whole.state, unit),
            judged=yearly_due(law, year).due,
            acknowledged=waived is not None,
        )


def _message(  # noqa: PLR0917 - the parts of one sentence
    whole: Whole, law: Law, year: int, one: YearlySubject, count: int, remark: str
) -> str:
    names = "、".join(situation.name for situation in yearly_situations(law))
    fewest = law.number(FEWEST) or 0
    done = f"只有{count}次" if count else "没有"
    asked = f"，应不少于{fewest}次" if count or fewest > 1 else ""
    held = next(iter(whole.state.roster.posts(one.person, one.last)), None)
    post = f"，{post_text(held)}" if held is not None else ""
    who_may = "；".join(
        dict.fromkeys(
            holders_clause_text(law, whole.state.roster, situation, one.person, one.last)
            for situation in yearly_situations(law)
        )
    )
    note = f"（{remark}）" if remark else ""
    return f"{year}年{done}依法进行的{names}{asked}：{one.name}（{one.person}{post}）{note}；{who_may}"


def _doubt(whole: Whole, law: Law, one: YearlySubject) -> str:
    """Why a miss is only doubtful; empty where it is none."""
    if one.gap:
        return one.gap
    if one.late(law):
        return f"{one.first.isoformat()} 才任职"
    if one.left_early(law):
        return f"{days_later(one.last, 1).isoformat()} 已离任"
    office = whole.state.office
    if office.role != OfficeRole.GATHERING and not _own_business(whole, law, one):
        return "应由别的单位的人约谈，本档案没有记录"
    return ""


def _own_business(whole: Whole, law: Law, one: YearlySubject) -> bool:
    """Whether somebody of this office's own unit is entitled: then nobody else is asked to hold it."""
    return any(
        held.unit.code == whole.state.office.unit
        for situation in yearly_situations(law)
        for _, held, mandate in interviewers_for(law, whole.state.roster, situation, one.person, one.last)
        if not mandate.needs_basis
    )


def _entry(whole: Whole, one: YearlySubject, year: int) -> tuple[Unit, int, Post] | None:
    """The person's entry that the finding points to: the one with the year's 免谈, else the last held in the year."""
    office = whole.state.office
    entries = [
        row
        for row in whole.state.roster.entries(one.person)
        if row[0].code in one.units
        and row[2].since <= one.last
        and (row[2].until is None or row[2].until > one.first)
        and (office.role == OfficeRole.GATHERING or row[0].code == office.unit)
    ]
    waived = [row for row in entries if any(waiver.year == year for waiver in row[2].waivers)]
    return max(waived or entries, key=lambda row: row[2].since, default=None)


def _file(state: State, unit: Unit) -> str:
    return next((s.file for s in state.units if s.record is unit), unit_path(unit.code))


def _too_many(
    whole: Whole, law: Law, year: int, subjects: list[YearlySubject], met: Mapping[str, list[Met]]
) -> Iterator[Breach]:
    """Where the regulation limits the interviews of a year, of every situation: who has had more."""
    most = law.number(MOST)
    if most is None:
        return
    for one in subjects:
        count = sum(row.day.year == year and row.day <= whole.today for row in met.get(one.person, ()))
        found = _entry(whole, one, year) if count > most else None
        if found is not None:
            unit, index, _ = found
            message = f"{year}年约谈{count}次，每人每年不应超过{most}次：{one.name}（{one.person}）"
            yield Breach(("干部", index), message, file=_file(whole.state, unit), judged=whole.today)


RULES: tuple[ArchiveRule, ...] = (
    ArchiveRule(
        "B6", "每年至少一次日常约谈", Level.ERROR, everybody_met,
        parameters=(FEWEST, MOST, EACH, "年度.新任起", "年度.离任前"),
    ),
)  # fmt: skip
