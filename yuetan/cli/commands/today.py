"""The morning page; at a terminal a numbered menu into the verbs follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.desk.today import Change
    from yuetan.views.deadlines.due_item import DueItem
    from yuetan.views.interviews.rows import InterviewRow
    from yuetan.views.today import Today

_MOST = 10
"""So many rows of each part are shown; the rest is counted."""


def today(
    ctx: typer.Context,
    *,
    menu: Annotated[bool, typer.Option("--menu/--no-menu", help="在终端中接着出菜单（默认）")] = True,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan
    yuetan today --no-menu
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.today import changes, page

    context = Context.of(ctx)
    desk = session.open_desk(context)
    found = page(desk)
    done = changes(desk, found)
    if json:
        emit_json({"version": 1, **found.as_json(), "changes": [one.as_json() for one in done]})
        return
    for line in page_lines(found, done):
        result(line)
    if menu:
        from yuetan.cli.menu import at_terminal, run

        if at_terminal():
            run(context)


def page_lines(found: Today, done: Sequence[Change]) -> Iterator[str]:
    """The page, part by part; what is empty says so in a word."""
    from yuetan.views.today import SOON

    day = found.day
    yield f"今天是 {day.year}年{day.month}月{day.day}日（{found.day_text}）"
    yield from _part(f"逾期（{len(found.overdue)}）", _due(found.overdue))
    yield from _part(f"{SOON}天内到期（{len(found.soon)}）", _due(found.soon))
    yield from _part(f"近日的约谈（{len(found.upcoming)}）", _upcoming(found))
    yield from _part(f"待办（{len(found.waiting)}）", _waiting(found.waiting))
    since = f"{found.since.month}月{found.since.day}日"
    yield from _part(
        f"{since}以来的变动（{len(done)}）", [f"{one.when:%m-%d %H:%M} {one.author}：{one.subject}" for one in done]
    )
    if found.later:
        yield f"\n以后到期的还有 {found.later} 项，用 yuetan due 查看。"


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    from yuetan.cli.tables import clean

    yield f"\n{title}"
    if not lines:
        yield "  无"
    for line in lines[:_MOST]:
        yield f"  {clean(line)}"
    if len(lines) > _MOST:
        yield f"  ……另有 {len(lines) - _MOST} 项"


def _due(items: Sequence[DueItem]) -> list[str]:
    from yuetan.views.deadlines.groups import grouped

    return [
        f"{group.day}　{group.first.left}　{group.first.what}　{group.whose}　→ {group.command}"
        for group in grouped(items)
    ]


def _upcoming(found: Today) -> list[str]:
    from yuetan.views.interviews.rows import names_text
    from yuetan.views.official_text import moment_text

    lines = []
    for one in found.upcoming:
        row, place = one.row, one.place or "地点未定"
        words = (moment_text(one.when), row.kind, names_text(row.subjects), place, row.stage.value, row.id)
        lines.append("　".join(words))
    return lines


def _waiting(rows: Sequence[InterviewRow]) -> list[str]:
    from yuetan.views.interviews.rows import names_text

    return [f"{row.stage.value}　{row.id}　{row.kind}　{names_text(row.subjects)}　{row.topic}" for row in rows]
