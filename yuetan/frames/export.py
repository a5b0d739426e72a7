"""A list or a frame as a file.

A frame is pseudonymous and without small counts unless names are asked for with a reason; its file is its owner's
alone, and a line of the log says that it was written.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import yuetan
from yuetan.archive import export_log, git
from yuetan.desk import exporting, files
from yuetan.errors import BadInputError
from yuetan.frames import frame, pseudonyms, tables
from yuetan.frames.archive import Frames
from yuetan.views.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from pandas import DataFrame

    from yuetan.desk.load import Desk
    from yuetan.frames.tables import FrameTable
    from yuetan.views.interviews.filter import Filter

CODED = "人员和约谈以代号表示，代号只在这一份文件里前后一致"
BLANKED = "少于3的数不显示"
NAMED = "含姓名或原数，只在本单位内使用"
_OPTIONS = {"kind": "type"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a list or a frame by its word, limited by `wanted`, as .csv where `plain`; names, and why."""

    word: str
    wanted: Filter
    plain: bool = False
    names: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the name of the list, its rows, the file, and what is to be said about it."""

    name: str
    table: Table
    file: Path
    note: str = ""


def export(desk: Desk, request: Request, target: Path | None) -> Exported:
    """Write the list or the frame that the request names, under `out/` where no target is given.

    Raises BadInputError for an unknown word, a filter that fits nothing or that this frame does not know, or names
    without a reason; EnvironmentFaultError where pandas is missing or nothing can be written.
    """
    frames = {one.code: one for one in tables.FRAMES} | {one.name: one for one in tables.FRAMES}
    table = frames.get(request.word.strip().casefold())
    return _list(desk, request, target) if table is None else _frame(desk, request, table, target)


def _list(desk: Desk, request: Request, target: Path | None) -> Exported:
    name = exporting.list_named(request.word, {one.code: one.name for one in tables.FRAMES})
    if request.names or request.why is not None:
        raise BadInputError(f"{name}本来就带姓名，不用 --names 和 --why", hint="它们只用于供分析的数据")
    file = target or _place(desk, name, request)
    table, content = exporting.export(desk, name, request.wanted, plain=request.plain)
    files.save(file, content)
    return Exported(name, table, file)


def _frame(desk: Desk, request: Request, chosen: FrameTable, target: Path | None) -> Exported:
    """For its owner alone, and not before its line stands in the log."""
    why = _reason(request)
    _check_filter(desk, request.wanted, chosen)
    table, note = _named(desk, request, chosen) if why is not None else _anonymous(desk, request, chosen)
    file = target or _place(desk, chosen.name, request)
    content = exporting.file_of(desk, chosen.name, table, note, plain=request.plain)
    export_log.append(desk.store, {
        "time": datetime.now().astimezone().isoformat(timespec="seconds"),
        "user": _user(),
        "author": git.ask(desk.store.root, "config", "user.name").text or None,
        "list": chosen.name,
        "filter": _given(request.wanted),
        "file": str(file.absolute()),
        "sha256": hashlib.sha256(content).hexdigest(),
        "rows": len(table.rows),
        "names": why is not None,
        "why": why,
        "commit": desk.head,
        "version": yuetan.__version__,
    })  # fmt: skip
    files.save(file, content, private=True)
    return Exported(chosen.name, table, file, f"{note}；只有本人可读，已记入本机的导出日志（exports.log）")


def _place(desk: Desk, name: str, request: Request) -> Path:
    return desk.store.root / "out" / f"{name}.{'csv' if request.plain else 'xlsx'}"


def _reason(request: Request) -> str | None:
    """Why names are written, None where they are not; BadInputError for the one without the other."""
    text = (request.why or "").strip()
    if request.names and not text:
        raise BadInputError("要写出姓名，须说明原因", hint="用 --names --why 原因；原因记在本机的导出日志里")
    if request.why is not None and not request.names:
        raise BadInputError("--why 要和 --names 一起用", hint="不写姓名的导出不必说明原因")
    return text or None


def _given(wanted: Filter) -> dict[str, str]:
    return {name: value for name, value in asdict(wanted).items() if value is not None}


def _check_filter(desk: Desk, wanted: Filter, chosen: FrameTable) -> None:
    unknown = next((name for name in _given(wanted) if name not in chosen.filters), None)
    if unknown is not None:
        raise BadInputError(f"{chosen.name}不能用 --{_OPTIONS.get(unknown, unknown)} 筛选", hint="去掉它，或换一种数据")
    exporting.check_filter(desk, wanted)


def _named(desk: Desk, request: Request, chosen: FrameTable) -> tuple[Table, str]:
    return _cells(Frames(desk, request.wanted).of(chosen)), NAMED


def _anonymous(desk: Desk, request: Request, chosen: FrameTable) -> tuple[Table, str]:
    frames = Frames(desk, request.wanted)
    if chosen is tables.COUNTS:
        return _cells(frame.without_small(frames.counts)), BLANKED
    return _cells(pseudonyms.Pseudonyms().frame(chosen.columns, frames.of(chosen))), CODED


def _cells(found: DataFrame) -> Table:
    return Table(tuple(str(name) for name in found.columns), frame.cells(found))


def _user() -> str | None:
    """Who is logged in at this machine, where the system says so."""
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return None
