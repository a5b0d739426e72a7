"""A command out of the table of a request: its options, the values that were typed, what is missing asked for."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import typer

from yuetan.actions.request import Ask, Kind, Row, rows
from yuetan.cli import session
from yuetan.cli.context import Context
from yuetan.cli.naming import assignments, record_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from yuetan.actions.plan import Plan, Refusal, Setting
    from yuetan.desk.load import Desk

R = TypeVar("R")
Typed: TypeAlias = "Mapping[str, Any]"
"""What was typed, under the names of the table's fields; None where nothing was."""

WRITING = (
    Row("dry_run", Ask("--dry-run", "", "只显示将要做的改动，什么都不写"), Kind.FLAG, needed=False, default=False),
    Row("json", Ask("--json", "", "输出 JSON"), Kind.FLAG, needed=False, default=False),
)
"""The options of every command that writes."""
_APPROVED_BY = Row("approved_by", Ask("--approved-by", "批准人", "“例外”由谁批准"), Kind.TEXT, needed=False)


def verb(act: Callable[[Setting, R], Plan | Refusal], request: type[R]) -> Callable[..., None]:
    """The command of an action that takes a step of a record: the first row of its request names the record."""
    table = rows(request)
    record, *others = table

    @command(table)
    def run(context: Context, typed: Typed) -> None:
        given = values(others, typed, context)
        word = typed[record.name]
        words = word if record.ask.each else [word]
        take(context, act, request, words, given, **manner(typed))

    return run


def take(
    context: Context,
    act: Callable[[Setting, R], Plan | Refusal],
    request: Callable[..., R],
    words: Iterable[str],
    given: Mapping[str, object],
    *,
    dry_run: bool,
    json: bool,
) -> None:
    """Take the step for each record that a word names, one commit each."""

    def step(word: str) -> Callable[[Desk], Plan | Refusal]:
        return lambda desk: act(desk.setting, request(id=record_id(desk, word), **given))

    session.carry(context, [step(word) for word in dict.fromkeys(words)], dry_run=dry_run, json=json)


def manner(typed: Typed) -> dict[str, bool]:
    """The options of every command that writes."""
    return {row.name: typed[row.name] for row in WRITING}


def make(request: Callable[..., R], given: Mapping[str, object]) -> R:
    """The request with these values."""
    return request(**given)


def command(table: Iterable[Row]) -> Callable[[Callable[[Context, Typed], None]], Callable[..., None]]:
    """Give a function the options of the table and of whatever writes, as typer reads them off a signature."""
    found = [one for row in (*table, *WRITING) for one in _parameters(row)]
    context = Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context)

    def dressed(run: Callable[[Context, Typed], None]) -> Callable[..., None]:
        def called(ctx: typer.Context, **typed: object) -> None:
            run(Context.of(ctx), typed)

        called.__doc__ = run.__doc__
        called.__signature__ = Signature([context, *found])  # type: ignore[attr-defined] # inspect reads it
        return called

    return dressed


def values(table: Iterable[Row], typed: Typed, context: Context) -> dict[str, object]:
    """The values of a request's fields; what must be given and was not is asked for, what may be missing left out.

    Raises BadInputError for what cannot be read, and for what is missing where nobody can be asked.
    """
    from yuetan.cli import prompts

    found: dict[str, object] = {}
    for row in table:
        given = typed[row.name]
        if given is None and row.ask.prompt:
            given = prompts.answer(row.ask.prompt, row.ask.option)
        if row.kind is Kind.OVERRIDE:
            found[row.name] = session.override(given, typed[_APPROVED_BY.name])
        elif row.needed or given not in (None, []):
            found[row.name] = _read(row.kind, given, context)
    return found


def _read(kind: Kind, given: Any, context: Context) -> object:
    match kind:
        case Kind.DAY:
            return session.day(context, given)
        case Kind.MOMENT:
            return session.moment(context, given)
        case Kind.ASSIGNMENTS:
            return assignments(given)
        case Kind.TEXTS:
            return tuple(given)
        case _:
            return given


def _parameters(row: Row) -> Iterator[Parameter]:
    """The parameters that a row stands for: one, or two for an override."""
    yield Parameter(row.name, Parameter.KEYWORD_ONLY, default=_info(row), annotation=_annotation(row))
    if row.kind is Kind.OVERRIDE:
        yield from _parameters(_APPROVED_BY)


def _info(row: Row) -> object:
    ask = row.ask
    if not ask.option:
        return typer.Argument(None if ask.prompt else ..., metavar=ask.metavar, help=ask.about)
    must = row.needed and row.kind is Kind.TEXT and not ask.prompt
    default = ... if must else row.default
    return typer.Option(default, ask.option, metavar=ask.metavar or None, help=ask.about, min=ask.least)


def _annotation(row: Row) -> object:
    if row.ask.each or row.kind in (Kind.TEXTS, Kind.ASSIGNMENTS):
        return list[str] if row.needed else list[str] | None
    plain: type = {Kind.FLAG: bool, Kind.NUMBER: int}.get(row.kind, str)
    return plain if row.default is not None else plain | None
