"""The whole command line: what stands before a command, and each command imported when it is called."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan import __version__
from yuetan.cli.catalogue import COMMANDS, Command, Verb
from yuetan.cli.context import Context
from yuetan.cli.help import ChineseCommand, ChineseGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    import typer._click.core as click


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


class LazyGroup(ChineseGroup):
    """The commands of the table, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - typer's signature
        """In the order of the table."""
        return [row.name for row in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - typer's signature
        """The command of this name; None where there is none."""
        row = next((row for row in COMMANDS if row.name == cmd_name), None)
        return load(row) if row is not None else None

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:  # noqa: ARG002 - as the group's own
        """Each command with its line in the help."""
        return [(row.name, row.about) for row in COMMANDS]


@cache
def load(row: Command | Verb) -> click.Command:
    """The command or group of a row, imported."""
    from typer.main import get_command

    found, rest = _verb(row) if isinstance(row, Verb) else _function(row)
    if not isinstance(found, typer.Typer):
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(row.name, cls=ChineseCommand)(found)
        found = app
    made = get_command(found)
    made.help = f"{row.about}\n\n{rest}"
    return made


def _function(row: Command) -> tuple[Callable[..., None] | typer.Typer, str]:
    """The function or the group of a command's module, and what its help says beneath the first line."""
    module = import_module(row.module)
    found = getattr(module, "app", None) or getattr(module, row.module.rpartition(".")[2])
    if isinstance(found, typer.Typer):
        found.info.cls = ChineseGroup
        for own in found.registered_commands:
            own.cls = ChineseCommand
        return found, str(found.info.help)
    return found, getdoc(found) or ""


def _verb(row: Verb) -> tuple[Callable[..., None], str]:
    """The command made of an action's request, and its examples."""
    from yuetan.cli.verb import verb

    module = import_module(row.module)
    act = getattr(module, row.name)
    request = getattr(module, act.__annotations__["request"])
    return verb(act, request), "\n".join(("示例：", *row.examples))


@cache
def command() -> click.Command:
    """The whole command line as one object."""
    from typer.main import get_command

    return get_command(
        typer.Typer(cls=LazyGroup, add_completion=False, rich_markup_mode=None, no_args_is_help=True, callback=root)
    )
