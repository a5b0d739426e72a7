"""The commands, in the order of a record's life. A new one is a function in its module and a row here."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yuetan import __version__
from yuetan.cli import (
    calendar,
    coverage,
    drafting,
    judging,
    looking,
    plan,
    recording,
    regulation,
    reporting,
    roster,
    setup,
    verbs,
)
from yuetan.cli.context import Context
from yuetan.cli.help import ChineseCommand, ChineseGroup

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("init", setup.init),
    ("new", drafting.new),
    ("edit", verbs.edit),
    ("approve", verbs.approve),
    ("notify", verbs.notify),
    ("receipt", verbs.receipt),
    ("minutes", recording.minutes),
    ("rectify", recording.rectify),
    ("close", verbs.close),
    ("cancel", verbs.cancel),
    ("postpone", verbs.postpone),
    ("reschedule", verbs.reschedule),
    ("amend", verbs.amend),
    ("list", looking.list_),
    ("show", looking.show),
    ("log", looking.log),
    ("check", judging.check),
    ("explain", judging.explain),
    ("plan", plan.plan),
    ("coverage", coverage.coverage),
    ("report", reporting.report),
    ("render", reporting.render),
    ("doctor", setup.doctor),
    ("completion", setup.completion),
)
GROUPS: tuple[tuple[str, typer.Typer], ...] = (
    ("roster", roster.app),
    ("regulation", regulation.app),
    ("calendar", calendar.app),
)


def _today(text: str | None) -> date:
    from yuetan.cli.dates import parse_day

    now = date.today()  # noqa: DTZ011 - the clerk's own day
    return parse_day(text, today=now) if text else now


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"yuetan {__version__}")
        raise typer.Exit


def root(
    ctx: typer.Context,
    directory: Annotated[str, typer.Option("-C", metavar="目录", help="在这个目录的档案上工作")] = ".",
    today: Annotated[
        str | None, typer.Option("--today", metavar="日期", envvar="YUETAN_TODAY", help="以哪一天为今天来判断")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="出错时显示程序内部的经过")] = False,  # noqa: ARG001 - main looks
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", is_eager=True, callback=_version, help="显示版本")
    ] = False,
) -> None:
    """把廉政约谈管起来：一份约谈一个文件，逐条对照办法，git 留下全部经过。

    示例：
    yuetan init 演示 --sample
    yuetan -C 演示 list --state 待整改
    yuetan -C 演示 check
    yuetan explain B7.2
    """
    ctx.obj = Context(Path(directory), _today(today))


@cache
def command() -> Any:
    """The whole command line as one object."""
    app = typer.Typer(
        cls=ChineseGroup, add_completion=False, rich_markup_mode=None, no_args_is_help=True, callback=root
    )
    for name, function in COMMANDS:
        app.command(name, cls=ChineseCommand)(function)
    for name, group in GROUPS:
        for row in group.registered_commands:
            row.cls = ChineseCommand
        app.add_typer(group, name=name, cls=ChineseGroup)
    from typer.main import get_command

    return get_command(app)
