"""Reports and papers: report, render."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context


def report(
    ctx: typer.Context,
    period: Annotated[str, typer.Argument(metavar="期间", help="如 2026H1（上半年）、2026H2（下半年）")],
    output: options.Output = None,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="按某个提交计算，默认最新的提交")] = None,
    json: options.Json = False,
) -> None:
    """生成报送工作簿：汇总（次、人次分开）、约谈明细、未约谈名单、填报说明。

    示例：
    yuetan report 2026H1
    yuetan report 2026H1 -o 2026年上半年.xlsx
    """
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.session import opened
    from yuetan.desk.files import save
    from yuetan.desk.reporting import report as made

    context = Context.of(ctx)
    desk = opened(context, rev=at or "HEAD")
    if at is None and (differing := desk.store.differs()):
        message(f"注意：{'、'.join(differing[:3])}{' 等' if len(differing) > 3 else ''} 有未提交的改动，没有计入。")  # noqa: PLR2004
    found = made(desk, period.upper())
    target = Path(output) if output is not None else desk.store.root / "out" / f"{found.rows.title}.xlsx"
    save(target, found.workbook)
    if json:
        emit_json({"version": 1, "file": str(target), "commit": found.commit, **found.rows.as_json()})
        return
    for row in found.rows.totals:
        result(f"{row.situation}：{row.interviews} 次，{row.attendances} 人次")
    result(f"尚未约谈：{len(found.rows.remaining)} 人")
    result(f"已生成工作簿：{target}")


def render(
    ctx: typer.Context,
    word: options.Word,
    kind: Annotated[str, typer.Argument(metavar="文书", help="约谈通知书 或 约谈记录")],
    output: options.Output = None,
    json: options.Json = False,
) -> None:
    """重新生成一份文书；同样的记录和模板，得到的字节也一样。

    示例：
    yuetan render JS-202603-7K3FQ 约谈通知书
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.cli.session import opened
    from yuetan.cli.verbs import record_id
    from yuetan.desk.files import save
    from yuetan.desk.rendering import rendered
    from yuetan.errors import BadInputError

    context = Context.of(ctx)
    desk = opened(context)
    papers = rendered(desk, record_id(desk, word), kind)
    if output is not None and len(papers) > 1:
        raise BadInputError(f"有 {len(papers)} 份{kind}，不能写进一个文件", hint="不写 -o，各自写到 out 目录")
    targets = [Path(output)] if output is not None else [desk.store.root / paper.path for paper in papers]
    for target, paper in zip(targets, papers, strict=True):
        save(target, paper.content)
    if json:
        emit_json({"version": 1, "documents": [str(target) for target in targets]})
        return
    for target in targets:
        result(f"已生成文书：{target}")
