"""init: a new archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options
from yuetan.cli.context import Context
from yuetan.model.choices import OfficeRole

if TYPE_CHECKING:
    from yuetan.desk.create import NewOffice


def init(
    ctx: typer.Context,
    *,
    folder: Annotated[str, typer.Argument(metavar="目录", help="新建档案的目录，须不存在或为空")],
    sample: Annotated[bool, typer.Option("--sample", help="放入虚构的演示记录")] = False,
    unit: Annotated[str, typer.Option("--unit", metavar="编码", help="本单位的编码")] = "JW",
    name: Annotated[str, typer.Option("--name", metavar="名称", help="本单位的名称")] = "市纪委监委",
    kind: Annotated[str, typer.Option("--kind", metavar="类别", help="本单位属于第五条的哪一类")] = "市纪委",
    role: Annotated[
        str, typer.Option("--role", metavar="角色", help="汇总（市纪委）或报送（其他单位）")
    ] = OfficeRole.GATHERING,
    since: Annotated[
        str | None, typer.Option("--since", metavar="日期", help="启用日期，更早的只查结构；默认今年1月1日")
    ] = None,
    regulation: Annotated[str, typer.Option("--regulation", metavar="规范", help="依据的规范")] = "lianyungang-2015",
    prefix: Annotated[str, typer.Option("--prefix", metavar="代字", help="文号的机关代字")] = "约谈",
    json: options.Json = False,
) -> None:
    """示例：
    yuetan init 演示 --sample
    yuetan init 约谈档案 --unit FGW --name 市发展和改革委员会 --kind 市委办局 --role 报送 --prefix 连发改约
    """
    from yuetan.cli.dates import parse_day
    from yuetan.cli.output import show
    from yuetan.desk.create import NewOffice, create_archive

    context = Context.of(ctx)
    first = parse_day(since, today=context.today) if since else context.today.replace(month=1, day=1)
    office = None if sample else NewOffice(unit, name, kind, role, first, regulation, prefix)
    target = Path(context.directory) / folder
    store, commit = create_archive(target, office)
    made = {"files": list(store.paths()), "ids": [], "documents": [], "findings": []}
    lines = (f"已建立档案 {store.root}（提交 {commit[:10]}）", *_next_lines(folder, office))
    show(lambda: {"version": 1, "action": "init", "commit": commit, **made}, lines, json=json)


def _next_lines(folder: str, office: NewOffice | None) -> tuple[str, ...]:
    """What is in the new archive, and what to do next."""
    if office is None:
        look = (f"  yuetan -C {folder} list", f"  yuetan -C {folder} check")
        return ("其中全部人名、单位、事情都是虚构的。先看看：", *look)
    own = f"本单位：{office.name}（{office.code}），角色：{office.role}，启用：{office.since.isoformat()}。"
    return f"{own}可在 yuetan.yaml 中修改并提交。", f"下一步：yuetan -C {folder} roster import 名册.xlsx"
