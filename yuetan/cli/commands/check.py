"""check: every record against the 办法."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from yuetan.cli import options
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.desk.judging import Selection
    from yuetan.desk.load import Desk


CodeList = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="代码", help="只看这些规则，如 B7.2；B7 为第七条全部；可写多次或用逗号分隔"),
]


IgnoreList = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="代码", help="不看这些规则；可写多次或用逗号分隔")
]


def check(
    ctx: typer.Context,
    *,
    places: Annotated[
        list[str] | None, typer.Argument(metavar="路径或约谈…", help="只显示这些文件、文件夹或约谈的问题；仍检查全部")
    ] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="检查某个提交，不检出")] = None,
    staged: Annotated[bool, typer.Option("--staged", help="检查已暂存、将要提交的内容")] = False,
    select: CodeList = None,
    ignore: IgnoreList = None,
    strict: Annotated[bool, typer.Option("--strict", help="已确认的违反也按其级别计")] = False,
    regulation: Annotated[
        str | None, typer.Option("--regulation", metavar="文件", help="按这份规范（草案）检查，代替本单位的规范")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="日期", help="和 --regulation 合用：假设草案从这一天起施行，只列出会有的变化"),
    ] = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan check
    yuetan check JS-202603-7K3FQ --select B7
    yuetan check --at HEAD~3 --json
    """
    from yuetan.desk.judging import Selection, named_files, valid_codes
    from yuetan.errors import BadInputError

    if at is not None and staged:
        raise BadInputError("--at 和 --staged 不能一起用", hint="检查某个提交用 --at，检查将要提交的内容用 --staged")
    if since is not None and regulation is None:
        raise BadInputError("--since 要和 --regulation 一起用", hint="写出草案的文件，如 --regulation 草案.yaml")
    context = Context.of(ctx)
    desk = _desk(context, at=at, staged=staged, regulation=regulation if since is None else None)
    files = named_files(desk, places or (), context.directory)
    selection = Selection(valid_codes(_codes(select)), valid_codes(_codes(ignore)), files)
    if since is not None and regulation is not None:
        _what_if(context, desk, selection, regulation, since, json=json)
    _judge(desk, selection, strict=strict, json=json)


def _judge(desk: Desk, selection: Selection, *, strict: bool, json: bool) -> NoReturn:
    """Every finding selected, then out with the status that they give."""
    from yuetan.cli.findings import as_json, report
    from yuetan.cli.output import emit_json, message, result
    from yuetan.desk.judging import exit_status, findings

    found = findings(desk, selection)
    if json:
        emit_json(as_json(found, strict=strict))
    else:
        lines, summary = report(found, strict=strict)
        for line in lines:
            result(line)
        message(summary)
    raise typer.Exit(exit_status(found, strict=strict))


def _desk(context: Context, *, at: str | None, staged: bool, regulation: str | None) -> Desk:
    from yuetan.archive.store import Store
    from yuetan.desk.load import open_desk

    draft = _file(regulation) if regulation is not None else None
    store = Store.find(context.directory)
    return open_desk(store, context.today, rev=at, staged=staged, regulation=draft)


def _file(regulation: str) -> tuple[str, bytes]:
    from yuetan.errors import NotFoundError

    path = Path(regulation)
    if not path.is_file():
        raise NotFoundError(f"没有文件 {regulation}", hint="写出规范文件的路径")
    return path.name, path.read_bytes()


def _what_if(
    context: Context, desk: Desk, selection: Selection, regulation: str, since: str, *, json: bool
) -> NoReturn:
    """What a draft would change, then out: 1 where it would make new breaches."""
    from yuetan.cli.dates import parse_day
    from yuetan.cli.findings import line_text
    from yuetan.cli.output import emit_json, message, result
    from yuetan.desk.load import draft_profile
    from yuetan.desk.what_if import what_if

    found = what_if(desk, draft_profile(*_file(regulation)), parse_day(since, today=context.today), selection)
    if json:
        emit_json(found.as_json())
        raise typer.Exit(found.exit_status)
    for heading, rows in (("新出现", found.new), ("不再有", found.gone)):
        for finding in rows:
            result(f"{heading}　{line_text(finding)}")
    for code, (new, gone) in found.codes.items():
        message(f"{code}：新出现 {new} 处，不再有 {gone} 处")
    message(
        f"假设《{found.title}》从 {found.since.isoformat()} 起施行：新出现 {len(found.new)} 处，"
        f"不再有 {len(found.gone)} 处，不变 {found.same} 处。"
    )
    raise typer.Exit(found.exit_status)


def _codes(words: list[str] | None) -> list[str]:
    """The codes of an option that may be written several times; BadInputError where it was written empty."""
    from yuetan.errors import BadInputError

    codes = [code.strip() for word in words or () for code in word.replace("，", ",").split(",") if code.strip()]
    if words and not codes:
        raise BadInputError("没有写规则的代码", hint="如 B7.2；B7 为第七条全部；用 yuetan explain 查看全部规则")
    return codes
