"""The rows of a workbook as facts: every cell judged, what is missing found in the roster where that is certain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yuetan.actions.people_in_cells import People
from yuetan.model.choices import Mode
from yuetan.model.reporting import ReceivedRow
from yuetan.regulation.authority import entitlement, is_beyond_reach, is_vacant
from yuetan.regulation.choices import Element
from yuetan.views.report.details import LATE_REMARK, Detail
from yuetan.views.report.sent import Problem
from yuetan.views.table import NO, YES

if TYPE_CHECKING:
    from yuetan.actions.plan import Setting
    from yuetan.model import Roster
    from yuetan.regulation.profile import Situation
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.sent import SentBook, SentRow

_LONGEST_ID = 40
_SEPARATORS = ("、", ",", "，", ";", "；", " ", "\n")


@dataclass
class _Page:
    """A workbook being judged: what it is judged by, and what has been found so far; today is the day it came."""

    setting: Setting
    book: SentBook
    bounds: Bounds
    unit: str
    people: People
    problems: list[Problem] = field(default_factory=list)
    numbers: dict[tuple[str, ...], str] = field(default_factory=dict)

    @property
    def roster(self) -> Roster:
        return self.setting.state.roster

    def wrong(self, row: SentRow, column: Detail, reason: str) -> None:
        """Name a cell; where the column is missing, the row's first one."""
        cell = f"{self.book.columns.get(column, 'A')}{row.number}"
        self.problems.append(Problem(self.book.details, cell, row.text(column), f"{column}：{reason}"))


def received_rows(
    setting: Setting, book: SentBook, bounds: Bounds, unit: str
) -> tuple[tuple[ReceivedRow, ...], list[Problem]]:
    """Rows as records/received/ keeps them, and every cell that cannot be taken."""
    page = _Page(setting, book, bounds, unit, People(setting.state.roster))
    pairs = [(row, found) for row in book.rows if (found := _row(page, row)) is not None]
    _compare(page, pairs)
    return tuple(found for _, found in pairs), page.problems


def _row(page: _Page, row: SentRow) -> ReceivedRow | None:
    day = _day(page, row)
    situation = _situation(page, row, day)
    return _received(page, row, day, situation) if day is not None and situation is not None else None


def _received(page: _Page, row: SentRow, day: date, situation: Situation) -> ReceivedRow | None:
    subject = _subject(page, row, day, situation)
    interviewer = _interviewer(page, row, day)
    mode = _mode(page, row)
    present, lawful = _yes(page, row, Detail.PRESENT), _yes(page, row, Detail.LAWFUL)
    record_id = _id(page, row, situation, day, interviewer or "")
    if subject is None or interviewer is None or record_id is None:
        return None
    if lawful is None:
        lawful = _is_lawful(page, situation, interviewer, subject, day)
    return ReceivedRow(
        id=record_id,
        kind=situation.name,
        day=day,
        subject=subject,
        name=row.text(Detail.NAME) or page.roster.name(subject) or None,
        unit=_unit(page, row, subject, day),
        interviewer=interviewer,
        mode=mode,
        present=False if present is False else None,
        lawful=None if lawful else False,
    )


def _day(page: _Page, row: SentRow) -> date | None:
    value = row.cells.get(Detail.DAY)
    if not isinstance(value, date) or Detail.DAY in row.faults:
        page.wrong(row, Detail.DAY, row.faults.get(Detail.DAY, "没有填写"))
        return None
    fault = _day_fault(page, row, value)
    if fault:
        page.wrong(row, Detail.DAY, fault)
    return None if fault else value


def _day_fault(page: _Page, row: SentRow, day: date) -> str:
    """Why an interview of that day is none of this report; empty where it is."""
    if day > page.bounds.last:
        return f"在本期（到 {page.bounds.last.isoformat()}）之后"
    if day > page.setting.today:
        return f"在收到报送的 {page.setting.today.isoformat()} 之后，还没有发生"
    if day < page.bounds.first and LATE_REMARK not in row.text(Detail.REMARK):
        return f"在本期（从 {page.bounds.first.isoformat()} 起）之前；确是补报的，在备注写“{LATE_REMARK}”"
    return ""


def _situation(page: _Page, row: SentRow, day: date | None) -> Situation | None:
    law = page.setting.laws.on(day) if day is not None else page.bounds.law
    if law is None:
        page.wrong(row, Detail.DAY, "这一天还没有可依据的规范")
        return None
    found = law.situation(row.text(Detail.KIND)) if row.text(Detail.KIND) else None
    if found is None:
        known = "、".join(one.name for one in law.profile.situations)
        page.wrong(row, Detail.KIND, f"应为 {known} 之一" if row.text(Detail.KIND) else f"没有填写，应为 {known} 之一")
    return found


