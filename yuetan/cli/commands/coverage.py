"""Coverage of the year: who has been interviewed, who has not, who may hold it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.desk.coverage import Coverage


def coverage(
    ctx: typer.Context,
    year: Annotated[int | None, typer.Option("--year", metavar="年度", help="哪一年，默认今年")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看一个单位，编码或名称")] = None,
    everybody: Annotated[bool, typer.Option("--all", help="已完成、免谈的也逐人列出")] = False,
    output: options.Output = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="文件夹", help="给每个单位一份表格，写到这个文件夹")
    ] = None,
    letters: Annotated[
        str | None, typer.Option("--letters", metavar="文件夹", help="给没有完成的每个单位一份督办函，写到这个文件夹")
    ] = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan coverage
    yuetan coverage --year 2025 --unit FGW
    yuetan coverage -o 完成情况.xlsx --split 各单位
    yuetan coverage --letters 督办函
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.coverage import coverage_of, coverage_workbook, unit_workbooks
    from yuetan.desk.coverage import letters as letters_of
    from yuetan.desk.files import save

    context = Context.of(ctx)
    desk = session.open_desk(context)
    found = coverage_of(desk, year if year is not None else context.today.year, unit)
    files = []
    if output is not None:
        save(Path(output), coverage_workbook(desk, found))
        files.append(output)
    for name, content in unit_workbooks(desk, found).items() if split is not None else ():
        save(Path(split or "") / name, content)
        files.append(str(Path(split or "") / name))
    for paper in letters_of(desk, found) if letters is not None else ():
        target = Path(letters or "") / paper.path.rsplit("/", 1)[-1]
        save(target, paper.content)
        files.append(str(target))
    if json:
        emit_json({**found.as_json(), "documents": files})
        return
    for line in _lines(found, everybody=everybody):
        result(line)
    for file in files:
        result(f"已生成：{file}")


def _lines(found: Coverage, *, everybody: bool) -> list[str]:
    """The units, then everybody who is still to be interviewed, then the gaps."""
    from yuetan.cli.output import terminal_width
    from yuetan.cli.tables import table
    from yuetan.views.coverage.people import Covered, Status
    from yuetan.views.coverage.sums import UnitCoverage, by_unit

    lines = [table(UnitCoverage.page_headings(), [row.texts() for row in by_unit(found.rows)]), ""]
    texts = [row.texts() for row in found.rows if everybody or row.status != Status.DONE]
    lines += [table(Covered.page_headings(), texts, terminal_width())] if texts else ["全部完成。"]
    for gap in found.gaps:
        lines.append(f"{gap.code} {gap.file}：{gap.message}")
    return lines
