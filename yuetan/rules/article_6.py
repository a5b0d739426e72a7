"""第六条: everybody whom 第五条 names has been interviewed in the year (B6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import OfficeRole
from yuetan.model.paths import unit_path
from yuetan.regulation.authority import holders_clause_text, interviewers_for, post_text
from yuetan.regulation.deadline import days_later
from yuetan.regulation.deadlines import yearly_due
from yuetan.regulation.yearly import yearly_situations, yearly_subjects
from yuetan.rules.meetings import Met, meetings
from yuetan.rules.rule import ArchiveRule, Breach, Whole, case_of
from yuetan.rules.standing import lawfully_met

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yuetan.model import State
    from yuetan.model.unit import Post, Unit
    from yuetan.regulation.law import Law
    from yuetan.regulation.yearly import YearlySubject

FEWEST, MOST, EACH = "年度.最少", "年度.最多", "年度.每人"
Entry = tuple["Unit", int, "Post"]


@dataclass(frozen=True, slots=True)
class Year:
    """One year before the rule: its law is that of its last day."""

    whole: Whole
    law: Law
    number: int

    @property
    def fewest(self) -> int:
        """How often everybody is to be interviewed."""
        return self.law.number(FEWEST) or 0

    @property
    def last_day(self) -> date:
        """The day after which a miss is one."""
        return yearly_due(self.law, self.number).due

    def subjects(self) -> list[YearlySubject]:
        """Everybody for whom this office answers."""
        state = self.whole.state
        return [one for one in yearly_subjects(self.law, state.roster, self.number) if answers_for(state, one)]

    def holders_text(self, one: YearlySubject) -> str:
        """Who may hold the interview with this person."""
        roster, situations = self.whole.state.roster, yearly_situations(self.law)
        texts = (holders_clause_text(self.law, roster, situation, one.person, one.last) for situation in situations)
        return "；".join(dict.fromkeys(texts))


def everybody_met(whole: Whole) -> Iterator[Breach]:
    """第五条列为日常约谈对象的每个人，在一个年度里至少被依法约谈过一次；缺席的、由无权的人谈的不算。

    年度没有结束的，是期限，不是违反。十一月起任职、七月前离任的，或没有人有权约谈的，作警告；免谈的单独计数。
    按每个人计算是本软件的选择。规范限定最多次数的，超过也在这里指出。

    合格：2025 年在任的市管干部，2025-12-31 接受了日常约谈。
    不合格：2025 年在任的市管干部，2025 年没有日常约谈，2026-01-01 起指出。
    """
    met = meetings(whole.state, whole.laws)
    for year in _years(whole):
        subjects = year.subjects()
        if whole.today > year.last_day:
            yield from _missed(year, subjects, lawful_counts(whole, year.law, year.number, met))
        yield from _too_many(year, subjects, met)


def lawful_counts(whole: Whole, law: Law, year: int, met: Mapping[str, list[Met]]) -> dict[str, int]:
    """How often each person was lawfully present in a yearly interview of the year."""
    names = {situation.name for situation in yearly_situations(law)}
    counted = {
        person: [one for one in _in_year(rows, whole, year) if one.situation.name in names]
        for person, rows in met.items()
    }
    return {person: sum(_lawful(whole, one) for one in rows) for person, rows in counted.items()}


def answers_for(state: State, one: YearlySubject) -> bool:
    """Whether this office answers for the person: the commission for everybody, another for its own unit."""
    return state.office.role == OfficeRole.GATHERING or state.office.unit in one.units


def _years(whole: Whole) -> Iterator[Year]:
    """The years that can be judged: not one that began before 启用 or the regulation."""
    since = whole.state.office.since
    for number in range(since.year, whole.today.year + 1):
        law = whole.laws.on(date(number, 12, 31))
        if law is not None and since <= max(date(number, 1, 1), law.profile.since):
            yield Year(whole, law, number)


def _in_year(rows: Iterable[Met], whole: Whole, year: int) -> list[Met]:
    return [one for one in rows if one.day.year == year and one.day <= whole.today]


def _lawful(whole: Whole, one: Met) -> bool:
    if one.stored is None:
        return one.lawful
    case = case_of(one.stored, whole.state, whole.laws, whole.today)
    return case is None or lawfully_met(case, one.person)


def _missed(year: Year, subjects: list[YearlySubject], counts: Mapping[str, int]) -> Iterator[Breach]:
    for one in _behind(year, subjects, counts):
        entry = _entry(year, one)
        if entry is not None:
            yield _miss(year, one, entry, counts.get(one.person, 0))


def _behind(year: Year, subjects: list[YearlySubject], counts: Mapping[str, int]) -> list[YearlySubject]:
    """Who was not interviewed often enough; where one of a unit suffices, nobody of a unit in which one was."""
    behind = [one for one in subjects if counts.get(one.person, 0) < year.fewest]
    if year.law.flag(EACH):
        return behind
    done = {unit for one in subjects for unit in one.units if counts.get(one.person, 0) >= year.fewest}
    return [one for one in behind if done.isdisjoint(one.units)]


def _miss(year: Year, one: YearlySubject, entry: Entry, count: int) -> Breach:
    unit, index, post = entry
    doubt = _doubt(year, one)
    waived = next((waiver for waiver in post.waivers if waiver.year == year.number), None)
    remark = doubt or (waived.reason if waived is not None else "")
    return Breach(
        ("干部", index),
        f"{_miss_text(year, one, count)}{f'（{remark}）' if remark else ''}；{year.holders_text(one)}",
        level=Level.WARNING if doubt else None,
        file=_file(year.whole.state, unit),
        judged=year.last_day,
        acknowledged=waived is not None,
    )


def _miss_text(year: Year, one: YearlySubject, count: int) -> str:
    names = "、".join(situation.name for situation in yearly_situations(year.law))
    done = f"只有{count}次" if count else "没有"
    asked = f"，应不少于{year.fewest}次" if count or year.fewest > 1 else ""
    held = next(iter(year.whole.state.roster.posts(one.person, one.last)), None)
    post = f"，{post_text(held)}" if held is not None else ""
    return f"{year.number}年{done}依法进行的{names}{asked}：{one.name}（{one.person}{post}）"


def _doubt(year: Year, one: YearlySubject) -> str:
    """Why a miss is only doubtful; empty where it is none."""
    if one.gap:
        return one.gap
    if one.late(year.law):
        return f"{one.first.isoformat()} 才任职"
    if one.left_early(year.law):
        return f"{days_later(one.last, 1).isoformat()} 已离任"
    return "" if _own_business(year, one) else "应由别的单位的人约谈，本档案没有记录"


def _own_business(year: Year, one: YearlySubject) -> bool:
    """Whether this office is to hold it: the commission any, another where somebody of its own unit is entitled."""
    office, roster, law = year.whole.state.office, year.whole.state.roster, year.law
    return office.role == OfficeRole.GATHERING or any(
        held.unit.code == office.unit
        for situation in yearly_situations(law)
        for _, held, mandate in interviewers_for(law, roster, situation, one.person, one.last)
        if not mandate.needs_basis
    )


def _entry(year: Year, one: YearlySubject) -> Entry | None:
    """The person's entry that the finding points to: the one with the year's 免谈, else the last held in the year."""
    entries = [row for row in year.whole.state.roster.entries(one.person) if _is_of_the_year(year, one, row)]
    waived = [row for row in entries if any(waiver.year == year.number for waiver in row[2].waivers)]
    return max(waived or entries, key=lambda row: row[2].since, default=None)


def _is_of_the_year(year: Year, one: YearlySubject, entry: Entry) -> bool:
    """Whether the post was held while the person was to be interviewed, in a unit for which this office answers."""
    unit, _, post = entry
    office = year.whole.state.office
    ours = unit.code in one.units and (office.role == OfficeRole.GATHERING or unit.code == office.unit)
    return ours and post.since <= one.last and (post.until is None or post.until > one.first)


def _file(state: State, unit: Unit) -> str:
    return next((s.file for s in state.units if s.record is unit), unit_path(unit.code))


def _too_many(year: Year, subjects: list[YearlySubject], met: Mapping[str, list[Met]]) -> Iterator[Breach]:
    """Where the regulation limits the interviews of a year, of every situation: who has had more."""
    most = year.law.number(MOST)
    for one in subjects if most is not None else ():
        count = len(_in_year(met.get(one.person, ()), year.whole, year.number))
        entry = _entry(year, one) if most is not None and count > most else None
        if entry is not None:
            message = f"{year.number}年约谈{count}次，每人每年不应超过{most}次：{one.name}（{one.person}）"
            file = _file(year.whole.state, entry[0])
            yield Breach(("干部", entry[1]), message, file=file, judged=year.whole.today)


RULES: tuple[ArchiveRule, ...] = (
    ArchiveRule(
        "B6", "每年至少一次日常约谈", Level.ERROR, everybody_met,
        parameters=(FEWEST, MOST, EACH, "年度.新任起", "年度.离任前"),
    ),
)  # fmt: skip
