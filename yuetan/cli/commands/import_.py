"""import: a 台账 kept in Excel becomes records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.actions.ledger.take_over import TakenOver
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.carry import Outcome
    from yuetan.desk.load import Desk
    from yuetan.desk.take_over import Columns

_SHOWN = 50


def import_(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="文件", help="Excel（.xlsx）或 CSV 台账")],
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="栏目=表头", help="猜错的列这样指明，如 --map 约谈日期=谈话日、--map 对象=C；下次还记得"
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="情形", help="表里没有情形一列时，全表是哪种约谈")
    ] = None,
    refused: Annotated[
        Path | None,
        typer.Option("--refused", metavar="文件", help="不能导入的行写到这个文件，默认 out 目录；改好再导入"),
    ] = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan import 台账.xlsx --dry-run
    yuetan import 台账.xlsx --map 约谈日期=谈话日 --map 对象=C
    """
    from yuetan.desk.files import load, save

    context = Context.of(ctx)
    taken = _take(context, file, load(file), map_ or (), kind, dry_run=dry_run)
    written = None
    if taken.refused_rows and not dry_run:
        written = refused or taken.root / "out" / f"不能导入-{file.stem}.xlsx"
        save(written, taken.refused_rows)
    _say(taken, written, dry_run=dry_run, json=json)
    if taken.found.refused:
        raise typer.Exit(2)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What came of a file: what was written, the rows that could not be taken as a file of their own."""

    outcome: Outcome
    found: TakenOver
    refused_rows: bytes
    columns: Columns
    root: Path


def _take(
    context: Context, file: Path, data: bytes, words: Sequence[str], kind: str | None, *, dry_run: bool
) -> _Taken:
    """Plan and carry out the import; the columns that were named are remembered."""
    from yuetan.desk import take_over

    store = session.open_desk(context).store
    mapped = take_over.columns(store, words)
    made: list[tuple[TakenOver, bytes, Columns]] = []

    def step(desk: Desk) -> Plan | Refusal:
        made[:] = [take_over.judge_ledger(desk, data, file.name, mapped, kind)]
        return made[0][0].plan

    outcome = session.attempt(context, step, dry_run=dry_run)
    if not dry_run:
        take_over.remember(store, mapped)
    return _Taken(outcome, *made[0], store.root)


def _say(taken: _Taken, written: Path | None, *, dry_run: bool, json: bool) -> None:
    from yuetan.cli.output import emit_json, message, result

    if json:
        emit_json(_document(taken, written))
        return
    for line in _read_lines(taken):
        result(line)
    if (more := len(taken.found.problems) - _SHOWN) > 0:
        message(f"另有 {more} 处，见不能导入的文件，或用 --json 查看")
    for line in _written_lines(taken, written, dry_run=dry_run):
        result(line)


def _document(taken: _Taken, written: Path | None) -> dict[str, object]:
    from yuetan.desk.carry import outcomes_json

    found = taken.found
    return {
        **outcomes_json([taken.outcome]), "columns": taken.columns, "taken": len(found.plan.edits),
        "known": found.known, "refused": len(found.refused),
        "problems": [one.as_json() for one in found.problems],
        "refused_file": str(written) if written is not None else None,
    }  # fmt: skip


def _read_lines(taken: _Taken) -> Iterator[str]:
    """What was read from which column, and what could not be."""
    from yuetan.cli.tables import table

    yield "各列：" + "，".join(f"{ours}←{theirs}" for ours, theirs in taken.columns.items())
    rows = [[one.sheet, one.cell, one.value, one.reason] for one in taken.found.problems[:_SHOWN]]
    if rows:
        yield table(("工作表", "单元格", "填的是", "问题"), rows)


def _written_lines(taken: _Taken, written: Path | None, *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield "试运行，什么都没有写。"
    yield from taken.outcome.notes
    if taken.outcome.commit is not None:
        yield f"已写入 {len(taken.found.plan.edits)} 份约谈（提交 {taken.outcome.commit[:10]}）"
    if written is not None:
        yield f"不能导入的行：{written}（最后一列是原因，改好再导入）"
