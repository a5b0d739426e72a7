"""Help in Chinese: sections, widths and examples of our own over typer's parameters.

The one module that knows typer's command classes: everything else uses `typer.*`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from yuetan.cli.tables import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from typer._click.core import Command, Context

Line = tuple[str, str]
"""A name and what it means."""
_ROOM = 30
_HELP = "显示这份说明"


class ChineseCommand(TyperCommand):
    """A command whose help is entirely Chinese."""

    def get_help(self, ctx: Context) -> str:
        """The whole page."""
        return "\n".join(_page(self, ctx, ()))


class ChineseGroup(TyperGroup):
    """A group whose help is entirely Chinese."""

    def get_help(self, ctx: Context) -> str:
        """The whole page, with the commands in the order in which they are declared."""
        return "\n".join(_page(self, ctx, self.lines(ctx)))

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - typer's signature
        """Commands in the order of a record's life, not of the alphabet."""
        return list(self.commands)

    def lines(self, ctx: Context) -> list[Line]:
        """Each command that is shown, with the first line of its help."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, _first_line(command)) for name, command in found if command is not None and not command.hidden]


def usage(command: Command, ctx: Context) -> str:
    """One line: how the command is typed."""
    options = ("[选项]",) if _options(command, ctx) else ()
    arguments = (_metavar(one) if one.required else f"[{_metavar(one)}]" for one in _arguments(command, ctx))
    commands = ("命令 …",) if isinstance(command, TyperGroup) else ()
    return f"用法：{' '.join((ctx.command_path, *options, *arguments, *commands))}"


def _page(command: Command, ctx: Context, commands: Iterable[Line]) -> Iterator[str]:
    yield usage(command, ctx)
    about, examples = _parts(command)
    if about:
        yield ""
        yield about
    yield from _section("参数", [(_metavar(one), one.help or "") for one in _arguments(command, ctx)])
    yield from _section("选项", [_option_line(one) for one in _options(command, ctx)])
    yield from _section("命令", list(commands))
    if examples:
        yield ""
        yield "示例："
        yield from (f"  {line.strip()}" for line in examples.splitlines() if line.strip())


def _arguments(command: Command, ctx: Context) -> list[TyperArgument]:
    return [one for one in command.get_params(ctx) if isinstance(one, TyperArgument)]


def _options(command: Command, ctx: Context) -> list[TyperOption]:
    """The options that are shown."""
    return [one for one in command.get_params(ctx) if isinstance(one, TyperOption) and not one.hidden]


def _parts(command: Command) -> tuple[str, str]:
    """What the help says, and its examples."""
    about, _, examples = (command.help or "").partition("示例：")
    return about.strip(), examples


def _first_line(command: Command) -> str:
    return _parts(command)[0].partition("\n")[0]


def _section(title: str, rows: list[Line]) -> Iterator[str]:
    """A heading and its rows, names in a column; nothing where there is no row."""
    if not rows:
        return
    yield ""
    yield f"{title}："
    column = min(max(width(name) for name, _ in rows), _ROOM)
    for name, about in rows:
        if width(name) > column:
            yield f"  {name}"
            yield f"  {' ' * column}  {about}".rstrip()
        else:
            yield f"  {pad(name, column)}  {about}".rstrip()


def _option_line(option: TyperOption) -> Line:
    names = ", ".join(sorted(option.opts, key=len))
    if option.name == "help":
        return names, _HELP
    about = option.help or ""
    if option.is_flag:
        return names, about
    if option.default and isinstance(option.default, str | int):
        about += f"（默认 {option.default}）"
    return f"{names} {_metavar(option)}", about


def _metavar(parameter: TyperArgument | TyperOption) -> str:
    return str(parameter.name).upper() if parameter.metavar is None else str(parameter.metavar)