def _subject(page: _Page, row: SentRow, day: date, situation: Situation) -> str | None:
    code, name = row.text(Detail.SUBJECT), row.text(Detail.NAME)
    if code and not page.roster.known(code) and situation.element == Element.APPOINTMENT:
        return code
    found, reason = page.people.find(code, name, row.text(Detail.UNIT), day)
    if found is None:
        page.wrong(row, Detail.SUBJECT if code else Detail.NAME, reason)
    return found


def _unit(page: _Page, row: SentRow, subject: str, day: date) -> str | None:
    """The unit written, where the roster alone would count the subject under another: somebody with two posts."""
    found = page.roster.unit_called(row.text(Detail.UNIT), day)
    if found is None:
        return None
    held = [one.unit.code for one in page.roster.posts(subject, day)]
    if not held:
        return found.code if found.code != page.unit else None
    counted = page.unit if page.unit in held else held[0]
    return found.code if found.code in held and found.code != counted else None


def _interviewer(page: _Page, row: SentRow, day: date) -> str | None:
    """The first one named: he or she conducts."""
    code, name = _first(row.text(Detail.INTERVIEWER_CODES)), _first(row.text(Detail.INTERVIEWERS))
    if not code and not name:
        page.wrong(row, Detail.INTERVIEWERS, "没有填写")
        return None
    found, reason = page.people.find(code, name, "", day, prefer=page.unit)
    if found is None:
        page.wrong(row, Detail.INTERVIEWER_CODES if code else Detail.INTERVIEWERS, reason)
    return found


def _mode(page: _Page, row: SentRow) -> Mode | None:
    text = row.text(Detail.MODE)
    found = next((one for one in Mode if text and one.startswith(text)), None)
    if text and found is None:
        page.wrong(row, Detail.MODE, f"应为 {Mode.INDIVIDUAL} 或 {Mode.COLLECTIVE}")
    return found


def _yes(page: _Page, row: SentRow, column: Detail) -> bool | None:
    text = row.text(column)
    if text not in {"", YES, NO}:
        page.wrong(row, column, f"应为 {YES} 或 {NO}")
    return None if text == "" else text == YES


def _id(page: _Page, row: SentRow, situation: Situation, day: date, interviewer: str) -> str | None:
    """The id written; where there is none, one made from unit, period and number, one a collective interview."""
    text = row.text(Detail.ID)
    if len(text) > _LONGEST_ID or "\n" in text:
        page.wrong(row, Detail.ID, f"超过{_LONGEST_ID}个字，不像编号")
        return None
    code = text.partition("-")[0]
    known = {one.code: one.name for one in page.bounds.law.profile.situations}
    if known.get(code, situation.name) != situation.name:
        page.wrong(row, Detail.ID, f"以 {code} 开头的是{known[code]}，情形写的是{situation.name}")
        return None
    if text:
        return text
    collective = row.text(Detail.MODE).startswith(Mode.COLLECTIVE[:2])
    key = (situation.name, day.isoformat(), interviewer, "" if collective else str(row.number))
    return page.numbers.setdefault(key, f"{page.unit}-{page.bounds.name}-{len(page.numbers) + 1:03}")


def _is_lawful(page: _Page, situation: Situation, interviewer: str, subject: str, day: date) -> bool:
    """Where the sender does not say, judged here, for the situations that the year's count depends on.

    As in our own records, what is only doubtful (W5) counts.
    """
    law, roster = page.setting.laws.on(day), page.roster
    if law is None or not situation.yearly:
        return True
    found = entitlement(law, roster, situation, interviewer, subject, day)
    if found or found.wide or interviewer == subject:
        return bool(found or found.wide)
    return is_beyond_reach(law, roster, situation, subject, day) or is_vacant(law, roster, situation, subject, day)


def _compare(page: _Page, pairs: list[tuple[SentRow, ReceivedRow]]) -> None:
    """What only shows between rows: the same subject twice, one id for two interviews, an individual one of several."""
    first: dict[str, ReceivedRow] = {}
    seen: dict[tuple[str, str], int] = {}
    for row, found in pairs:
        one = first.setdefault(found.id, found)
        key = (found.id, found.subject)
        if key in seen:
            page.wrong(row, Detail.ID, f"与第{seen[key]}行重复：同一次约谈的同一对象")
        elif (one.kind, one.day) != (found.kind, found.day):
            page.wrong(row, Detail.ID, "与前面的行编号相同，情形或日期却不同")
        elif one is not found and Mode.INDIVIDUAL in {one.mode, found.mode}:
            page.wrong(row, Detail.MODE, f"一次约谈有几名对象，不是{Mode.INDIVIDUAL}")
        seen.setdefault(key, row.number)


def _first(text: str) -> str:
    for separator in _SEPARATORS:
        text = text.split(separator, maxsplit=1)[0] if text else text
    return text.strip()
