"""import: a 台账 kept in Excel becomes records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.actions.ledger.take_over import TakenOver
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk
    from yuetan.desk.take_over import Columns

_SHOWN = 50


def import_(
    ctx: typer.Context,
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
    from yuetan.desk.take_over import columns, remember, taken_over

    context = Context.of(ctx)
    data, store = load(file), session.open_desk(context).store
    mapped = columns(store, map_ or ())
    made: list[tuple[TakenOver, bytes, Columns]] = []

    def step(desk: Desk) -> Plan | Refusal:
        made[:] = [taken_over(desk, data, file.name, mapped, kind)]
        return made[0][0].plan

    outcome = session.attempt(context, step, dry_run=dry_run)
    found, book, used = made[0]
    target = refused or store.root / "out" / f"不能导入-{file.stem}.xlsx"
    if not dry_run:
        remember(store, mapped)
    if book and not dry_run:
        save(target, book)
    written = str(target) if book and not dry_run else None
    if json:
        _json(outcome, found, used, written)
    else:
        _say(outcome.notes, found, used, written, outcome.commit, dry_run=dry_run)
    if found.refused:
        raise typer.Exit(2)


def _json(outcome: object, found: TakenOver, used: Columns, written: str | None) -> None:
    from yuetan.cli.output import emit_json
    from yuetan.desk.carry import Outcome, merged

    assert isinstance(outcome, Outcome)  # noqa: S101 - for the types
    emit_json({
        **merged([outcome]), "columns": used, "taken": len(found.plan.edits), "known": found.known,
        "refused": len(found.refused), "problems": [one.as_json() for one in found.problems], "refused_file": written,
    })  # fmt: skip


def _say(
    notes: tuple[str, ...], found: TakenOver, used: Columns, written: str | None, commit: str | None, *, dry_run: bool
) -> None:
    from yuetan.cli.output import message, result
    from yuetan.cli.tables import table

    result("各列：" + "，".join(f"{ours}←{theirs}" for ours, theirs in used.items()))
    problems = found.problems
    if problems:
        rows = [[one.sheet, one.cell, one.value, one.reason] for one in problems[:_SHOWN]]
        result(table(("工作表", "单元格", "填的是", "问题"), rows))
    if len(problems) > _SHOWN:
        message(f"另有 {len(problems) - _SHOWN} 处，见不能导入的文件，或用 --json 查看")
    if dry_run:
        result("试运行，什么都没有写。")
    for note in notes:
        result(note)
    if commit is not None:
        result(f"已写入 {len(found.plan.edits)} 份约谈（提交 {commit[:10]}）")
    if written is not None:
        result(f"不能导入的行：{written}（最后一列是原因，改好再导入）")
