"""Workbooks damaged and retyped at random: every one is taken or refused in words, and none crashes the reader."""

from __future__ import annotations

import io
import random
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.actions.city import city, laws_of, setting
from tests.views.report_samples import archive, interview
from yuetan.actions.collect.received import examine
from yuetan.actions.ledger.take_over import take_over
from yuetan.errors import BadInputError
from yuetan.reports.blank_form import blank_form
from yuetan.reports.book import Made
from yuetan.reports.ledger import read_ledger
from yuetan.reports.ledger_refused import refused_book
from yuetan.reports.returned import returned_book
from yuetan.reports.sent_book import read_sent
from yuetan.reports.workbook import workbook
from yuetan.views.report.rows import report_rows

if TYPE_CHECKING:
    from collections.abc import Callable

WHEN = datetime(2026, 6, 24)
TODAY = date(2026, 6, 24)
STATE = archive(interview(1, date(2026, 3, 2), ("CZJ-001", "CZJ-002")), interview(2, date(2026, 3, 3), ("CZJ-001",)))
TYPED: tuple[Any, ...] = (
    "", None, "=1+1", -1, 1e308, "长" * 3000, datetime(1900, 1, 1), True, "2026-02-30", "\n", "吴己巳", "#REF!",
    45000.5, "是 ", "RC-202603-ZZZZZ", "集体", "CZJ-002", 20260305, "。", "反映人：某某",
)  # fmt: skip


def sent() -> bytes:
    rows = report_rows(STATE, laws_of(STATE), "2026H1", TODAY, unit="CZJ")
    assert rows is not None
    return workbook(rows, Made("c" * 40, WHEN, "0.1.0"))


def ledger() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("情形", "日期", "约谈对象", "单位", "谈话人", "地点", "主题"))
    for day in range(1, 9):
        sheet.append(("日常", f"2026.3.{day}", "吴己巳", "市财政局", "周戊辰", "会议室", "履行责任"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


FORM = blank_form(("日常约谈",), ("市财政局",), "2026H1", date(2026, 1, 1), date(2026, 6, 30), WHEN)


def retyped(data: bytes, chance: random.Random) -> bytes:
    book = load_workbook(io.BytesIO(data))
    for _ in range(chance.randint(1, 15)):
        sheet = chance.choice(book.worksheets)
        cell: Any = sheet.cell(chance.randint(1, 12), chance.randint(1, 15))
        if type(cell).__name__ != "MergedCell":
            cell.value = chance.choice(TYPED)
    if len(book.sheetnames) > 1 and chance.random() < 0.2:
        del book[chance.choice(book.sheetnames[1:])]
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))]) if chance.random() < 0.2 else bytes(changed)


def outcome(read: Callable[[], Any]) -> Any:
    """What was read, or the words of the refusal."""
    try:
        return read()
    except BadInputError as error:
        return error.message


@pytest.mark.parametrize("seed", range(60))
def test_collect_names_what_it_cannot_take(seed: int) -> None:
    chance = random.Random(seed)
    data = chance.choice((retyped, damaged))(chance.choice((sent(), FORM)), chance)
    book = outcome(lambda: read_sent(data, "表.xlsx"))
    if isinstance(book, str):
        assert "表.xlsx" in book
        return

    found = examine(setting(STATE, TODAY), book, "d" * 64, "2026H1")

    assert all(problem.reason for problem in found.problems)
    back = returned_book(data, "退", "位", found.problems, WHEN)
    assert load_workbook(io.BytesIO(back)).sheetnames[0] == "退回说明"


@pytest.mark.parametrize("seed", range(40))
def test_import_takes_or_refuses_every_row(seed: int) -> None:
    chance = random.Random(seed)
    state = city()
    data = chance.choice((retyped, damaged))(ledger(), chance)
    read = outcome(lambda: read_ledger(data, "账.xlsx", {}))
    if isinstance(read, str):
        assert "账.xlsx" in read
        return

    found = take_over(setting(state, TODAY), read, name="账.xlsx")

    assert all(problems for _, problems in found.refused)
    assert len({edit.path for edit in found.plan.edits}) == len(found.plan.edits)
    if found.refused:
        book = load_workbook(io.BytesIO(refused_book(read, found.refused, WHEN)))
        assert sum(sheet.max_row - 1 for sheet in book) == len(found.refused)
