"""Taking over a 台账 at the desk: the columns as they were mended last time, the rows refused into a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yuetan.actions.ledger.sheet import LedgerColumn
from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.actions.ledger.take_over import TakenOver
    from yuetan.archive.store import Store
    from yuetan.desk.load import Desk

Columns = dict[LedgerColumn, str]
"""Headings, or letters of columns, by our columns."""


def columns(store: Store, words: Iterable[str]) -> Columns:
    """What --map says now, over what it said before."""
    from yuetan.reports.ledger_columns import mapping_of

    return {**_remembered(store), **mapping_of(words)}


def remember(store: Store, mapped: Columns) -> None:
    """Keep the columns for next time, beside the lock: they are this machine's and no record."""
    from yuetan.archive import private
    from yuetan.desk.files import save

    if mapped and mapped != _remembered(store):
        save(private.import_columns(store), json.dumps(mapped, ensure_ascii=False, indent=1).encode())


def _remembered(store: Store) -> Columns:
    from yuetan.archive import private

    path = private.import_columns(store)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    known = found.items() if isinstance(found, dict) else ()
    return {LedgerColumn(key): str(heading) for key, heading in known if key in set(LedgerColumn)}


def judge_ledger(
    desk: Desk, data: bytes, name: str, mapped: Columns, kind: str | None
) -> tuple[TakenOver, bytes, Columns]:
    """The judged rows, the workbook of those refused (empty where none is), and which heading was taken for what."""
    from yuetan.actions.ledger.take_over import take_over
    from yuetan.desk.reporting import made_of
    from yuetan.reports.ledger import read_ledger
    from yuetan.reports.ledger_refused import refused_book

    law = desk.laws.on(desk.today)
    if kind is not None and (law is None or law.situation(kind) is None):
        known = "、".join(one.name for one in law.profile.situations) if law is not None else ""
        raise BadInputError(f"没有名为“{kind}”的情形", hint=f"写成 {known} 之一")
    ledger = read_ledger(data, name, mapped)
    found = take_over(desk.setting, ledger, name=name, kind=kind)
    book = refused_book(ledger, found.refused, made_of(desk).when) if found.refused else b""
    used = {ours: theirs for sheet in ledger.columns.values() for ours, theirs in sheet.items()}
    return found, book, used
