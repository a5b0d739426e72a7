"""The year's plan: plan YEAR, plan status."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk
    from yuetan.planning.values import YearPlan

STATUS = "status"
_YEAR_DIGITS = 4


def plan(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="年度", help="如 2026；或 status [年度]：对照计划和实际")
    ] = None,
    per_week: Annotated[
        int | None, typer.Option("--per-week", metavar="人数", help="每名约谈人每周最多约谈几人，默认 2")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="计划的月份已过、仍没有约谈的重新排；不写则留在原处")] = False,
    output: options.Output = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="文件夹", help="另外给每个单位一份任务清单.xlsx，写到这个文件夹")
    ] = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan plan 2027 --dry-run
    yuetan plan 2027 --per-week 3 -o 2027年计划.xlsx --split 任务清单
    yuetan plan 2026 --again
    yuetan plan status 2026
    """
    from yuetan.planning.weeks import PER_WEEK

    context = Context.of(ctx)
    wants_status, year = _asked(words or [], context.today.year)
    if wants_status:
        _status(context, year, json=json)
        return
    wanted = PER_WEEK if per_week is None else per_week
    found: list[YearPlan] = []

    def step(desk: Desk) -> Plan | Refusal:
        from yuetan.actions.plan import Refusal
        from yuetan.desk.planning import planned

        made = planned(desk, year, wanted, again=again)
        if isinstance(made, Refusal):
            return made
        found[:] = [made[1]]
        return made[0]

    outcome = session.attempt(context, step, dry_run=dry_run)
    desk = session.open_desk(context)
    files = [] if dry_run else _books(desk, found[0], output, split)
    if json:
        from yuetan.cli.output import emit_json
        from yuetan.desk.carry import merged
        from yuetan.planning.rows import as_json

        emit_json({**merged([outcome]), **as_json(desk.state, found[0]), "documents": files})
        return
    _say(desk, found[0], [*session.outcome_lines(outcome, dry_run=dry_run), *(f"已生成表格：{file}" for file in files)])


def _asked(words: list[str], this_year: int) -> tuple[bool, int]:
    from yuetan.errors import BadInputError

    wants_status = words[:1] == [STATUS]
    rest = words[1:] if wants_status else words
    if not rest and wants_status:
        return True, this_year
    if len(rest) != 1 or len(rest[0]) != _YEAR_DIGITS or not (rest[0].isascii() and rest[0].isdigit()):
        raise BadInputError("没有写明年度", hint=f"如 yuetan plan {this_year}，或 yuetan plan status {this_year}")
    return wants_status, int(rest[0])


def _books(desk: Desk, plan: YearPlan, output: str | None, split: str | None) -> list[str]:
    """Write the workbook for approval, and each unit's list; their paths."""
    from yuetan.desk.files import save
    from yuetan.desk.planning import plan_book, task_books

    target = Path(output) if output is not None else desk.store.root / "out" / f"{plan.year}年度约谈计划.xlsx"
    save(target, plan_book(desk, plan))
    files = [str(target)]
    for name, content in task_books(desk, plan).items() if split is not None else ():
        save(Path(split or "") / name, content)
        files.append(str(Path(split or "") / name))
    return files


def _say(desk: Desk, plan: YearPlan, lines: list[str]) -> None:
    """The plan by interviewer and month in numbers, then what was done and what was left out."""
    from yuetan.cli.output import result
    from yuetan.cli.tables import table

    roster = desk.state.roster
    months = range(1, 13)
    rows = []
    for person in dict.fromkeys(sorted(talk.interviewer for talk in plan.talks)):
        mine = [talk.month for talk in plan.talks if talk.interviewer == person]
        counts = [str(mine.count(month) or "") for month in months]
        rows.append([f"{roster.name(person) or person}（{person}）", *counts, str(len(mine))])
    if rows:
        result(table(["约谈人", *(f"{month}月" for month in months), "合计"], rows))
    for line in lines:
        result(line)


def _status(context: Context, year: int, *, json: bool) -> None:
    from yuetan.cli.output import emit_json, result, terminal_width
    from yuetan.cli.tables import table
    from yuetan.desk.planning import status
    from yuetan.planning.status import HEADINGS, counts

    rows = status(session.open_desk(context), year)
    if json:
        emit_json({"version": 1, "year": year, "items": [row.as_json() for row in rows], "counts": counts(rows)})
        return
    result(table(HEADINGS, [row.cells() for row in rows], terminal_width()))
    result("，".join(f"{name} {count}" for name, count in counts(rows).items()))
