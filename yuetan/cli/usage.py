"""Usage errors in Chinese, from typer's own exceptions."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from yuetan.cli.tables import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile(r"'([^']*)'")
_RANGE = re.compile(r"(\S+) is not in the range (?:(-?\d+)<=?)?x(?:([<>])=?(-?\d+))?")


def words(error: Any) -> str:
    """What is wrong with what was typed."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    if kind == "NoSuchOption":
        return _no_option(error, context)
    if kind == "MissingParameter":
        return _missing(error)
    if kind == "BadParameter":
        return f"{_hint(error)}的值不对：{_value_words(str(error.message))}"
    text = str(error.message)
    if text.startswith("No such command"):
        return _no_command(text, context)
    if text.startswith("Missing command"):
        return "没有写命令"
    if "requires an argument" in text or "requires 2 arguments" in text:
        return f"{_name(text)} 后面要写值"
    if "does not take a value" in text:
        return f"{_name(text)} 后面不写值"
    if "unexpected extra argument" in text:
        return f"多了：{clean(text.rpartition('(')[2].rstrip(')'))}"
    return clean(text)


def next_step(error: Any, typed: Sequence[str] = ()) -> str:
    """Where to read on; an error that does not know its command is one of the command that was typed."""
    from yuetan.cli.catalogue import COMMANDS

    context = getattr(error, "ctx", None)
    names = {row.name for row in COMMANDS}
    name = next((f" {word}" for word in typed if word in names), "")
    return f"用 {context.command_path if context is not None else f'yuetan{name}'} --help 查看用法"


def _no_option(error: Any, context: Any) -> str:
    near = list(error.possibilities or ())
    if not near and context is not None:
        known = [name for param in context.command.get_params(context) for name in param.opts if name.startswith("-")]
        near = difflib.get_close_matches(error.option_name, known, 1, 0.6)
    return f"没有选项 {clean(error.option_name)}" + (f"；是不是 {near[0]}？" if near else "")


def _no_command(text: str, context: Any) -> str:
    name = _name(text)
    known = context.command.list_commands(context) if context is not None else []
    near = difflib.get_close_matches(name, known, 1, 0.65)
    return f"没有命令 {name}" + (f"；是不是 {near[0]}？" if near else "")


def _missing(error: Any) -> str:
    param = error.param
    if param is None:
        return "缺少参数"
    if param.param_type_name == "argument":
        return f"缺少参数：{param.metavar or param.name}（{param.help or ''}）"
    return f"缺少选项 {max(param.opts, key=len)}（{param.help or ''}）"


def _hint(error: Any) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return "参数"
    return str(param.metavar) if param.param_type_name == "argument" else f"{max(param.opts, key=len)} "


def _value_words(text: str) -> str:
    value = _name(text)
    if "not a valid int" in text:
        return f"“{value}”不是整数"
    if (found := _RANGE.match(text)) is not None:
        return _outside(*found.groups())
    if "not a valid" in text:
        return f"“{value}”不能用在这里"
    if "is not one of" in text:
        return f"只能是{text.partition('is not one of')[2].strip(' .')}之一"
    return clean(text)


def _outside(value: str, low: str | None, sign: str | None, bound: str | None) -> str:
    """A number outside its range: ``x>=1``, ``x<=9``, ``1<=x<=9``."""
    if sign == ">":
        low, bound = bound, None
    limits = [f"不小于 {low}" if low else "", f"不大于 {bound}" if bound else ""]
    return f"{clean(value)} 应{'、'.join(limit for limit in limits if limit)}"


def _name(text: str) -> str:
    match = _QUOTED.search(text)
    return clean(match.group(1)) if match else ""
