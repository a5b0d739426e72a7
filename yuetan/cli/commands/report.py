"""Reports and papers: report, render."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.views.report.rows import ReportRows


def report(
    ctx: typer.Context,
    *,
    period: Annotated[str, typer.Argument(metavar="期间", help="如 2026H1（上半年）、2026H2（下半年）")],
    output: options.Output = None,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="按某个提交计算，默认最新的提交")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="日期", help="数据截至哪一天（含当日），默认今天，最晚到期末")
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只报一个单位，编码或名称")] = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan report 2026H1
    yuetan report 2026H1 -o 2026年上半年.xlsx
    yuetan report 2026H1 --unit FGW --as-of 2026-06-20
    """
    from yuetan.cli.dates import parse_day
    from yuetan.cli.output import emit_json, message, result
    from yuetan.desk.files import save
    from yuetan.desk.office import file_name_text
    from yuetan.desk.reporting import report as made

    context = Context.of(ctx)
    desk = session.open_desk(context, rev=at or "HEAD")
    if at is None and (differing := desk.store.differs()):
        message(f"注意：{'、'.join(differing[:3])}{' 等' if len(differing) > 3 else ''} 有未提交的改动，没有计入。")  # noqa: PLR2004
    day = parse_day(as_of, today=context.today) if as_of is not None else None
    found = made(desk, period.upper(), as_of=day, unit=unit)
    target = (
        Path(output) if output is not None else desk.store.root / "out" / f"{file_name_text(found.rows.title)}.xlsx"
    )
    save(target, found.workbook)
    if json:
        emit_json({"version": 1, "file": str(target), "commit": found.made.commit, **found.rows.as_json()})
        return
    for line in _figures(found.rows):
        result(line)
    result(f"已生成工作簿：{target}")


def _figures(rows: ReportRows) -> list[str]:
    """What the report says in a few lines."""
    pairs = [*zip(rows.situations, rows.total.counts, strict=True), ("合计", rows.total.all)]
    lines = [f"{name}：{one.interviews} 次，{one.attendances} 人次" for name, one in pairs]
    share = f"，覆盖率 {rows.total.share:.1%}" if rows.total.share is not None else ""
    lines.append(f"年度应谈 {rows.total.owed} 人，已谈 {rows.total.done} 人{share}")
    if rows.late.rows:
        lines.append(f"其中补报 {len({row[0] for row in rows.late.rows})} 次")
    return lines
