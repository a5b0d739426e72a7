"""render: papers again, one or all of a period, as Word or PDF; proved against what was issued."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context
from yuetan.views.papers.index import PAPERS

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.desk.papers import RenderedPaper

_NAMES = [kind.name for kind in PAPERS.values() if kind.of_record is not None]
_KINDS = f"{'、'.join(_NAMES[:-1])} 或 {_NAMES[-1]}"


Verify = Annotated[bool, typer.Option("--verify", help="不生成，只核对：手里的文件（写在文书后面）是不是本档案出具的")]
Blank = Annotated[bool, typer.Option("--blank", help="供填写的表单（约谈记录、整改落实情况报告），已知的先填好")]
Merged = Annotated[str | None, typer.Option("--merged", metavar="文件", help="全部合成一个 PDF，供打印（含 --pdf）")]


def render(
    ctx: typer.Context,
    *,
    word: Annotated[str, typer.Argument(metavar="约谈", help="编号、文号或约谈对象姓名；用 --all 时不写")],
    kind: Annotated[str, typer.Argument(metavar="文书", help=_KINDS)] = "",
    file: Annotated[str, typer.Argument(metavar="[文件]", help="和 --verify 合用：要核对的 .docx")] = "",
    output: options.Output = None,
    verify: Verify = False,
    blank: Blank = False,
    everything: Annotated[bool, typer.Option("--all", help="--period 期间内各次约谈的这种文书，都生成")] = False,
    period: Annotated[str | None, typer.Option("--period", metavar="期间", help="和 --all 合用，如 2026H1")] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="再转成 PDF（要装有 LibreOffice）")] = False,
    merged: Merged = None,
    open_it: Annotated[bool, typer.Option("--open", help="生成后用桌面上的程序打开")] = False,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan render JS-202603-7K3FQ 约谈通知书
    yuetan render JS-202603-7K3FQ 约谈记录 --pdf --open
    yuetan render JS-202603-7K3FQ 约谈记录 --blank
    yuetan render --all 约谈记录 --period 2026H1 --merged 上半年记录.pdf
    yuetan render JS-202603-7K3FQ 约谈通知书 --verify 收到的通知书.docx
    """
    from yuetan.cli.naming import record_id
    from yuetan.cli.output import show
    from yuetan.errors import BadInputError

    desk = session.open_desk(Context.of(ctx))
    if verify:
        _verify(desk, record_id(desk, word), _kind(kind), file, json=json)
        return
    if file or (everything and kind):
        raise BadInputError(f"多了一个参数“{file or kind}”", hint="核对文件时加 --verify；指定写到哪里用 -o")
    papers = _all(desk, word, period, blank=blank) if everything else _of_record(desk, word, kind, blank=blank)
    targets = _saved(desk, papers, output)
    targets += _printed(targets, merged) if pdf or merged is not None else ()
    files = [str(target) for target in targets]
    show(lambda: {"version": 1, "documents": files}, (f"已生成文书：{file}" for file in files), json=json)
    if open_it:
        _open(targets[-1])


def _verify(desk: Desk, record_id: str, kind: str, file: str, *, json: bool) -> None:
    """Whether the paper in hand is one that the archive issued; exits 1 where it is not."""
    from yuetan.cli.output import show
    from yuetan.desk import proof

    verdict = proof.verdict(desk, record_id, kind, Path(file) if file else None)
    show(lambda: {"version": 1, "same": verdict.same, "lines": list(verdict.lines)}, verdict.lines, json=json)
    if not verdict.same:
        raise typer.Exit(1)


def _open(target: Path) -> None:
    from yuetan.desk.pdf import open_file

    open_file(target)


def _kind(word: str) -> str:
    from yuetan.desk.templates import kind_named
    from yuetan.errors import BadInputError

    if not word:
        raise BadInputError("没有写是哪种文书", hint=f"可用的文书：{_KINDS}")
    return kind_named(word).name


def _of_record(desk: Desk, word: str, kind: str, *, blank: bool) -> tuple[RenderedPaper, ...]:
    from yuetan.cli.naming import record_id
    from yuetan.desk import rendering

    return rendering.papers_of_record(desk, record_id(desk, word), _kind(kind), blank=blank)


def _all(desk: Desk, kind: str, period: str | None, *, blank: bool) -> tuple[RenderedPaper, ...]:
    """Every paper of a kind of the period's interviews, with a bar at a terminal."""
    from yuetan.cli.progress import with_bar
    from yuetan.desk import rendering
    from yuetan.errors import BadInputError
    from yuetan.regulation.periods import period_bounds

    if blank:
        raise BadInputError("--blank 一次只出一次约谈的表单", hint="写明编号，不写 --all")
    law = desk.laws.on(desk.today)
    bounds = period_bounds(law, period.upper()) if law is not None and period is not None else None
    if bounds is None:
        raise BadInputError("没有写明期间，或没有这个期间", hint="用 --period 写明，如 --period 2026H1")
    name = _kind(kind)
    total = sum(
        bounds[0] <= one.record.judged_day <= bounds[1] for one in desk.state.interviews if one.record is not None
    )
    found = with_bar(rendering.papers_of_period(desk, name, *bounds), f"正在生成{name}", total)
    papers = tuple(paper for row in found for paper in row)
    if not papers:
        raise BadInputError(f"{period} 没有可出的{name}", hint="用 yuetan list 查看这个期间的约谈")
    return papers


def _saved(desk: Desk, papers: tuple[RenderedPaper, ...], output: str | None) -> tuple[Path, ...]:
    from yuetan.desk.files import save
    from yuetan.errors import BadInputError

    if output is not None and len(papers) > 1:
        raise BadInputError(f"有 {len(papers)} 份文书，不能写进一个文件", hint="不写 -o，各自写到 out 目录")
    targets = (Path(output),) if output is not None else tuple(desk.store.root / paper.path for paper in papers)
    for target, paper in zip(targets, papers, strict=True):
        save(target, paper.content)
    return targets


def _printed(targets: tuple[Path, ...], merged: str | None) -> tuple[Path, ...]:
    """The PDF of each paper, and all in one where that is asked for."""
    from yuetan.desk import pdf

    made = pdf.to_pdf(targets)
    return made if merged is None else (*made, pdf.merge(made, Path(merged)))
