"""The rows of a workbook as facts: every cell judged, what is missing found in the roster where that is certain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.actions.people_in_cells import People
from yuetan.model.choices import Mode
from yuetan.regulation.authority import entitlement, is_beyond_reach, is_vacant
from yuetan.regulation.choices import Element
from yuetan.views.report.details import NO, YES
from yuetan.views.report.sent import Problem

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Laws
    from yuetan.regulation.profile import Situation
    from yuetan.views.report.periods import Bounds
    from yuetan.views.report.sent import SentBook, SentRow

_LONGEST_ID = 40
_SEPARATORS = ("、", ",", "，", ";", "；", " ", "\n")
"""The element of a situation whose subjects need not be in the roster yet (S4)."""


@dataclass
class _Page:
    """A workbook being judged: what it is judged by, and what has been found so far."""

    state: State
    laws: Laws
    book: SentBook
    bounds: Bounds
    unit: str
    day: date
    people: People
    problems: list[Problem] = field(default_factory=list)
    numbers: dict[tuple[str, ...], str] = field(default_factory=dict)

    def wrong(self, row: SentRow, heading: str, reason: str) -> None:
        """Name a cell; where the column is missing, the row's first one."""
        cell = f"{self.book.columns.get(heading, 'A')}{row.number}"
        self.problems.append(Problem(self.book.details, cell, row.text(heading), f"{heading}：{reason}"))


