"""The year's plan: plan YEAR, plan status."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.carry import Outcome
    from yuetan.desk.load import Desk
    from yuetan.planning.year_plan import YearPlan

STATUS = "status"
_YEAR_DIGITS = 4


def plan(
    ctx: typer.Context,
    *,
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
    from yuetan.cli.output import show

    context = Context.of(ctx)
    wants_status, year = _year(words or [], context.today.year)
    if wants_status:
        _status(context, year, json=json)
        return
    outcome, found = _make(context, year, per_week, again=again, dry_run=dry_run)
    desk = session.open_desk(context)
    files = [] if dry_run else _books(desk, found, output, split)
    told = (*session.outcome_lines(outcome, dry_run=dry_run), *(f"已生成表格：{file}" for file in files))
    show(lambda: _document(desk, outcome, found, files), (*_table(desk, found), *told), json=json)


def _make(context: Context, year: int, per_week: int | None, *, again: bool, dry_run: bool) -> tuple[Outcome, YearPlan]:
    """Plan the year and write the plan."""
    from yuetan.actions.plan import Refusal
    from yuetan.desk.planning import make_plan
    from yuetan.planning.weeks import PER_WEEK

    made: list[YearPlan] = []

    def step(desk: Desk) -> Plan | Refusal:
        found = make_plan(desk, year, PER_WEEK if per_week is None else per_week, again=again)
        if isinstance(found, Refusal):
            return found
        made[:] = [found[1]]
        return found[0]

    return session.attempt(context, step, dry_run=dry_run), made[0]


def _document(desk: Desk, outcome: Outcome, plan: YearPlan, files: list[str]) -> dict[str, object]:
    from yuetan.desk.carry import outcomes_json
    from yuetan.planning.plan_rows import plan_json

    return {**outcomes_json([outcome]), **plan_json(desk.state, plan), "documents": files}


def _year(words: list[str], this_year: int) -> tuple[bool, int]:
    """Whether the status is wanted, and of which year."""
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
    books = {target: plan_book(desk, plan)}
    if split is not None:
        books |= {Path(split) / name: content for name, content in task_books(desk, plan).items()}
    for path, content in books.items():
        save(path, content)
    return [str(path) for path in books]


def _table(desk: Desk, plan: YearPlan) -> Iterator[str]:
    """The plan by interviewer and month in numbers; nothing where it has no talk."""
    from yuetan.cli.tables import table

    months = range(1, 13)
    rows = []
    for person in sorted({talk.interviewer for talk in plan.talks}):
        mine = [talk.month for talk in plan.talks if talk.interviewer == person]
        counts = [str(mine.count(month) or "") for month in months]
        rows.append([f"{desk.state.roster.name(person) or person}（{person}）", *counts, str(len(mine))])
    if rows:
        yield table(["约谈人", *(f"{month}月" for month in months), "合计"], rows)


def _status(context: Context, year: int, *, json: bool) -> None:
    from yuetan.cli.output import show, terminal_width
    from yuetan.cli.tables import table
    from yuetan.desk.planning import status
    from yuetan.planning.plan_status import StatusRow, counts

    rows = status(session.open_desk(context), year)
    counted = counts(rows)
    lines = (
        table(StatusRow.page_headings(), [row.texts() for row in rows], terminal_width()),
        "，".join(f"{name} {count}" for name, count in counted.items()),
    )
    items = [row.as_json() for row in rows]
    show(lambda: {"version": 1, "year": year, "items": items, "counts": counted}, lines, json=json)
