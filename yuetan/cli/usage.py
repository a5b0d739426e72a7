"""Usage errors in Chinese, from typer's own exceptions."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from yuetan.cli.tables import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Context, Parameter
    from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError

_QUOTED = re.compile(r"'([^']*)'")
_RANGE = re.compile(r"(\S+) is not in the range (?:(-?\d+)<=?)?x(?:([<>])=?(-?\d+))?")


def error_text(error: UsageError) -> str:
    """What is wrong with what was typed."""
    from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption

    if isinstance(error, NoSuchOption):
        return _no_option_text(error)
    if isinstance(error, MissingParameter):
        return _missing_text(error)
    if isinstance(error, BadParameter):
        return f"{_parameter_text(error.param)}的值不对：{_value_text(str(error.message))}"
    return _other_text(str(error.message), error.ctx)


def next_step_text(error: UsageError, typed: Sequence[str] = ()) -> str:
    """Where to read on; an error that does not know its command is one of the command that was typed."""
    from yuetan.cli.catalogue import COMMANDS

    names = {row.name for row in COMMANDS}
    name = next((f" {word}" for word in typed if word in names), "")
    return f"用 {error.ctx.command_path if error.ctx is not None else f'yuetan{name}'} --help 查看用法"


def _other_text(text: str, context: Context | None) -> str:
    """By the English words: the error says no more of its kind than those."""
    if text.startswith("No such command"):
        return _no_command_text(text, context)
    if text.startswith("Missing command"):
        return "没有写命令"
    if "requires an argument" in text or "requires 2 arguments" in text:
        return f"{_quoted(text)} 后面要写值"
    if "does not take a value" in text:
        return f"{_quoted(text)} 后面不写值"
    if "unexpected extra argument" in text:
        return f"多了：{clean(text.rpartition('(')[2].rstrip(')'))}"
    return clean(text)


def _no_option_text(error: NoSuchOption) -> str:
    near = list(error.possibilities or ())
    if not near and error.ctx is not None:
        params = error.ctx.command.get_params(error.ctx)
        known = [name for param in params for name in param.opts if name.startswith("-")]
        near = difflib.get_close_matches(error.option_name, known, 1, 0.6)
    return f"没有选项 {clean(error.option_name)}" + (f"；是不是 {near[0]}？" if near else "")


def _no_command_text(text: str, context: Context | None) -> str:
    from typer.core import TyperGroup

    name = _quoted(text)
    group = context.command if context is not None else None
    known = group.list_commands(context) if context is not None and isinstance(group, TyperGroup) else []
    near = difflib.get_close_matches(name, known, 1, 0.65)
    return f"没有命令 {name}" + (f"；是不是 {near[0]}？" if near else "")


def _missing_text(error: MissingParameter) -> str:
    param = error.param
    if param is None:
        return "缺少参数"
    about = getattr(param, "help", None) or ""
    if param.param_type_name == "argument":
        return f"缺少参数：{param.metavar or param.name}（{about}）"
    return f"缺少选项 {max(param.opts, key=len)}（{about}）"


def _parameter_text(param: Parameter | None) -> str:
    if param is None:
        return "参数"
    return str(param.metavar) if param.param_type_name == "argument" else f"{max(param.opts, key=len)} "


def _value_text(text: str) -> str:
    value = _quoted(text)
    if "not a valid int" in text:
        return f"“{value}”不是整数"
    if (found := _RANGE.match(text)) is not None:
        return _range_text(*found.groups())
    if "not a valid" in text:
        return f"“{value}”不能用在这里"
    if "is not one of" in text:
        return f"只能是{text.partition('is not one of')[2].strip(' .')}之一"
    return clean(text)


def _range_text(value: str, low: str | None, sign: str | None, bound: str | None) -> str:
    """A number outside its range: ``x>=1``, ``x<=9``, ``1<=x<=9``."""
    if sign == ">":
        low, bound = bound, None
    limits = [f"不小于 {low}" if low else "", f"不大于 {bound}" if bound else ""]
    return f"{clean(value)} 应{'、'.join(limit for limit in limits if limit)}"


def _quoted(text: str) -> str:
    match = _QUOTED.search(text)
    return clean(match.group(1)) if match else ""
