"""The working-day calendar: calendar import, calendar show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.desk.load import Desk
    from yuetan.regulation.holiday_notice import HolidayNotice
    from yuetan.views.deadlines.calendar_effect import Effect

_ABOUT = """示例：
yuetan calendar import 通知.txt
yuetan calendar show 2026
"""
app = typer.Typer(add_completion=False, no_args_is_help=True, help=_ABOUT)
_MANY = 12
"""So many deadlines of one kind are named one by one; more are counted."""


@app.command("import")
def import_(
    ctx: typer.Context,
    *,
    file: Annotated[str, typer.Argument(metavar="文件", help="通知全文的文本文件；- 或不写为标准输入（粘贴）")] = "-",
    year: Annotated[int | None, typer.Option("--year", metavar="年度", help="通知没有写明年份时写明")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问，直接写入")] = False,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """导入国务院办公厅关于放假安排的通知：贴上全文，核对读出的日子，写入这一年，列出因此变动的期限和通知。

    示例：
    yuetan calendar import 2027年通知.txt
    yuetan calendar import - --yes < 2027年通知.txt
    """
    from yuetan.cli.output import emit_json, message, result
    from yuetan.desk import calendars
    from yuetan.desk.carry import outcomes_json

    context = Context.of(ctx)
    notice = calendars.notice_of(_text(file), year)
    desk = session.open_desk(context)
    found = calendars.effect_of(desk, notice)
    if not json:
        for line in _table(notice):
            result(line)
    _confirmed(notice, yes=yes or dry_run)
    outcome = session.attempt(context, lambda now: calendars.plan(now, notice), dry_run=dry_run)
    if json:
        changes: dict[str, object] = {
            "deadlines": [one.as_json() for one in found.moved],
            "notices": [one.as_json() for one in found.notices],
        }
        emit_json({**outcomes_json([outcome]), **changes})
        return
    for line in (*session.outcome_lines(outcome, dry_run=dry_run), *_effect(found)):
        result(line)
    if found.notices:
        message("已发出的文书没有改动；通知的日子不再是工作日的，是否改期由你决定。")


@app.command()
def show(
    ctx: typer.Context,
    *,
    year: Annotated[int | None, typer.Argument(metavar="年度", help="不写为今年", min=1, max=9998)] = None,
    json: options.Json = False,
) -> None:
    """显示一年的放假、调休上班和还没有定下来（暂定）的日子。

    示例：
    yuetan calendar show 2026
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.calendars import source_of, year_days

    context = Context.of(ctx)
    desk = session.open_desk(context)
    wanted = year or context.today.year
    source = source_of(desk, wanted)
    days = year_days(desk.laws.calendar, wanted)
    if json:
        items = [one.as_json() for one in days]
        emit_json({"version": 1, "year": wanted, "known": source is not None, "source": source, "items": items})
        return
    for line in _year(desk, wanted, source):
        result(line)


def _text(file: str) -> str:
    """The pasted text: UTF-8 or GB18030; from the terminal up to end of file."""
    import sys
    from pathlib import Path

    from yuetan.cli.output import message
    from yuetan.errors import BadInputError, NotFoundError

    if file == "-":
        if sys.stdin.isatty():
            message("请粘贴通知全文（从标题到落款），另起一行按 Ctrl-D 结束：")
        data = sys.stdin.buffer.read()
    else:
        path = Path(file)
        if not path.is_file():
            raise NotFoundError(f"没有文件 {file}", hint="写出通知文本文件的路径，或用 - 从标准输入粘贴")
        data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInputError(f"{file} 不是文本文件", hint="打开通知，全选、复制，存为 .txt 或直接粘贴")


def _confirmed(notice: HolidayNotice, *, yes: bool) -> None:
    """Ask whether the table is right; BadInputError without a terminal, or where the answer is no."""
    from yuetan.cli.prompts import interactive
    from yuetan.errors import BadInputError

    if yes:
        return
    if not interactive():
        raise BadInputError(
            "没有终端，不能确认；什么都没有写", hint="核对上面的日子（或先用 --dry-run），确认后加 --yes 再运行"
        )
    if not typer.confirm(f"以上 {notice.year} 年的日子对吗？写入档案", err=True):
        raise BadInputError("没有确认，什么都没有写", hint="改正原文后再导入")


def _table(notice: HolidayNotice) -> Iterator[str]:
    from yuetan.cli.tables import table

    yield notice.source
    year = notice.year
    rows = [
        (row.name, _runs(row.days_off, year), str(len(row.days_off)), _runs(row.working, year)) for row in notice.rows
    ]
    yield table(("假期", "放假", "天数", "调休上班"), rows)


def _year(desk: Desk, year: int, source: str | None) -> Iterator[str]:
    from itertools import groupby

    from yuetan.cli.tables import table
    from yuetan.desk.calendars import year_days

    if source is None:
        yield f"{year} 年的放假安排没有公布，或还没有导入，全年都是暂定。"
        yield "公布后用 yuetan calendar import 导入通知全文。"
        return
    yield f"{year} 年放假安排，来源：{source}"
    rows = []
    for (working, name), run in groupby(year_days(desk.laws.calendar, year), key=lambda one: (one.working, one.name)):
        days = tuple(one.day for one in run)
        rows.append((_runs(days, year), {True: "上班", False: "放假", None: "暂定"}[working], str(len(days)), name))
    yield table(("日子", "安排", "天数", "说明"), rows)


def _runs(days: tuple[date, ...], year: int) -> str:
    """``2月15日（周日）至2月23日（周一）、2月28日（周六）``; with its year where that is not `year`."""
    from datetime import date

    from yuetan.regulation.calendar import WEEKDAYS
    from yuetan.regulation.deadline import short_day_text

    runs: list[list[date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])

    def shown(day: date) -> str:
        return f"{short_day_text(day, date(year, 1, 1))}（{WEEKDAYS[day.weekday()]}）"

    return "、".join(shown(run[0]) if len(run) == 1 else f"{shown(run[0])}至{shown(run[-1])}" for run in runs)


def _effect(found: Effect) -> Iterator[str]:
    """What changes, equal changes together."""
    if not found.moved and not found.notices:
        yield "没有期限和已发出的通知因此变动。"
        return
    yield from _moved(found)
    if found.notices:
        yield f"已发出的通知 {len(found.notices)} 份受影响："
    for notice in found.notices:
        yield f"  {notice.id} {notice.number or '（电话通知）'}：{notice.message}"


def _moved(found: Effect) -> Iterator[str]:
    """The deadlines that move, a line a change: whose they are, the first of many."""
    groups: dict[str, list[str]] = {}
    for moved in found.moved:
        one = moved.after or moved.before
        if one is not None:
            code = f"{one.id} " if one.id is not None and one.name != "" else ""
            groups.setdefault(moved.change_text, []).append(f"{code}{one.name or one.unit_name}")
    if groups:
        yield f"因此变动的期限 {len(found.moved)} 项："
    for change, names in groups.items():
        listed = "、".join(names) if len(names) <= _MANY else f"{'、'.join(names[:3])} 等 {len(names)} 项"
        yield f"  {change}：{listed}"
