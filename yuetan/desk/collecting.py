"""Collecting units' reports: files in, one commit, files back, and the city's workbook."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.errors import YuetanError
from yuetan.views.report.sent import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from yuetan.actions.collect.received import Examined
    from yuetan.actions.plan import Setting
    from yuetan.desk.carry import Outcome
    from yuetan.desk.load import Desk

_FEW = 8
"""Workbooks that are read one after the other: starting helpers takes longer."""
_MOST_HELPERS = 4
DOUBLE = "同一单位同一期有几份，留哪一份分不清；只交一份"


@dataclass(frozen=True, slots=True)
class Judged:
    """A file, what was found of it, and where it was taken the bytes of its record."""

    path: Path
    examined: Examined
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class _Bench:
    """What a workbook is judged by."""

    setting: Setting
    period: str | None


_bench: _Bench | None = None
"""Of this helper process."""


def judge_files(desk: Desk, paths: Iterable[Path], day: date, period: str | None) -> tuple[Judged, ...]:
    """Every file judged, in the order given; many are judged by several processes."""
    files = list(paths)
    bench = _Bench(replace(desk.setting, today=day), period)
    helpers = min(os.cpu_count() or 1, _MOST_HELPERS)
    if len(files) <= _FEW or helpers == 1:
        return _no_doubles([_judge(bench, path) for path in files])
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(helpers, initializer=_begin, initargs=(bench,)) as pool:
        return _no_doubles(list(pool.map(_helped, files, chunksize=4)))


def _begin(bench: _Bench) -> None:
    import gc

    global _bench  # noqa: PLW0603 - what a helper process is given once
    gc.disable()
    _bench = bench


def _helped(path: Path) -> Judged:
    assert _bench is not None  # noqa: S101 - the initializer ran
    return _judge(_bench, path)


def _judge(bench: _Bench, path: Path) -> Judged:
    """A workbook judged and written out, or what is wrong with the file."""
    from yuetan.actions.collect.received import HEADER, Examined, as_record, examine
    from yuetan.codec import write
    from yuetan.desk.files import load
    from yuetan.model import plain
    from yuetan.pin import digest
    from yuetan.reports.sent_book import read_sent

    try:
        data = load(path)
        book, mark = read_sent(data, path.name), digest(data)
    except YuetanError as error:
        fault = "；".join(word for word in (error.message, error.hint) if word)
        return Judged(path, Examined(path.name, "", "", "", "", (), (Problem("", "", path.name, fault),)))
    found = examine(bench.setting, book, mark, bench.period)
    if not found.taken:
        return Judged(path, found)
    return Judged(path, found, write(plain(as_record(found, bench.setting.today)), None, header=HEADER))


def _no_doubles(found: list[Judged]) -> tuple[Judged, ...]:
    """Two files of one unit for one period: none of them is taken, unless they are the same."""
    digests: dict[tuple[str, str], set[str]] = {}
    for one in found:
        if one.examined.taken:
            digests.setdefault((one.examined.unit, one.examined.period), set()).add(one.examined.digest)
    rows: list[Judged] = []
    met: set[str] = set()
    for one in found:
        examined = one.examined
        if examined.taken and len(digests[examined.unit, examined.period]) > 1:
            examined = replace(examined, problems=(Problem("", "", examined.name, DOUBLE),))
        elif examined.taken and examined.digest in met:
            continue
        met.add(examined.digest)
        rows.append(Judged(one.path, examined, one.content))
    return tuple(rows)


def keep(desk: Desk, found: tuple[Judged, ...], day: date, *, dry_run: bool) -> Outcome:
    """One commit of everything that was taken."""
    from yuetan.actions.collect.received import collect
    from yuetan.desk.carry import carry_out

    plan = collect(replace(desk.setting, today=day), tuple(one.examined for one in found if one.examined.taken))
    paths = {edit.path for edit in plan.edits}
    contents = {one.examined.path: one.content for one in found if one.content}
    encoded = {path: content for path, content in contents.items() if path in paths}
    return carry_out(desk, plan, dry_run=dry_run, encoded=encoded)


def desk_after(desk: Desk, found: tuple[Judged, ...], outcome: Outcome, day: date) -> Desk:
    """The archive as it is after the commit, without reading it again."""
    from yuetan.actions.collect.received import as_record
    from yuetan.model import Stored

    if outcome.commit is None:
        return replace(desk, commit=desk.head)
    new = {one.examined.path: as_record(one.examined, day) for one in found if one.examined.taken}
    kept = [stored for stored in desk.state.received if stored.file not in outcome.files]
    rows = [*kept, *(Stored(path, {}, new[path]) for path in outcome.files)]
    state = replace(desk.state, received=tuple(sorted(rows, key=lambda stored: stored.file)))
    return replace(desk, state=state, commit=outcome.commit, head=outcome.commit)


def send_back(desk: Desk, found: Iterable[Judged], folder: Path) -> tuple[Path, ...]:
    """Write back what could not be taken, marked, into a folder; the files written."""
    from yuetan.desk.files import load, save
    from yuetan.desk.reporting import made_of
    from yuetan.reports.returned import returned_book

    when = made_of(desk).when
    files: list[Path] = []
    for one in found:
        if one.examined.taken or not one.path.is_file():
            continue
        target = folder / f"退回-{one.path.stem}.xlsx"
        number = 2
        while target in files:
            target = folder / f"退回-{one.path.stem}（{number}）.xlsx"
            number += 1
        sender = one.examined.unit_name or one.examined.unit or one.path.name
        save(target, returned_book(load(one.path), f"退回说明：{one.path.name}", sender, one.examined.problems, when))
        files.append(target)
    return tuple(files)


def report_form(desk: Desk, period: str) -> bytes:
    """The blank form for a period; NotFoundError where the regulation has none of that name."""
    from yuetan.desk.reporting import made_of, no_period
    from yuetan.regulation.periods import report_due
    from yuetan.reports.blank_form import blank_form
    from yuetan.rules.article_7_report import reporting_units
    from yuetan.views.report.periods import bounds_of

    bounds = bounds_of(desk.laws, period)
    if bounds is None:
        raise no_period(desk, period)
    due = report_due(bounds.law, bounds.period, bounds.first.year)
    units = tuple((unit.era(due.due) or unit.eras[0]).name for unit in reporting_units(desk.state, due))
    situations = tuple(one.name for one in bounds.law.profile.situations)
    return blank_form(situations, units, period, bounds.first, bounds.last, made_of(desk).when)
