"""Coverage of the year: who has been interviewed, who has not, who may hold it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.coverage import Coverage
    from yuetan.desk.load import Desk


def coverage(
    ctx: typer.Context,
    *,
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
    from yuetan.cli.output import show
    from yuetan.desk.coverage import coverage_of
    from yuetan.desk.files import save

    context = Context.of(ctx)
    desk = session.open_desk(context)
    found = coverage_of(desk, year if year is not None else context.today.year, unit)
    files = []
    for target, content in _files(desk, found, output, split, letters):
        files.append(str(target))
        save(target, content)
    show(lambda: {**found.as_json(), "documents": files}, _lines(found, files, everybody=everybody), json=json)


def _files(
    desk: Desk, found: Coverage, output: str | None, split: str | None, letters: str | None
) -> Iterator[tuple[Path, bytes]]:
    """The files asked for: the workbook, one a unit, a letter to each unit that has not done it all."""
    from yuetan.desk import coverage

    if output is not None:
        yield Path(output), coverage.coverage_workbook(desk, found)
    if split is not None:
        yield from ((Path(split) / name, content) for name, content in coverage.unit_workbooks(desk, found).items())
    if letters is not None:
        yield from ((Path(letters) / Path(paper.path).name, paper.content) for paper in coverage.letters(desk, found))


def _lines(found: Coverage, files: list[str], *, everybody: bool) -> Iterator[str]:
    """The units, then everybody who is still to be interviewed, then the gaps and the files written."""
    from yuetan.cli.output import terminal_width
    from yuetan.cli.tables import table
    from yuetan.views.coverage.people import Covered, Status
    from yuetan.views.coverage.sums import UnitCoverage, by_unit

    yield table(UnitCoverage.page_headings(), [row.texts() for row in by_unit(found.rows)])
    yield ""
    texts = [row.texts() for row in found.rows if everybody or row.status != Status.DONE]
    yield table(Covered.page_headings(), texts, terminal_width()) if texts else "全部完成。"
    yield from (f"{gap.code} {gap.file}：{gap.message}" for gap in found.gaps)
    yield from (f"已生成：{file}" for file in files)
