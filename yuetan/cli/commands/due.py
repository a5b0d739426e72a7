"""What is due: the due command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.desk.load import Desk
    from yuetan.views.deadlines.due_item import DueItem


Interviewer = Annotated[
    str | None, typer.Option("--interviewer", metavar="约谈人", help="只看某人约谈（或有权约谈）的，编号或姓名")
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="种类",
        help="notice 通知、interview 约谈登记、rectification 后续报告、daily 年度约谈、report 报送",
    ),
]
Within = Annotated[
    int | None, typer.Option("--within", metavar="天数", min=0, help="只看多少天以内到期的；逾期的总在内")
]
Calendar = Annotated[
    str | None, typer.Option("--ics", metavar="文件", help="另外写成日历文件，再写一次即更新同样的事项")
]


def due(
    ctx: typer.Context,
    *,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看对象在某单位的，编码或名称")] = None,
    interviewer: Interviewer = None,
    kind: Kind = None,
    within: Within = None,
    why: Annotated[bool, typer.Option("--why", help="写出每个期限是怎样算出来的")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="有逾期的，以状态 1 结束")] = False,
    xlsx: Annotated[str | None, typer.Option("--xlsx", metavar="文件", help="另外写成 Excel 表格")] = None,
    ics: Calendar = None,
    names: Annotated[bool, typer.Option("--names", help="日历的标题里写姓名；不写则没有任何人名")] = False,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan due --within 14
    yuetan due --kind rectification --why
    yuetan due --ics 约谈期限.ics --xlsx 到期事项.xlsx
    """
    from yuetan.desk import due
    from yuetan.views.deadlines.due import DueFilter

    desk = session.open_desk(Context.of(ctx))
    wanted = DueFilter(unit=unit, interviewer=interviewer, kind=due.kind_of(kind), within=within)
    due.check_filter(desk, wanted)
    items = due.due(desk, wanted)
    files = _files(desk, items, xlsx, ics, names=names)
    _show(desk, items, files, why=why, expanded=unit is not None or interviewer is not None, json=json)
    if strict and any(one.overdue for one in items):
        raise typer.Exit(1)


def _files(desk: Desk, items: Sequence[DueItem], xlsx: str | None, ics: str | None, *, names: bool) -> list[str]:
    """Write the files asked for; their paths."""
    from yuetan.desk.due import calendar_file, workbook
    from yuetan.desk.files import save

    written = []
    if xlsx is not None:
        save(Path(xlsx), workbook(desk, items))
        written.append(xlsx)
    if ics is not None:
        save(Path(ics), calendar_file(desk, items, names=names))
        written.append(ics)
    return written


def _show(desk: Desk, items: Sequence[DueItem], files: list[str], *, why: bool, expanded: bool, json: bool) -> None:
    from yuetan.cli.findings import unread_lines
    from yuetan.cli.output import emit_json, message, result

    if json:
        emit_json({"version": 1, "deadlines": [one.as_json() for one in items]})
        return
    for words in unread_lines(desk, "没有算进来"):
        message(words)
    if not items:
        result("没有到期的事。")
    for line in page_lines(items, why=why, expanded=expanded):
        result(line)
    overdue = sum(one.overdue for one in items)
    if items:
        message(f"共 {len(items)} 项" + (f"，其中逾期 {overdue} 项。" if overdue else "，没有逾期的。"))
    for file in files:
        message(f"已写成 {file}")


def page_lines(items: Sequence[DueItem], *, why: bool, expanded: bool) -> Iterator[str]:
    """The page: per deadline a line and its command, with `why` its sum; `expanded`: a line each."""
    from yuetan.cli.tables import clean, table
    from yuetan.views.deadlines.groups import DueGroup, DueLine, grouped

    if not items:
        return
    groups = tuple(DueGroup((one,)) for one in items) if expanded else grouped(items)
    lines = table(DueLine.page_headings(), [group.line.texts() for group in groups]).split("\n")
    yield lines[0]
    for line, group in zip(lines[1:], groups, strict=True):
        yield line
        yield clean(f"    {group.below}")
        if why:
            yield clean(f"    {group.first.trace}")
