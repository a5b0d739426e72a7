"""Help in Chinese: sections, widths and examples of our own over typer's parameters.

The one module that knows typer's command classes: everything else uses `typer.*`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from yuetan.cli.tables import padded, width

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOM = 30
_HELP = "显示这份说明"


class ChineseCommand(TyperCommand):
    """A command whose help is entirely Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The whole page."""
        return "\n".join(_page(self, ctx))


class ChineseGroup(TyperGroup):
    """A group whose help is entirely Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The whole page, with the commands in the order in which they are declared."""
        return "\n".join(_page(self, ctx, self))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """Commands in the order of a record's life, not of the alphabet."""
        return list(self.commands)

    def lines(self, ctx: Any) -> list[tuple[str, str]]:
        """Each command that is shown, with the first line of its help."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [
            (name, (_split(command.help or "")[0].splitlines() or [""])[0])
            for name, command in found
            if command is not None and not command.hidden
        ]


def usage(command: Any, ctx: Any) -> str:
    """One line: how the command is typed."""
    words = [ctx.command_path]
    if any(_is_option(param) and not param.hidden for param in command.get_params(ctx)):
        words.append("[选项]")
    for param in command.get_params(ctx):
        if not _is_option(param):
            name = _metavar(param)
            words.append(name if param.required else f"[{name}]")
    if isinstance(command, TyperGroup):
        words.append("命令 …")
    return f"用法：{' '.join(words)}"


def _page(command: Any, ctx: Any, group: ChineseGroup | None = None) -> Iterator[str]:
    yield usage(command, ctx)
    about, examples = _split((command.help or "").strip())
    if about:
        yield ""
        yield about
    arguments = [(_metavar(p), p.help or "") for p in command.get_params(ctx) if not _is_option(p)]
    options = [_option_row(p) for p in command.get_params(ctx) if _is_option(p) and not p.hidden]
    commands = [] if group is None else group.lines(ctx)
    for title, rows in (("参数", arguments), ("选项", options), ("命令", commands)):
        if rows:
            yield ""
            yield f"{title}："
            yield from _rows(rows)
    if examples:
        yield ""
        yield "示例："
        yield from (f"  {line.strip()}" for line in examples.splitlines() if line.strip())


def _split(text: str) -> tuple[str, str]:
    about, _, examples = text.partition("示例：")
    return about.strip(), examples


def _rows(rows: list[tuple[str, str]]) -> Iterator[str]:
    column = min(max(width(name) for name, _ in rows), _ROOM)
    for name, about in rows:
        if width(name) > column:
            yield f"  {name}"
            yield f"  {' ' * column}  {about}".rstrip()
        else:
            yield f"  {padded(name, column)}  {about}".rstrip()


def _option_row(param: Any) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    if param.name == "help":
        return names, _HELP
    if not param.is_flag:
        names += f" {_metavar(param)}"
    about = param.help or ""
    if not param.is_flag and param.default not in (None, (), []) and isinstance(param.default, str | int):
        about += f"（默认 {param.default}）"
    return names, about


def _metavar(param: Any) -> str:
    return str(param.name).upper() if param.metavar is None else str(param.metavar)


def _is_option(param: Any) -> bool:
    return bool(param.param_type_name == "option")
