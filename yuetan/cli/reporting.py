"""Reports and papers: report, render."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.views.report_rows import ReportRows


def report(
    ctx: typer.Context,
    period: Annotated[str, typer.Argument(metavar="期间", help="如 2026H1（上半年）、2026H2（下半年）")],
    output: options.Output = None,
    at: Annotated[str | None, typer.Option("--at", metavar="版本", help="按某个提交计算，默认最新的提交")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="日期", help="数据截至哪一天（含当日），默认今天，最晚到期末")
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="只报一个单位，编码或名称")] = None,
    json: options.Json = False,
) -> None:
    """生成报送工作簿：汇总、明细、未约谈名单、整改跟踪、程序检查、同比环比、补报与更正、填报说明。

    示例：
    yuetan report 2026H1
    yuetan report 2026H1 -o 2026年上半年.xlsx
    yuetan report 2026H1 --unit FGW --as-of 2026-06-20
    """
    from yuetan.cli.dates import parse_day
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.session import opened
    from yuetan.desk.files import save
    from yuetan.desk.planning import safe
    from yuetan.desk.reporting import report as made

    context = Context.of(ctx)
    desk = opened(context, rev=at or "HEAD")
    if at is None and (differing := desk.store.differs()):
        message(f"注意：{'、'.join(differing[:3])}{' 等' if len(differing) > 3 else ''} 有未提交的改动，没有计入。")  # noqa: PLR2004
    day = parse_day(as_of, today=context.today) if as_of is not None else None
    found = made(desk, period.upper(), as_of=day, unit=unit)
    target = Path(output) if output is not None else desk.store.root / "out" / f"{safe(found.rows.title)}.xlsx"
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


def render(
    ctx: typer.Context,
    word: options.Word,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="文书",
            help="约谈登记审批表、约谈通知书、改期通知、送达回证、约谈记录、整改落实情况报告、催办函 或 个人约谈档案",
        ),
    ],
    output: options.Output = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="不生成，只核对：手里的文件（写在文书后面）是不是本档案出具的")
    ] = False,
    file: Annotated[str, typer.Argument(metavar="[文件]", help="和 --verify 合用：要核对的 .docx")] = "",
    json: options.Json = False,
) -> None:
    """重新生成一份文书；同样的记录和模板，得到的字节也一样。

    示例：
    yuetan render JS-202603-7K3FQ 约谈通知书
    yuetan render JS-202603-7K3FQ 约谈通知书 --verify 收到的通知书.docx
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.cli.proof import shown
    from yuetan.cli.session import opened
    from yuetan.cli.verbs import record_id
    from yuetan.desk.files import save
    from yuetan.desk.rendering import rendered
    from yuetan.errors import BadInputError

    context = Context.of(ctx)
    desk = opened(context)
    if verify:
        shown(desk, record_id(desk, word), kind, file, json=json)
        return
    if file:
        raise BadInputError(f"多了一个参数“{file}”", hint="核对文件时加 --verify；指定写到哪里用 -o")
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