def checked_rows(  # noqa: PLR0917 - what rows are judged by
    state: State, laws: Laws, book: SentBook, bounds: Bounds, unit: str, day: date
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Rows as records/received/ keeps them, and every cell that cannot be taken."""
    page = _Page(state, laws, book, bounds, unit, day, People(state.roster))
    pairs = [(row, value) for row in book.rows if (value := _row(page, row)) is not None]
    _together(page, pairs)
    return [value for _, value in pairs], page.problems


def _row(page: _Page, row: SentRow) -> dict[str, Any] | None:
    day = _day(page, row)
    situation = _situation(page, row, day)
    if day is None or situation is None:
        return None
    subject = _subject(page, row, day, situation)
    interviewer = _interviewer(page, row, day)
    mode = _mode(page, row)
    present, lawful = _yes(page, row, "到场"), _yes(page, row, "合于权限")
    record_id = _id(page, row, situation, day, interviewer or "")
    if subject is None or interviewer is None or record_id is None:
        return None
    if lawful is None:
        lawful = _lawful(page, situation, interviewer, subject, day)
    value: dict[str, Any] = {
        "编号": record_id, "类型": situation.name, "日期": day, "对象": subject,
        "姓名": row.text("姓名") or page.state.roster.name(subject), "单位": _unit(page, row, subject, day),
        "约谈人": interviewer, "方式": mode,
    }  # fmt: skip
    value |= {key: False for key, given in (("到场", present), ("合于权限", lawful)) if given is False}
    return {key: item for key, item in value.items() if item not in (None, "")}


def _day(page: _Page, row: SentRow) -> date | None:
    value = row.cells.get("约谈日期")
    if not isinstance(value, date) or "约谈日期" in row.faults:
        page.wrong(row, "约谈日期", row.faults.get("约谈日期", "没有填写"))
        return None
    if value > page.bounds.last:
        page.wrong(row, "约谈日期", f"在本期（到 {page.bounds.last.isoformat()}）之后")
    elif value > page.day:
        page.wrong(row, "约谈日期", f"在收到报送的 {page.day.isoformat()} 之后，还没有发生")
    elif value < page.bounds.first and "补报" not in row.text("备注"):
        page.wrong(row, "约谈日期", f"在本期（从 {page.bounds.first.isoformat()} 起）之前；确是补报的，在备注写“补报”")
    else:
        return value
    return None


def _situation(page: _Page, row: SentRow, day: date | None) -> Situation | None:
    law = page.laws.on(day) if day is not None else page.bounds.law
    if law is None:
        page.wrong(row, "约谈日期", "这一天还没有可依据的规范")
        return None
    found = law.situation(row.text("情形")) if row.text("情形") else None
    if found is None:
        known = "、".join(one.name for one in law.profile.situations)
        page.wrong(row, "情形", f"应为 {known} 之一" if row.text("情形") else f"没有填写，应为 {known} 之一")
    return found


def _subject(page: _Page, row: SentRow, day: date, situation: Situation) -> str | None:
    code, name = row.text("对象编号"), row.text("姓名")
    if code and not page.state.roster.known(code) and situation.element == Element.APPOINTMENT:
        return code
    found, reason = page.people.find(code, name, row.text("单位"), day)
    if found is None:
        page.wrong(row, "对象编号" if code else "姓名", reason)
    return found


def _unit(page: _Page, row: SentRow, subject: str, day: date) -> str | None:
    """The unit written, where the roster alone would count the subject under another: somebody with two posts."""
    roster, written = page.state.roster, row.text("单位")
    found = (roster.unit(written) or roster.unit_named(written, day)) if written else None
    if found is None:
        return None
    held = [one.unit.code for one in roster.posts(subject, day)]
    counted = page.unit if page.unit in held or not held else held[0]
    return found.code if found.code != counted and (not held or found.code in held) else None


def _interviewer(page: _Page, row: SentRow, day: date) -> str | None:
    """The first one named: he or she conducts."""
    code, name = _first(row.text("约谈人编号")), _first(row.text("约谈人"))
    if not code and not name:
        page.wrong(row, "约谈人", "没有填写")
        return None
    found, reason = page.people.find(code, name, "", day, prefer=page.unit)
    if found is None:
        page.wrong(row, "约谈人编号" if code else "约谈人", reason)
    return found


def _mode(page: _Page, row: SentRow) -> str | None:
    text = row.text("方式")
    found = next((one for one in (Mode.INDIVIDUAL, Mode.COLLECTIVE) if text and one.startswith(text)), None)
    if text and found is None:
        page.wrong(row, "方式", f"应为 {Mode.INDIVIDUAL} 或 {Mode.COLLECTIVE}")
    return found


def _yes(page: _Page, row: SentRow, heading: str) -> bool | None:
    text = row.text(heading)
    if text not in {"", YES, NO}:
        page.wrong(row, heading, f"应为 {YES} 或 {NO}")
    return None if text == "" else text == YES


def _id(page: _Page, row: SentRow, situation: Situation, day: date, interviewer: str) -> str | None:
    """The id written; where there is none, one made from unit, period and number, one a collective interview."""
    text = row.text("编号")
    if len(text) > _LONGEST_ID or "\n" in text:
        page.wrong(row, "编号", f"超过{_LONGEST_ID}个字，不像编号")
        return None
    code = text.partition("-")[0]
    known = {one.code: one.name for one in page.bounds.law.profile.situations}
    if known.get(code, situation.name) != situation.name:
        page.wrong(row, "编号", f"以 {code} 开头的是{known[code]}，情形写的是{situation.name}")
        return None
    if text:
        return text
    collective = row.text("方式").startswith(Mode.COLLECTIVE[:2])
    key = (situation.name, day.isoformat(), interviewer, "" if collective else str(row.number))
    return page.numbers.setdefault(key, f"{page.unit}-{page.bounds.name}-{len(page.numbers) + 1:03}")


def _lawful(page: _Page, situation: Situation, interviewer: str, subject: str, day: date) -> bool:
    """Where the sender does not say, judged here, for the situations that the year's count depends on.

    As in our own records, what is only doubtful (W5) counts.
    """
    law, roster = page.laws.on(day), page.state.roster
    if law is None or not situation.yearly:
        return True
    found = entitlement(law, roster, situation, interviewer, subject, day)
    if found or found.wide or interviewer == subject:
        return bool(found or found.wide)
    return is_beyond_reach(law, roster, situation, subject, day) or is_vacant(law, roster, situation, subject, day)


def _together(page: _Page, pairs: list[tuple[SentRow, dict[str, Any]]]) -> None:
    """What only shows between rows: the same subject twice, one id for two interviews, an individual one of several."""
    first: dict[str, dict[str, Any]] = {}
    seen: dict[tuple[str, str], int] = {}
    for row, value in pairs:
        one = first.setdefault(value["编号"], value)
        key = (value["编号"], value["对象"])
        if key in seen:
            page.wrong(row, "编号", f"与第{seen[key]}行重复：同一次约谈的同一对象")
        elif (one["类型"], one["日期"]) != (value["类型"], value["日期"]):
            page.wrong(row, "编号", "与前面的行编号相同，情形或日期却不同")
        elif one is not value and Mode.INDIVIDUAL in {one.get("方式"), value.get("方式")}:
            page.wrong(row, "方式", f"一次约谈有几名对象，不是{Mode.INDIVIDUAL}")
        seen.setdefault(key, row.number)


def _first(text: str) -> str:
    for separator in _SEPARATORS:
        text = text.split(separator, maxsplit=1)[0] if text else text
    return text.strip()
